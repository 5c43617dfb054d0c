"""The page for lost readers. It may be shown at any address, so it needs nothing beside itself."""

from __future__ import annotations

from dossier.i18n.interface import Interface
from dossier.model import Dossier
from dossier.policy import hashed, policy
from dossier.render.fragment import environment
from dossier.render.urls import Site


def not_found(dossier: Dossier, site_url: str) -> str:
    """One page in all languages of the site, with a link to each language's home."""
    site = Site.of(dossier.settings)
    homes = [
        (
            language,
            Interface(language, dossier.messages.get(language)),
            (site_url or "/") + site.url(language, ""),
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
