"""Which pages cite a paragraph, each with the sentence or fact that rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier import markup
from dossier.compose.contexts import after, before
from dossier.compose.facts import role_words, value_words
from dossier.compose.view import View
from dossier.model import Fact, Locator, Tenure, Text
from dossier.pages.sources import Backlink
from dossier.pages.texts import Passage


def backlinks(locator: Locator, view: View) -> Iterator[Backlink]:
    """The pages of the entities whose summary, roles or facts cite the paragraph."""
    for entity, parts in view.index.cited_by.get(locator, {}).items():
        passages = (passage for part in parts for passage in _passages(part, entity, locator, view))
        yield Backlink(view.link(entity), tuple(passages))


def _passages(part: Tenure | Fact | Text, entity: str, locator: Locator, view: View) -> Iterator[Passage]:
    if not isinstance(part, Text):
        yield Passage(_stated(part, entity, view))
        return
    language = view.chosen(part)
    foreign = "" if language == view.language else language
    for sentence in citing_sentences(part[language], locator, view.index.names[language]):
        yield Passage(sentence, foreign)


def _stated(part: Tenure | Fact, entity: str, view: View) -> str:
    """A role, or a fact behind its label."""
    if isinstance(part, Tenure):
        return role_words(part, view)
    field = next(one for one in view.kind_of(entity).fields if one.id == part.field)
    return f"{view.words.pick(field.label)}: {value_words(field, part, view)}"


def citing_sentences(text: str, locator: Locator, names: Mapping[str, str]) -> list[str]:
    """The sentences of one of our texts that cite a paragraph, without marks, each once."""
    found: dict[str, None] = {}
    for block in markup.parse(text):
        plain = markup.plain_text((block,), names)
        for position, inline in enumerate(block):
            if _cites(inline, locator):
                # A citation supports what stands before it, on either side of the full stop; emphasised
                # words that hold one belong to that themselves.
                end = position if isinstance(inline, markup.Citation) else position + 1
                last = max(len(markup.plain_text((block[:end],), names)) - 1, 0)
                found[(before(plain, last) + after(plain, last)).strip()] = None
    return list(found)


def _cites(inline: markup.Inline, locator: Locator) -> bool:
    inside = markup.walk(((inline,),))
    return any(isinstance(one, markup.Citation) and locator in one.locators for one in inside)
