"""The system's own Firefox, driven over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/).

It brings the protocol itself: nothing is patched or fetched. What Playwright cannot emulate in it is set by
preferences, for all windows alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright

from tests.browser import programs

NAMES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
LIGHT, REDUCED, MANUAL = 1, 1, 1
NOBODY_LISTENS = 9
"""The port of the discard service, which no machine offers any more."""
START = 60_000
"""Milliseconds until it must have started: a profile is made anew each time."""

PREFERENCES: dict[str, str | float | bool] = {
    "layout.css.prefers-color-scheme.content-override": LIGHT,
    "ui.prefersReducedMotion": REDUCED,
    # A page, or Firefox itself, that asks another host must not reach it, and must not wait for it either.
    "network.proxy.type": MANUAL,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": NOBODY_LISTENS,
    "network.proxy.socks_remote_dns": True,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.update.auto": False,
    "app.normandy.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "toolkit.telemetry.enabled": False,
    "dom.security.https_first": False,
}


def executable() -> str:
    """The browser named by FIREFOX, or one of the usual names."""
    return programs.executable("Firefox", "FIREFOX", NAMES)


@contextmanager
def launched(playwright: Playwright) -> Iterator[Browser]:
    """Firefox without a window, closed at the end."""
    browser = playwright.firefox.launch(
        executable_path=executable(),
        channel="moz-firefox",
        firefox_user_prefs=PREFERENCES,
        timeout=START,
    )
    try:
        yield browser
    finally:
        browser.close()
