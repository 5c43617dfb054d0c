"""Eleventy with a template that holds no more than a head, the languages and the text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bench.markdown import Article
from bench.peers.peer import OUTPUT, Peer, languages, put

_SETTINGS = """export default (config) => { config.setQuietMode(true); };
export const config = { dir: { input: "content", includes: "../layouts", output: "%s" },
  markdownTemplateEngine: false };
"""
_TEMPLATE = """<!doctype html>
<html lang="{{ lang }}">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<nav>{% for one in others %}<a href="{{ one.url }}">{{ one.lang }}</a> {% endfor %}</nav>
<main>{{ content | safe }}</main>
</body>
</html>
"""


def write(root: Path, articles: Sequence[Article]) -> None:
    """A folder for each language; each page says where it stands and where its translations do."""
    codes = languages(articles)
    homes = {code: "/" if code == codes[0] else f"/{code}/" for code in codes}
    put(root / "eleventy.config.mjs", _SETTINGS % OUTPUT)
    put(root / "layouts" / "page.njk", _TEMPLATE)
    for one in articles:
        below = f"{one.path}/" if one.path else ""
        front = {
            "layout": "page.njk",
            "lang": one.language,
            "title": one.title,
            "permalink": f"{homes[one.language]}{below}index.html",
            "others": [
                {"lang": code, "url": home + below} for code, home in homes.items() if code != one.language
            ],
        }
        text = one.text(lambda to, home=homes[one.language]: f"{home}{to}/" if to else home)  # type: ignore[misc]
        put(root / "content" / one.language / one.file("index"), f"---json\n{json.dumps(front)}\n---\n{text}")


PEER = Peer("Eleventy", "eleventy", ("--quiet",), write)
