"""``dossier new`` begins records, and never touches one that is there."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from dossier.commands.beginning import written
from dossier.i18n import clues
from dossier.load import load
from tests.dossiers import assemble, dossier, snapshot

TEXT = (
    " date 2024-06-02 The museum reopened on 1 June 2024, “and we are very glad of that”, Ada Reed said.\n\n"
    "The mayor, Bob Stone, was not there.\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return assemble("minimal", tmp_path / "minimal")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "reopened.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def new(root: Path, *arguments: str | Path) -> tuple[int, str]:
    done = dossier("new", "--root", root, *arguments)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def files(root: Path) -> dict[str, bytes]:
    return {name: data for folder in ("data", "seeds") for name, data in snapshot(root / folder).items()}


def test_an_entity_begins_with_its_name_and_every_fact_unknown(root: Path) -> None:
    assert new(root, "person", "Bob Stone")[0] == 0
    text = (root / "data/people/bob-stone.yml").read_text(encoding="utf-8")
    assert "en: Bob Stone" in text
    assert dossier("fmt", "--check", "data/people/bob-stone.yml", "--root", root).returncode == 0
    assert text.count("- value: unknown") == 4
    listed = dossier("check", "--root", root)
    assert text.startswith("# yaml-language-server: $schema=../schema/person.schema.json\n")
    assert re.findall(r"bob-stone\.yml:(\d+):\d+: warning\[to-do\] “(\S+)”", listed.stdout) == [
        ("7", "gender"),
        (str(text.count("\n")), "summary.en"),
    ]
    assert (listed.returncode, "2 warnings" in listed.stderr) == (0, True)
    assert dossier("check", "--strict", "--root", root).returncode == 1
    path = root / "data/people/bob-stone.yml"
    path.write_text(
        text.replace("gender:", "gender: m").replace("summary:\n  en:", "summary:\n  en: He [background].")
    )
    assert dossier("check", "--strict", "--root", root).returncode == 0


def test_an_article_is_taken_in_as_it_is_locked_and_recorded(root: Path, article: Path) -> None:
    status, said = new(root, "source", article, "--language", "en")
    assert (status, "make suggest SOURCE=2024-06-02-reopened" in said) == (0, True)
    assert (root / "seeds/reopened.txt").read_bytes() == article.read_bytes()
    digest = hashlib.sha256(article.read_bytes()).hexdigest()
    assert f"{digest}  reopened.txt\n" in (root / "seeds/SHA256SUMS").read_text(encoding="utf-8")
    record = (root / "data/sources/2024-06-02-reopened.yml").read_text(encoding="utf-8")
    assert dossier("fmt", "--check", "data/sources/2024-06-02-reopened.yml", "--root", root).returncode == 0
    assert "#   p1 date: 1 June 2024" in record
    assert "#   p1 said by ada-reed? and we are very glad of that" in record
    assert "#   p1 named: ada-reed" in record
    assert "@online{2024-06-02-reopened," in (root / "data/references.bib").read_text(encoding="utf-8")
    assert dossier("check", "--root", root).returncode == 0


PAGE = (
    '<html lang="en"><head><title>Reopened after a very long time, and with more rooms for visitors'
    " than anybody had thought</title></head><body><nav>Home</nav><article>"
    "<p>The museum reopened on 1 June 2024.</p><p>“And we are very glad of that”, Ada Reed said.</p>"
    "</article></body></html>"
)
PRINT = "The River Gazette\n\nThe museum re-\nopened on 1 June\n\f2024.\n\n2\n\f"


def test_a_web_page_is_kept_as_it_came_and_its_article_beside_it(root: Path, tmp_path: Path) -> None:
    page = tmp_path / "reopened.html"
    page.write_text(PAGE, encoding="utf-8")
    assert new(root, "source", page, "--language", "en")[0] == 0
    assert (root / "seeds/received/reopened.html").read_bytes() == page.read_bytes()
    assert (root / "seeds/reopened.txt").read_text(encoding="utf-8") == (
        "The museum reopened on 1 June 2024.\n\n“And we are very glad of that”, Ada Reed said.\n"
    )
    listed = (root / "seeds/SHA256SUMS").read_text(encoding="utf-8")
    for name in ("reopened.txt", "received/reopened.html"):
        assert f"{hashlib.sha256((root / 'seeds' / name).read_bytes()).hexdigest()}  {name}\n" in listed
    record = (root / "data/sources/reopened.yml").read_text(encoding="utf-8")
    assert "file: reopened.txt\nreceived: reopened.html\nlanguage: en\ndate: unknown" in record
    for told in (
        "than anybody had thought (line 1)",
        "17 of the page’s 18 words",
        "said by ada-reed? And we are very",
    ):
        assert told in record
    assert "title     = {unknown}" in (root / "data/references.bib").read_text(encoding="utf-8")
    assert dossier("fmt", "--check", "data/sources/reopened.yml", "--root", root).returncode == 0
    assert dossier("check", "--root", root).returncode == 0
    before = files(root)
    status, said = new(root, "source", page, "--language", "en", "--id", "again")
    assert (status, "is there already, as seeds/received/reopened.html" in said) == (2, True)
    assert files(root) == before


def test_text_out_of_a_pdf_is_put_together_and_kept_as_it_came(root: Path, tmp_path: Path) -> None:
    (tmp_path / "reopened.txt").write_text(PRINT, encoding="utf-8")
    assert new(root, "source", tmp_path / "reopened.txt", "--language", "en", "--id", "museum")[0] == 0
    assert (root / "seeds/received/reopened.txt").read_text(encoding="utf-8") == PRINT
    text = (root / "seeds/museum.txt").read_text(encoding="utf-8")
    assert text == "The River Gazette\n\nThe museum reopened on 1 June 2024.\n"
    record = (root / "data/sources/museum.yml").read_text(encoding="utf-8")
    assert "put together at the end of a line: reopened" in record
    assert "left out at the edge of a page: 2" in record
    assert dossier("check", "--root", root).returncode == 0


def test_the_form_of_a_file_may_be_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("<html> is the first word\nof this plain text.\n", encoding="utf-8")
    assert new(root, "source", tmp_path / "odd.txt", "--language", "en", "--format", "text")[0] == 0
    assert not (root / "seeds/received").exists()
    assert (root / "seeds/odd.txt").read_bytes() == (tmp_path / "odd.txt").read_bytes()


def test_an_article_without_a_date_has_an_unknown_one(root: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The lamp is out.\n", encoding="utf-8")
    assert new(root, "source", tmp_path / "note.txt", "--language", "en")[0] == 0
    assert "date: unknown" in (root / "data/sources/note.yml").read_text(encoding="utf-8")
    assert dossier("check", "--root", root).returncode == 0


WRONG = {
    "a record that is there": (["person", "Ada Reed"], "“ada-reed” is there already"),
    "a kind that nobody knows": (["persn", "X"], "did you mean “person”?"),
    "a name without letters": (["person", "…"], "is no id"),
    "an empty name": (["person", " "], "the name is empty"),
    "a way out of the folder": (["person", "X", "--id", "../x"], "is no id"),
    "no language of the article": (["source", "{article}"], "--language"),
    "an article that is there": (
        ["source", "{root}/seeds/harbour.txt", "--language", "en"],
        "is there already",
    ),
    "no such file": (["source", "{root}/none.txt", "--language", "en"], "cannot be read"),
    "a folder": (["source", "{root}", "--language", "en"], "not a regular file"),
    "a web page without an article": (["source", "{page}", "--language", "en"], ":1:1: error[not-taken]"),
    "an empty file": (["source", "{empty}", "--language", "en"], "has no text"),
    "no UTF-8": (["source", "{latin}", "--language", "en"], ":1:2: error[not-utf-8]"),
    "a name that is taken": (["source", "{other}", "--language", "en"], "seeds/Harbour.txt is there already"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_and_nothing_written(
    name: str, root: Path, article: Path, tmp_path: Path
) -> None:
    made = {
        "page": b"<!DOCTYPE html><nav>x</nav>",
        "empty": b" \n",
        "latin": b"a\xe9",
        "other": b"Another text.\n",
    }
    places = {"root": str(root), "article": str(article)}
    for key, data in made.items():
        path = tmp_path / key / "Harbour.txt" if key == "other" else tmp_path / f"{key}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        places[key] = str(path)
    before = files(root)
    arguments, expected = WRONG[name]
    status, said = new(root, *(one.format(**places) for one in arguments))
    assert status in {1, 2}
    assert expected in said
    assert files(root) == before


def test_a_broken_list_is_mended_first(root: Path, article: Path) -> None:
    (root / "seeds/SHA256SUMS").rename(root / "kept")
    (root / "seeds/SHA256SUMS").mkdir()
    before = files(root)
    status, said = new(root, "source", article, "--language", "en")
    assert (status, "seeds/SHA256SUMS:1:1: error[not-a-file]" in said) == (1, True)
    assert files(root) == before


def test_where_one_file_cannot_be_written_none_is(root: Path) -> None:
    before = files(root)
    texts = {"data/references.bib": "other", "data/people/new.yml": "new", "docs": "a folder stands there"}
    assert written(root, texts, {"seeds/new.txt": b"new"}) == 2
    assert files(root) == before


DATES = {
    "en": (
        "It opened on 6 November 2025, or November 7, and 2024-05-01.",
        ["6 November 2025", "November 7", "2024-05-01"],
    ),
    "ru": ("Встреча 6 ноября, первая была в 2023 году, 01.02.2024.", ["6 ноября", "2023", "01.02.2024"]),
    "uk": ("Зустріч відбулася 23 грудня 2025 року.", ["23 грудня 2025"]),
    "tlh": ("In 1999.", ["1999"]),
}


@pytest.mark.parametrize("language", DATES)
def test_dates_are_seen(language: str) -> None:
    text, expected = DATES[language]
    assert clues.dates(text, language) == expected


def test_what_is_said_is_seen_and_titles_are_not() -> None:
    text = '«Мы рады этому решению», сказал он. Газета «Новости» и „so sagte er es“, "as he put it".'
    assert [text[start:end] for start, end in clues.quotations(text)] == [
        "Мы рады этому решению",
        "so sagte er es",
        "as he put it",
    ]


def test_a_record_that_is_begun_can_be_looked_at_and_says_what_is_left(tmp_path: Path) -> None:
    root = assemble("translated", tmp_path / "translated")
    assert new(root, "person", "Bob Stone")[0] == 0
    found, problems = load(root)
    assert found is not None
    begun = found.entities["bob-stone"]
    assert dict(begun.names) == dict.fromkeys(("en", "ru", "uk"), "Bob Stone")
    assert dict(begun.summary) == {"en": "…"}
    left = [
        (one.rule, one.message) for one in problems.found if one.where.file == "data/people/bob-stone.yml"
    ]
    names = ["gender", "names.ru", "names.uk", "summary.en", "summary.ru", "summary.uk"]
    assert sorted(left) == [("to-do", f"“{name}” is left to fill in") for name in names]


def test_a_record_without_any_name_is_an_error(root: Path) -> None:
    (root / "data/people/bob-stone.yml").write_text(
        "names:\n  en:\nsummary:\n  en: He [background].\n", "utf-8"
    )
    _, problems = load(root)
    assert [one.rule for one in problems.found] == ["empty"]
