"""One Chromium for all tests, the windows of it and of other browsers, and what goes wrong in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Playwright, Request, Response

from tests.browser import programs

Scheme = Literal["light", "dark"]
WIDE, NARROW = 1280, 360
HEIGHT = 800
PATIENCE = 20_000
"""Milliseconds that an act may take before it counts as failed; a busy machine is slow, and no fault."""
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page that asks another host must not reach it, and must not wait for it either.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
LEFT = ("net::ERR_ABORTED", "NS_BINDING_ABORTED")
"""What Chromium and Firefox call a request that was given up because the page was left."""
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def executable() -> str:
    """The browser named by CHROME, or one of the usual names."""
    return programs.executable("Chromium", "CHROME", NAMES)


@contextmanager
def launched(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, closed at the end."""
    browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
    try:
        yield browser
    finally:
        browser.close()


@dataclass
class Watch:
    """What a page logged, failed to fetch or fetched elsewhere since the last ``clear``."""

    home: str
    """Scheme and host that the page may ask."""
    problems: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def attach(self, page: Page) -> None:
        """Listen to everything the page does."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"error in a script: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)
        page.on("dialog", self._dialog)

    def clear(self) -> None:
        """Forget what happened before."""
        self.problems.clear()
        self.dialogs.clear()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            place = message.location.get("url", "")
            if message.text.startswith("Failed to load") and any(
                place in problem for problem in self.problems
            ):
                return  # noted when the answer came
            self.problems.append(f"console {message.type}: {message.text} ({place})")

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and f"{parts.scheme}://{parts.netloc}" != self.home:
            self.problems.append(f"asked another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # Leaving a page stops what it was still fetching, which is nobody's mistake.
        if request.failure not in LEFT:
            self.problems.append(f"request failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"answer {response.status}: {response.url}")


@dataclass
class Window:
    """A page in a context of its own, and what went wrong in it."""

    page: Page
    watch: Watch

    def open(self, url: str, *, width: int | None = None) -> Page:
        """Go to an address with a clean record, and wait until the page has settled."""
        if width:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
        # What the theme keeps from one page to the next would hide what it does on a first visit.
        self.page.evaluate("() => { try { sessionStorage.clear(); localStorage.clear() } catch {} }")
        self.watch.clear()
        if urldefrag(self.page.url).url == urldefrag(url).url:
            # Going to the same address with another fragment would not load it anew.
            self.page.goto("about:blank")
        self.page.goto(url, wait_until="load")
        return self.page


class Windows:
    """Windows by what is special about them, each opened once."""

    def __init__(self, browser: Browser, home: str) -> None:
        self._browser = browser
        self._home = home
        self._opened: dict[tuple[str, bool], Window] = {}

    def get(self, scheme: Scheme = "light", width: int = WIDE, *, scripts: bool = True) -> Window:
        """The window with that colour scheme, at that width."""
        key = (scheme, scripts)
        if key not in self._opened:
            self._opened[key] = self.new(scheme, scripts=scripts)
        window = self._opened[key]
        window.page.set_viewport_size({"width": width, "height": HEIGHT})
        return window

    def new(self, scheme: Scheme = "light", width: int = WIDE, *, scripts: bool = True) -> Window:
        """A window that shares nothing with others."""
        context = self._browser.new_context(
            color_scheme=scheme,
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=scripts,
            reduced_motion="reduce",
            locale="en",
        )
        context.set_default_timeout(PATIENCE)
        watch = Watch(self._home)
        page = context.new_page()
        watch.attach(page)
        return Window(page, watch)
