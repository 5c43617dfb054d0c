"""The project's own files: what they promise can be run, installed and published by anybody."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


CONTRIBUTING = ("CONTRIBUTING.md", "CONTRIBUTING.ru.md", "CONTRIBUTING.uk.md")


def targets() -> set[str]:
    return set(re.findall(r"^([a-z0-9]+):.*## ", text("Makefile"), re.MULTILINE))


def locked(name: str) -> dict[str, tuple[str, list[str]]]:
    """Each package of a lock file with its version and hashes."""
    packages: dict[str, tuple[str, list[str]]] = {}
    for entry in re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text(name), flags=re.MULTILINE)):
        pinned = re.match(r"([a-z0-9][a-z0-9.-]*)==(\S+)", entry.strip())
        assert pinned, f"{name}: not pinned: {entry[:60]!r}"
        packages[pinned[1]] = (pinned[2], re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry))
    return packages


def normal(requirement: str) -> str:
    """The name of a requirement, as lock files write it."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def project_files() -> list[Path]:
    """What git holds or would take in."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("document", ["README.md", *CONTRIBUTING, ".github/pull_request_template.md"])
def test_every_make_command_of_the_documents_is_a_target(document: str) -> None:
    """A reader can type what a document shows."""
    commands = re.findall(r"(?:`|^ {4,}|^)make ([a-z0-9]+)\b", text(document), re.MULTILINE)
    assert commands
    assert set(commands) <= targets()


@pytest.mark.parametrize("document", CONTRIBUTING)
def test_how_to_contribute_leads_somewhere_in_each_language(document: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text(document))
    assert {other for other in CONTRIBUTING if other != document} <= set(links)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_each_hook_before_a_commit_is_a_target() -> None:
    hooks = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"][0]["hooks"]
    commands = [hook["entry"].split() for hook in hooks]
    assert commands
    assert {(words[0], words[1] in targets()) for words in commands} == {("make", True)}


def test_the_readme_shows_every_target_a_newcomer_needs() -> None:
    """Nobody has to read the Makefile first."""
    shown = set(re.findall(r"make ([a-z0-9]+)\b", text("README.md")))
    assert {"site", "serve", "offline", "check", "schema", "test", "bench"} <= shown


def test_help_lists_every_target() -> None:
    """`make` alone says what can be made."""
    listed = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for target in targets():
        assert re.search(rf"^  {target} +\S", listed, re.MULTILINE), target


def test_every_path_in_the_readme_exists() -> None:
    """Links lead somewhere. The screenshot is checked too: a README with a torn picture misleads."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text("README.md"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    """What is installed is what was locked, byte for byte."""
    packages = locked(name)
    assert packages
    assert [package for package, (_, hashes) in packages.items() if not hashes] == []


def test_the_two_lock_files_agree() -> None:
    """The tests run on the versions that build the site."""
    runtime, tests = locked(LOCKS[0]), locked(LOCKS[1])
    assert {name: tests.get(name) for name in runtime} == runtime


def test_every_requirement_of_the_project_is_locked() -> None:
    """A requirement added to pyproject.toml is followed by `make lock`."""
    project = tomllib.loads(text("pyproject.toml"))
    runtime = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert {normal(each) for each in runtime} <= locked(LOCKS[0]).keys()
    extra = project["project"]["optional-dependencies"]["dev"]
    assert {normal(each) for each in extra} <= locked(LOCKS[1]).keys()


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    """The project installs from wherever its reader installs from, and lies wherever it was put."""
    # Joined here, so that this file does not name them either.
    hosts = [
        "pypi" + ".org",
        "pythonhosted" + ".org",
        "registry." + "npmjs",
        "npmjs" + ".com",
        "deb.debian" + ".org",
        "crates" + ".io",
        "unpkg" + ".com",
        "jsdelivr" + ".net",
    ]
    unwelcome = re.compile(
        "|".join(map(re.escape, hosts))
        + r"|(?<![\w.~/-])/(?:root|(?:home|Users)/[a-z]\w+)/\w"
        + "|"
        + re.escape(f"{ROOT}/")
    )
    found = []
    for path in project_files():
        raw = path.read_bytes()
        if b"\0" in raw:
            continue
        for number, line in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
            if match := unwelcome.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {match[0]}")
    assert found == []


def test_the_package_is_found_without_hiding_a_module_of_python() -> None:
    """hooks/site.py must never be taken for Python's own `site`."""
    code = "import json, dossier, site; print(json.dumps([dossier.__file__, site.__file__]))"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    package, own = (Path(each).resolve() for each in json.loads(shown))
    assert package == ROOT / "hooks" / "dossier" / "__init__.py"
    assert ROOT / "hooks" not in own.parents


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
class TestWorkflows:
    """A stranger's pull request can spend time on a runner, and do nothing else."""

    @staticmethod
    def load(path: Path) -> dict[Any, Any]:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert isinstance(loaded, dict)
        return loaded

    def test_grants_nothing_by_default(self, path: Path) -> None:
        workflow = self.load(path)
        assert workflow["permissions"] == {}
        assert workflow["jobs"]
        for name, job in workflow["jobs"].items():
            assert isinstance(job.get("permissions"), dict), name

    def test_writes_only_where_the_site_is_handed_over(self, path: Path) -> None:
        writing = {
            (path.name, name, permission)
            for name, job in self.load(path)["jobs"].items()
            for permission, level in job["permissions"].items()
            if level == "write"
        }
        assert writing <= {("deploy.yml", "deploy", "pages"), ("deploy.yml", "deploy", "id-token")}

    def test_starts_only_on_safe_events(self, path: Path) -> None:
        # YAML 1.1 reads the bare word `on` as true.
        events = self.load(path)[True]
        assert set(events) <= {"pull_request", "push", "workflow_call", "workflow_dispatch", "schedule"}

    def test_uses_no_secret(self, path: Path) -> None:
        assert "secrets" not in path.read_text(encoding="utf-8")

    def test_keeps_no_credentials_in_the_checkout(self, path: Path) -> None:
        for job in self.load(path)["jobs"].values():
            for step in job.get("steps", []):
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False

    def test_runs_no_value_that_a_stranger_can_set(self, path: Path) -> None:
        for job in self.load(path)["jobs"].values():
            for step in job.get("steps", []):
                assert "${{" not in step.get("run", "")

    def test_runs_targets_that_exist(self, path: Path) -> None:
        for job in self.load(path)["jobs"].values():
            for step in job.get("steps", []):
                assert set(re.findall(r"\bmake ([a-z0-9]+)", step.get("run", ""))) <= targets()


