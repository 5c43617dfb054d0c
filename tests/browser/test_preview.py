"""``mkdocs serve`` shows an edit at once; the script for that is the one thing it alone allows in pages."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import Windows
from tests.browser.sites import copy_project

PATIENCE = 60
"""Seconds that a first build or a rebuild may take on a busy machine."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "dossier")


@pytest.fixture
def preview(root: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place]
    served = subprocess.Popen([*command, "--config-file", str(root / "mkdocs.yml")], cwd=root)
    try:
        wait_for(f"http://{place}/")
        yield f"http://{place}/"
    finally:
        served.terminate()
        served.wait(timeout=PATIENCE)


def wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(url, timeout=5).close()
            return
        except URLError:
            assert time.monotonic() < end, f"{url} did not answer"
            time.sleep(0.2)


def test_an_edit_shows_by_itself(root: Path, preview: str, browser: Browser):
    window = Windows(browser, preview.rstrip("/")).new()
    page = window.open(preview)
    assert not window.watch.problems, window.watch.problems
    home = root / "docs" / "en" / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\n\nWritten just now.\n", encoding="utf-8")
    expect(page.get_by_text("Written just now.")).to_be_visible(timeout=PATIENCE * 1000)
    page.context.close()


def test_a_broken_record_is_told_in_the_page_and_the_preview_goes_on(
    root: Path, preview: str, browser: Browser
):
    window = Windows(browser, preview.rstrip("/")).new()
    page = window.open(preview)
    heading = page.locator("h1").inner_text()
    assert page.locator(".d-problems").count() == 0
    record = next(iter(sorted((root / "data").glob("*/*.yml"))))
    sound = record.read_text(encoding="utf-8")
    record.write_text(sound + "<b>odd</b>: [\n", encoding="utf-8")
    told = page.locator(".d-problems pre")
    expect(told).to_contain_text(record.relative_to(root).as_posix(), timeout=PATIENCE * 1000)
    expect(page.locator("h1")).to_have_text(heading)
    assert page.locator(".d-problems b").count() == 0
    page.goto(f"{preview}{record.parent.name}/{record.stem}/")
    beside = page.locator("article .d-problem")
    expect(beside).to_contain_text(record.relative_to(root).as_posix())
    assert page.locator(".d-problem b").count() == 0
    record.write_text(sound, encoding="utf-8")
    expect(page.locator(".d-problems, .d-problem")).to_have_count(0, timeout=PATIENCE * 1000)
    page.context.close()
