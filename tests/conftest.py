"""Fixtures for every test: whole dossiers, and sites built from them once a run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.dossiers import PROJECT, assemble, built_once, dossier

# The same examples every time, so that nobody's change fails by luck; to look for new ones, run
# pytest --hypothesis-profile=search
settings.register_profile("project", deadline=None, derandomize=True, max_examples=80)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("project")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project itself."""
    return PROJECT


@pytest.fixture
def dossier_of(tmp_path: Path) -> Callable[[str], Path]:
    """Makes the dossier of ``tests/sites/<name>`` in a folder of this test's own."""
    return lambda name: assemble(name, tmp_path / name)


@pytest.fixture
def minimal(dossier_of: Callable[[str], Path]) -> Path:
    """The smallest dossier: one language, one kind, one entity, one source."""
    return dossier_of("minimal")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def built(shared: Path) -> Callable[[str], Path]:
    """Builds the site of ``tests/sites/<name>`` once in a run and returns the folder of the dossier."""

    def build(folder: Path) -> None:
        assemble(folder.name, folder)
        done = dossier("build", "--root", folder)
        assert done.returncode == 0, done.stderr

    return lambda name: built_once(shared / name, build)


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The project's own site, built once in a run."""

    def build(folder: Path) -> None:
        done = dossier("build", "--root", PROJECT, "--output", folder)
        assert done.returncode == 0, done.stderr

    return built_once(shared / "project-site", build)
