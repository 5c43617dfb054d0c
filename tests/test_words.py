"""The interface's words: all that templates and page composition say is there in every language."""

from __future__ import annotations

import re
import runpy
import shutil
from functools import lru_cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from dossier.i18n.interface import Interface
from dossier.i18n.quotation import MARKS
from dossier.problems import Problems
from dossier.read.messages import read_messages
from dossier.read.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = "locale/dossier.pot"
LANGUAGES = ("ru", "uk")
KEYWORDS = {"say": None, "count": (2, 3)}
"""``say("…")`` and ``count(n, "…", "…")``, as in the command that writes the template."""

Ids = tuple[str, ...]


@lru_cache(maxsize=1)
def said() -> frozenset[Ids]:
    """Every text that code and templates say: one form, or singular and plural."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(ROOT, methods, options, KEYWORDS)
    texts = {(ids,) if isinstance(ids, str) else tuple(ids or ()) for _, _, ids, _, _ in found}
    return frozenset(texts)


def catalog(name: str, language: str | None = None) -> Catalog:
    with (ROOT / name).open(encoding="utf-8") as file:
        return read_po(file, locale=language, abort_invalid=True)


def translated(language: str) -> Catalog:
    return catalog(f"locale/{language}/LC_MESSAGES/dossier.po", language)


def ids_of(message: Message) -> Ids:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms_of(message: Message) -> Ids:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def messages(of: Catalog) -> list[Message]:
    """The entries but the header."""
    return [message for message in of if message.id]


def places(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))


def noun(form: str) -> str:
    """The word behind the number; in English, a plural with s is one, and a verb has none."""
    return form.partition("{n} ")[2].partition(" ")[0]


def interface(language: str) -> Interface:
    problems = Problems()
    words = read_messages(ROOT, LANGUAGES, problems)
    assert problems.found == []
    return Interface(language, words.get(language))


def test_extraction_finds_both_code_and_templates():
    assert {("Published",), ("Said by",), ("{n} claim", "{n} claims"), ("{n} note", "{n} notes")} <= said()
    assert len(said()) > 60


def test_the_template_is_what_is_said():
    in_template = {ids_of(message) for message in messages(catalog(TEMPLATE))}
    missing, left_over = said() - in_template, in_template - said()
    assert not missing, "run make messages"
    assert not left_over


def collect(root: Path) -> None:
    """What ``make messages`` runs."""
    runpy.run_path(str(ROOT / "tools/messages.py"))["main"](root)


@pytest.fixture
def words_of_a_program(tmp_path: Path) -> Path:
    """A program that says the project's words and two more, and one less."""
    shutil.copytree(ROOT / "locale", tmp_path / "locale")
    shutil.copy(ROOT / "babel.cfg", tmp_path)
    (tmp_path / "hooks").mkdir()
    lines = [
        f"count(n, {ids!r})".replace("(n, (", "(n, ").replace("))", ")") for ids in said() if len(ids) > 1
    ]
    lines += [f"say({ids[0]!r})" for ids in said() if len(ids) == 1 and ids != ("Author",)]
    lines += ["say('A new word')", "count(n, '{n} hour', '{n} hours')"]
    (tmp_path / "hooks/program.py").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_collecting_words_that_did_not_change_changes_nothing(tmp_path: Path):
    for name in ("locale", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "babel.cfg", tmp_path)
    collect(tmp_path)
    for name in (TEMPLATE, *(f"locale/{code}/LC_MESSAGES/dossier.po" for code in LANGUAGES)):
        assert (tmp_path / name).read_text(encoding="utf-8") == (ROOT / name).read_text(encoding="utf-8")


def test_collecting_adds_new_words_and_drops_old_ones(words_of_a_program: Path):
    collect(words_of_a_program)
    for language in LANGUAGES:
        name = f"locale/{language}/LC_MESSAGES/dossier.po"
        before = (ROOT / name).read_text(encoding="utf-8")
        after = (words_of_a_program / name).read_text(encoding="utf-8")
        assert 'msgid "A new word"\nmsgstr ""' in after
        assert 'msgid_plural "{n} hours"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""' in after
        assert 'msgid "Author"' in before
        assert 'msgid "Author"' not in after
        assert after.split("\n\n")[0] == before.split("\n\n")[0], "the header stays"
        with (words_of_a_program / name).open(encoding="utf-8") as file:
            kept = {ids_of(one): forms_of(one) for one in messages(read_po(file, locale=language))}
        own = {ids_of(one): forms_of(one) for one in messages(translated(language))}
        assert {ids: forms for ids, forms in kept.items() if ids in own} == {
            ids: forms for ids, forms in own.items() if ids != ("Author",)
        }


