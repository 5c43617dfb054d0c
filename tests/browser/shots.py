"""Pictures of the site to look at: ``python -m tests.browser.shots FOLDER [TEMPLATE …]``.

Every template, or those named, in every language, wide and narrow, light and dark.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import NARROW, SCHEMES, WIDE, Windows, launched
from tests.browser.sites import Built, build, cases, copy_project, languages, serving, templates


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the site, look at it and write one PNG for each picture."""
    parser = argparse.ArgumentParser(description="Make pictures of the site's pages.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("template", nargs="*", help=f"which pages (default: all): {', '.join(templates())}")
    parser.add_argument("--language", action="append", choices=languages(), help="only this language")
    parser.add_argument("--first-screen", action="store_true", help="only what shows without scrolling")
    options = parser.parse_args(arguments)
    unknown = set(options.template) - set(templates())
    if unknown:
        parser.error(f"no such page: {', '.join(sorted(unknown))}")
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, serving(Path(scratch) / "site") as base:
        site = Built(Path(scratch) / "site", base)
        build(copy_project(Path(scratch) / "dossier"), site.folder, site_url=base)
        with sync_playwright() as playwright, launched(playwright) as browser:
            windows = Windows(browser, base.rsplit("/", 3)[0])
            for template, language in cases():
                if template not in (options.template or templates()):
                    continue
                if language not in (options.language or languages()):
                    continue
                for scheme in SCHEMES:
                    for width in (WIDE, NARROW):
                        page = windows.get(scheme).open(site.url(template, language), width=width)
                        name = template.replace(" ", "-").replace("/", "-")
                        picture = options.folder / f"{name}.{language}.{width}.{scheme}.png"
                        page.screenshot(path=picture, full_page=not options.first_screen)
                        print(picture)


if __name__ == "__main__":
    main()
