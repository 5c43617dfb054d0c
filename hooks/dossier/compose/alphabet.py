"""The A–Z index: every name of every entity and article, in any language, leading to its page.

It is what readers without scripts have in place of the search box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from dossier.compose.view import View, unbracketed
from dossier.exports.sources_json import titles
from dossier.i18n.collation import DIGITS, IDEOGRAPHS, NO_LETTER, bare, letter, script, sort_key
from dossier.model import Entity, Source
from dossier.pages.alphabet import AlphabetBody, FiledLetter, FiledRow
from dossier.pages.page import Heading, Page
from dossier.pages.texts import Link, Target

ALPHABET = "a-to-z"
ONE_PAGE = 1000
"""As many rows, some 150 KB, still make one page; a reader on a slow line waits for no more than a letter."""
_PLACES = {DIGITS: "0-9", IDEOGRAPHS: "han", NO_LETTER: "other"}


def alphabet_pages(view: View) -> Iterator[Page]:
    """One page with all names; if they are too many, one that leads to a page for each letter."""
    rows = list(_rows(view))
    single = len(rows) <= ONE_PAGE
    letters = tuple(_letters(rows, view.language, single=single))
    unlisted = (replace(one, rows=()) for one in letters)
    by_script = tuple(tuple(group) for _, group in groupby(unlisted, key=lambda one: one.script))
    title = view.words.say("A–Z index")
    names = view.words.count(sum(not row.before for row in rows), "{n} name", "{n} names")
    site = view.words.pick(view.dossier.settings.site_names)
    description = f"{title}: {names}. {site}."
    shown = letters if single else ()
    yield Page(view.language, ALPHABET, title, description, AlphabetBody(by_script, shown), None)
    if single:
        return
    for path, together in _by_page(letters).items():
        listed = ", ".join(one.letter for one in together)
        yield Page(
            language=view.language,
            path=path,
            title=f"{title}: {listed}",
            description=f"{title}: {listed}. {site}.",
            body=AlphabetBody(by_script, tuple(together)),
            record=None,
            headings=tuple(Heading(one.target.fragment, one.letter) for one in together),
            crumbs=(Link(title, Target(ALPHABET)),),
        )


def _letters(rows: Iterable[FiledRow], language: str, *, single: bool) -> Iterator[FiledLetter]:
    """The letters in their order, each with its rows in theirs."""
    filed: dict[str, list[FiledRow]] = {}
    for row in rows:
        filed.setdefault(letter(row.word, language), []).append(row)
    for name in sorted(filed, key=lambda name: sort_key(name, language)):
        found = sorted(filed[name], key=lambda row: sort_key(f"{row.word} {row.before}", language))
        path = ALPHABET if single else f"{ALPHABET}/{_place(name)}"
        target = Target(path, _PLACES.get(name, name.casefold()))
        spoken = "" if any(not row.language for row in found) else found[0].language
        written = "" if name in _PLACES else script(name)
        yield FiledLetter(name, written, target, spoken, len(found), tuple(found))


def _place(name: str) -> str:
    """The last part of a letter's address: the same in every language, whose letters with marks share it."""
    plain = bare(name.casefold())
    return _PLACES.get(name) or (plain if plain.isascii() else f"u{ord(plain):04x}")


def _by_page(letters: Iterable[FiledLetter]) -> dict[str, list[FiledLetter]]:
    pages: dict[str, list[FiledLetter]] = {}
    for one in letters:
        pages.setdefault(one.target.path, []).append(one)
    return pages


def _rows(view: View) -> Iterator[FiledRow]:
    for entity in view.dossier.entities.values():
        yield from _entity_rows(entity, view)
    for source in view.dossier.sources.values():
        yield from _source_rows(source, view)


def _entity_rows(entity: Entity, view: View) -> Iterator[FiledRow]:
    kind, target, main = view.kind_of(entity.id), view.target(entity.id), view.name(entity.id)
    named = [*entity.names.items(), *((code, one) for code, many in entity.aliases.items() for one in many)]
    for text, language in _spellings(named, view.language).items():
        see, what = ("", view.words.pick(kind.one)) if text == main else (main, "")
        for before, word in _filings(text, person=kind.names == "person"):
            yield FiledRow(before, word, target, language, see, what)


def _source_rows(source: Source, view: View) -> Iterator[FiledRow]:
    target, main = Target(f"sources/{source.key}"), view.source_title(source.key)
    known = {code: unbracketed(title) for code, title in titles(source, view.dossier).items()}
    # An article whose own title nobody knows goes by its key, at least in some language.
    named = [*known.items(), *([] if source.language in known else [(view.language, source.key)])]
    for text, language in _spellings(named, view.language).items():
        see, what = ("", view.words.say("Source")) if text == main else (main, "")
        yield FiledRow("", text, target, language, see, what)


def _spellings(named: Iterable[tuple[str, str]], reader: str) -> dict[str, str]:
    """Each spelling once → its language; empty where it is among those of the reader's language."""
    found: dict[str, str] = {}
    for language, text in named:
        if language == reader or text not in found:
            found[text] = "" if language == reader else language
    return found


def _filings(name: str, *, person: bool) -> Iterator[tuple[str, str]]:
    """(what stands before, the rest) for each word by which a name is filed.

    Which word of a person's name is the surname differs from country to country, and many a reader knows
    one word alone, so persons are filed by each.
    """
    yield "", name
    words = name.split()
    for position in range(1, len(words) if person else 1):
        if len(words[position]) > 1 and not words[position][0].islower():
            yield " ".join(words[:position]) + " ", " ".join(words[position:])
