"""Whoever passes the site on is bound by no package: each says its licence, and the project allows it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from email.message import Message
from pathlib import Path

import pytest

from tests.dossiers import PROJECT
from tools.licences import is_allowed, licences, locked, told

LOCK = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
ALLOWED = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["dossier"][
    "licences"
]


def test_every_package_that_a_build_needs_is_allowed() -> None:
    lines = list(told(locked(LOCK), ALLOWED))
    assert len(lines) > 30
    assert [line for line, fine in lines if not fine] == []


def said(**fields: str) -> Message:
    package = Message()
    for name, value in fields.items():
        for line in value.split("|"):
            package[name.replace("_", "-")] = line
    return package


@pytest.mark.parametrize(
    ("package", "expression"),
    [
        (said(License_Expression="MIT", License="GPLv3"), "MIT"),
        (said(Classifier="License :: OSI Approved :: MIT License|Topic :: Text"), "MIT License"),
        (
            said(Classifier="License :: OSI Approved :: GPLv3|License :: OSI Approved :: MIT License"),
            "GPLv3 AND MIT License",
        ),
        (said(License="Apache-2.0"), "Apache-2.0"),
        (said(License="UNKNOWN"), ""),
        (said(Name="x"), ""),
    ],
)
def test_a_package_says_its_licence_in_one_of_three_fields(package: Message, expression: str) -> None:
    assert licences(package) == expression


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only", False),
        ("GPLv3 AND MIT License", False),
        ("MIT AND (GPL-3.0-only OR PSF-2.0)", False),
        ("Mitigated", False),
        ("", False),
    ],
)
def test_every_part_of_one_choice_has_to_be_allowed(expression: str, fine: bool) -> None:
    assert is_allowed(expression, ALLOWED) is fine


def test_a_package_that_is_not_there_is_not_allowed() -> None:
    assert list(told(["no-such-package-anywhere"], ALLOWED)) == [
        ("no-such-package-anywhere: not installed, so its licence is unknown", False)
    ]


def test_the_bill_of_materials_lists_what_is_locked_with_its_hashes(tmp_path: Path) -> None:
    """As ``make sbom`` makes it."""
    made = tmp_path / "sbom.json"
    (command,) = (
        line for line in (PROJECT / "Makefile").read_text().split("\n\n") if line.startswith("sbom:")
    )
    options = command.replace("\\\n", " ").partition("cyclonedx-py")[2].split()
    arguments = [*options[: options.index("--output-file")], "--output-file", str(made)]
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *arguments], cwd=PROJECT, check=True
    )
    components = json.loads(made.read_text(encoding="utf-8"))["components"]
    assert sorted(one["name"] for one in components) == sorted(locked(LOCK))
    assert all(one["externalReferences"][0]["hashes"] for one in components)
