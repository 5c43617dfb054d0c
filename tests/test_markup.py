"""The Markdown subset of our own texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.markup import (
    MAX_DEPTH,
    Background,
    Citation,
    Emphasis,
    EntityLink,
    Inline,
    Malformed,
    Plain,
    WebLink,
    parse,
    parse_markdown,
    plain_text,
    walk,
)
from dossier.model import Locator


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("words", [Plain("words")]),
        ("*a*", [Emphasis((Plain("a"),), strong=False)]),
        ("**a**", [Emphasis((Plain("a"),), strong=True)]),
        ("[@key p4]", [Citation((Locator("key", 4),))]),
        ("[@key p1, p3]", [Citation((Locator("key", 1), Locator("key", 3)))]),
        ("[@key]", [Citation((Locator("key", 0),))]),
        ("[@key p0]", [Malformed("[@key p0]")]),
        ("[@key p4", [Malformed("[@key p4")]),
        ("[@Key p4]", [Malformed("[@Key p4]")]),
        ("[[an-id]]", [EntityLink("an-id", "")]),
        ("[[an-id|words]]", [EntityLink("an-id", "words")]),
        ("[[an-id| words ]]", [EntityLink("an-id", "words")]),
        ("[[An Id]]", [Malformed("[[An Id]]")]),
        ("[[an-id]", [Malformed("[[an-id"), Plain("]")]),
        ("[background]", [Background()]),
        ("[Background]", [Plain("[Background]")]),
        ("\\[background]", [Plain("[background]")]),
        ("[a](https://b.example)", [WebLink("https://b.example", (Plain("a"),))]),
        ("[a](javascript:b)", [WebLink("javascript:b", (Plain("a"),))]),
        ("<b>a</b>", [Plain("<b>a</b>")]),
        ("# a", [Plain("# a")]),
        ("- a", [Plain("- a")]),
        ("`a`", [Plain("`a`")]),
        ("![a](b)", [Plain("!"), WebLink("b", (Plain("a"),))]),
        ("&lt; {{ x }}", [Plain("&lt; {{ x }}")]),
        ("    four blanks are no code", [Plain("four blanks are no code")]),
        (
            "*a [@key p1] [[b]]*",
            [
                Emphasis(
                    (Plain("a "), Citation((Locator("key", 1),)), Plain(" "), EntityLink("b", "")),
                    strong=False,
                )
            ],
        ),
    ],
)
def test_a_text_means(text: str, inlines: list[Inline]) -> None:
    assert parse(text) == (tuple(inlines),)


def test_blank_lines_part_paragraphs() -> None:
    assert parse("a\nb\n\nc") == ((Plain("a"), Plain("\n"), Plain("b")), (Plain("c"),))


def test_walking_meets_parents_before_children() -> None:
    inner = Plain("a")
    outer = Emphasis((inner,), strong=False)
    assert list(walk(((outer,),))) == [outer, inner]


def test_a_text_is_heard_without_marks_and_with_names() -> None:
    text = "*Ada* met [[bea]] and [[cy|Mr Cy]] [@key p1] . So [background]."
    assert plain_text(parse(text), {"bea": "Bea"}) == "Ada met Bea and Mr Cy. So."


@pytest.mark.parametrize("piece", ["*", "**a *b ", "[", "[[", "[@", "_a_*b*", "\\", "![", "]("])
def test_no_text_is_too_intricate(piece: str) -> None:
    """Nor does it take long, nor go deeper than a page can be rendered."""
    text = f"{piece * 3000}a{piece[::-1] * 3000}"
    assert plain_text(parse(text), {})
    assert max(map(depth, parse(text)[0])) <= MAX_DEPTH


def depth(inline: Inline) -> int:
    """How many marks stand within one another."""
    return 1 + max(map(depth, inline.children), default=0) if isinstance(inline, Emphasis | WebLink) else 0


SIGNS = st.text(alphabet="[]@|()*\\ \n<>&`!_#-ap19\u00e9\u0301\ue000{}%", max_size=60)


@given(SIGNS | st.text(max_size=60))
def test_any_text_is_understood_somehow(text: str) -> None:
    blocks = parse(text)
    assert all(isinstance(inline, Inline) for inline in walk(blocks))


@given(st.lists(st.text(alphabet="abc,.;:!? жїґ’“”«»–", min_size=1).filter(str.strip), min_size=1))
def test_a_text_without_signs_is_what_it_says(paragraphs: list[str]) -> None:
    """Words come back as they were, but for the white space around lines."""
    text = "\n\n".join(paragraphs)
    blocks = parse(text)
    assert [inline for inline in walk(blocks) if not isinstance(inline, Plain)] == []
    assert ["".join(i.text for i in b if isinstance(i, Plain)) for b in blocks] == [
        p.strip(" ") for p in paragraphs
    ]


PLAIN = [
    "A lamp",
    "Лампа.",
    " ",
    "  ",
    "\u00a0",
    "\t",
    "\u2028",
    "!",
    "|",
    "~~",
    "http://a.b",
    "&amp;",
    "<b>",
]
MARKS = ["*", "_", "\\", "[", "]", "`", "\n", "\r\n", "\0", "# ", "1. ", "- ", "> ", "    "]
ADDITIONS = ["[background]", "[@key p4]", "[@Key!]", "[[lamp]]", "[[lamp|a *lamp*]]", "[[|]]"]
TEXTS = st.lists(st.sampled_from(PLAIN + ADDITIONS) | st.sampled_from(MARKS), max_size=8).map("".join)


@given(TEXTS)
def test_a_simple_paragraph_is_what_markdown_makes_of_it(text: str) -> None:
    assert parse(text) == parse_markdown(text)
