"""Whatever the text and the registry, offsets hold and shown mentions keep apart."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.link import link
from dossier.link.index import Index
from dossier.link.normalise import folded, tokens
from dossier.link.passage import Vocabulary, passage
from dossier.link.registry import registry
from dossier.memo import Memo
from dossier.model import Dossier
from tests.link.helpers import KINDS, dossier, entity, source

LETTERS = "аАбГгеЕёЁиИйЙїЇіІСсТтаБCcTtoOxXeEéÉßİ"
MARKS = "\u0301\u0306\u0308\u00ad\u200b\u200f\u202e\u0327"
SIGNS = " \t\n-–—‑«»\"'’ʼ().,:!?+5720😀🇺🇦שלوم中"
CHARS = st.sampled_from(LETTERS + LETTERS + MARKS + SIGNS + "   ")
WORDS = st.sampled_from(
    [
        "Иван",
        "Гор",
        "Гора",
        "Толеуов",
        "С5+1",
        "C5+1",
        "США",
        "Нью-Йорк",
        "президент",
        "Трамп’s",
        "АҚШ-тың",
        "Алматы",
        "Oʻshda",
        "Штаты",
        "та",
    ]
)
NAMES = st.lists(st.one_of(WORDS, st.text(CHARS, min_size=1, max_size=6)), min_size=1, max_size=4).map(
    " ".join
)
TEXTS = st.lists(st.one_of(WORDS, st.text(CHARS, max_size=12), st.text(max_size=6)), max_size=14).map(
    " ".join
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A small registry, one text with its names sprinkled in, and overrides on some of its words."""
    entities = [
        entity(
            f"entity-{at}",
            {
                "kind": draw(st.sampled_from(sorted(KINDS))),
                "names": {language: draw(NAMES) for language in ("en", "ru", "uk", "kk", "uz")},
                "aliases": {"ru": draw(st.lists(NAMES, max_size=2))},
                "gender": draw(st.sampled_from(["", "m", "f"])),
            },
        )
        for at in range(draw(st.integers(1, 4)))
    ]
    names = st.sampled_from([name for one in entities for name in one.names.values()])
    texts = draw(
        st.lists(st.lists(st.one_of(names, TEXTS), max_size=5).map(" ".join), min_size=1, max_size=3)
    )
    words = [(str(number), word) for number, text in enumerate(texts, 1) for word in text.split()]
    chosen = draw(st.lists(st.sampled_from(words), max_size=2)) if words else []
    overrides = [
        {
            "p": number,
            "quote": word,
            "entity": draw(st.sampled_from(["none", "entity-0"])),
            "as": draw(MANNERS),
        }
        for number, word in chosen
    ]
    return dossier(entities, [source("a", texts, draw(st.sampled_from(LANGUAGES)), overrides)])


LANGUAGES = ["en", "ru", "uk", "kk", "uz", "tr", "pl", "cs", "bg"]
MANNERS = st.sampled_from(["name", "role", "meant"])


@given(dossiers())
def test_offsets_hold_and_shown_mentions_keep_apart(made: Dossier) -> None:
    linked, _ = link(made)
    ends: dict[tuple[str, int], int] = {}
    for one in linked.mentions:
        text = made.sources[one.source].paragraph(one.paragraph).text
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.surface
        assert one.entity in made.entities
        if one.shown:
            place = one.source, one.paragraph
            assert ends.get(place, 0) <= one.start
            ends[place] = one.end
    order = [(one.source, one.paragraph, one.start) for one in linked.mentions]
    assert order == sorted(order)


@given(TEXTS)
def test_tokens_are_in_order_and_hold_what_the_text_has(text: str) -> None:
    where, end = passage(1, text, Vocabulary(Index("ru", registry({}, KINDS, Memo())))), 0
    assert [word[:2] for word in where.tokens] == tokens(text)
    for at, token in enumerate(where.tokens):
        assert end <= where.start(at) < where.end(at) <= len(text)
        assert token[:2] == folded(text[where.start(at) : where.end(at)])
        assert where.gap(at) == text[end if at else where.start(at) : where.start(at)]
        end = where.end(at)


@given(st.text(st.sampled_from(LETTERS + "\u0301\u0306\u0308"), min_size=1, max_size=8))
def test_composition_makes_no_difference(word: str) -> None:
    composed = [token.key for token in tokens(unicodedata.normalize("NFC", word))]
    assert composed == [token.key for token in tokens(unicodedata.normalize("NFD", word))]


@given(TEXTS)
def test_the_result_is_the_same_twice(text: str) -> None:
    made = dossier(
        [entity("gor", {"kind": "person", "names": {"en": "Mark Gor", "ru": "Марк Гор", "uk": "Марк Гор"}})],
        [source("a", [text], "ru")],
    )
    assert link(made) == link(made)


LAMPS = {"names": {"en": "Ada Lamp", "ru": "Ада Лампова", "uk": "Ада Лампова"}}
HOSTILE = {
    "names": "Ада Лампова и Лампова, ",
    "doubtful names": "Лампова Ада Лампова ",
    "dashes": "— - ",
    "initials": "А. Б. Лампова ",
    "invisible characters": "Л\u200b\u00adа\u0301",
    "capitals": "Кто Где Куда ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_a_paragraph_takes_as_long_as_it_is_long(unit: str) -> None:
    """Twice the length takes nowhere near four times the time, and no depth of calls grows with it."""
    registry = [entity("ada", {"kind": "person", **LAMPS}), entity("eva", {"kind": "person", **LAMPS})]

    def seconds(times: int) -> float:
        made = dossier(registry, [source("a", [f"{unit * times}Ада Лампова."], "ru")])
        start = time.process_time()
        link(made)
        return time.process_time() - start

    seconds(10)
    assert min(seconds(3000) for _ in range(3)) < 3 * min(seconds(1500) for _ in range(3)) + 0.01
