"""The search index of each language: the dossier's pages and the hand-written ones, as scripts.

The theme's search plugin collects what hand-written pages say. Its own index is one for all languages and
loaded whole; what is left of it is the empty one that the theme's script waits for.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nh3

from dossier.i18n.interface import Interface
from dossier.link.forms.dictionary import lemmas
from dossier.search.documents import Document, Section
from dossier.search.english import singular
from dossier.search.files import index_files
from dossier.search.index import make_index
from dossier.write.files import write_if_changed
from mkdocs_edge.state import State

HANDWRITTEN = "pages"
"""The kind under which hand-written pages are listed."""


ThemeIndex = dict[str, Any] | None
"""What the theme's search plugin collected; None where a site does without the plugin."""


def theme_index(target: Path) -> ThemeIndex:
    """Take the theme's index from the site."""
    path = target / "search" / "search_index.json"
    if not path.exists():
        return None
    theme: ThemeIndex = json.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    return theme


def write_search(target: Path, state: State, theme: ThemeIndex, *, offline: bool) -> None:
    """Write every language's index below its home, and remove what an earlier build left there."""
    if theme is None:
        return
    found = _handwritten(theme["docs"], state)
    for language, own in found.items():
        folder = target / state.built.site.home(language) / "search"
        words = state.built.interface(language)
        kinds = _kinds(state, words)
        index = make_index([*own, *state.documents_in(language)], list(kinds), language, all_lemmas)
        written = dict(index_files(index, kinds, _words(words)))
        empty = json.dumps({"config": theme["config"], "docs": []}, sort_keys=True)
        written["search_index.json"] = empty
        if offline:
            written["search_index.js"] = f"var __index = {empty}"
        for name, text in written.items():
            write_if_changed(folder / name, text)
        for old in folder.glob("*.js*"):
            if old.name not in written:
                old.unlink()


def all_lemmas(word: str, language: str) -> frozenset[str]:
    """What the dictionaries and the rules of English say."""
    return lemmas(word, language) | singular(word, language)


def _handwritten(entries: Iterable[dict[str, Any]], state: State) -> dict[str, list[Document]]:
    """Language → its hand-written pages, with the sections that the theme's plugin found."""
    site = state.built.site
    # The longest home first: the default language's is empty, and every address begins with that.
    homes = sorted(((site.home(code), code) for code in site.languages), reverse=True)
    pages: dict[tuple[str, str], list[Section]] = {}
    for entry in entries:
        home, code = next(one for one in homes if entry["location"].startswith(one[0]))
        page, _, anchor = entry["location"].removeprefix(home).partition("#")
        section = Section(anchor, _plain(entry["title"]), _plain(entry["text"]))
        pages.setdefault((code, page), []).append(section)
    found: dict[str, list[Document]] = {code: [] for code in site.languages}
    for (code, page), sections in pages.items():
        found[code].append(Document(page, sections[0].heading, HANDWRITTEN, sections=tuple(sections)))
    return found


def _plain(text: str) -> str:
    """The text of the plugin's HTML."""
    return " ".join(html.unescape(nh3.clean(text, tags=set())).split())


def _kinds(state: State, words: Interface) -> dict[str, str]:
    """Kind → what readers call it, in the order of the site."""
    kinds = state.built.index.dossier.kinds.values()
    named = {kind.section: words.pick(kind.many) for kind in kinds}
    return {**named, HANDWRITTEN: words.say("Pages"), "sources": words.say("Sources")}


def _words(words: Interface) -> dict[str, str]:
    """What the search box itself says."""
    say = words.say
    return {
        "exact": say("Exact words"),
        "kind": say("Kind"),
        "language": say("Language of the source"),
        "year": say("Year"),
        "all": say("all"),
        "narrow": say("Narrow the search"),
    }
