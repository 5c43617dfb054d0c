"""Which of the theme's fonts every page of a language needs, so that a browser may ask for them at once."""

from __future__ import annotations

import re

FOLDER = "assets/fonts"
_CYRILLIC = re.compile("[\u0400-\u045f]")


def needed(language_name: str) -> list[str]:
    """Paths below the theme, for a language by its own name for itself, which is written in its script.

    Digits and punctuation are in the Latin file, so that every page needs that one.
    """
    scripts = ["latin", "cyrillic"] if _CYRILLIC.search(language_name) else ["latin"]
    return [f"{FOLDER}/inter-{script}-wght-normal.woff2" for script in scripts]
