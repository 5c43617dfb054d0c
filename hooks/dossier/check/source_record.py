"""A source record under check, and the spans of articles that its parts name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.check.context import Context
from dossier.check.quotes import lock
from dossier.check.shape import Shaped
from dossier.model import Paragraph, Quote
from dossier.problems import Location, did_you_mean


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source record under check."""

    key: str
    shaped: Shaped
    texts: Mapping[str, tuple[Paragraph, ...]]
    """Paragraphs of every article, by source key: evidence may stand in another one."""
    context: Context

    def list(self, part: str) -> Iterable[tuple[int, dict[str, Any]]]:
        """The items of a part with their positions."""
        return enumerate(self.shaped.data.get(part, []))

    def where(self, *path: str | int) -> Location:
        """The place of a value, or of the nearest value around it."""
        return self.shaped.where(*path)

    def quote(self, span: Mapping[str, Any], *path: str | int) -> Quote | None:
        """The locked span, or None and a problem."""
        source = span.get("source", self.key)
        if source not in self.context.paragraphs:
            where = self.where(*path, "source")
            hint = did_you_mean(source, self.texts) or "name a file of data/sources/, without .yml"
            self.context.problems.error("unknown-source", where, f"there is no source “{source}”", hint)
            return None
        if source not in self.texts:
            return None
        return lock(source, self.texts[source], span, self.where(*path, "quote"), self.context.problems)
