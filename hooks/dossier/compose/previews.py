"""What a link to an entry or a paragraph leads to, on a card."""

from __future__ import annotations

import re

from dossier.compose.contexts import after
from dossier.compose.tenures import held_roles, newest
from dossier.compose.translations import translated_row
from dossier.compose.view import View, cut
from dossier.i18n.coverage import State
from dossier.i18n.names import language_name
from dossier.model import Locator
from dossier.pages.previews import Preview
from dossier.pages.texts import Passage, Target

WIDTH = 180
"""At most about so many characters of a paragraph."""


class Previews:
    """The cards of one language; each is made when a page first leads there."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.newest = newest(view)
        """The day of the newest source, by which roles are told."""
        cached = view.index.reads.cached
        self._entity = cached(self._make_entity)
        self._source = cached(self._make_source)

    def of(self, target: Target, page: str) -> Preview | None:
        """The card for a link on the page at that path; None where it leads to neither, or to itself."""
        id_ = target.path.rpartition("/")[2]
        if target.path == page:
            return None
        if id_ in self._view.dossier.entities and target == self._view.target(id_):
            return self._entity(id_, self._date(page))
        if id_ in self._view.dossier.sources and target.path == f"sources/{id_}":
            return self._source(id_, target.fragment)
        return None

    def _date(self, page: str) -> str:
        """The day of an article’s page; of others that of the newest source."""
        section, _, key = page.partition("/")
        return self._view.index.articles[key].date if section == "sources" else self.newest

    def _make_entity(self, id_: str, date: str) -> Preview:
        view = self._view
        entity = view.dossier.entities[id_]
        summary, language = view.plain(entity.summary)
        roles = dict.fromkeys(view.words.pick(role.title) for role in held_roles(entity, date))
        mentions = view.index.mention_counts.get(id_, 0)
        claims = view.index.claim_counts.get(id_, 0)
        return Preview(
            title=view.name(id_),
            about=" · ".join([view.words.pick(view.kind_of(id_).one), *roles]),
            passages=(Passage(after(summary, 0), language),) if summary else (),
            counts=f"{view.words.count(mentions, '{n} mention', '{n} mentions')}, "
            f"{view.words.count(claims, '{n} claim', '{n} claims')}",
        )

    def _make_source(self, key: str, fragment: str) -> Preview | None:
        """The whole article by its beginning, or a paragraph; None for other places of its page."""
        article = self._view.index.articles[key]
        paragraph = re.fullmatch(r"p([0-9]+)", fragment)
        if fragment and not paragraph:
            return None
        where = [self._view.words.date(article.date), language_name(article.language, self._view.language)]
        return Preview(
            title=self._view.source_title(key),
            about=" · ".join([*where, f"¶{paragraph[1]}"] if paragraph else where),
            passages=self._words(Locator(key, int(paragraph[1]) if paragraph else 1)),
        )

    def _words(self, place: Locator) -> tuple[Passage, ...]:
        """The paragraph, and its translation if a person made it from just that text."""
        language = self._view.index.articles[place.source].language
        foreign = "" if language == self._view.language else language
        original = Passage(cut(self._view.index.paragraphs[place.source, place.paragraph], WIDTH), foreign)
        translated = translated_row(place, self._view)
        if translated is None or translated.state != State.CURRENT.value:
            return (original,)
        return original, Passage(cut(translated.text, WIDTH))
