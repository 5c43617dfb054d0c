"""Where a page names a source in full, where in short, and where not again."""

from __future__ import annotations

import pytest

from dossier.build import build
from dossier.compose.citing import Citing
from dossier.compose.view import View
from dossier.model import Locator
from dossier.pages.texts import Target
from tests.dossiers import assemble

LEDGER = Locator("2031-02-05-ledger", 1)
ZORIA = Locator("2031-02-03-zoria", 2)
HANDBOOK = Locator("trade-mark-handbook")


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    built, _ = build(assemble("companies", tmp_path_factory.mktemp("citing") / "companies"))
    assert built is not None
    return View(built.index, built.interface("uk"))


def tips(citing: Citing, *locators: Locator) -> list[str]:
    return [citing.mark(locator).tip.replace("\u00a0", " ") for locator in locators]


def test_a_page_names_a_source_in_full_once(view: View) -> None:
    """A number is read by itself, so its words always name the source."""
    first, second, third = tips(Citing(view), ZORIA, ZORIA, LEDGER)
    assert first.startswith("Вигадка О. Суд призначив засідання. Зоря. 2031. 3 лют. Абз. 2. URL:")
    assert second == "Вигадка О. Суд призначив засідання. Абз. 2."
    assert third.startswith("Fable J., Saga J. Lunaris takes Meridian to court [")


def test_running_text_does_not_name_the_source_just_named(view: View) -> None:
    """Another source in between, and it is named again."""
    locators = [ZORIA, ZORIA, LEDGER, LEDGER, ZORIA]
    assert tips(Citing(view, running=True), *locators)[1:2] == ["Там само. Абз. 2."]
    assert tips(Citing(view, running=True), *locators)[3:] == [
        "Ibid. Абз. 1.",
        "Вигадка О. Суд призначив засідання. Абз. 2.",
    ]


def test_a_reference_without_an_article_leads_to_where_it_is_listed(view: View) -> None:
    assert Citing(view).mark(HANDBOOK).target == Target("", "reference-1")
    assert Citing(view, running=True).mark(HANDBOOK).target == Target("bibliography", HANDBOOK.source)
