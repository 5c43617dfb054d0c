"""Macros for hand-written pages that opt in with ``render_macros: true``. Each is one call."""

from __future__ import annotations

from typing import Any

from mkdocs_edge import pieces


def define_env(env: Any) -> None:
    """What such a page may say; see docs/en/contribute.md for examples."""

    @env.macro
    def entity(id_: str, words: str = "") -> str:
        """A link to an entity, by its name in the page's language or by other words."""
        return pieces.entity(env.page, env.conf, id_, words)

    @env.macro
    def cite(locator: str) -> str:
        """A citation of a source's paragraph."""
        return pieces.cite(env.page, env.conf, locator)

    @env.macro
    def register(section: str) -> str:
        """The register of a section: ``people``, ``sources`` …"""
        return pieces.register(env.page, env.conf, section)

    @env.macro
    def timeline(id_: str = "") -> str:
        """The timeline of an entity, or of the whole dossier."""
        return pieces.timeline(env.page, env.conf, id_)

    @env.macro
    def total(what: str) -> str:
        """How many ``entities``, ``sources``, ``claims``, ``mentions`` or ``notes`` there are, in words."""
        return pieces.total(env.conf, what)
