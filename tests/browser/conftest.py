"""The site, built once a worker: served from a path of a host, and as a folder opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser import chromium, firefox
from tests.browser.chromium import PATIENCE, Windows
from tests.browser.programs import NoBrowser
from tests.browser.sites import Built, build, copy_project, serving

HERE = Path(__file__).parent

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test of this folder that failed try again, twice at most, which the summary then counts.

    Browsers share the machine with each other and with the builds of other tests, so that now and then a key
    is pressed before the theme listens. A fault of ours fails every time.
    """
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a build reads."""
    return copy_project(tmp_path_factory.mktemp("project") / "dossier")


@pytest.fixture(scope="session")
def hosted(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site as it is published, below a path."""
    folder = tmp_path_factory.mktemp("hosted") / "site"
    with serving(folder) as base:
        build(project, folder, site_url=base)
        yield Built(folder, base)


@pytest.fixture(scope="session")
def offline(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as a folder to open from disk; its name has what addresses must escape."""
    folder = tmp_path_factory.mktemp("offline") / "Досье copy"
    build(project, folder, "--offline")
    return Built(folder, f"{folder.as_uri()}/", offline=True)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium a worker. Its absence is a failure: these tests check what nothing else does."""
    with started(chromium.launched(playwright)) as launched:
        yield launched


@pytest.fixture(scope="session")
def firefox_browser(playwright: Playwright) -> Iterator[Browser]:
    """One Firefox a worker, where a test asks for it."""
    with started(firefox.launched(playwright)) as launched:
        yield launched


@contextmanager
def started(browser: AbstractContextManager[Browser]) -> Iterator[Browser]:
    """A browser, or one sentence on what is missing."""
    try:
        with browser as running:
            yield running
    except NoBrowser as missing:
        pytest.fail(str(missing), pytrace=False)


def asked_for(request: pytest.FixtureRequest) -> Browser:
    """The browser that a test names as the fixture's parameter (``in_both``), or else Chromium."""
    fixture = {"chromium": "browser", "firefox": "firefox_browser"}[getattr(request, "param", "chromium")]
    found: Browser = request.getfixturevalue(fixture)
    return found


@pytest.fixture(scope="session")
def windows(request: pytest.FixtureRequest, hosted: Built) -> Windows:
    """Windows that may ask the site's host and no other."""
    return Windows(asked_for(request), "/".join(hosted.base.split("/")[:3]))


@pytest.fixture(scope="session")
def disk_windows(request: pytest.FixtureRequest) -> Windows:
    """Windows that may read files and ask no host at all."""
    return Windows(asked_for(request), "file://")
