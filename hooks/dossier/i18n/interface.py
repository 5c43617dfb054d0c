"""The interface's words in one language: translation, plural forms, dates, quotation marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from gettext import c2py

from dossier.i18n.dates import say_period
from dossier.i18n.edtf import say_edtf
from dossier.i18n.quotation import MARKS
from dossier.model import Messages, Words


@lru_cache(maxsize=64)
def _plural(rule: str) -> Callable[[int], int]:
    """Which plural form goes with a number, by the rule of a PO file."""
    found: Callable[[int], int] = c2py(rule)
    return found


class Interface:
    """What templates and page composition ask for when they need words.

    >>> Interface("en").count(2, "{n} claim", "{n} claims")
    '2 claims'
    """

    def __init__(self, language: str, messages: Messages | None = None) -> None:
        self.language = language
        self._texts = messages.texts if messages else {}
        self._plural = _plural(messages.plural_forms if messages else "n != 1")

    def say(self, words: str, **values: object) -> str:
        """The words in this language, with ``{name}`` places filled."""
        text = self._texts.get(words, (words,))[0]
        return text.format(**values) if values else text

    def count(self, n: int, one: str, many: str, **values: object) -> str:
        """The plural form that goes with ``n``, with ``{n}`` filled."""
        forms = self._texts.get(one) or (one, many)
        return forms[min(self._plural(n), len(forms) - 1)].format(n=n, **values)

    def date(self, text: str) -> str:
        """A record's date as this language writes it."""
        return say_edtf(text, self) or self.say("date unknown")

    def period(self, start: str, end: str) -> str:
        """A term of office as this language writes it; empty when neither end is stated."""
        return say_period(start, end, self)

    def quoted(self, text: str) -> str:
        """The text between this language's quotation marks."""
        left, right = MARKS.get(self.language, MARKS["en"])
        return f"{left}{text}{right}"

    def pick(self, words: Words) -> str:
        """The text in this language; of names in other languages only, the first one."""
        return words.get(self.language) or next(iter(words.values()), "")
