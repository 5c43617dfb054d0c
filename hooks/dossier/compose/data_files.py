"""The data files of the site, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.compose.view import View
from dossier.exports.claims_json import CLAIMS
from dossier.exports.document import schema_name
from dossier.exports.entities_json import ENTITIES
from dossier.exports.follow_the_money import FTM
from dossier.exports.mentions import MENTIONS
from dossier.exports.references import FORMATS, WHOLE
from dossier.exports.sources_json import SOURCES
from dossier.exports.web_annotation import ANNOTATIONS
from dossier.pages.references import DataRow


def data_rows(view: View, feed: str) -> Iterator[DataRow]:
    """A row a file; ``feed`` is empty where there is none."""
    say = view.words.say
    own = {
        ENTITIES: say("names in every language, roles, facts and summaries of all entries"),
        CLAIMS: say("claims with their speakers, quotations, dates, status and what became of them"),
        SOURCES: say("the articles with their paragraphs and translations"),
    }
    for file, words in own.items():
        yield DataRow(file, words, f"data/{schema_name(file)}")
    yield DataRow(ANNOTATIONS, say("mentions and notes as Web Annotations (W3C)"))
    yield DataRow(FTM, say("entries, roles and links for FollowTheMoney"))
    yield DataRow(MENTIONS, say("every link of every article, with the rule that made it"))
    for one in FORMATS:
        yield DataRow(f"{WHOLE}.{one.ending}", say("the bibliography as {format}", format=one.label))
    if feed:
        yield DataRow(feed, say("a feed of new articles and claims in this language (Atom)"))
