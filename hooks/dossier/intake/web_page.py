"""The article in a web page: its text without navigation, scripts and what is hidden.

Which part of a page is its article, trafilatura decides (A. Barbaresi, “Trafilatura: A Web Scraping Library
and Command-Line Tool for Text Discovery and Extraction”, ACL 2021). How much it left out is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dossier.i18n.quotation import MARKS
from dossier.intake.characters import page_text, welcome
from dossier.intake.taken import TEXT_ALONE, Taken, Untaken

_UNSEEN = "//template|//noscript|//*[@hidden]|//*[@aria-hidden='true']"
_WORDS = "//body//text()[not(ancestor::script or ancestor::style)]"
_BLOCKS = frozenset(["p", "head", "list", "item", "quote", "table", "row", "code"])
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_SPACES = re.compile(r"[^\S\n]+")
_MOST = 100_000
"""Elements of a page that is looked at; articles have some thousands."""
_SETTINGS = {"MIN_EXTRACTED_SIZE": "0", "EXTENSIVE_DATE_SEARCH": "off"}
"""Short articles are as good as long ones, and would lose their paragraphs in what stands in for them; a date
is what the page names as its own."""
_HEAD = {"title": "title", "author": "author", "date": "date", "sitename": "publisher", "url": "url"}
"""What trafilatura reads of a page → the field of the bibliography that it might be."""


def take_page(data: bytes, language: str) -> Taken:
    """The article of a web page; Untaken where there is none, or the page cannot be read."""
    text, remarks = welcome(page_text(data).replace("\f", " "))
    page = _tree(text)
    root_language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for unseen in page.xpath(_UNSEEN):
        unseen.drop_tree()
    _mark_quotations(page, language)
    all_words = sum(len(words.split()) for words in page.xpath(_WORDS))
    found = _article(page)
    paragraphs = list(_paragraphs(found.body)) if found else []
    if not paragraphs:
        raise Untaken("no article is found in the page", TEXT_ALONE)
    said = [(field, str(value)) for name, field in _HEAD.items() if (value := getattr(found, name))]
    said += [("language", root_language)] if root_language else []
    taken = sum(len(one.split()) for one in paragraphs)
    return Taken(
        paragraphs,
        [(field, f"{value}{_line_of(value, text)}") for field, value in said],
        [f"taken for the article: {taken} of the page’s {all_words} words; compare", *remarks],
    )


def _article(page: Any) -> Any:
    """What trafilatura finds in the page, which it changes; None where it finds nothing."""
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    settings = use_config()
    for name, value in _SETTINGS.items():
        settings.set("DEFAULT", name, value)
    return bare_extraction(
        page, include_comments=False, favor_recall=True, fast=True, with_metadata=True, config=settings
    )


def _tree(text: str) -> Any:
    """The page as elements; Untaken where the parser gave up, since what it has may lack the rest."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Untaken("the page is empty", "look whether it was saved whole") from None
    elements = sum(1 for _ in page.iter())
    if elements > _MOST:
        raise Untaken(f"the page has {elements} elements, more than the {_MOST} allowed", TEXT_ALONE)
    fatal = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    if fatal:
        why = f"the page cannot be read to its end: {fatal[0].message.partition(',')[0]}"
        raise Untaken(why, TEXT_ALONE, fatal[0].line)
    return page


def _mark_quotations(page: Any, language: str) -> None:
    """Write the quotation marks that browsers draw around ``<q>``."""
    opening, closing = MARKS.get(language.partition("-")[0], ("“", "”"))
    for quoted in page.iter("q"):
        quoted.text = opening + (quoted.text or "")
        if len(quoted):
            quoted[-1].tail = (quoted[-1].tail or "") + closing
        else:
            quoted.text += closing
        quoted.tag = "span"


def _paragraphs(body: Any) -> Iterator[str]:
    """The text of each block that holds no other, and what stands beside blocks; two breaks part blocks."""
    for block in _blocks(body):
        for part in _BREAK.split(block):
            lines = (_SPACES.sub(" ", line).strip() for line in part.split("\n"))
            words = "\n".join(filter(None, lines))
            if words:
                yield words


def _blocks(element: Any) -> Iterator[str]:
    if element.tag == "row":
        yield " | ".join(" ".join("".join(cell.itertext()).split()) for cell in element)
        return
    text = _flat(element.text)
    for child in element:
        if child.tag in _BLOCKS and (child.tag != "quote" or element.tag != "p"):
            yield text
            yield from _blocks(child)
            text = ""
        elif child.tag == "lb":
            text += "\n"
        else:
            text += _flat("".join(child.itertext()))
        text += _flat(child.tail)
    yield text


def _flat(text: str | None) -> str:
    """In HTML the end of a line is a space."""
    return (text or "").replace("\n", " ")


def _line_of(words: str, page: str) -> str:
    """Where in the page's file the words stand, if they do so letter for letter."""
    at = page.find(words)
    return f"   (line {page.count(chr(10), 0, at) + 1})" if at >= 0 else ""
