"""Long words are divided by the rules of the page’s language, where the browser knows them."""

from __future__ import annotations

import pytest

from tests.browser.chromium import NARROW, Windows
from tests.browser.programs import in_both
from tests.browser.sites import Built, cases, languages

WORDS = {"en": "misunderstanding", "ru": "взаимопонимание", "uk": "взаєморозуміння"}
LINES = """(word) => {
    const paragraph = document.querySelector("article p").cloneNode();
    paragraph.textContent = word;
    paragraph.style.width = "6em";
    document.querySelector("article").append(paragraph);
    const high = paragraph.getBoundingClientRect().height;
    const lines = high / parseFloat(getComputedStyle(paragraph).lineHeight);
    paragraph.remove();
    return lines;
}"""


@in_both
@pytest.mark.parametrize("language", languages())
def test_texts_ask_for_hyphens_in_their_own_language(language: str, hosted: Built, windows: Windows):
    template = next(one for one, spoken in cases() if spoken == language and one.startswith("sources/"))
    page = windows.get(width=NARROW).open(hosted.url(template, language), width=NARROW)
    assert page.evaluate("() => document.documentElement.lang") == language
    found = page.locator("article p").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).hyphens))]"
    )
    assert found == ["auto"]


@pytest.mark.parametrize("windows", ["firefox"], indirect=True, scope="session")
@pytest.mark.parametrize("language", [one for one in languages() if one in WORDS])
def test_a_long_word_is_divided(language: str, hosted: Built, windows: Windows):
    """Firefox brings its own dictionaries."""
    page = windows.get().open(hosted.url("home", language))
    assert page.evaluate(LINES, WORDS[language]) >= 1.9
