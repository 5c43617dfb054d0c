"""The interface's words in one language."""

from __future__ import annotations

import pytest

from dossier.i18n.interface import Interface
from dossier.i18n.names import language_name
from dossier.i18n.quotation import MARKS
from dossier.model import Messages

SLAVIC = "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"
RUSSIAN = Interface(
    "ru",
    Messages(
        SLAVIC,
        {
            "{n} claim": ("{n} утверждение", "{n} утверждения", "{n} утверждений"),
            "Paragraph {n}": ("Абзац {n}",),
            "since {start}": ("с {start}",),
        },
    ),
)
ENGLISH = Interface("en")


@pytest.mark.parametrize(
    ("n", "english", "russian"),
    [
        (0, "0 claims", "0 утверждений"),
        (1, "1 claim", "1 утверждение"),
        (2, "2 claims", "2 утверждения"),
        (5, "5 claims", "5 утверждений"),
        (11, "11 claims", "11 утверждений"),
        (21, "21 claims", "21 утверждение"),
        (112, "112 claims", "112 утверждений"),
    ],
)
def test_a_number_takes_its_plural(n: int, english: str, russian: str) -> None:
    assert ENGLISH.count(n, "{n} claim", "{n} claims") == english
    assert RUSSIAN.count(n, "{n} claim", "{n} claims") == russian


def test_words_nobody_translated_are_english() -> None:
    assert RUSSIAN.say("Timeline") == "Timeline"
    assert RUSSIAN.count(2, "{n} page", "{n} pages") == "2 pages"


def test_places_are_filled() -> None:
    assert RUSSIAN.say("Paragraph {n}", n=3) == "Абзац 3"
    assert ENGLISH.say("a {literal} brace") == "a {literal} brace"


@pytest.mark.parametrize(
    ("start", "end", "english", "russian"),
    [
        ("", "", "", ""),
        ("2019-03-20", "", "since 20 March 2019", "с 20 марта 2019 г."),
        ("unknown", "2021", "until 2021", "until 2021"),
        ("2017-01", "2021", "January 2017 – 2021", "январь 2017 г. – 2021"),
    ],
)
def test_a_term_is_said_as_far_as_it_is_known(start: str, end: str, english: str, russian: str) -> None:
    said = [one.period(start, end).replace("\u202f", " ") for one in (ENGLISH, RUSSIAN)]
    assert said == [english, russian]


@pytest.mark.parametrize("text", ["", "unknown"])
def test_an_unknown_date_is_said_to_be_so(text: str) -> None:
    assert ENGLISH.date(text) == "date unknown"


@pytest.mark.parametrize(
    ("language", "quoted"), [("en", "“a”"), ("ru", "«a»"), ("uk", "«a»"), ("de", "„a“"), ("xx", "“a”")]
)
def test_quotation_marks_are_the_language_s(language: str, quoted: str) -> None:
    assert Interface(language).quoted("a") == quoted


def test_every_pair_of_marks_is_one() -> None:
    assert all(left.strip() and right.strip() and left != right for left, right in MARKS.values())


def test_a_name_in_other_languages_only_is_shown_as_it_is() -> None:
    assert ENGLISH.pick({"uk": "Ада", "en": "Ada"}) == "Ada"
    assert ENGLISH.pick({"uk": "Ада"}) == "Ада"
    assert ENGLISH.pick({}) == ""


@pytest.mark.parametrize(
    ("language", "reader", "name"),
    [("kk", "ru", "казахский"), ("kk", "en", "Kazakh"), ("uk", "uk", "українська"), ("qqq", "en", "qqq")],
)
def test_languages_have_names_in_one_another(language: str, reader: str, name: str) -> None:
    assert language_name(language, reader) == name
