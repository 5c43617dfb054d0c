"""Opens every page of a site in Chromium, by http and from disk, and counts what its policy refuses.

    python -m bench.policy SITE OFFLINE

SITE and OFFLINE are what ``dossier build`` and ``dossier build --offline`` have made. On each page the
colours are changed and the search is opened. Prints how many pages were opened, how many violations there
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
    """Try both and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("offline", type=Path)
    options = parser.parse_args()
    all_found: list[str] = []
    with sync_playwright() as playwright, launched(playwright) as browser, serving(options.site) as base:
        copies = ((options.site, base), (options.offline, f"{options.offline.resolve().as_uri()}/"))
        for site, address in copies:
            count, found = tried(browser, site, address)
            all_found += found
            print(
                f"{address.split(':')[0]}: {count} pages, {len(found)} violations or complaints", flush=True
            )
    print("\n".join(all_found))
    return bool(all_found)


if __name__ == "__main__":
    sys.exit(main())
