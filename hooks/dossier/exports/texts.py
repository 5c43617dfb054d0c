"""Our own texts for formats that know no marks: what a reader hears, in every language there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier import markup
from dossier.i18n.coverage import State, text_state
from dossier.model import Dossier, Text, Words


@dataclass(frozen=True, slots=True)
class Texts:
    """Turns texts of a dossier into plain ones."""

    dossier: Dossier
    _names: dict[str, dict[str, str]] = field(default_factory=dict)

    def plain(self, words: Words) -> dict[str, str]:
        """Language → text without marks and citations; links show the names of that language."""
        return {language: self._plain(text, language) for language, text in words.items()}

    def told(self, key: str, text: Text) -> Mapping[str, Words]:
        """The plain texts under ``key``.

        Beside it, ``key_markup`` holds the texts as recorded, where that differs, and ``key_states`` says
        which ones a machine made or are older than their original.
        """
        plain = self.plain(text)
        recorded = {language: words for language, words in text.items() if words != plain[language]}
        states = {language: text_state(text, language, self.dossier).value for language in text}
        open_ = {language: state for language, state in states.items() if state != State.CURRENT}
        found = {key: plain, f"{key}_markup": recorded, f"{key}_states": open_}
        return {name: words for name, words in found.items() if words}

    def _plain(self, text: str, language: str) -> str:
        return markup.plain_text(markup.parse(text), self._named(language))

    def _named(self, language: str) -> dict[str, str]:
        if language not in self._names:
            entities = self.dossier.entities.items()
            self._names[language] = {
                id_: entity.names.get(language) or next(iter(entity.names.values()))
                for id_, entity in entities
            }
        return self._names[language]
