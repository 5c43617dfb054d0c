"""The dossier as readers of one language see it: names, links, dates, the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier import markup
from dossier.cite.runs import Runs
from dossier.cite.styles import Style, Written, style_of
from dossier.compose.index import Index
from dossier.exports.works import Work, work_of
from dossier.i18n.collation import sort_key
from dossier.i18n.coverage import State, text_state
from dossier.i18n.interface import Interface
from dossier.model import Dossier, Entity, Kind, Text
from dossier.pages.texts import Link, Target

DESCRIPTION = 160
"""About as many characters as search engines show of a description."""


@dataclass(frozen=True, slots=True)
class View:
    """An index and an interface language."""

    index: Index
    words: Interface
    _references: dict[tuple[str, str, int], Runs] = field(default_factory=dict, repr=False, compare=False)

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.index.dossier

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.words.language

    @property
    def style(self) -> Style:
        """How references are written in this language."""
        return style_of(self.language, self.dossier.settings.citations)

    def note(self, key: str, paragraph: int = 0) -> Runs:
        """A reference in full, as it stands where it is cited first."""
        return self._reference(self.style.note, "note", key, paragraph)

    def short(self, key: str, paragraph: int, *, again: bool = False) -> Runs:
        """A reference in short, as it stands where it is cited next, perhaps with no other in between."""
        form = self.style.again if again else self.style.short
        return self._reference(form, "again" if again else "short", key, paragraph)

    def _reference(self, form: Written, name: str, key: str, paragraph: int) -> Runs:
        """Written once, since many pages cite the same."""
        place, reference = (name, key, paragraph), self.dossier.references[key]
        if place not in self._references:
            self._references[place] = form(reference, self.words, paragraph)
        return self._references[place]

    def name(self, entity: str) -> str:
        """The entity's name in this language."""
        return self.words.pick(self.dossier.entities[entity].names)

    def kind_of(self, entity: str) -> Kind:
        """The entity's kind."""
        return self.dossier.kinds[self.dossier.entities[entity].kind]

    def target(self, entity: str) -> Target:
        """The entity's page."""
        return Target(f"{self.kind_of(entity).section}/{entity}")

    def link(self, entity: str, words: str = "") -> Link:
        """The entity's name, or other words, leading to its page."""
        return Link(words or self.name(entity), self.target(entity))

    def source_title(self, key: str) -> str:
        """The headline in this language, without the brackets of a supplied one; else the key."""
        fields = self.dossier.references[key].fields
        title = fields.get(f"title_{self.language}") or fields.get("title") or "unknown"
        return key if title == "unknown" else unbracketed(title)

    def source_link(self, key: str, paragraph: int = 0) -> Link:
        """A source's title leading to its page, or to a paragraph of it."""
        fragment = f"p{paragraph}" if paragraph else ""
        return Link(self.source_title(key), Target(f"sources/{key}", fragment))

    def work(self, key: str) -> Work:
        """What a reference is to other programs."""
        return work_of(self.dossier.references[key], article=key in self.dossier.sources)

    def entities_of(self, kind: Kind) -> list[Entity]:
        """The entities of a kind in the order of this language's alphabet."""
        found = [entity for entity in self.dossier.entities.values() if entity.kind == kind.id]
        return sorted(found, key=lambda entity: sort_key(self._filed(entity.id, kind), self.language))

    def _filed(self, entity: str, kind: Kind) -> str:
        """The name as the alphabet files it: persons by the last word, their surname."""
        name = self.name(entity)
        if kind.names != "person":
            return name
        given, _, surname = name.rpartition(" ")
        return f"{surname} {given}"

    def chosen(self, text: Text) -> str:
        """The language in which readers see one of our texts: theirs, or the base where it is missing."""
        return self.language if self.language in text else self.dossier.settings.default_language

    def state(self, text: Text) -> State:
        """How far the text is translated into this language."""
        return text_state(text, self.language, self.dossier)

    def plain(self, text: Text) -> tuple[str, str]:
        """One of our texts without marks, and its language where that is not the page's."""
        language = self.chosen(text)
        plain = markup.plain_text(markup.parse(text[language]), self.index.names[language])
        return plain, "" if language == self.language else language

    def description(self, text: Text) -> str:
        """The beginning of one of our texts, for a search engine's list; says so if it is not translated."""
        plain, language = self.plain(text)
        return cut(f"({self.words.say('not yet translated')}) {plain}" if language else plain)

    def waiting(self, record: str) -> Target:
        """Where it is said what of a record, ``people/joe-biden``, is not translated into this language."""
        return Target("translations", f"{self.language}/{record}")


def unbracketed(title: str) -> str:
    """A headline without the square brackets of one that editors supplied."""
    return title.removeprefix("[").removesuffix("]")


def cut(plain: str, width: int = DESCRIPTION) -> str:
    """The beginning of a plain text, cut at a word."""
    words = " ".join(plain.split())
    if len(words) <= width:
        return words
    return words[:width].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"


def kept_whole(text: str, names: Iterable[str], width: int = DESCRIPTION) -> str:
    """A text and after it as many names as the width has room for, none of them cut."""
    listed = ""
    for name in names:
        longer = f"{listed}, {name}" if listed else f" {name}"
        if len(text) + len(longer) >= width:
            break
        listed = longer
    return f"{text}{listed}." if listed else text
