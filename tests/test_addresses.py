"""Relative addresses are those that the standard library finds, whatever stands where."""

from __future__ import annotations

import posixpath
from itertools import product

import pytest

from dossier.exports.addresses import relative

PLACES = (
    "",
    "ru/",
    "ru/people/",
    "ru/people/one/",
    "people/one/",
    "people/two/",
    "data/a.json",
    "index.html",
)


@pytest.mark.parametrize(("here", "url"), [*product((*PLACES, "./", "ru/people/one/index.html"), PLACES)])
def test_an_address_leads_there_from_here(here: str, url: str) -> None:
    found = relative(here, url)
    expected = posixpath.relpath(url or ".", posixpath.dirname(here) or ".")
    assert found.removesuffix("/") == expected
    assert found.endswith("/") is (url == "" or url.endswith("/"))
