"""Every page says what it may load and run, and holds nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.policy import hashed, headers, policy, scripts_in
from tests.reading import Page, pages

DATA = ("application/json", "application/ld+json")
"""Scripts of these types are data, which browsers never run."""


@pytest.fixture(scope="session")
def found(site: Path) -> dict[str, Page]:
    return pages(site)


def allowed(policy: str, directive: str) -> list[str]:
    parts = (part.split() for part in policy.split(";"))
    return next(part[1:] for part in parts if part[0] == directive)


def of_page(page: Page) -> str:
    (meta,) = (one for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    return meta.get("content")


def test_every_page_has_a_policy_before_all_that_it_loads(found: dict[str, Page]) -> None:
    """And says how it is encoded where browsers still look for it: in its first 1024 bytes."""
    assert len(found) > 50
    for page in found.values():
        head = next(page.all("head"))
        inside = [one.get("http-equiv") or one.get("charset") for one in page.all() if head in one.inside]
        assert set(inside[:2]) == {"Content-Security-Policy", "utf-8"}
        assert 0 < page.html.encode().find(b'charset="utf-8"') < 1024


def test_pages_hold_no_script_or_style_but_those_they_allow(found: dict[str, Page]) -> None:
    wrong = []
    for page in found.values():
        said = of_page(page)
        scripts = [one for one in page.all("script") if not one.get("src") and one.get("type") not in DATA]
        for directive, inline in (("script-src", scripts), ("style-src", page.all("style"))):
            hashes = allowed(said, directive)
            wrong += [(page.file, one.text[:80]) for one in inline if hashed(one.text) not in hashes]
        wrong += [
            (page.file, f"{one.tag} {name}")
            for one in page.all()
            for name in one.attributes
            if name == "style" or name.startswith("on")
        ]
    assert wrong == []


def test_pages_allow_no_script_or_style_that_they_do_not_hold(found: dict[str, Page]) -> None:
    for page in found.values():
        held = {hashed(one.text) for tag in ("script", "style") for one in page.all(tag) if one.text}
        said = {*allowed(of_page(page), "script-src"), *allowed(of_page(page), "style-src")}
        assert said - held == {"'self'"}, page.file


def test_no_page_allows_whatever_is_written_into_it(found: dict[str, Page]) -> None:
    for page in found.values():
        said = of_page(page)
        assert allowed(said, "default-src") == ["'none'"]
        assert "unsafe" not in said
        assert "*" not in said
        assert "http" not in said


def test_servers_are_told_of_all_that_any_page_allows(site: Path, found: dict[str, Page]) -> None:
    """For a browser heeds both what the server says and what the page says."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*"
    said = dict(line.strip().split(": ", 1) for line in lines[1:])["Content-Security-Policy"]
    assert allowed(said, "frame-ancestors") == ["'none'"]
    for page in found.values():
        for directive in re.findall(r"[a-z-]+-src", of_page(page)):
            assert set(allowed(of_page(page), directive)) <= set(allowed(said, directive))


def test_no_page_has_another_fetched_unasked(found: dict[str, Page]) -> None:
    """Firefox would fetch what a page names as the next, and be refused it."""
    kinds = {kind for page in found.values() for one in page.all("link") for kind in one.get("rel").split()}
    assert kinds <= {"icon", "apple-touch-icon", "stylesheet", "preload", "alternate", "canonical"}


def test_a_script_is_known_by_the_hash_of_its_text() -> None:
    """The example of the specification."""
    expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    assert list(scripts_in("<script>alert('Hello, world.');</script>")) == [expected]
    assert expected in allowed(policy([expected]), "script-src")


def test_a_script_with_an_address_has_no_hash() -> None:
    assert list(scripts_in('<script src="a.js"></script><script type="application/json">{}</script>')) == []


def test_headers_are_those_of_every_file() -> None:
    assert headers("default-src 'none'").splitlines()[:2] == [
        "/*",
        "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    ]
