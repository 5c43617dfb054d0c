"""The page for lost readers. It may be shown at any address, so it needs nothing beside itself."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.i18n.interface import Interface
from dossier.model import Dossier
from dossier.pages import Page
from dossier.policy import hashed, policy
from dossier.render.fragment import environment
from dossier.render.urls import Site


def not_found(dossier: Dossier, site_url: str, pages: Mapping[str, Mapping[str, Page]]) -> str:
    """One page in all languages of the site: each language's home, and its lists, which name everything."""
    site, base = Site.of(dossier.settings), site_url or "/"
    homes = [
        (
            language,
            Interface(language, dossier.messages.get(language)),
            base + site.url(language, ""),
            [
                (page.title, base + site.url(language, path))
                for path, page in pages[language].items()
                if page.is_index
            ],
        )
        for language in site.languages
    ]
    template = environment().get_template("notfound.html")
    return template.render(
        homes=homes, names=dossier.settings.site_names, policy=policy(styles=[style_hash()])
    )


def style_hash() -> str:
    """What allows the page's style, which stands in the page itself."""
    return hashed(environment().get_template("notfound.css").render())
