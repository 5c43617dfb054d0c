"""Feeds, as a reader of feeds sees them."""

from __future__ import annotations

from time import struct_time
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

import feedparser
import pytest

from dossier.dates import EARLIEST, first_day
from tests.exports.dossiers import NAMES, URL, composed, files, resolved

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [(name, language) for name in NAMES for language in composed(name).site.languages]
feeds = pytest.mark.parametrize(("name", "language"), FEEDS)


def feed(name: str, language: str, url: str = "") -> tuple[str, Any]:
    """File and content of a feed."""
    file = composed(name, url).feed(language)
    found = feedparser.parse(
        files(name, url)[file].encode(), sanitize_html=False, resolve_relative_uris=False
    )
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return file, found


def day(time: struct_time) -> tuple[int, ...]:
    return tuple(time[:3])


@feeds
@pytest.mark.parametrize("url", ["", URL], ids=["nowhere", "on the web"])
def test_a_feed_has_what_atom_asks_for(name: str, language: str, url: str) -> None:
    """RFC 4287, 4.1.1 and 4.1.2."""
    file, found = feed(name, language, url)
    assert found.feed.title == composed(name).index.dossier.settings.site_names[language]
    assert found.feed.author_detail.name == found.feed.title
    assert found.feed.updated_parsed == max(entry.updated_parsed for entry in found.entries)
    ids = [found.feed.id, *(entry.id for entry in found.entries)]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith(url) if url else UUID(id_.removeprefix("urn:uuid:")) for id_ in ids)
    assert all(entry.title and entry.updated and entry.link for entry in found.entries)
    links = {link.rel: link.href for link in found.feed.links}
    assert links["self"] == (url + file if url else file.rpartition("/")[2])
    assert ET.fromstring(files(name, url)[file]).get("{http://www.w3.org/XML/1998/namespace}lang") == language


@feeds
def test_entries_lead_to_what_they_tell_of_and_the_newest_comes_first(name: str, language: str) -> None:
    made = composed(name)
    file, found = feed(name, language)
    known = {made.site.url(language, path) for path in made.pages[language]}
    assert {resolved(file, entry.link) for entry in found.entries} <= known
    updated = [entry.updated_parsed for entry in found.entries]
    assert updated == sorted(updated, reverse=True)


@feeds
def test_entries_are_the_sources_and_claims_with_a_date(name: str, language: str) -> None:
    dossier = composed(name).index.dossier
    _, found = feed(name, language)
    told = {}
    for entry in found.entries:
        path, _, fragment = entry.link.partition("#claim-")
        told[fragment or path.rstrip("/").rpartition("/")[2]] = (
            day(entry.published_parsed),
            day(entry.updated_parsed),
        )
    wanted = {}
    for source in dossier.sources.values():
        dated = {source.key: [source.date]}
        dated |= {claim.id: [source.date, *(one.date for one in claim.changes)] for claim in source.claims}
        for id_, dates in dated.items():
            days = [first_day(date) for date in dates if first_day(date) != EARLIEST]
            if days:
                wanted[id_] = (min(days), max(days))
    assert told == wanted


def test_texts_are_texts() -> None:
    _, found = feed("harsh", "uk")
    titles = {entry.link.partition("#")[2]: entry for entry in found.entries}
    claim = titles["claim-theatre-sold"]
    assert claim.title == 'She sold Vesna & </script> "it is done" ]]> 🎭.'
    assert claim.title_detail.type == "text/plain"
    assert claim.title_detail.language == "en"
    assert [(tag.term, tag.label) for tag in claim.tags] == [("olha-rud", "Ольга Руд"), ("vesna", "Весна")]
    assert found.feed.title == 'А ]]> Б <!-- "В"'


def test_a_feed_of_one_language_is_not_that_of_another() -> None:
    ids = [entry.id for language in ("en", "uk") for entry in feed("harsh", language)[1].entries]
    assert len(ids) == len(set(ids))
