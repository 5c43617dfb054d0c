"""An article is shown character for character, whatever stands on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.compose.index import make_index
from dossier.compose.segments import pieces
from dossier.compose.view import View
from dossier.i18n.interface import Interface
from dossier.model import LinkedDossier, Mention, Note, Quote, Text
from dossier.pages.sources import NoteRow, ParagraphRow
from dossier.pages.texts import Target, Words
from dossier.paragraphs import split
from dossier.problems import Location
from dossier.render.fragment import part
from dossier.render.urls import Site, Urls
from tests.dossiers import PROJECT
from tests.link.helpers import dossier, entity, source
from tests.reading import Element, Page, pages, stripped

WHERE = Location("data/test.yml")
ADA = entity("ada-reed", {"kind": "person", "names": dict.fromkeys(["en", "ru", "uk"], 'Ada "<b>" Reed')})
VIEW = View(make_index(LinkedDossier(dossier([ADA], [source("a", "text", "en")]), ())), Interface("en"))
URLS = Urls(Site(("en",)), "en", "sources/a/")
SIGNS = st.text(alphabet="ab <>&\"'{}%#\\\n\t;–«»ёї\u0301\u00a0\u200b\U0001f4da", max_size=40)
TEXTS = SIGNS | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=40)


def shown(row: ParagraphRow) -> str:
    """The macro's HTML."""
    return str(part("paragraph", VIEW.words, URLS, of="paragraph.html", row=row, source_language="en"))


def original(html: str) -> str:
    """What stands between the tags of the article's own paragraph."""
    before, _, rest = html.partition('<p class="d-original" lang="en">')
    assert before
    inner, _, after = rest.partition("</p>\n")
    assert after
    return stripped(inner)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Mention], dict[int, Note]]:
    """A text, mentions that do not overlap one another, and notes that overlap anything."""
    text = draw(TEXTS.filter(bool))
    places = st.integers(0, len(text))
    cuts = sorted(draw(st.sets(places, max_size=8)))
    mentions = [
        Mention("a", 1, start, end, text[start:end], "ada-reed", "name", "exact-name")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    spans = draw(st.lists(st.tuples(places, places).filter(lambda span: span[0] < span[1]), max_size=4))
    notes = {
        number: Note(
            f"note-{number}",
            Quote("a", 1, start, end, text[start:end]),
            "context",
            Text(words={"en": "x"}),
            WHERE,
        )
        for number, (start, end) in enumerate(spans, 1)
    }
    return text, mentions, notes


def row(text: str, mentions: list[Mention], notes: dict[int, Note]) -> ParagraphRow:
    remarks = tuple(
        NoteRow(
            number, note.id, note.kind, note.quote.text, "", ((Words("x"),),), background=False, record=WHERE
        )
        for number, note in notes.items()
    )
    return ParagraphRow(1, pieces(text, mentions, notes, VIEW), remarks, (), (), ())


@given(annotated())
def test_the_segments_are_the_text(case: tuple[str, list[Mention], dict[int, Note]]) -> None:
    text, mentions, notes = case
    found = pieces(text, mentions, notes, VIEW)
    assert "".join(segment.text for piece in found for segment in piece.segments) == text
    linked = ["".join(s.text for s in piece.segments) for piece in found if piece.target]
    assert linked == [mention.surface for mention in mentions]
    for number, note in notes.items():
        noted = "".join(s.text for piece in found for s in piece.segments if number in s.notes)
        assert noted == note.quote.text


@given(annotated())
def test_the_page_without_its_tags_is_the_text(case: tuple[str, list[Mention], dict[int, Note]]) -> None:
    assert original(shown(row(*case))) == case[0]


def test_a_mention_leads_to_its_entity() -> None:
    mention = Mention("a", 1, 0, 3, "Ada", "ada-reed", "name", "exact-name")
    found = pieces("Ada spoke", [mention], {}, VIEW)
    assert [piece.target for piece in found] == [Target("people/ada-reed"), None]


@pytest.fixture(scope="session")
def found(site: Path) -> dict[str, Page]:
    return pages(site)


def within(element: Element, class_: str) -> str:
    """The id of the element of a class around this one."""
    return next(outer.get("id") for outer in element.inside if class_ in outer.classes)


@pytest.mark.parametrize("prefix", ["", "ru/", "uk/"], ids=["en", "ru", "uk"])
@pytest.mark.parametrize("record", sorted(path.stem for path in (PROJECT / "data" / "sources").glob("*.yml")))
def test_every_article_of_the_project_is_shown_as_received(
    found: dict[str, Page], record: str, prefix: str
) -> None:
    written = (PROJECT / "data" / "sources" / f"{record}.yml").read_text(encoding="utf-8")
    file = next(line.removeprefix("file: ") for line in written.splitlines() if line.startswith("file: "))
    article = (PROJECT / "seeds" / file).read_bytes().decode("utf-8")
    page = found[f"{prefix}sources/{record}/index.html"]
    shown = {within(p, "d-paragraph"): p.text for p in page.all("p", "d-original")}
    assert shown == {f"p{paragraph.number}": paragraph.text for paragraph in split(article)}
