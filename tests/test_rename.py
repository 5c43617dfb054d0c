"""``dossier rename``: an id is changed wherever it is used, and its old address leads to the new one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.check.schema import IDENTIFIER, LOCATOR, entity_schema, source_schema
from dossier.cli import main
from dossier.layout.ids import CLAIM, ENTITY, PLACES, SOURCE, Renaming, renamed, with_former
from dossier.load import load
from dossier.model import Field, Kind
from dossier.render.moved import moved_pages
from dossier.render.urls import Site
from tests.dossiers import PROJECT, SITES, assemble, dossier, snapshot

KEY = "2031-03-02-bakery"
RECORDS = sorted([*PROJECT.glob("data/*/*.yml"), *SITES.glob("*/data/*/*.yml")])
ENTITY_FIELDS = ("country", "teacher", "place", "organiser")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier in three languages whose texts, ties, page and record of an article name one another."""
    root = assemble("translated", tmp_path / "bakery")
    page = "---\nrender_macros: true\n---\n# The bakery\n\n{{ entity('taras-kut', \"taras-kut\") }} "
    page += f'{{{{ cite(locator="{KEY} p2") }}}} [he](people/taras-kut/) taras-kut\n'
    (root / "docs/en/index.md").write_text(page, encoding="utf-8")
    hai = root / "data/people/olena-hai.yml"
    hai.write_text(
        hai.read_text("utf-8").replace("Olena Hai opened", "Olena Hai and [[taras-kut|he]] opened"), "utf-8"
    )
    record = root / f"data/sources/{KEY}.yml"
    record.write_text(
        record.read_text("utf-8").replace("about: [olena-hai]", "about: [olena-hai, taras-kut] # both"),
        "utf-8",
    )
    assert main(["i18n", "--accept", "--all", "--root", str(root)]) == 0
    assert main(["fmt", "--root", str(root)]) == 0
    return root


def rename(root: Path, *arguments: str) -> int:
    return main(["rename", "--root", str(root), *arguments])


def files(root: Path) -> dict[str, bytes]:
    return {f"{top}/{name}": data for top in ("data", "docs") for name, data in snapshot(root / top).items()}


def current(root: Path) -> list[str]:
    """What is sound of the translations, and every problem."""
    found, problems = load(root)
    assert found is not None
    return [str(one) for one in problems.found]


def test_an_entity_is_renamed_wherever_it_is_named(root: Path) -> None:
    assert rename(root, "taras-kut", "baker") == 0
    assert current(root) == []
    text = b"".join(data for name, data in files(root).items() if name != "data/people/baker.yml").decode()
    entity, cite = "{{ entity('baker', \"taras-kut\") }}", f'{{{{ cite(locator="{KEY} p2") }}}}'
    assert re.findall(r".*taras-kut.*", text) == [f"{entity} {cite} [he](people/baker/) taras-kut"]
    assert "about: [olena-hai, baker]  # both" in text
    assert "[[baker|he]] opened" in text
    assert not (root / "data/people/taras-kut.yml").exists()
    assert (root / "data/people/baker.yml").read_text("utf-8").endswith("formerly: [taras-kut]\n")


