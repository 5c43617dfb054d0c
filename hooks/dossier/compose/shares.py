"""How much of a page rests on the articles' own word, on one article, on one origin."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.compose.claims import claim_line
from dossier.compose.view import View
from dossier.model import Claim
from dossier.origins import articles, is_unattributed, origins
from dossier.pages.claims import Share, Shares


def shares(claims: Sequence[Claim], view: View) -> Shares:
    """What is to be said of the claims of a page, with the claims that it is said of."""
    count = view.words.count
    unattributed = [claim for claim in claims if is_unattributed(claim)]
    alone = [claim for claim in claims if articles(claim) == 1]
    together = [claim for claim in claims if articles(claim) > 1 and origins(claim) == 1]
    said = (
        (
            unattributed,
            count(
                len(unattributed),
                "{n} names no speaker: the article itself asserts it",
                "{n} name no speaker: the article itself asserts each",
            ),
        ),
        (alone, count(len(alone), "{n} rests on a single article", "{n} rest on a single article each")),
        (
            together,
            count(
                len(together),
                "{n} is reported by several articles that share one origin",
                "{n} are reported by several articles that share one origin",
            ),
        ),
    )
    return Shares(
        intro=count(len(claims), "Of {n} claim here", "Of {n} claims here"),
        rows=tuple(
            Share(words, tuple(claim_line(claim, view, own_page=True) for claim in found))
            for found, words in said
            if found
        ),
    )