@pytest.mark.parametrize("name", [TEMPLATE, *(f"locale/{code}/LC_MESSAGES/dossier.po" for code in LANGUAGES)])
def test_files_of_words_are_the_same_wherever_they_are_made(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "-Date:" not in text, "a date would change at every extraction"
    assert not re.search(r"^#: ", text, re.MULTILINE), "places change with every line of code"
    assert str(ROOT) not in text
    order = [ids_of(message)[0] for message in messages(catalog(name))]
    assert order == sorted(order), "entries stand in the order of their English words"


def test_every_language_of_the_site_has_its_words():
    settings = read_settings(ROOT, Problems())
    assert settings is not None
    assert set(settings.languages) <= {"en", *LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
class TestTranslation:
    def test_is_complete(self, language: str):
        own = {ids_of(message): message for message in messages(translated(language))}
        assert said() - set(own) == set(), "not translated"
        assert set(own) - said() == set(), "said nowhere any more"
        assert [ids for ids, message in own.items() if not all(forms_of(message))] == []

    def test_has_nothing_in_doubt(self, language: str):
        of = translated(language)
        assert [message.id for message in messages(of) if message.fuzzy] == []
        assert list(of.obsolete) == []

    def test_keeps_the_places_to_fill(self, language: str):
        for message in messages(translated(language)):
            for form in forms_of(message):
                assert places(form) == places(ids_of(message)[0]), message.id

    def test_has_as_many_forms_as_its_language(self, language: str):
        of = translated(language)
        assert of.num_plurals == 3
        for message in messages(of):
            assert len(forms_of(message)) == (3 if message.pluralizable else 1), message.id

    def test_is_read_whole_by_the_program(self, language: str):
        words = read_messages(ROOT, (language,), Problems())[language]
        assert set(words.texts) == {ids[0] for ids in said()}

    def test_has_the_typography_of_its_language(self, language: str):
        left, right = MARKS[language]
        for message in messages(translated(language)):
            for form in forms_of(message):
                assert not re.search("[\"'“”„‘]", form), f"quotation marks are {left} and {right}: {form}"
                assert form == form.strip()
                assert "  " not in form

    def test_ends_sentences_where_english_does(self, language: str):
        for message in messages(translated(language)):
            for form in forms_of(message):
                for sign in ".:":
                    assert form.endswith(sign) == ids_of(message)[0].endswith(sign), message.id

    def test_counts_by_the_rules_of_its_language(self, language: str):
        """1, 21 · 2, 22 · 0, 5, 11 go together; a noun behind the number is another for 1 than for 5."""
        words = interface(language)
        counted = [ids for ids in said() if len(ids) == 2]
        assert len(counted) > 5
        for one, many in counted:
            forms = {n: words.count(n, one, many).replace(str(n), "{n}") for n in (0, 1, 2, 5, 11, 21, 22)}
            assert all("{n}" in form for form in forms.values()), one
            assert forms[1] == forms[21], one
            assert forms[2] == forms[22], one
            assert forms[0] == forms[5] == forms[11], one
            if noun(many).endswith("s"):
                assert noun(forms[1]) != noun(forms[5]), one


COUNTED = [
    ("ru", "{n} claim", "{n} claims", "утверждение", "утверждения", "утверждений"),
    ("uk", "{n} claim", "{n} claims", "твердження", "твердження", "тверджень"),
    ("ru", "{n} source", "{n} sources", "источник", "источника", "источников"),
    ("uk", "{n} source", "{n} sources", "джерело", "джерела", "джерел"),
    ("ru", "{n} entry", "{n} entries", "запись", "записи", "записей"),
    ("uk", "{n} entry", "{n} entries", "запис", "записи", "записів"),
    ("ru", "{n} mention", "{n} mentions", "упоминание", "упоминания", "упоминаний"),
    ("uk", "{n} mention", "{n} mentions", "згадка", "згадки", "згадок"),
    ("ru", "{n} note", "{n} notes", "примечание", "примечания", "примечаний"),
    ("uk", "{n} note", "{n} notes", "примітка", "примітки", "приміток"),
]


@pytest.mark.parametrize(("language", "one", "many", "for_1", "for_2", "for_5"), COUNTED)
def test_numbers_take_the_right_form(language: str, one: str, many: str, for_1: str, for_2: str, for_5: str):
    words = interface(language)
    expected = {0: for_5, 1: for_1, 2: for_2, 5: for_5, 11: for_5, 21: for_1, 22: for_2, 111: for_5}
    assert {n: words.count(n, one, many) for n in expected} == {
        n: f"{n} {form}" for n, form in expected.items()
    }


def test_pages_that_cite_are_counted_in_the_case_they_need():
    ru, uk = (interface(language) for language in LANGUAGES)
    citing = ("cited on {n} page", "cited on {n} pages")
    assert [ru.count(n, *citing) for n in (1, 21)] == ["ссылки на 1 странице", "ссылки на 21 странице"]
    assert [uk.count(n, *citing) for n in (2, 5)] == ["посилання на 2 сторінках", "посилання на 5 сторінках"]


@pytest.mark.parametrize(
    ("start", "end", "ru", "uk"),
    [
        ("2019-03-20", "", "начало: 20 марта 2019 г.", "початок: 20 березня 2019 р."),
        ("2019-03", "", "начало: март 2019 г.", "початок: березень 2019 р."),
        ("2019", "", "начало: 2019", "початок: 2019"),
        ("", "2021-01", "окончание: январь 2021 г.", "закінчення: січень 2021 р."),
        ("2017", "2021-01-20", "2017 — 20 января 2021 г.", "2017 — 20 січня 2021 р."),
        ("unknown", "", "", ""),
    ],
)
def test_terms_of_office_read_well_with_any_date(start: str, end: str, ru: str, uk: str):
    for language, expected in (("ru", ru), ("uk", uk)):
        assert interface(language).period(start, end).replace("\u202f", " ") == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "date unknown"), ("ru", "дата неизвестна"), ("uk", "дата невідома")]
)
def test_an_unknown_date_is_said_to_be_unknown(language: str, expected: str):
    assert interface(language).date("unknown") == expected
