"""Pages at addresses that entries and articles had before, which lead on to where they stand now."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exports.addresses import entity_path, source_path
from dossier.i18n.interface import Interface
from dossier.model import Dossier
from dossier.policy import hashed, policy
from dossier.render.fragment import environment
from dossier.render.urls import Site, Urls


def moved_pages(dossier: Dossier, site: Site) -> Iterator[tuple[str, str]]:
    """(file, HTML) for each former id in each language."""
    for path, former, names in _moved(dossier):
        old = f"{path.rpartition('/')[0]}/{former}"
        for language in site.languages:
            words = Interface(language, dossier.messages.get(language))
            target = Urls(site, language, site.url(language, old)).relative(site.url(language, path))
            html = (
                environment()
                .get_template("moved.html")
                .render(
                    language=language,
                    name=words.pick(names),
                    target=target,
                    canonical=dossier.settings.site_url + site.url(language, path)
                    if dossier.settings.site_url
                    else target,
                    policy=policy([moved_script()]),
                    say=words.say,
                )
            )
            yield site.file(language, old), html


def moved_script() -> str:
    """What allows these pages' script, which takes the anchor along."""
    return hashed(environment().get_template("moved.js").render())


def _moved(dossier: Dossier) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Path, former id and names."""
    for entity in dossier.entities.values():
        for former in entity.formerly:
            yield entity_path(dossier, entity.id), former, dict(entity.names)
    for source in dossier.sources.values():
        for former in source.formerly:
            yield source_path(source.key), former, {source.language: source.key}
