"""Draws the site's icon for programs that show no SVG: ``make icon``, with Chromium.

Beside ``theme/assets/images/favicon.svg`` it writes ``favicon.png`` for phones' home screens (180 px, without
transparency, as they round it themselves) and ``favicon.ico`` (32 px). Since Windows Vista an ICO file may
hold a PNG as it is: six bytes of header, sixteen that describe the one picture, the picture.
"""

from __future__ import annotations

import os
import shutil
import struct
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SOURCE = Path("theme/assets/images/favicon.svg")
PAGE = """<style>body { margin: 0 } img { display: block }</style>
<img src="data:image/svg+xml;base64,{}" width="{}" height="{}">"""


def drawn(browser: Browser, size: int) -> bytes:
    """The icon as a PNG of so many pixels a side."""
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(PAGE.format(b64encode(SOURCE.read_bytes()).decode("ascii"), size, size))
    picture = page.screenshot(omit_background=size < 180)
    page.close()
    return picture


def ico(png: bytes, size: int) -> bytes:
    """An ICO file with this one picture."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, size, size, 0, 0, 1, 32, len(png), 22) + png


def main() -> None:
    """Draw both."""
    with sync_playwright() as programs:
        chrome = os.environ.get("CHROME") or shutil.which("chromium")
        browser = programs.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        SOURCE.with_suffix(".png").write_bytes(drawn(browser, 180))
        SOURCE.with_suffix(".ico").write_bytes(ico(drawn(browser, 32), 32))
        browser.close()


if __name__ == "__main__":
    main()