def test_the_workflow_linter_finds_nothing() -> None:
    """The linter knows more ways to misuse a workflow than we do."""
    linter = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    assert linter, "zizmor is among the tools for tests"
    done = subprocess.run(
        [linter, "--offline", "--no-progress", ".github"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.name
)
def test_issue_forms_are_whole(path: Path) -> None:
    """Every form has a name and a description, and asks something under an id of its own."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path.name == "config.yml":
        assert set(form) <= {"blank_issues_enabled", "contact_links"}
        return
    assert form["name"]
    assert form["description"]
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert ids
    assert len(ids) == len(set(ids))


def test_the_editor_knows_the_schema_of_every_record() -> None:
    """A new kind is told to the editor too, so that contributors see errors while they type."""
    kinds = yaml.safe_load(text("data/kinds.yml"))["kinds"]
    wanted = {
        f"data/schema/{name}.schema.json": f"data/{kind['section']}/*.yml" for name, kind in kinds.items()
    }
    known = json.loads(text(".vscode/settings.json"))["yaml.schemas"]
    assert {schema: known.get(schema) for schema in wanted} == wanted
    assert set(known) == {f"data/schema/{path.name}" for path in (ROOT / "data/schema").iterdir()}


def test_the_editor_takes_translations_for_records_but_not_their_lock_list() -> None:
    known = json.loads(text(".vscode/settings.json"))["yaml.schemas"]
    pattern = known["data/schema/translation.schema.json"]
    assert Path("data/translations/uk/2031-03-02-bakery.yml").match(pattern)
    assert not Path("data/translations/uk/texts.yml").match(pattern)


@pytest.mark.parametrize("words", ["key:3:п'ять", 'key:3:"Радіо"', "key:1:a; echo b"])
def test_make_hands_words_over_as_they_are(tmp_path: Path, words: str):
    """An apostrophe is a letter of many languages, and no shell's business."""
    command = tmp_path / "dossier"
    command.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    targets = {
        "explain": ("explain", "WORDS"),
        "suggest": ("suggest", "SOURCE"),
        "accept": ("lock", "SOURCE"),
        "diff": ("diff", "BASE"),
    }
    for target, (subcommand, variable) in targets.items():
        made = subprocess.run(
            ["make", "--silent", target, "READY=", f"BIN={tmp_path}", f"{variable}={words}"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        assert made.stdout.splitlines() == [subcommand, "--", words]


def test_what_everybody_installs_has_one_free_licence_each():
    """The Ukrainian dictionary states two, one of which would bind whoever passes the program on."""
    asked = tomllib.loads(text("pyproject.toml"))["project"]
    assert "pymorphy3-dicts-uk" not in {normal(one) for one in asked["dependencies"]}
    assert "pymorphy3-dicts-uk" in {normal(one) for one in asked["optional-dependencies"]["uk-dictionary"]}
    assert all("pymorphy3-dicts-uk" not in locked(name) for name in LOCKS)
