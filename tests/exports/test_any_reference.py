"""Whatever of a reference is known, missing or left open, every format has a form for it."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

from hypothesis import given

from dossier.exports.bibtex import entry
from dossier.exports.coins import coins
from dossier.exports.csl_json import csl_json
from dossier.exports.dublin_core import dublin_core
from dossier.exports.ris import ris
from dossier.exports.works import work_of
from dossier.model import Reference
from tests.exports.samples import read, read_ris
from tests.exports.test_bibtex import known
from tests.exports.test_csl_json import SCHEMA
from tests.test_cite import references


@given(references())
def test_bibtex_brings_it_back(one: Reference) -> None:
    assert known(read(entry(one))["key"]) == known(one)


@given(references())
def test_every_other_format_can_be_read(one: Reference) -> None:
    work = work_of(one)
    assert [error.message for error in SCHEMA.iter_errors(json.loads(csl_json([work])))] == []
    assert [record["id"] for record in read_ris(ris([work]))] == ["key"]
    assert parse_qs(coins(work), strict_parsing=True)["ctx_ver"] == ["Z39.88-2004"]
    said = [meta.content for meta in dublin_core(work)]
    assert all(said)
    assert "unknown" not in said
