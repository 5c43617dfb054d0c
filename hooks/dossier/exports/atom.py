"""``feed.xml`` for each language: new sources and what is claimed, newest first (Atom, RFC 4287).

Dates are those of the sources and of what became of claims, never those of a build. Atom has no entry without
a date, so a source whose day nobody knows stands in no feed, and neither do its claims until something dated
becomes of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

from dossier.dates import EARLIEST, Day, first_day
from dossier.exports.addresses import Addresses, source_path
from dossier.exports.texts import Texts
from dossier.model import Claim, Dossier, Source, Words

ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = UUID("b3a7f0a4-6c1d-5d0e-9a55-0f3f5e9f2c11")
"""That of the names from which ids are made where a site has no address (RFC 9562, 5.5)."""
LIMIT = 200
"""A feed tells of what is new; everything stands in ``data/``."""

Announced = Callable[[Source], tuple[str, str]]
"""Title and description of an article's page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source or a claim in one language."""

    path: str
    fragment: str
    title: str
    language: str
    summary: str
    days: list[Day]
    """When it was new, the earliest of all days where nobody knows."""
    about: tuple[str, ...] = ()

    @property
    def published(self) -> Day:
        """When it was new first, as far as anybody knows."""
        return min(day for day in self.days if day != EARLIEST)

    @property
    def updated(self) -> Day:
        """When it was new last."""
        return max(self.days)


def feed_file(home: str) -> str:
    """The feed of the language whose pages stand under ``home``."""
    return f"{home}feed.xml"


def has_feed(dossier: Dossier) -> bool:
    """Whether there is anything that a feed can tell of."""
    days = (_days(source, claim) for source in dossier.sources.values() for claim in (None, *source.claims))
    return any(max(found) != EARLIEST for found in days)


def atom(dossier: Dossier, language: str, announced: Announced, addresses: Addresses) -> str:
    """The feed of a dossier that has one."""
    entries = list(_entries(dossier, language, announced))
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    name = dossier.settings.site_names[language]
    _add(feed, "id", _id(addresses, dossier, language, "", ""))
    _add(feed, "title", name)
    _add(feed, "updated", _time(max(one.updated for one in entries)))
    _add(SubElement(feed, "author"), "name", name)
    home = addresses.page(language, "")
    _add(feed, "link", rel="alternate", type="text/html", hreflang=language, href=home)
    _add(feed, "link", rel="self", type="application/atom+xml", href=addresses.file(addresses.here))
    for one in entries:
        _entry(SubElement(feed, "entry"), one, dossier, language, addresses)
    ET.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _entry(entry: Element, one: Entry, dossier: Dossier, language: str, addresses: Addresses) -> None:
    said = {} if one.language == language else {"xml:lang": one.language}
    _add(entry, "id", _id(addresses, dossier, language, one.path, one.fragment))
    _add(entry, "title", one.title, type="text", **said)
    _add(entry, "published", _time(one.published))
    _add(entry, "updated", _time(one.updated))
    page = addresses.page(language, one.path, one.fragment)
    _add(entry, "link", rel="alternate", type="text/html", hreflang=language, href=page)
    for id_ in one.about:
        label = dossier.entities[id_].names.get(language, "")
        _add(entry, "category", term=id_, label=label)
    if one.summary:
        _add(entry, "summary", one.summary, type="text")


def _entries(dossier: Dossier, language: str, announced: Announced) -> Iterator[Entry]:
    """The newest: of those alone it is asked what they say."""
    texts = Texts(dossier)
    told = [(source, claim) for source in dossier.sources.values() for claim in (None, *source.claims)]
    dated = [one for one in told if max(_days(*one)) != EARLIEST]
    for source, claim in sorted(dated, key=lambda one: max(_days(*one)), reverse=True)[:LIMIT]:
        if claim is None:
            title, description = announced(source)
            yield Entry(source_path(source.key), "", title, language, description, _days(source))
        else:
            yield _claim(claim, source, language, texts)


def _claim(claim: Claim, source: Source, language: str, texts: Texts) -> Entry:
    said, text = _said(texts.plain(claim.text), language)
    return Entry(
        path=source_path(source.key),
        fragment=f"claim-{claim.id}",
        title=" ".join(text.split()),
        language=said,
        summary="",
        days=_days(source, claim),
        about=claim.about,
    )


def _days(source: Source, claim: Claim | None = None) -> list[Day]:
    """When it was new: a claim is so with its source, and again when something becomes of it."""
    changes = claim.changes if claim else ()
    return [first_day(date) for date in (source.date, *(change.date for change in changes))]


def _said(words: Words, language: str) -> tuple[str, str]:
    """The text in this language or, where nobody has translated it, the first with its own language."""
    return (language, words[language]) if language in words else next(iter(words.items()))


def _time(day: Day) -> str:
    return "{:04}-{:02}-{:02}T00:00:00Z".format(*day)


def _id(addresses: Addresses, dossier: Dossier, language: str, path: str, fragment: str) -> str:
    """The permanent address; where the site has none, a name made of the site's and of what it would be."""
    if addresses.site_url:
        return addresses.page(language, path, fragment)
    name = "\n".join(
        (dossier.settings.site_names[dossier.settings.default_language], language, path, fragment)
    )
    return f"urn:uuid:{uuid5(_NAMESPACE, name)}"


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> None:
    child = SubElement(parent, name, {key: value for key, value in attributes.items() if value})
    child.text = text or None
