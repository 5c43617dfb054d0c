"""Who is named in an article: by kind, with counts, and where first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.compose.view import View
from dossier.i18n.collation import sort_key
from dossier.model import Mention
from dossier.pages.sources import NamedGroup, NamedRow
from dossier.pages.texts import Target


def named(mentions: Iterable[Mention], view: View) -> Iterator[NamedGroup]:
    """The entities of one article's mentions, which come in the order of the text."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.entity, []).append(mention)
    for kind in view.dossier.kinds.values():
        of_kind = {id_: its for id_, its in found.items() if view.kind_of(id_) is kind}
        if of_kind:
            yield NamedGroup(view.words.pick(kind.many), kind.marker, tuple(_rows(of_kind, view)))


def _rows(found: dict[str, list[Mention]], view: View) -> Iterator[NamedRow]:
    """Most often named first."""
    order = sorted(found, key=lambda id_: (-len(found[id_]), sort_key(view.name(id_), view.language)))
    for id_ in order:
        first = min(mention.paragraph for mention in found[id_])
        yield NamedRow(view.link(id_), len(found[id_]), Target("", f"p{first}"))
