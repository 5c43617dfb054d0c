"""What hand-written pages, interface words and the site's name say is shown as text on every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import assemble, dossier

TAG = "<img src=x onerror=alert(1)>"
PAGES = {
    "docs/en/one.md": f"---\ntitle: 'One {TAG}'\ndescription: '\"><script>alert(1)</script>'\n---\n# One\n",
    "docs/en/two.md": f"# Two {{{{7*7}}}} {TAG}\n",
    "docs/en/three.md": "# Three &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n",
    "docs/en/four.md": (
        "# Four\n\n<script>alert(1)</script> <a href='javascript:alert(1)'>a</a> <p onclick=alert(1)>\n"
    ),
    "docs/en/five.md": "# Five\n\n![p][q]\n\n[q]: https://host.example/p.png\n",
}
FORBIDDEN = (TAG, "<script>alert", "javascript:alert", "onclick=", "host.example")


@pytest.mark.slow
def test_nothing_of_a_hand_written_page_acts(minimal: Path, tmp_path: Path) -> None:
    for name, text in PAGES.items():
        (minimal / name).write_text(text, encoding="utf-8")
    config = (minimal / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("name: English", f"name: 'Eng {TAG}'", 1)
    (minimal / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = dossier("build", "--root", minimal, "--output", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    pages = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert len(pages) > len(PAGES)
    found = [(path.name, bad) for path, html in pages.items() for bad in FORBIDDEN if bad in html]
    assert found == []
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "One &lt;img src=x onerror=alert(1)&gt;" in home


@pytest.mark.slow
def test_a_language_the_theme_does_not_speak_is_built(tmp_path: Path) -> None:
    """Kazakh, say: the page is Kazakh, the theme's few own words are English."""
    root = assemble("minimal", tmp_path / "dossier")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("locale: en", "locale: kk"), encoding="utf-8")
    for path in (root / "data").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("en:", "kk:"), encoding="utf-8")
    bibliography = root / "data" / "references.bib"
    text = bibliography.read_text(encoding="utf-8").replace("author", "title_kk = {Шам},\n  author", 1)
    bibliography.write_text(text, encoding="utf-8")
    (root / "docs" / "en").rename(root / "docs" / "kk")
    done = dossier("build", "--root", root, "--output", tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert '<html lang="kk"' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
