"""The shape of the code: what may import what."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dossiers import PROJECT

HOOKS = PROJECT / "hooks"
STAGES = ("read", "check", "link", "compose", "render", "write")
LEAVES = (
    "characters",
    "markup",
    "dates",
    "paragraphs",
    "origins",
    "memo",
    "manner",
    "stages",
    "policy",
    "lettering",
    "layout",
    "i18n",
    "cite",
    "search",
    "exports",
    "review",
    "forms",
    "intake",
    "report",
    "maps",
)
RECORDS = ("raw", "pages")
EDGE = ("site", "macros", "mkdocs_edge")
FRAMEWORK = frozenset({"mkdocs", "material", "mkdocs_static_i18n", "mkdocs_macros", "pymdownx"})
MAY_NAME_STAGES = ("load", "build", "cli", "commands", "schemas", "publish", *EDGE)


def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part(module: str) -> str:
    """``check`` of ``dossier.check.context``; ``mkdocs_edge`` of ``mkdocs_edge.state``."""
    names = module.split(".")
    return names[1] if names[0] == "dossier" and len(names) > 1 else names[0]


def ours(path: Path) -> set[str]:
    """The parts of ours that a file imports."""
    return {part(name) for name in imports(path) if name.startswith(("dossier.", "mkdocs_edge."))}


MODULES = {path.relative_to(HOOKS).with_suffix("").as_posix(): path for path in sorted(HOOKS.rglob("*.py"))}


def part_of(name: str) -> str:
    return part(name.replace("/", "."))


def those(*parts: str) -> pytest.MarkDecorator:
    """Every module of these parts."""
    return pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) in parts])


def others(*parts: str) -> pytest.MarkDecorator:
    """Every module of other parts than these."""
    return pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) not in parts])


@pytest.mark.parametrize("name", ["dossier/model", "dossier/problems"])
def test_records_of_everything_import_nothing_of_ours(name: str) -> None:
    assert ours(MODULES[name]) <= {"problems"} - {part_of(name)}


@those(*RECORDS)
def test_records_between_stages_import_records_only(name: str) -> None:
    """Citation runs are what a page holds of a reference, and a record themselves."""
    allowed = {"dossier.model", "dossier.problems", "dossier.cite.runs"}
    found = {module.rpartition(".")[0] for module in imports(MODULES[name]) if module.startswith("dossier.")}
    own = {module for module in found if part(module) == part_of(name)}
    assert found - own <= allowed


@those(*LEAVES)
def test_leaves_know_no_stage(name: str) -> None:
    assert ours(MODULES[name]).isdisjoint({*STAGES, *MAY_NAME_STAGES})


@those(*STAGES)
def test_stages_do_not_know_one_another(name: str) -> None:
    assert ours(MODULES[name]) & set(STAGES) <= {part_of(name)}


@others(*MAY_NAME_STAGES, *STAGES)
def test_only_the_table_of_contents_names_the_stages(name: str) -> None:
    """``load`` and ``build`` say in which order they run; the command and the edge use what they make."""
    assert ours(MODULES[name]).isdisjoint(STAGES)


@others(*EDGE)
def test_only_the_edge_knows_mkdocs(name: str) -> None:
    assert {module.split(".")[0] for module in imports(MODULES[name])}.isdisjoint(FRAMEWORK | set(EDGE))


def test_the_parts_named_here_exist() -> None:
    """A renamed part does not slip out of these rules."""
    known = {part_of(name) for name in MODULES}
    assert {*STAGES, *LEAVES, *RECORDS, *EDGE, "model", "problems", "load", "build", "cli"} <= known


ALONE = f"""
import importlib, sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {sorted(FRAMEWORK)!r}:
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_everything_but_the_edge_imports_without_mkdocs() -> None:
    modules = [
        name.removesuffix("/__init__").replace("/", ".") for name in MODULES if part_of(name) not in EDGE
    ]
    modules.remove("dossier.__main__")  # runs the command
    done = subprocess.run(
        [sys.executable, "-c", ALONE, *modules], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


ROOMS_OF_LINKING = (
    ("normalise", "language", "spelling", "things"),
    ("forms",),
    ("registered",),
    ("names", "registry"),
    ("index",),
    ("passage",),
    ("scan",),
    ("roles.tenures",),
    ("roles.offices",),
    ("rules",),
    ("overrides", "introduced"),
    ("namesakes",),
    ("article",),
    ("abstentions",),
    ("roles.resolved",),
    ("linker",),
    ("editors",),
)
"""The rooms of ``link/``, in the order in which words become links: each knows those before it alone."""


def room(module: str) -> int:
    """The place in this order of ``dossier.link.rules.persons``; −1 for a folder's own name."""
    inside = module.removeprefix("dossier.link").lstrip(".")
    found = [
        at for at, rooms in enumerate(ROOMS_OF_LINKING) for one in rooms if f"{inside}.".startswith(f"{one}.")
    ]
    return found[0] if found else -1


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("dossier/link/")])
def test_linking_goes_one_way(name: str) -> None:
    module = name.replace("/", ".").removesuffix(".__init__")
    here = room(module)
    assert here >= 0 or name.endswith("/__init__")
    inner = {found for found in imports(MODULES[name]) if found.startswith("dossier.link.")}
    later = {found for found in inner if room(found) > here}
    assert here == -1 or not later, f"{name} knows {sorted(later)}"
