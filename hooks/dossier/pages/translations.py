"""How far each language has come."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.pages.texts import Link
from dossier.pages.timelines import UNFOLDED
from dossier.problems import Location


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A text or paragraph that is not translated, or not for good."""

    link: Link
    state: str
    record: Location | None
    """Where to mend it; None where the file is not there yet."""
    file: str


@dataclass(frozen=True, slots=True)
class CoverageGroup:
    """What waits of one page."""

    id: str
    link: Link
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class LanguageCoverage:
    """How far a language is translated."""

    code: str
    name: str
    counts: tuple[tuple[str, int], ...]
    """How many texts and paragraphs are in each state."""
    groups: tuple[CoverageGroup, ...]

    @property
    def waiting(self) -> int:
        """How many texts and paragraphs the groups list."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def folded(self) -> bool:
        """Whether the list is so long that it is folded."""
        return self.waiting > UNFOLDED


@dataclass(frozen=True, slots=True)
class ArticleCell:
    """What of an article can be read in a language: ``original``, ``whole``, ``part`` or ``none``."""

    kind: str
    done: int
    total: int
    """Paragraphs."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article, the language it is written in, and what can be read of it in each of the site's."""

    link: Link
    language: str
    cells: tuple[ArticleCell, ...]


@dataclass(frozen=True, slots=True)
class ArticleLanguages:
    """Which articles can be read in which language."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """For each language how many are originals, translated wholly, in part and not at all."""
    rows: tuple[ArticleRow, ...]
    """The newest first."""
    others: int
    """Further articles, which are only counted."""


@dataclass(frozen=True, slots=True)
class TranslationsBody:
    """How far each language is translated."""

    languages: tuple[LanguageCoverage, ...]
    articles: ArticleLanguages
