"""What a language is called in another language (Unicode CLDR, through Babel)."""

from __future__ import annotations

from functools import lru_cache

from dossier.i18n.dates import locale_of


@lru_cache(maxsize=1024)
def language_name(language: str, reader: str) -> str:
    """«казахский» for ``kk`` read in Russian; the code itself where CLDR has no word."""
    return locale_of(reader).languages.get(language.replace("-", "_")) or language
