"""How far each language has what the base has: which translations are current, stale, machine-made, missing.

Articles are translated paragraph by paragraph from the article's language, our own texts from the site's
default language. A translation remembers the fingerprint of what it was made from; that it was made from
something else than what stands there now is all that “stale” says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.i18n.fingerprint import fingerprint
from dossier.model import Dossier, Source, Text, Tie, TranslatedParagraph
from dossier.problems import Location


class State(StrEnum):
    """What a translation is; of several that hold, the gravest."""

    CURRENT = "current"
    MACHINE = "machine"
    """Made by a program from what stands there now, and not yet read by a person."""
    STALE = "stale"
    MISSING = "missing"


MACHINE = "machine"
"""Who translated, where it was a program."""
UNTIED = "untied"
"""How many current ones nothing ties to what they are made from, among the counts."""


@dataclass(frozen=True, slots=True)
class Translated:
    """One text or paragraph in one language."""

    language: str
    record: str
    """What it belongs to: ``people/joe-biden``, ``sources/<key>``."""
    part: str
    """``summary``, ``claims/<id>`` …, or ``p4`` of an article."""
    state: State
    tied: bool
    where: Location
    """Where it is written or, if it is missing, would be."""
    is_written: bool
    """Whether that file is there."""
    is_paragraph: bool
    """Whether it is a paragraph of an article, and no text of ours."""

    @property
    def is_open(self) -> bool:
        """Whether an editor has something to do, beyond reading what a program made."""
        return self.state in (State.STALE, State.MISSING) or not self.tied


def text_state(text: Text, language: str, dossier: Dossier) -> State:
    """What one of our own texts is in a language."""
    base = dossier.settings.default_language
    tie = dossier.ties.get((language, text.key))
    if language not in text:
        return State.MISSING
    if language == base or tie is None:
        return State.CURRENT
    return _state(tie.fingerprint, text[base], machine=tie.machine)


def paragraph_state(translated: TranslatedParagraph | None, paragraph: str) -> State:
    """What the translation of a paragraph with this text is."""
    if translated is None:
        return State.MISSING
    return _state(translated.of, paragraph, machine=translated.by == MACHINE)


def _state(made_from: str, base: str, *, machine: bool) -> State:
    if made_from and made_from != fingerprint(base):
        return State.STALE
    return State.MACHINE if machine else State.CURRENT


def coverage(dossier: Dossier) -> Iterator[Translated]:
    """Every text and paragraph in every language but its own, language by language."""
    base, *others = dossier.settings.languages
    for language in (base, *others):
        if language != base:
            yield from (_text(text, language, dossier) for text in dossier.texts.values())
        for source in dossier.sources.values():
            if source.language != language:
                yield from _paragraphs(source, language, dossier)


def _text(text: Text, language: str, dossier: Dossier) -> Translated:
    section, id_, part = text.key.split("/", 2)
    state = text_state(text, language, dossier)
    tied = state is State.MISSING or (language, text.key) in dossier.ties
    where = text.places.get(language, text.where)
    return Translated(
        language, f"{section}/{id_}", part, state, tied, where, is_written=True, is_paragraph=False
    )


def _paragraphs(source: Source, language: str, dossier: Dossier) -> Iterator[Translated]:
    translation = dossier.translations.get((language, source.key))
    found = {one.number: one for one in translation.paragraphs} if translation else {}
    file = Location(f"data/translations/{language}/{source.key}.yml")
    for paragraph in source.paragraphs:
        one = found.get(paragraph.number)
        yield Translated(
            language=language,
            record=f"sources/{source.key}",
            part=f"p{paragraph.number}",
            state=paragraph_state(one, paragraph.text),
            tied=one is None or bool(one.of),
            where=one.where if one else file,
            is_written=translation is not None,
            is_paragraph=True,
        )


def left_over(dossier: Dossier) -> Iterator[tuple[str, str, Tie]]:
    """Language, key and tie of each text that is gone, or not there in that language."""
    for (language, key), tie in dossier.ties.items():
        if language not in dossier.texts.get(key, ()):
            yield language, key, tie


def counted(found: Iterable[Translated]) -> Counter[str]:
    """How many are in each state, and how many of the current ones are not tied."""
    counts: Counter[str] = Counter()
    for one in found:
        counts[one.state] += 1
        counts[UNTIED] += not one.tied
    return counts
