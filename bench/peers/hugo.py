"""Hugo with a template that holds no more than a head, the sections, the languages and the text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bench.markdown import Article
from bench.peers.peer import OUTPUT, Peer, languages, put

_TEMPLATE = """<!doctype html>
<html lang="{{ .Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<nav>{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a> {{ end }}</nav>
<main>{{ .Content }}</main>
</body>
</html>
"""


def write(root: Path, articles: Sequence[Article]) -> None:
    """A folder for each language, with its addresses below the language's own but for the first."""
    codes = languages(articles)
    settings = {
        "baseURL": "https://bench.example/",
        "defaultContentLanguage": codes[0],
        "disableKinds": ["taxonomy", "term", "rss"],
        "languages": {
            code: {"contentDir": f"content/{code}", "weight": at} for at, code in enumerate(codes, 1)
        },
    }
    put(root / "hugo.json", json.dumps(settings))
    for layout in ("single", "list", "home"):
        put(root / "layouts" / "_default" / f"{layout}.html", _TEMPLATE)
    for one in articles:
        home = "/" if one.language == codes[0] else f"/{one.language}/"
        text = one.text(lambda to, home=home: f"{home}{to}/" if to else home)  # type: ignore[misc]
        put(
            root / "content" / one.language / one.file("_index"),
            f"{json.dumps({'title': one.title})}\n\n{text}",
        )


PEER = Peer("Hugo", "hugo", ("build", "--quiet", "--destination", OUTPUT), write)
