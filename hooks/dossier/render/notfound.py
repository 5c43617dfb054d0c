"""The pages for lost readers. They may be shown at any address, so they need nothing beside themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dossier.i18n.interface import Interface
from dossier.model import Dossier
from dossier.policy import hashed, policy
from dossier.render.fragment import environment
from dossier.render.urls import Site

NAME = "404.html"
Listed = tuple[str, str]
"""Title and path of a page."""


def lost_pages(
    dossier: Dossier, site_url: str, lists: Mapping[str, Sequence[Listed]]
) -> Iterator[tuple[str, str]]:
    """(file, HTML): one in all languages for the whole site, and one in each language's folder.

    Some hosts know only the one at the root, others (Cloudflare Pages) show the nearest.
    """
    site = Site.of(dossier.settings)
    yield NAME, not_found(dossier, site_url, lists)
    for language in site.languages[1:]:
        yield site.home(language) + NAME, not_found(dossier, site_url, {language: lists[language]})


def not_found(dossier: Dossier, site_url: str, lists: Mapping[str, Sequence[Listed]]) -> str:
    """One page in these languages: each one's home, and its lists, which name everything.

    A script puts the language of the address before the others.
    """
    site, base = Site.of(dossier.settings), site_url or "/"
    homes = [
        (
            language,
            Interface(language, dossier.messages.get(language)),
            base + site.url(language, ""),
            [(title, base + site.url(language, path)) for title, path in lists[language]],
        )
        for language in lists
    ]
    template = environment().get_template("notfound.html")
    return template.render(
        homes=homes, names=dossier.settings.site_names, policy=policy(*lost_policy(len(lists)))
    )


def lost_policy(languages: int = 2) -> tuple[list[str], list[str]]:
    """What allows these pages' script and style, which stand in the pages themselves."""
    script, style = (environment().get_template(name).render() for name in ("notfound.js", "notfound.css"))
    return [hashed(script)] if languages > 1 else [], [hashed(style)]
