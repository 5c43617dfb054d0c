"""Outer quotation marks by language (Unicode CLDR 46, ``delimiters/quotationStart`` and ``End``)."""

from __future__ import annotations

MARKS: dict[str, tuple[str, str]] = {
    "en": ("“", "”"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "be": ("«", "»"),
    "kk": ("«", "»"),
    "ky": ("«", "»"),
    "tg": ("«", "»"),
    "tk": ("“", "”"),
    "uz": ("“", "”"),
    "fr": ("« ", " »"),
    "de": ("„", "“"),
    "cs": ("„", "“"),
    "bg": ("„", "“"),
    "pl": ("„", "”"),
}
