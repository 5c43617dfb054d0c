"""What hand-written pages may have counted can be counted, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.build import build
from dossier.compose.totals import say_total
from dossier.compose.view import View
from dossier.model import TOTALS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def view() -> View:
    built, _ = build(ROOT)
    assert built is not None
    return View(built.index, built.interface("en"))


@pytest.mark.parametrize("what", TOTALS)
def test_every_total_can_be_said(what: str, view: View):
    number, word = say_total(what, view).split(" ", 1)
    assert int(number) > 0
    assert word


def test_nothing_else_is_counted(view: View):
    with pytest.raises(ValueError, match="one of: entities"):
        say_total("stars", view)
