"""The macros of hand-written pages, and what the check knows of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import SimpleNamespace

from dossier.check.macros import ALONE, MACROS, OF_SECTIONS
from tests.dossiers import PROJECT


def collected() -> dict[str, tuple[inspect.Parameter, ...]]:
    """Every macro with its parameters, as `define_env` hands them to MkDocs."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("macros", PROJECT / "hooks/macros.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    macros: dict[str, tuple[inspect.Parameter, ...]] = {}

    def keep(macro: Callable[..., str]) -> None:
        macros[macro.__name__] = tuple(inspect.signature(macro).parameters.values())

    module.define_env(SimpleNamespace(macro=keep))
    return macros


def test_the_check_knows_every_macro_and_what_it_takes():
    assert {name: tuple(one.name for one in taken) for name, taken in collected().items()} == MACROS


def test_those_that_stand_alone_need_nothing():
    needing = {name for name, taken in collected().items() if any(one.default is one.empty for one in taken)}
    assert needing == set(MACROS) - set(ALONE)
    assert set(OF_SECTIONS) <= needing
