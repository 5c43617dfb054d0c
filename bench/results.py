"""What :mod:`bench.build` measured on one machine, as it is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

KEPT = Path(__file__).resolve().parent / "results.json"
FULL, NOTHING = "full build", "nothing changed"


@dataclass(frozen=True, slots=True)
class Built:
    """A build: seconds, megabytes of its largest process, and the site that it left."""

    cpu: float
    wall: float
    memory: float
    pages: int
    files: int
    bytes: int

    @property
    def page(self) -> float:
        """Milliseconds of CPU a page."""
        return 1000 * self.cpu / self.pages


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured with so many articles."""

    articles: int
    stages: Mapping[str, float]
    """CPU seconds of each stage of a full build."""
    ours: Mapping[str, Built]
    """What was built, in the order in which it was: :data:`FULL`, :data:`NOTHING`, then the changes."""
    peers: Mapping[str, Built | None]
    """Other generators with the same pages; None for one that was not installed."""

    @property
    def full(self) -> Built:
        """Our own full build."""
        return self.ours[FULL]


@dataclass(frozen=True, slots=True)
class Results:
    """Sizes from the smallest to the largest, measured one after the other on one machine."""

    python: str
    processors: int
    sizes: tuple[Size, ...]

    @property
    def beside(self) -> Size:
        """The largest dossier that others built too; where they built none, the largest."""
        return next((size for size in reversed(self.sizes) if any(size.peers.values())), self.sizes[-1])

    def with_sizes(self, other: Results) -> Results:
        """These and those of another run on the same machine, which stand in for these of the same size."""
        sizes = {size.articles: size for size in (*self.sizes, *other.sizes)}
        return replace(other, sizes=tuple(sizes[number] for number in sorted(sizes)))


def save(results: Results, path: Path = KEPT) -> None:
    """Write them as JSON; three digits behind the point are more than they are worth."""
    rounded = json.loads(json.dumps(asdict(results)), parse_float=lambda digits: round(float(digits), 3))
    path.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def load(path: Path = KEPT) -> Results:
    """Those that were kept."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Results(found["python"], found["processors"], tuple(map(_size, found["sizes"])))


def _size(found: Mapping[str, Any]) -> Size:
    ours = {name: Built(**one) for name, one in found["ours"].items()}
    peers = {name: Built(**one) if one else None for name, one in found["peers"].items()}
    return Size(found["articles"], found["stages"], ours, peers)
