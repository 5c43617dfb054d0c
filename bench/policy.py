"""Opens every page of a site in Chromium, by http or from disk, and counts what its policy refuses.

    python -m bench.policy SITE [--disk]

SITE is what ``dossier build`` has made, or with ``--disk`` what ``dossier build --offline`` has. On each page
the colours are changed and the search is opened. Prints how many pages were opened, how many violations there
were, and each of them, with whatever else Chromium complained of; the exit status is 1 if there was any.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import Windows, launched
from tests.browser.sites import serving
from tests.browser.test_policy import LISTEN, refused


def tried(browser: Browser, site: Path, base: str) -> tuple[int, list[str]]:
    """How many pages were opened below an address, and what was refused or complained of."""
    found = []
    window = Windows(browser, "/".join(base.split("/")[:3])).new()
    window.page.add_init_script(f"({LISTEN})()")
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    for name in pages:
        page = window.open(base + name)
        # The page for lost readers does without the theme.
        for label in page.locator("label[for^=__palette]:visible").all()[:1]:
            label.click()
        page.keyboard.press("/")
        found += [f"{name}: {line}" for line in (*refused(page), *window.watch.problems)]
    return len(pages), found


def main() -> int:
    """Try and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--disk", action="store_true", help="open the files themselves")
    options = parser.parse_args()
    site = options.site.resolve()
    with sync_playwright() as playwright, launched(playwright) as browser, serving(site) as base:
        count, found = tried(browser, site, f"{site.as_uri()}/" if options.disk else base)
    print("\n".join([*found, f"{count} pages, {len(found)} violations or complaints"]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
