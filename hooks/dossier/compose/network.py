"""Who is connected with whom in the whole dossier: an arc diagram of the closest, and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dossier.compose.connections import SIZE
from dossier.compose.interactions import contacts
from dossier.compose.view import View
from dossier.i18n.collation import sort_key
from dossier.lettering import shortened
from dossier.model import Claim
from dossier.pages.connections import NetworkBody, NetworkKind, NetworkNode, NetworkPair
from dossier.pages.page import Page

NETWORK = "network"
DRAWN, ARCS, LISTED = 30, 60, 100
"""So many entities and arcs the picture shows, and so many pairs the table."""
NARROW_ROOM, WIDE_ROOM = 200.0, 540.0
"""For a name beside its dot, in the picture's units, on small screens and on others."""

Pair = tuple[str, str]


def network_page(view: View) -> Page:
    """The entities that most claims connect, by kind, and the pairs."""
    say = view.words.say
    together = _pairs(view)
    drawn = _drawn(together)
    kinds = tuple(_kinds(drawn, view))
    places = {node.link.target: node.row for kind in kinds for node in kind.nodes}
    names = {id_: sort_key(view.name(id_), view.language) for pair in together for id_ in pair}
    closest = sorted(together, key=lambda pair: (-len(together[pair]), names[pair[0]], names[pair[1]]))
    articles = _articles(view)
    pairs = [
        NetworkPair(
            one=view.link(one),
            other=view.link(other),
            claims=len(together[one, other]),
            articles=len(articles.get(one, frozenset()) & articles.get(other, frozenset())),
            rows=_rows(places.get(view.target(one)), places.get(view.target(other))),
            contacts=contacts(one, other, together[one, other], view),
        )
        for one, other in closest
    ]
    arcs = [pair for pair in pairs if pair.rows][:ARCS]
    return Page(
        language=view.language,
        path=NETWORK,
        title=say("Connections"),
        description=say("Who is connected with whom: entries that the same claims bring together."),
        body=NetworkBody(kinds, tuple(arcs), tuple(pairs[:LISTED]), len(pairs[LISTED:])),
        record=None,
    )


def _pairs(view: View) -> dict[Pair, list[Claim]]:
    """The claims that bring each two entities together."""
    found: dict[Pair, list[Claim]] = {}
    for claim in view.index.claims_by_date:
        for pair in combinations(sorted({*claim.about, *claim.said_by}), 2):
            found.setdefault(pair, []).append(claim)
    return found


def _drawn(together: Mapping[Pair, Sequence[Claim]]) -> dict[str, int]:
    """Entities by the number of claims that connect them with others, the most connected only."""
    count: Counter[str] = Counter()
    for pair, claims in together.items():
        for id_ in pair:
            count[id_] += len(claims)
    return dict(sorted(count.items(), key=lambda one: (-one[1], one[0]))[:DRAWN])


def _kinds(drawn: Mapping[str, int], view: View) -> Iterator[NetworkKind]:
    """Kinds in the order of the site, entities in that of the alphabet."""
    row = 0
    for kind in view.dossier.kinds.values():
        found = [entity.id for entity in view.entities_of(kind) if entity.id in drawn]
        if found:
            nodes = tuple(_node(id_, row + n, drawn[id_], view) for n, id_ in enumerate(found, 1))
            yield NetworkKind(view.words.pick(kind.many), row, nodes)
            row += 1 + len(found)


def _node(entity: str, row: int, claims: int, view: View) -> NetworkNode:
    narrow, wide = (shortened(view.name(entity), SIZE, room) for room in (NARROW_ROOM, WIDE_ROOM))
    return NetworkNode(view.link(entity), narrow, wide, row, claims)


def _articles(view: View) -> dict[str, frozenset[str]]:
    return {
        id_: frozenset(one.source for one in mentions) for id_, mentions in view.index.mentions_of.items()
    }


def _rows(one: int | None, other: int | None) -> tuple[int, int] | None:
    return None if one is None or other is None else (min(one, other), max(one, other))