def test_what_was_translated_stays_translated(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def summary() -> str:
        capsys.readouterr()
        main(["check", "--root", str(root)])
        return capsys.readouterr().err

    before = summary()
    for old, new in (("taras-kut", "baker"), (KEY, "2031-bakery"), ("bakery-opened", "opened")):
        assert rename(root, old, new) == 0
    assert summary() == before
    assert "sources/2031-bakery/claims/opened: " in (root / "data/translations/ru/texts.yml").read_text(
        "utf-8"
    )


def test_a_source_is_renamed_with_its_reference_and_translations(root: Path) -> None:
    assert rename(root, KEY, "2031-bakery") == 0
    assert current(root) == []
    found = files(root)
    assert KEY.encode() not in b"".join(found.values()).replace(b"formerly: [%s]" % KEY.encode(), b"")
    assert {name for name in found if "2031" in name} == {
        "data/sources/2031-bakery.yml",
        "data/translations/en/2031-bakery.yml",
        "data/translations/ru/2031-bakery.yml",
    }


def test_a_claim_is_renamed_in_what_contradicts_it(root: Path) -> None:
    record = root / f"data/sources/{KEY}.yml"
    another = (
        "  - {id: another, about: [olena-hai], date: 2031, said_by: [], status: reported, text: {en: No.},"
    )
    another += " evidence: [{p: 1, quote: Олена}], contradicts: [bakery-opened]}\n"
    record.write_text(record.read_text("utf-8") + another, "utf-8")
    assert main(["fmt", "--root", str(root)]) == 0
    assert rename(root, "bakery-opened", "opened") == 0
    assert current(root) == []
    text = record.read_text("utf-8")
    assert "contradicts: [opened]" in text
    assert text.count("bakery-opened") == 1
    assert "    formerly: [bakery-opened]\n" in text


@pytest.mark.parametrize("pair", [("taras-kut", "kut"), (KEY, "2031-bakery"), ("bakery-opened", "opened")])
def test_there_and_back_gives_the_same_bytes(root: Path, pair: tuple[str, str]) -> None:
    before = files(root)
    assert rename(root, *pair) == 0
    assert rename(root, *pair[::-1]) == 0
    after = files(root)
    former = b"formerly: [%s]" % pair[1].encode()
    without = {name: re.sub(rb"\n *" + re.escape(former), b"", data) for name, data in after.items()}
    assert without == before
    assert sum(former in data for data in after.values()) == 1
    assert rename(root, *pair) == 0
    assert not any(former in data for data in files(root).values())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("taras-cut", "x"), "there is no entity, article or claim “taras-cut”; did you mean “taras-kut”?"),
        (("taras-kut", "olena-hai"), "the id “olena-hai” is taken already"),
        (("taras-kut", "Taras"), "“Taras” is no id"),
        (("taras-kut", "none"), "“none” is no id"),
        (("taras-kut", "taras-kut"), "it is called “taras-kut” already"),
        (("taras-kut", "x", "--what", "claim"), "there is no claim “taras-kut”"),
    ],
)
def test_what_cannot_be_is_refused(
    root: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert rename(root, *arguments) == 2
    assert said in capsys.readouterr().err
    assert files(root) == before


def test_a_former_id_is_nobody_elses(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rename(root, "taras-kut", "baker") == 0
    assert rename(root, "olena-hai", "taras-kut") == 2
    assert "“taras-kut” was the id of “baker” before" in capsys.readouterr().err


def test_a_dry_run_says_what_would_change(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    assert rename(root, "taras-kut", "baker", "--dry-run") == 0
    told = capsys.readouterr().out.splitlines()
    assert files(root) == before
    assert rename(root, "taras-kut", "baker") == 0
    after = files(root)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert {line.split()[1] for line in told} >= changed
    assert "delete data/people/taras-kut.yml" in told


def test_a_text_that_hides_the_id_is_left_with_its_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "data/people/olena-hai.yml"
    hidden = 'en: "[[taras\\x2dkut]] is here, as is [[taras-kut]] [background]."\n'
    text = path.read_text("utf-8").partition("summary:")[0]
    path.write_text(f"{text}summary:\n  {hidden}", "utf-8")
    before = files(root)
    assert rename(root, "taras-kut", "baker") == 2
    assert re.search(r"data/people/olena-hai\.yml:\d+: “taras-kut” is", capsys.readouterr().err)
    assert files(root) == before


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_disk_that_refuses_leaves_everything(
    root: Path, at: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    replace, done = Path.replace, iter(range(100))

    def refused(self: Path, target: Path) -> Path:
        if target.suffix == ".yml" and next(done) == at:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    assert rename(root, "taras-kut", "baker") == 2
    assert "could not be written: No space left on device; nothing was changed" in capsys.readouterr().err
    assert files(root) == before


FORMER = """\
people/taras-kut: formerly: [olena-hai]
people/taras-kut: formerly: [a, a]
people/olena-hai: formerly: [b]|people/taras-kut: formerly: [b]
"""


@pytest.mark.parametrize("case", FORMER.splitlines())
def test_a_former_id_leads_to_one_record(root: Path, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    for part in case.split("|"):
        name, _, line = part.partition(": ")
        path = root / f"data/{name}.yml"
        path.write_text(f"{path.read_text('utf-8')}{line}\n", "utf-8")
    assert main(["check", "--root", str(root)]) == 1
    assert re.search(
        r"data/people/taras-kut\.yml:1:1: error\[duplicate-id\] the former id", capsys.readouterr().out
    )


def test_no_page_stands_at_a_former_address(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rename(root, "taras-kut", "baker") == 0
    (root / "docs/en/people").mkdir()
    (root / "docs/en/people/taras-kut.md").write_text("# He\n", "utf-8")
    assert main(["check", "--root", str(root)]) == 1
    assert "would stand where data/people/baker.yml stood before" in capsys.readouterr().out


def test_the_site_leads_on_from_every_old_address(root: Path) -> None:
    for old, new in (("taras-kut", "baker"), (KEY, "2031-bakery"), ("bakery-opened", "opened")):
        assert rename(root, old, new) == 0
    done = dossier("build", "--root", root, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr  # a build that has dead links fails
    site = root / "site"
    for home in ("", "ru/", "uk/"):
        for old, new in (("people/taras-kut", "baker"), (f"sources/{KEY}", "2031-bakery")):
            page = (site / home / old / "index.html").read_text("utf-8")
            for link in re.findall(r'(?:url=|href=")(\.[^"]*)', page):
                assert (site / home / old / link / "index.html").is_file()
                assert (site / home / old / link).resolve().name == new
            assert '<meta http-equiv="refresh"' in page
            assert 'rel="canonical"' in page
        assert 'id="claim-bakery-opened"' in (site / home / "sources/2031-bakery/index.html").read_text(
            "utf-8"
        )
    for name, data in snapshot(site).items():
        if name.endswith((".xml", "search_index.json", ".js")) or re.search(
            r"(people|sources)/index.html$", name
        ):
            assert b"taras-kut" not in data, name
    assert '"formerly": ["taras-kut"]' in (site / "data/entities.json").read_text("utf-8")
    assert f'"formerly": ["{KEY}"]' in (site / "data/sources.json").read_text("utf-8")
    assert '"formerly": ["bakery-opened"]' in (site / "data/claims.json").read_text("utf-8")


def test_a_folder_on_disk_leads_on_to_files(root: Path) -> None:
    assert rename(root, "taras-kut", "baker") == 0
    found, _ = load(root)
    assert found is not None
    pages = dict(moved_pages(found, Site.of(found.settings, offline=True)))
    assert sorted(pages) == [f"{home}people/taras-kut/index.html" for home in ("", "ru/", "uk/")]
    assert all('href="../baker/index.html"' in html for html in pages.values())
    assert "Тарас Кут" in pages["ru/people/taras-kut/index.html"]


IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)


@given(path=st.sampled_from(RECORDS), new=IDS, data=st.data())
def test_an_id_changed_and_changed_back_leaves_the_text(path: Path, new: str, data: st.DataObject) -> None:
    text = path.read_text("utf-8")
    what, old = data.draw(st.sampled_from(named(text) or [(ENTITY, "nobody")]))
    if new in text:
        return
    changed = renamed(text, Renaming(what, old, new), ENTITY_FIELDS)
    assert (changed != text) == (old != "nobody")
    assert renamed(changed, Renaming(what, new, old), ENTITY_FIELDS) == text


def named(text: str) -> list[tuple[str, str]]:
    """Some ids that a record names."""
    found = [(ENTITY, id_) for id_ in re.findall(r"\[\[([a-z0-9-]+)", text)]
    found += [(ENTITY, id_) for id_ in re.findall(r"\bentity: ([a-z0-9-]+)", text)]
    return found + [(SOURCE, key) for key in re.findall(r"\[@([a-z0-9-]+)", text)]


def test_every_place_of_an_id_is_known() -> None:
    """A new part of a record cannot be forgotten."""
    kind = Kind("k", "s", {}, {}, roles=True, fields=(Field("f", "entity", {}),))
    own = {"id", "formerly", "dated_by"}
    for schema, known in (
        (source_schema(["en"], ["x"]), {*PLACES, *own}),
        (entity_schema(kind, ["en"], ["x"]), {"of", "cite", "value", *own}),
    ):
        assert set(_holding(schema)) <= known


def _holding(schema: object, key: str = "") -> list[str]:
    if not isinstance(schema, dict):
        return []
    if schema.get("pattern") in (IDENTIFIER["pattern"], LOCATOR):
        return [key]
    found = [one for name, part in schema.get("properties", {}).items() for one in _holding(part, name)]
    return found + _holding(schema.get("items"), key)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("names: {en: A}\n", "formerly: [a]\nnames: {en: A}\n"),
        ("{names: {en: A}}\n", "{formerly: [a], names: {en: A}}\n"),
        ("formerly: [c] # why\n", "formerly: [c, a] # why\n"),
        ("formerly:\n  # why\n  - c\n", "formerly:\n  # why\n  - c\n  - a\n"),
        ("formerly: [c, b]\n", "formerly: [c, a]\n"),
    ],
)
def test_a_former_id_is_added_to_the_text(before: str, after: str) -> None:
    assert with_former(before, "a", "b") == after
    assert yaml.safe_load(after)


def test_a_former_id_of_a_claim_stands_with_it() -> None:
    text = "claims:\n  - id: x\n    date: 1\n  - {id: b, date: 2}\n"
    assert with_former(text, "a", "b", "b").endswith("  - {formerly: [a], id: b, date: 2}\n")
    assert renamed("claims: [{id: a, text: {en: a}}]", Renaming(CLAIM, "a", "b")) == (
        "claims: [{id: b, text: {en: a}}]"
    )
