"""The page on translations, and the translation of an article beside the article."""

from __future__ import annotations

from itertools import groupby

from dossier.compose.coverage import article_languages
from dossier.compose.view import View
from dossier.i18n.coverage import MACHINE, State, Translated, counted, paragraph_state
from dossier.i18n.names import language_name
from dossier.model import Locator, Source, TranslatedParagraph, Translation
from dossier.pages.page import Heading, Page
from dossier.pages.sources import ArticleTranslation, TranslatedRow
from dossier.pages.texts import Link, Target
from dossier.pages.translations import CoverageGroup, CoverageRow, LanguageCoverage, TranslationsBody

EDITORS = "editors"
"""How a record says that the editors of the dossier translated."""


def translations_page(view: View) -> Page:
    """How much of the dossier each language has, and what waits for a translator."""
    found = groupby(view.index.coverage, key=lambda one: one.language)
    languages = tuple(_language(code, list(listed), view) for code, listed in found)
    return Page(
        language=view.language,
        path="translations",
        title=view.words.say("Translations"),
        description=view.words.say("How far each language has been translated, and what still waits for it."),
        body=TranslationsBody(languages, article_languages(view)),
        record=None,
        headings=tuple(Heading(one.code, one.name) for one in languages),
    )


def _language(code: str, found: list[Translated], view: View) -> LanguageCoverage:
    counts = counted(found)
    waiting: dict[str, list[Translated]] = {}
    for one in found:
        if one.state is not State.CURRENT:
            waiting.setdefault(one.record, []).append(one)
    name = language_name(code, view.language)
    return LanguageCoverage(
        code=code,
        name=name[:1].upper() + name[1:],
        counts=tuple((state.value, counts[state]) for state in State),
        groups=tuple(_group(record, rows, view) for record, rows in waiting.items()),
    )


def _group(record: str, found: list[Translated], view: View) -> CoverageGroup:
    section, _, id_ = record.partition("/")
    link = view.source_link(id_) if section == "sources" else view.link(id_)
    return CoverageGroup(f"{found[0].language}/{record}", link, tuple(_row(one, view) for one in found))


def _row(one: Translated, view: View) -> CoverageRow:
    label, fragment = _place(one, view)
    return CoverageRow(
        link=Link(label, Target(one.record, fragment)),
        state=one.state.value,
        record=one.where if one.is_written else None,
        file=one.where.file,
    )


def _place(one: Translated, view: View) -> tuple[str, str]:
    """What a text is, in words, and where it stands on its page."""
    say = view.words.say
    if one.is_paragraph:
        return f"¶{one.part.removeprefix('p')}", one.part
    kind, _, rest = one.part.partition("/")
    labels = {
        "summary": say("Summary"),
        "claims": say("Claim"),
        "notes": say("Note"),
        "dates": say("Date"),
        "gaps": say("Gap"),
    }
    if not rest:
        return labels[kind], kind
    id_ = rest.partition("/")[0]
    return f"{labels[kind]} {id_}", f"claim-{id_}" if kind == "claims" else f"note-{id_}"


def article_translation(source: Source, view: View) -> ArticleTranslation | None:
    """What a reader of another language should know first; None for readers of the article's own."""
    if source.language == view.language:
        return None
    found = view.dossier.translations.get((view.language, source.key))
    by = _translator(found.by, view) if found else ""
    return ArticleTranslation(found is not None, by, view.waiting(f"sources/{source.key}"))


def translated_rows(source: Source, view: View) -> dict[int, TranslatedRow]:
    """Paragraph → its translation into the reader's language; none of any where nobody began one."""
    translation = view.dossier.translations.get((view.language, source.key))
    if translation is None:
        return {}
    found = {one.number: one for one in translation.paragraphs}
    return {
        paragraph.number: _translated(paragraph.text, found.get(paragraph.number), translation, view)
        for paragraph in source.paragraphs
    }


def translated_row(place: Locator, view: View) -> TranslatedRow | None:
    """The translation of one paragraph; None where nobody began to translate the article."""
    translation = view.dossier.translations.get((view.language, place.source))
    if translation is None:
        return None
    found = next((one for one in translation.paragraphs if one.number == place.paragraph), None)
    return _translated(view.index.paragraphs[place.source, place.paragraph], found, translation, view)


def _translated(
    paragraph: str, one: TranslatedParagraph | None, translation: Translation, view: View
) -> TranslatedRow:
    state = paragraph_state(one, paragraph).value
    if one is None:
        return TranslatedRow("", state, "", translation.where)
    by = "" if one.by in (translation.by, MACHINE) else _translator(one.by, view)
    return TranslatedRow(one.text, state, by, one.where)


def _translator(by: str, view: View) -> str:
    say = view.words.say
    return {EDITORS: say("the editors of this dossier"), MACHINE: say("a program")}.get(by, by)
