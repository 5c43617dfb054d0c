"""Whoever finds an error reaches the line of the record, or the form with its page, place and version."""

from __future__ import annotations

import hashlib
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from dossier.build import build
from dossier.render.reporting import FORM, report_url
from tests.dossiers import PROJECT

HOST = "https://github.com/harbour/dossier"


@pytest.fixture
def pages(minimal: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The pages of an entity and an article in a dossier that has a repository and an address."""
    monkeypatch.setenv("REPO_URL", HOST)
    monkeypatch.setenv("SITE_URL", "https://harbour.example/")
    made, _ = build(minimal, cache=False)
    assert made is not None
    paths = ("people/ada-reed", "sources/2024-05-01-harbour-news")
    return {path: made.fragment(made.pages["en"][path]) for path in paths}


def reports(html: str) -> list[dict[str, str]]:
    """What the links to the form fill in."""
    links = map(unescape, re.findall(r'class="d-edit d-report" href="([^"]+)"', html))
    found = []
    for link in links:
        assert link.startswith(f"{HOST}/issues/new?")
        found.append({name: values[0] for name, values in parse_qs(urlsplit(link).query).items()})
    return found


def test_the_form_opens_with_page_place_and_version(pages: dict[str, str], minimal: Path) -> None:
    for path, html in pages.items():
        page = f"https://harbour.example/{path}/"
        places = [link["page"].removeprefix(page) for link in reports(html)]
        wanted = ["", "#claim-museum-opened"]
        if path.startswith("sources"):
            wanted += ["#p1", "#p2", "#p3"]
        assert sorted(places) == sorted(wanted)
        data = (minimal / f"data/{path}.yml").read_bytes()
        blob = hashlib.sha1(f"blob {len(data)}\0".encode() + data).hexdigest()
        assert {link["version"] for link in reports(html)} == {blob[:12]}
        for place in filter(None, places):
            assert f'id="{place[1:]}"' in html


def test_the_form_has_the_fields_that_are_filled_in() -> None:
    form = yaml.safe_load((PROJECT / ".github/ISSUE_TEMPLATE" / FORM).read_text("utf-8"))
    fields = {field.get("id") for field in form["body"]}
    query = parse_qs(urlsplit(report_url("https://github.com/a/b/issues/new", "p", "v", "")).query)
    assert set(query) - {"template"} <= fields
    assert query["template"] == [FORM]


def test_every_fact_note_and_claim_leads_to_its_line(pages: dict[str, str], minimal: Path) -> None:
    html = "".join(pages.values())
    found = set(re.findall(rf'href="{HOST}/edit/main/(data/[^"#]+)#L(\d+)"', html))
    wanted = []
    for path in pages:
        lines = (minimal / f"data/{path}.yml").read_text("utf-8").splitlines()
        starts = ("  - title:", "    - value:", "  - id:")
        wanted += [(f"data/{path}.yml", str(n)) for n, line in enumerate(lines, 1) if line.startswith(starts)]
    assert len(wanted) == 5
    assert set(wanted) <= found


@pytest.mark.parametrize("address", ["", "https://code.example/harbour"])
def test_no_form_is_guessed(minimal: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("REPO_URL", address)
    made, _ = build(minimal, cache=False)
    assert made is not None
    assert "d-report" not in made.fragment(made.pages["en"]["people/ada-reed"])
