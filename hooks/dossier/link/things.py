"""What a kind of entity is, as far as rules of linking tell things apart: the widest types of schema.org."""

from __future__ import annotations

from dossier.model import Kind

_TYPES = {
    "Person": "Person Patient",
    "Organization": (
        "Organization Airline Corporation Consortium EducationalOrganization GovernmentOrganization "
        "NewsMediaOrganization NGO PoliticalParty SportsOrganization SportsTeam"
    ),
    "Place": "Place AdministrativeArea City Country State Continent Landform BodyOfWater",
    "Event": "Event BusinessEvent PublicationEvent SportsEvent Festival ExhibitionEvent",
    "Product": "Product Vehicle CreativeWork Book Movie Newspaper Periodical WebSite Drug",
}
"""Type of schema.org → those below it that dossiers may give a kind (https://schema.org/docs/full.html)."""


def thing(kind: Kind) -> str:
    """The widest type that a kind belongs to, and empty for those that rules do not tell apart."""
    if kind.names == "person":
        return "Person"
    return next((widest for widest, types in _TYPES.items() if kind.schema_org in types.split()), "")
