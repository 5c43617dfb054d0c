"""Addresses: where a page stands, and how another page reaches it.

Every link is relative, so a site works at a domain's root, under a path and from a folder on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from dossier.exports.addresses import relative
from dossier.model import Settings
from dossier.pages.texts import Target


@dataclass(frozen=True, slots=True)
class Site:
    """The site's shape: its languages, and whether folders are opened from disk."""

    languages: tuple[str, ...]
    offline: bool = False

    @classmethod
    def of(cls, settings: Settings, *, offline: bool = False) -> Site:
        """The shape the settings ask for."""
        return cls(settings.languages, offline)

    def url(self, language: str, path: str) -> str:
        """The address of a page from the site's root: ``ru/people/joe-biden/``.

        A folder opened from disk has no server to find its ``index.html``, so it is spelt out there.
        """
        return (
            self.file(language, path)
            if self.offline
            else self.file(language, path).removesuffix("index.html")
        )

    def file(self, language: str, path: str) -> str:
        """The file of a page from the site's root."""
        return self.home(language) + (f"{path}/" if path else "") + "index.html"

    def home(self, language: str) -> str:
        """The folder of a language; empty for the default one, which stands at the root."""
        return "" if language == self.languages[0] else f"{language}/"


@dataclass(frozen=True, slots=True)
class Urls:
    """The addresses of other pages, as seen from the page at ``here``."""

    site: Site
    language: str
    here: str

    def href(self, target: Target) -> str:
        """The relative address of a target in this page's language."""
        fragment = f"#{quote(target.fragment)}" if target.fragment else ""
        if not target.path:
            return fragment
        return self.relative(self.site.url(self.language, target.path)) + fragment

    def home(self) -> str:
        """The relative address of this page's language's home."""
        return self.relative(self.site.url(self.language, ""))

    def relative(self, url: str) -> str:
        """The relative address of something at ``url`` from the site's root."""
        return relative(self.here, url)
