"""Whatever the system refuses a build is told in one line."""

from __future__ import annotations

import runpy
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dossier import theme_process
from dossier.manner import Manner

PLACE = "/srv/site"
CASES: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("refusals.yml").read_text("utf-8"))


def raising(error: BaseException) -> Callable[..., None]:
    def run(*_: object, **__: object) -> None:
        raise error

    return run


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["error"])
def test_what_is_refused_is_one_line_with_a_place(
    case: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in Manner(published=PLACE).environment().items():
        monkeypatch.setenv(name, value)
    error = eval(case["error"], {"shutil": shutil})
    monkeypatch.setattr(runpy, "run_module", raising(error))
    with pytest.raises(SystemExit) as end:
        theme_process.main()
    assert end.value.code == theme_process.REFUSED
    assert capsys.readouterr().err == case["told"].format(place=PLACE) + "\n"


def test_a_fault_of_the_program_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the system refuses is told without the way that led there."""
    monkeypatch.setattr(runpy, "run_module", raising(KeyError("x")))
    with pytest.raises(KeyError):
        theme_process.main()
