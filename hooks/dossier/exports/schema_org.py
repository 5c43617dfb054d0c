"""What a page tells search engines of itself, in the vocabulary of schema.org (JSON-LD 1.1).

Properties stand where schema.org has their domain; what a kind of entity is called there, and which of its
fields, ``kinds.yml`` says. What nobody knows is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dossier.exports.addresses import Addresses, entity_path
from dossier.exports.calendar import iso_dates
from dossier.exports.sources_json import titles
from dossier.model import UNKNOWN, Dossier, Entity, Source
from dossier.pages.entities import EntityBody
from dossier.pages.page import Page
from dossier.pages.sources import SourceBody

Item = dict[str, Any]

CONTEXT = "https://schema.org"
THING = "this"
"""The fragment that tells whom or what a page is about from the page."""


def page_item(page: Page, dossier: Dossier, addresses: Addresses) -> Item:
    """The page and what it is about."""
    about = _about(page, dossier, addresses)
    said: Item = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "@id": addresses.page(page.language, page.path),
        "url": addresses.page(page.language, page.path),
        "name": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "isPartOf": _site(dossier, page.language, addresses),
        "breadcrumb": _trail(page, dossier, addresses),
    }
    return said | ({"mainEntity": about} if about else {})


def _trail(page: Page, dossier: Dossier, addresses: Addresses) -> Item:
    """The way to the page from the site's home, as search engines show it in place of an address."""
    home = (dossier.settings.site_names[page.language], "")
    steps = [home, *((one.text, one.target.path) for one in page.crumbs), (page.title, page.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": {"@type": "WebPage", "@id": addresses.page(page.language, path)},
            }
            for position, (name, path) in enumerate(steps, 1)
        ],
    }


def home_item(
    dossier: Dossier, language: str, description: str, addresses: Addresses, files: Mapping[str, str]
) -> Item:
    """The site's home: the site, and the dossier as a data set with its files (name → media type)."""
    home = addresses.page(language, "")
    data: Item = {
        "@type": "Dataset",
        "@id": f"{addresses.page(dossier.settings.default_language, '')}#{THING}",
        "name": dossier.settings.site_names[language],
        "description": description,
        "inLanguage": list(dossier.settings.languages),
        "url": home,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": addresses.file(name),
                "encodingFormat": type_,
            }
            for name, type_ in files.items()
        ],
    }
    held = {key: value for key, value in data.items() if value}
    return {"@context": CONTEXT} | _site(dossier, language, addresses) | {"mainEntity": held}


def _site(dossier: Dossier, language: str, addresses: Addresses) -> Item:
    """The site in a language."""
    home = addresses.page(language, "")
    return {
        "@type": "WebSite",
        "@id": f"{home}#site",
        "name": dossier.settings.site_names[language],
        "url": home,
    }


def _about(page: Page, dossier: Dossier, addresses: Addresses) -> Item:
    id_ = page.path.rpartition("/")[2]
    if isinstance(page.body, EntityBody):
        articles = [group.source.target.path for group in page.body.contexts]
        entity = dossier.entities[id_]
        return _entity(entity, page, dossier, addresses) | _if_any(
            subjectOf=[_reference("NewsArticle", path, addresses, dossier) for path in articles]
        )
    if isinstance(page.body, SourceBody):
        return _article(dossier.sources[id_], page.body, page, dossier, addresses)
    return {}


def _if_any(**values: Any) -> Item:
    return {key: value for key, value in values.items() if value not in ("", [], {})}


def _reference(type_: str, path: str, addresses: Addresses, dossier: Dossier, name: str = "") -> Item:
    """Something that another page is about; in every language the same."""
    page = addresses.page(dossier.settings.default_language, path, THING)
    return {"@type": type_, "@id": page} | _if_any(name=name)


def _entity(entity: Entity, page: Page, dossier: Dossier, addresses: Addresses) -> Item:
    kind = dossier.kinds[entity.kind]
    others = dict.fromkeys(name for _, name in entity.called() if name != page.title)
    said = _reference(kind.schema_org, page.path, addresses, dossier, page.title)
    said |= _if_any(alternateName=list(others), description=page.description)
    if kind.schema_org == "Person":
        current = [role.title for role in entity.roles if role.start and not role.end]
        said |= _if_any(jobTitle=[title[page.language] for title in current if page.language in title])
    for name, values in _facts(entity, page.language, dossier, addresses).items():
        said[name] = values if len(values) > 1 else values[0]
    return said


def _facts(entity: Entity, language: str, dossier: Dossier, addresses: Addresses) -> dict[str, list[Any]]:
    """The facts whose fields schema.org has a property for; a range of dates begins and ends."""
    fields = {field.id: field for field in dossier.kinds[entity.kind].fields if field.schema_org}
    found: dict[str, list[Any]] = {}
    for fact in entity.facts:
        field = fields.get(fact.field)
        if field is None or fact.value == UNKNOWN:
            continue
        if field.type == "entity":
            values: Iterable[Any] = [_named(fact.value, language, dossier, addresses)]
        elif field.type == "date":
            values = iso_dates(fact.value)
        elif field.type == "coordinates":
            latitude, longitude = fact.value.split(", ")
            values = [{"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}]
        else:
            values = [fact.words.get(language, fact.value)]
        for name, value in zip(_properties(field.schema_org), values, strict=False):
            found.setdefault(name, []).append(value)
    return found


def _properties(name: str) -> tuple[str, ...]:
    """The property of a value and, where there is one, of the other end of a range."""
    return (name, "endDate") if name == "startDate" else (name,)


def _named(id_: str, language: str, dossier: Dossier, addresses: Addresses) -> Item:
    entity = dossier.entities[id_]
    type_ = dossier.kinds[entity.kind].schema_org
    return _reference(type_, entity_path(dossier, id_), addresses, dossier, entity.names.get(language, ""))


def _article(source: Source, body: SourceBody, page: Page, dossier: Dossier, addresses: Addresses) -> Item:
    """The article itself, in its own language, and whom it names."""
    fields = dossier.references[source.key].fields
    publisher, url = (fields.get(name, UNKNOWN) for name in ("publisher", "url"))
    named = [row.link for group in body.named for row in group.rows]
    return _reference("NewsArticle", page.path, addresses, dossier) | _if_any(
        **_title(titles(source, dossier).get(source.language, "")),
        inLanguage=source.language,
        datePublished=next(iter(iso_dates(source.date)), ""),
        author=list(_authors(source, dossier)),
        publisher={"@type": "Organization", "name": publisher} if publisher != UNKNOWN else {},
        url=url if url != UNKNOWN else "",
        mentions=[
            _named(link.target.path.rpartition("/")[2], page.language, dossier, addresses) for link in named
        ],
    )


def _title(title: str) -> Item:
    """A headline that editors supplied is none of the article's; it keeps its brackets."""
    return {"name": title} if title.startswith("[") else {"headline": title}


def _authors(source: Source, dossier: Dossier) -> Iterator[Item]:
    """Persons have given names, organisations none."""
    for family, given in dossier.references[source.key].persons.get("author", ()):
        if family != UNKNOWN:
            type_ = "Person" if given else "Organization"
            yield {"@type": type_, "name": f"{given} {family}".strip()}
