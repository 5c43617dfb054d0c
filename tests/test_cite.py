"""References as readers of each language expect them."""

from __future__ import annotations

import pytest

from dossier.cite.styles import cite
from dossier.model import Reference
from dossier.problems import Location


def reference(fields: dict[str, str], *authors: tuple[str, str]) -> Reference:
    return Reference("key", "online", fields, {"author": authors}, Location("data/references.bib"))


UNKNOWN = reference(
    {
        "title": "[Трамп пригласил лидеров]",
        "title_en": "[Trump invites the leaders]",
        "title_uk": "[Трамп запросив лідерів]",
        "publisher": "unknown",
        "url": "unknown",
        "date": "2025-10-28",
        "language": "ru",
    },
    ("unknown", ""),
)
FULL = reference(
    {
        "title": "A lamp",
        "title_ru": "Лампа",
        "title_uk": "Лампа",
        "publisher": "Harbour News",
        "url": "https://news.example/lamp",
        "urldate": "2025-01-02",
        "date": "2024-05",
        "language": "en",
    },
    ("Reed", "Ada Jane"),
    ("Harbour Museum", ""),
)
MANY = reference(
    {
        "title": "Лампа",
        "title_en": "A lamp",
        "title_ru": "Лампа",
        "publisher": "Гавань",
        "url": "https://news.example/",
        "date": "unknown",
        "language": "uk",
    },
    ("Рід", "Ада"),
    ("По", "Анна"),
    ("Лі", "Ян"),
    ("Ґава", "Єва"),
)
BARE = reference(
    {"title": "unknown", "publisher": "unknown", "url": "unknown", "date": "unknown"}, ("unknown", "")
)


LINES = """
UNKNOWN en 0  [Трамп пригласил лидеров] [Trump invites the leaders], n.p., 28 October 2025.
UNKNOWN en 4  [Трамп пригласил лидеров] [Trump invites the leaders], n.p., 28 October 2025, para. 4.
UNKNOWN ru 4  [Трамп пригласил лидеров] [Электронный ресурс] // [Б. и.]. 28.10.2025. Абз. 4.
UNKNOWN uk 4  [Трамп пригласил лидеров] [Трамп запросив лідерів]. [Б. в.]. 28.10.2025. Абз. 4.
FULL en 0  Ada Jane Reed and Harbour Museum, “A lamp”, Harbour News, May 2024, https://news.example/lamp.
FULL ru 0  Reed A. J., Harbour Museum. A lamp [Лампа] [Электронный ресурс] // Harbour News. 05.2024.\
 URL: https://news.example/lamp (дата обращения: 02.01.2025).
FULL uk 0  Reed A. J., Harbour Museum. A lamp [Лампа]. Harbour News. 05.2024.\
 URL: https://news.example/lamp (дата звернення: 02.01.2025).
MANY en 0  Ада Рід et al., “Лампа” [A lamp], Гавань, n.d., https://news.example/.
MANY ru 0  Лампа [Лампа] [Электронный ресурс] / Рід А. [и др.] // Гавань. [б. д.]. URL: https://news.example/.
"""
REFERENCES = {"UNKNOWN": UNKNOWN, "FULL": FULL, "MANY": MANY}


@pytest.mark.parametrize("case", LINES.strip().splitlines())
def test_a_reference_reads(case: str) -> None:
    """Reference, language, paragraph, and the line as it is printed."""
    asked, line = case.split("  ")
    name, language, paragraph = asked.split()
    runs = cite(REFERENCES[name], language, int(paragraph))
    assert "".join(run.text for run in runs).replace("\u202f", " ") == line


def test_many_authors_in_ukrainian_end_with_a_single_full_stop() -> None:
    line = "".join(run.text for run in cite(MANY, "uk", 2))
    assert line == "Лампа / Рід А. та ін. Гавань. [б. д.]. Абз. 2. URL: https://news.example/."


def test_a_title_in_another_language_says_so() -> None:
    """Screen readers change their voice."""
    spoken = {run.language for run in cite(UNKNOWN, "en") if "Трамп" in run.text}
    assert spoken == {"ru"}
    assert {run.language for run in cite(UNKNOWN, "ru")} == {""}


def test_an_address_is_a_link_of_its_own() -> None:
    assert [run.text for run in cite(FULL, "en") if run.url] == ["https://news.example/lamp"]


@pytest.mark.parametrize("language", ["en", "ru", "uk", "kk"])
def test_what_nobody_knows_never_reads_unknown(language: str) -> None:
    assert "unknown" not in "".join(run.text for run in cite(BARE, language))


def test_a_language_without_a_style_is_served_chicago() -> None:
    assert cite(FULL, "kk") == cite(FULL, "en")
