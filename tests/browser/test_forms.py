"""The forms in Chromium, with the server that writes to disk: what is saved there passes the checks."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from dossier.cli import main
from tests.browser.chromium import WIDE
from tests.dossiers import PROJECT, assemble

TOOLS = PROJECT / ".venv" / "forms"
PATIENCE = 60_000
"""Milliseconds: the library has five megabytes, and the machine other work."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and tells nobody."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = assemble("minimal", tmp_path / "dossier")
    record = root / "data" / "people" / "ada-reed.yml"
    record.write_text("# Asked for twice.\n" + record.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["fmt", "--root", str(root)]) == 0
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "data", "mkdocs.yml"], ["commit", "-q", "-m", "state"]):
        subprocess.run([*git, *words], check=True)
    return root


@contextmanager
def writing(root: Path, port: int, origin: str) -> Iterator[None]:
    """The server through which the forms write."""
    node, server = shutil.which("node"), TOOLS / "node_modules" / "decap-server" / "dist" / "index.js"
    if node is None or not server.is_file():
        pytest.fail("the server for the forms is not installed; run  make test", pytrace=False)
    wanted = {"PORT": str(port), "BIND_HOST": "127.0.0.1", "ORIGIN": origin, "MODE": "fs"}
    process = subprocess.Popen(
        [node, str(server)], env={**os.environ, **wanted, "GIT_REPO_DIRECTORY": str(root)}
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture
def form(root: Path, browser: Browser) -> Iterator[Page]:
    proxy = free_port()
    package = next(TOOLS.glob("decap-cms-*.tgz"), TOOLS / "decap-cms")
    command = ["forms", "--root", str(root), str(package), "--proxy", f"http://127.0.0.1:{proxy}/api/v1"]
    assert main([*command, "--output", "forms"]) == 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "forms")))
    Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    context = browser.new_context(viewport={"width": WIDE, "height": 900}, locale="en")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    try:
        with writing(root, proxy, origin):
            page.goto(f"{origin}/#/collections/people/entries/ada-reed")
            yield page
    finally:
        context.close()
        server.shutdown()
        server.server_close()


def publish(page: Page) -> None:
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("Publish now", exact=True).click()


def test_a_person_is_edited_in_a_form_and_the_record_stays_sound(root: Path, form: Page):
    asked: list[str] = []
    form.on("request", lambda request: asked.append(request.url))
    record = root / "data" / "people" / "ada-reed.yml"
    before = record.read_text(encoding="utf-8")
    form.get_by_role("button", name="Login").click()
    name, summary = form.locator("input[id^=en-field]").first, form.locator("textarea").first
    expect(name).to_have_value("Ada Reed", timeout=PATIENCE)

    name.fill("")
    publish(form)
    expect(form.get_by_text("is required").first).to_be_visible(timeout=PATIENCE)
    assert record.read_text(encoding="utf-8") == before

    name.fill("Ada Reed")
    summary.fill(f"{summary.input_value()} She is remembered [background].")
    form.get_by_role("button", name="Add english").first.click()
    form.locator("input[id^=en-field]").nth(2).fill("A. Reed")
    publish(form)
    expect(form.get_by_text("Changes saved").first).to_be_visible(timeout=PATIENCE)

    assert main(["fmt", "--root", str(root), "--base", "HEAD"]) == 0
    after = record.read_text(encoding="utf-8")
    was, now = yaml.safe_load(before), yaml.safe_load(after)
    was["aliases"]["en"].append("A. Reed")
    was["summary"]["en"] += " She is remembered [background]."
    assert now == was
    assert after.startswith("# Asked for twice.\n")
    assert main(["check", "--root", str(root)]) == 0
    assert {url.split("/")[2].split(":")[0] for url in asked if url.startswith("http")} <= {"127.0.0.1"}
