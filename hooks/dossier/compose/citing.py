"""Numbers the sources that one page cites, and remembers where each is cited."""

from __future__ import annotations

from collections.abc import Iterable

from dossier import markup
from dossier.cite.runs import text_of
from dossier.compose.view import View
from dossier.exports.coins import coins
from dossier.i18n.coverage import State
from dossier.model import Basis, Locator, Text
from dossier.pages.references import ReferenceRow
from dossier.pages.texts import (
    BackgroundMark,
    CitationMark,
    External,
    Foreign,
    Inline,
    Link,
    Rich,
    StateMark,
    Styled,
    Support,
    Target,
    Words,
)


class Citing:
    """The references of one page, in the order of their first citation.

    A source is named in full where it is cited first, and in short after that. In running text, where one
    citation is read after another, the source just named is not named again («Там же»).
    """

    def __init__(self, view: View, *, running: bool = False) -> None:
        self._view = view
        self._running = running
        self._last = ""
        self._marks: dict[str, list[CitationMark]] = {}
        self._numbers: dict[str, int] = {}
        self._count = 0

    def mark(self, locator: Locator) -> CitationMark:
        """A citation of a paragraph; each has an anchor of its own."""
        self._count += 1
        marks = self._marks.setdefault(locator.source, [])
        number = self._numbers.setdefault(locator.source, len(self._marks))
        mark = CitationMark(
            number=number,
            paragraph=locator.paragraph,
            target=self._target(locator, number),
            anchor=f"cite-{self._count}",
            tip=self._tip(locator),
        )
        marks.append(mark)
        return mark

    def _target(self, locator: Locator, number: int) -> Target:
        """The paragraph; for a reference without an article, its line at the end of the page.

        Running text has no such list, and leads to the bibliography.
        """
        if locator.source in self._view.dossier.sources:
            return self._view.source_link(locator.source, locator.paragraph).target
        if self._running:
            return Target("bibliography", locator.source)
        return Target("", f"reference-{number}")

    def _tip(self, locator: Locator) -> str:
        again = self._running and self._last == locator.source
        self._last = locator.source
        if not again and not self._marks[locator.source]:
            return text_of(self._view.note(locator.source, locator.paragraph))
        return text_of(self._view.short(locator.source, locator.paragraph, again=again))

    def support(self, basis: Basis) -> Support:
        """What a fact rests on."""
        return Support(tuple(self.mark(locator) for locator in basis.cite), basis.background)

    def rich(self, text: Text) -> Rich:
        """One of our texts, with its citations numbered and its links resolved.

        At its end stands what a reader should know of its translation; words of another language are marked.
        """
        language, own = self._view.chosen(text), self._view.language
        blocks = [list(self._inlines(block, language)) for block in markup.parse(text[language])]
        if language != own:
            blocks = [[_foreign(inline, language) for inline in block] for block in blocks]
        state = self._view.state(text)
        if state is not State.CURRENT and blocks:
            blocks[-1].append(StateMark(state.value, self._view.waiting("/".join(text.key.split("/")[:2]))))
        return tuple(map(tuple, blocks))

    def _inlines(self, inlines: Iterable[markup.Inline], language: str) -> Iterable[Inline]:
        listed = list(inlines)
        for inline, following in zip(listed, [*listed[1:], None], strict=True):
            match inline:
                case markup.Plain(text) | markup.Malformed(text):
                    # The mark hangs on the last word: “… invitation[1 ¶4].”
                    yield Words(text.rstrip() if isinstance(following, markup.Citation) else text)
                case markup.Emphasis(children, strong):
                    yield Styled(tuple(self._inlines(children, language)), strong)
                case markup.WebLink(url, children):
                    yield External(url, tuple(self._inlines(children, language)))
                case markup.EntityLink(entity, words):
                    yield self._entity(entity, words, language)
                case markup.Citation(locators):
                    yield from map(self.mark, locators)
                case markup.Background():
                    yield BackgroundMark()

    def _entity(self, entity: str, words: str, language: str) -> Link:
        return self._view.link(entity, words or self._view.dossier.entities[entity].names[language])

    def references(self, *, found_by_programs: bool = True) -> tuple[ReferenceRow, ...]:
        """The sources cited so far, numbered, each with the places that cite it.

        Programs find each work in the list, unless the page is itself about one: reference managers would
        offer the works of the list in its place.
        """
        return tuple(
            ReferenceRow(
                number=number,
                runs=self._view.note(key),
                target=Target(f"sources/{key}") if key in self._view.dossier.sources else None,
                back=tuple(marks),
                coins=coins(self._view.work(key)) if found_by_programs else "",
            )
            for number, (key, marks) in enumerate(self._marks.items(), 1)
        )


def _foreign(inline: Inline, language: str) -> Inline:
    """Words of another language; what citations say to readers stays in the page's."""
    is_mark = isinstance(inline, CitationMark | BackgroundMark)
    return inline if is_mark else Foreign(language, (inline,))
