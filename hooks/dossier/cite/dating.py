"""Dates as the conventions write them.

One that is uncertain or approximate stands in brackets, as what a cataloguer supplies: [2025?], [ca. 2025].
What else EDTF level 1 leaves open is written without words, so in any language: a season, an unstated month
or day as the year or month they belong to, a decade as [202-] (AACR2, 1.4F7), an open range as 2025–.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

from dossier.dates import is_calendar_date
from dossier.i18n.dates import say_date

_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")
_OPEN = re.compile(r"-XX|(?<![\d-])(\d{4})-2[1-4](?![\d-])")
"""Seasons, and parts that are not stated."""
_QUALIFIERS = re.compile("[?~%]")

Day = tuple[int, int, int]
"""Year, month (0: none), day (0: none)."""

_MONTHS = {
    "ru": ("янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
    "uk": (
        *("січ.", "лют.", "берез.", "квіт.", "трав.", "черв."),
        *("лип.", "серп.", "верес.", "жовт.", "листоп.", "груд."),
    ),
}
"""Months beside a day, abbreviated after ГОСТ Р 7.0.12–2011 and ДСТУ 3582:2013."""
_ALONE = {"марта": "март", "мая": "май", "июня": "июнь", "июля": "июль"}
"""Those that have another form without a day."""


def ends(text: str) -> Sequence[Day]:
    """The date, or the two ends of a range; none for what is no plain date of the calendar."""
    found = [_PLAIN.fullmatch(part) for part in _OPEN.sub(r"\1", text).split("/")]
    return [(int(m[1]), int(m[2] or 0), int(m[3] or 0)) for m in found if m] if all(found) else []


def _qualifier(text: str) -> str:
    """Whether the date, or either end of a range, is uncertain (?), approximate (~) or both (%)."""
    found = set(_QUALIFIERS.findall(text))
    return "%" if len(found) > 1 else "".join(found)


def in_words(text: str, language: str, about: str = "ca.") -> str:
    """«28 октября 2025 г.», as elsewhere on the site."""
    if qualifier := _qualifier(text):
        return _supplied(in_words(_QUALIFIERS.sub("", text), language), qualifier, about)
    return _otherwise(text, language)


def _otherwise(text: str, language: str) -> str:
    """What has no form of its own: as elsewhere on the site, or as far as it can be written without words."""
    text = _OPEN.sub(r"\1", text)
    if is_calendar_date(text):
        return say_date(text, language)
    if "X" in text:
        return f"[{text.replace('X', '-')}]"
    return "–".join(end.strip(".") for end in text.split("/"))


def year(text: str, language: str, about: str = "ca.") -> str:
    """The year or years alone; ``about`` says that they are approximate."""
    if qualifier := _qualifier(text):
        return _supplied(year(_QUALIFIERS.sub("", text), language), qualifier, about)
    return "–".join(dict.fromkeys(str(end[0]) for end in ends(text))) or _otherwise(text, language)


def year_first(text: str, language: str, about: str = "ca.") -> str:
    """«2025. 28 окт.», as ГОСТ and ДСТУ date newspapers, for readers of Russian and Ukrainian."""
    if qualifier := _qualifier(text):
        return _supplied(year_first(_QUALIFIERS.sub("", text), language), qualifier, about)
    days = ends(text)
    if not days:
        return _otherwise(text, language)
    first, last = days[0], days[-1]
    if first[0] != last[0]:
        return " – ".join(" ".join(filter(None, (_day(end, language), str(end[0])))) for end in days)
    if first[:2] == last[:2] and first != last:
        within = f"{first[2]}–{_day(last, language)}"
    else:
        within = " – ".join(dict.fromkeys(_day(end, language) for end in days))
    return f"{first[0]}. {within[:1].upper()}{within[1:]}" if within else str(first[0])


def _day(when: Day, language: str) -> str:
    """«28 окт.», «май»; empty for a year alone."""
    if not when[1]:
        return ""
    month = _MONTHS[language][when[1] - 1]
    return f"{when[2]} {month}" if when[2] else _ALONE.get(month, month)


def month_first(text: str, language: str, about: str = "ca.") -> str:
    """“October 28, 2025”, as Chicago dates in English; in other languages as they do."""
    if qualifier := _qualifier(text):
        return _supplied(month_first(_QUALIFIERS.sub("", text), language), qualifier, about)
    days = ends(text)
    if not days or language != "en":
        return _otherwise(text, language)
    said = [_american(end) for end in days]
    first, last = days[0], days[-1]
    if len(days) == 2 and first[:2] == last[:2] and first[2] and last[2]:
        return f"{said[0].partition(',')[0]}–{last[2]}, {last[0]}"
    return "–".join(dict.fromkeys(said))


def _american(when: Day) -> str:
    american, first = Locale("en", "US"), date(when[0], when[1] or 1, when[2] or 1)
    if when[2]:
        return format_date(first, "long", american)
    return format_skeleton("yMMMM", first, locale=american) if when[1] else str(when[0])


def _supplied(said: str, qualifier: str, about: str) -> str:
    before = "" if qualifier == "?" else f"{about} "
    return f"[{before}{said.strip('[]')}{'' if qualifier == '~' else '?'}]"


def dotted(text: str, language: str) -> str:
    """``2025-10-28`` as 28.10.2025, which ГОСТ and ДСТУ ask for the day of access."""
    if not ends(text):
        return _otherwise(text, language)
    return "–".join(".".join(reversed(part.split("-"))) for part in _OPEN.sub(r"\1", text).split("/"))
