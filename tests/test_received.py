"""Where an article's text was taken from what was received, readers and programs are told of both."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from dossier.build import Built, build
from tests.dossiers import assemble, lock

KEY = "2024-05-01-harbour-news"
PAGE = "<p>Ada Reed"


@pytest.fixture
def built(tmp_path: Path) -> Built:
    root = assemble("minimal", tmp_path / "minimal")
    record = root / f"data/sources/{KEY}.yml"
    record.write_text(f"received: a&b.html\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    (root / "seeds/received").mkdir()
    (root / "seeds/received/a&b.html").write_text(PAGE, encoding="utf-8")
    lock(root)
    made, problems = build(root)
    assert made is not None, problems.found
    return made


def test_the_article_s_page_names_the_file_and_both_checksums(built: Built) -> None:
    source = built.index.dossier.sources[KEY]
    page = next(page for path, page in built.pages["en"].items() if path.endswith(f"/{KEY}"))
    told = re.findall(r'<p class="d-hash">(.*?)</p>', built.fragment(page))
    assert len(told) == 2
    assert source.sha256 in told[0]
    assert "The text was taken from a&amp;b.html" in told[1]
    assert hashlib.sha256(PAGE.encode()).hexdigest() in told[1]


def test_the_data_name_the_file_and_its_checksum(built: Built) -> None:
    files = dict(built.files())
    (name,) = (name for name in files if name.endswith("sources.json"))
    (source,) = json.loads(files[name])["sources"]
    assert source["received"] == {"file": "a&b.html", "sha256": hashlib.sha256(PAGE.encode()).hexdigest()}
