"""``sitemap.xml`` with the alternates of every page (sitemaps.org 0.9, Google's xhtml:link extension)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

Alternates = Mapping[str, str]
"""Language → address from the site's root."""


def sitemap(pages: Iterable[Alternates], site_url: str) -> str:
    """The XML. Without a site address the links are relative to the domain, which few readers accept."""
    base = site_url or "/"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for alternates in pages:
        for url in alternates.values():
            lines.append(f"<url><loc>{escape(base + url)}</loc>")
            lines += [
                f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(base + other)}"/>'
                for language, other in alternates.items()
                if len(alternates) > 1
            ]
            lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])
