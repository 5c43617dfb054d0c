"""Macros for hand-written pages that opt in with ``render_macros: true``. Each is one call."""

from __future__ import annotations

from typing import Any

from mkdocs_edge import pieces


def define_env(env: Any) -> None:
    """What such a page may say; the page on contributing has examples."""

    def entity(id_: str, words: str = "") -> str:
        """Link to an entity, by its name in the page's language or by other words."""
        return pieces.entity(env.page, env.conf, id_, words)

    def cite(locator: str) -> str:
        """Cite a source's paragraph."""
        return pieces.cite(env.page, env.conf, locator)

    def register(section: str) -> str:
        """Show the register of a section: ``people``, ``sources`` and so on."""
        return pieces.register(env.page, env.conf, section)

    def names(section: str) -> str:
        """List the entries of a section by name alone."""
        return pieces.names(env.page, env.conf, section)

    def timeline(id_: str = "") -> str:
        """Show the timeline of an entity, or of the whole dossier."""
        return pieces.timeline(env.page, env.conf, id_)

    def total(what: str) -> str:
        """Say how many entities, sources, claims, mentions or notes there are."""
        return pieces.total(env.conf, what)

    def data() -> str:
        """List the site's data files and what they hold."""
        return pieces.data(env.page, env.conf)

    def latest() -> str:
        """List the newest sources, and the claims whose status has changed."""
        return pieces.latest(env.page, env.conf)

    def roles(section: str) -> str:
        """Say who of a section holds which role on the day of the newest source."""
        return pieces.roles(env.page, env.conf, section)

    def dates(section: str) -> str:
        """Put the entries of a section on a line of time."""
        return pieces.dates(env.page, env.conf, section)

    def counts(section: str) -> str:
        """List the entries of a section that come up most, with how often."""
        return pieces.counts(env.page, env.conf, section)

    for macro in (entity, cite, register, names, timeline, total, data, latest, roles, dates, counts):
        env.macro(macro)
