"""Articles come out of web pages and of print as their readers saw them; cases are data."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.intake.printed import FORM_FEED, take_printed
from dossier.intake.taken import Untaken
from dossier.intake.taking import PAGE, PRINTED, TEXT, form_of, take
from dossier.intake.web_page import take_page

HERE = Path(__file__).parent


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]


@pytest.mark.parametrize("case", cases("pages"))
def test_a_page_gives_its_article(case: dict[str, Any]) -> None:
    data = case["page"].encode(case.get("encoding", "utf-8"))
    taken = take_page(data, case.get("language", "en"))
    found = {"paragraphs": taken.paragraphs, "said": dict(taken.said)}
    assert {name: value for name, value in found.items() if name in case} == {
        name: case[name] for name in found if name in case
    }
    assert set(case.get("remarks", ())) <= set(taken.remarks)


@pytest.mark.parametrize("case", cases("printed"))
def test_print_gives_its_article(case: dict[str, Any]) -> None:
    taken = take_printed(case["text"].replace("=====\n", FORM_FEED).encode())
    assert taken.paragraphs == case["paragraphs"]
    assert set(case.get("remarks", ())) <= {" ".join(one.split()) for one in taken.remarks}


@pytest.mark.parametrize("case", cases("refused"))
def test_what_holds_no_article_is_refused_with_a_hint(case: dict[str, Any]) -> None:
    data = case["bytes"].encode("latin-1")
    number, piece, end = case.get("repeat", (0, "", ""))
    data += piece.encode() * number + end.encode()
    line, why, hint = case["told"]
    with pytest.raises(Untaken) as refusal:
        take(data, form_of(data), "en")
    assert why in str(refusal.value)
    assert hint in refusal.value.hint
    assert refusal.value.line == line


FORMS = {
    "<!DOCTYPE html><p>x": PAGE,
    "\ufeff \n<!-- saved -->\n<HTML>": PAGE,
    "<?xml version='1.0'?><html/>": PAGE,
    "The <html> element, explained.": TEXT,
    " date 2024-06-02 The bridge is open.": TEXT,
    "One page.\n\fAnother.": PRINTED,
}


@pytest.mark.parametrize("text", FORMS)
def test_the_form_is_told_by_what_stands_in_the_file(text: str) -> None:
    assert form_of(text.encode()) == FORMS[text]


WORDS = st.lists(
    st.text(st.sampled_from("abcабвії 1.,—«»“”<&"), min_size=30, max_size=90), min_size=1, max_size=9
)


def plain(words: str) -> str:
    return " ".join(words.split())


@settings(deadline=None, max_examples=60)
@given(WORDS)
def test_every_paragraph_of_an_article_comes_out_once_in_order(texts: list[str]) -> None:
    written = [f"Absatz {number} {words} Ende." for number, words in enumerate(texts)]
    page = "".join(f"<p>{html.escape(words)}</p>\n" for words in written)
    taken = take_page(f"<html><body><article>{page}</article></body></html>".encode(), "de")
    assert [plain(one) for one in taken.paragraphs] == [plain(one) for one in written]


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<html>", b"<html><body><p>", b"<meta charset=utf-16>", b"\f"]),
)
def test_no_bytes_end_in_anything_but_an_article_or_a_refusal(data: bytes, begin: bytes) -> None:
    for form in (PAGE, PRINTED):
        try:
            taken = take(begin + data, form, "en")
        except Untaken:
            continue
        assert all(one.strip() for one in taken.paragraphs)
        assert "\n\n" not in "".join(taken.paragraphs)
