"""The project's own site, built once: every page is there, and everything leads somewhere."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from dossier.build import Built, build
from dossier.compose.view import DESCRIPTION
from dossier.render.head import SHOWN, window_title
from dossier.search.folding import key, words
from tests.dossiers import PROJECT, dossier
from tests.reading import Page, pages, target
from tests.searching import Read

LANGUAGES = ("en", "ru", "uk")
PREFIXES = {"en": "", "ru": "ru/", "uk": "uk/"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def record(path: Path) -> dict[str, object]:
    loaded: dict[str, object] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def own_pages() -> list[str]:
    """The address of every page that the records ask for."""
    kinds = record(PROJECT / "data" / "kinds.yml")["kinds"]
    assert isinstance(kinds, dict)
    sections = [*(kind["section"] for kind in kinds.values()), "sources"]
    below = [f"{s}/{path.stem}" for s in sections for path in sorted((PROJECT / "data" / s).glob("*.yml"))]
    return [*sections, "timeline", "reports", "network", "bibliography", "a-to-z", "gaps", *below]


@pytest.fixture(scope="session")
def found(site: Path) -> dict[str, Page]:
    return pages(site)


@pytest.fixture(scope="session")
def read(found: dict[str, Page]) -> dict[str, Page]:
    """Every page but the one for lost readers, which has rules of its own."""
    return {name: page for name, page in found.items() if not name.endswith("404.html")}


@pytest.fixture(scope="session")
def composed() -> Built:
    made, _ = build(PROJECT)
    assert made
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_and_every_list_has_its_page(found: dict[str, Page], language: str) -> None:
    wanted = {f"{PREFIXES[language]}{path}/index.html" for path in own_pages()}
    assert len(wanted) > 50
    assert wanted - set(found) == set()


@pytest.mark.parametrize("base", ["/", "/some/where/"])
def test_every_link_leads_to_a_file_and_a_place_in_it(site: Path, found: dict[str, Page], base: str) -> None:
    """At the root of a host, and below a path."""
    ids = {page.file: set(page.ids()) for page in found.values()}
    broken = []
    for page in found.values():
        for link in page.links():
            place = target(page, link, base)
            if place is None or (page.file.endswith("404.html") and link.startswith("/")):
                continue
            path, fragment = place
            name = path.removeprefix(base) if path.startswith(base) else "outside of the site"
            name += "index.html" if name.endswith("/") or not name else ""
            if not (site / name).is_file() or (fragment and name in ids and fragment not in ids[name]):
                broken.append(f"{page.file}: {link}")
    assert broken == []


def test_every_page_says_its_language_title_and_subject(read: dict[str, Page]) -> None:
    wrong = []
    for name, page in read.items():
        language = next((code for code in ("ru", "uk") if name.startswith(f"{code}/")), "en")
        said = next(page.all("html")).get("lang")
        title = next(page.all("title")).text.strip()
        if said != language or not title or not page.metas().get("description", "").strip():
            wrong.append((name, said, title, page.metas().get("description")))
    assert wrong == []


def test_titles_tell_pages_apart(read: dict[str, Page]) -> None:
    titles = Counter((next(p.all("html")).get("lang"), next(p.all("title")).text) for p in read.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_has_the_same_page_in_every_language(read: dict[str, Page]) -> None:
    """The switch keeps the reader's page, and says which language each is in."""
    wrong = []
    for name, page in read.items():
        path = re.sub(r"^(ru|uk)/", "", name).removesuffix("index.html")
        if not all(f"{prefix}{path}index.html" in read for prefix in PREFIXES.values()):
            continue  # a hand-written page that is not translated
        wanted = {language: f"/{prefix}{path}" for language, prefix in PREFIXES.items()}
        heads = [e for e in page.all("link") if e.get("rel") == "alternate" and e.get("hreflang")]
        switch = [e for e in page.all("a") if e.get("hreflang") in LANGUAGES]
        for listed in (heads, switch):
            places = {e.get("hreflang"): (target(page, e.get("href")) or ("",))[0] for e in listed}
            if {code: places.get(code) for code in LANGUAGES} != wanted:
                wrong.append((name, places))
    assert wrong == []


def test_ids_are_unique_on_every_page(found: dict[str, Page]) -> None:
    twice = {name: [id_ for id_, n in Counter(page.ids()).items() if n > 1] for name, page in found.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_citation_leads_to_a_paragraph_and_its_reference_back(read: dict[str, Page]) -> None:
    ids = {page.file: set(page.ids()) for page in read.values()}
    cited = 0
    wrong = []
    for page in read.values():
        marks = [mark for mark in page.all("a", "d-cite") if mark.get("id")]
        back = {e.get("href") for e in page.all("a") if any("d-back" in outer.classes for outer in e.inside)}
        if back != {f"#{mark.get('id')}" for mark in marks}:
            wrong.append(f"{page.file}: the references do not lead back to the citations")
        for mark in marks:
            cited += 1
            place = target(page, mark.get("href"))
            assert place
            if not re.fullmatch(r"p[1-9]\d*", place[1]) or place[1] not in ids[f"{place[0][1:]}index.html"]:
                wrong.append(f"{page.file}: {mark.get('href')}")
    assert wrong == []
    assert cited > 100


def test_every_quotation_stands_in_the_paragraph_it_cites(read: dict[str, Page]) -> None:
    shown = {
        (page.url, outer.get("id")): p.text
        for page in read.values()
        for p in page.all("p", "d-original")
        for outer in p.inside
        if "d-paragraph" in outer.classes
    }
    checked = 0
    for page in read.values():
        quotes = [e for e in page.all("p") if any("d-evidence" in outer.classes for outer in e.inside)]
        marks = [
            e for e in page.all("a", "d-cite") if any("d-evidence" in outer.classes for outer in e.inside)
        ]
        for quote, mark in zip(quotes, marks, strict=True):
            place = target(page, mark.get("href"))
            assert place
            assert quote.text in shown[place[0][1:], place[1]]
            checked += 1
    assert checked > 50


def test_the_sitemap_lists_every_page_once_with_its_languages(site: Path, read: dict[str, Page]) -> None:
    tree = ET.parse(site / "sitemap.xml")
    listed: dict[str, dict[str, str]] = {}
    for url in tree.iterfind("s:url", SITEMAP):
        address = url.findtext("s:loc", "", SITEMAP)
        assert address not in listed
        listed[address] = {e.get("hreflang", ""): e.get("href", "") for e in url.iterfind("x:link", SITEMAP)}
    assert set(listed) == {f"/{page.url}" for page in read.values()}
    for address, alternates in listed.items():
        assert not alternates or address in alternates.values()
        assert set(alternates.values()) <= set(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_the_registry_is_found_by_search(site: Path, composed: Built, language: str) -> None:
    """In whatever language it is typed, on the page of its entity in the reader's language."""
    index = Read.folder(site / PREFIXES[language] / "search")
    dossier = composed.index.dossier
    for entity in dossier.entities.values():
        location = f"{dossier.kinds[entity.kind].section}/{entity.id}/"
        for _, name in entity.called():
            for word in words(name):
                assert location in index.named(key(word)), (name, location)


def test_the_page_for_lost_readers_leads_home_and_to_every_list_in_every_language(
    found: dict[str, Page], composed: Built
) -> None:
    homes = {language: f"/{composed.site.url(language, '')}" for language in composed.pages}
    lists = {
        language: {f"/{composed.site.url(language, path)}" for path, one in pages.items() if one.is_index}
        for language, pages in composed.pages.items()
    }

    def links(page: Page) -> set[str]:
        return {link for link in page.links() if not link.startswith("data:")}

    assert links(found["404.html"]) == {*homes.values()}.union(*lists.values())
    for language, home in homes.items():
        page = found[f"{home}404.html".lstrip("/")]
        assert page.metas()["robots"] == "noindex"
        if home != "/":
            assert next(page.all("html")).get("lang") == language
            assert links(page) == {home} | lists[language]


ADDRESS = "https://dossier.example/c5/"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as MkDocs itself builds it, strictly, for an address."""
    folder = tmp_path_factory.mktemp("addressed") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS}
    done = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
def test_mkdocs_itself_builds_the_same_pages(addressed: Path, site: Path) -> None:
    assert set(pages(addressed)) == set(pages(site))


@pytest.mark.slow
def test_a_site_that_knows_its_address_tells_search_engines(addressed: Path) -> None:
    """Its sitemap, each page’s own address and those in other languages, and what a link to it shows."""
    assert (addressed / "robots.txt").read_text(encoding="utf-8").endswith(f"Sitemap: {ADDRESS}sitemap.xml\n")
    for name, page in pages(addressed).items():
        if name.endswith("404.html"):
            continue
        here = ADDRESS + name.removesuffix("index.html")
        canonical = [one.get("href") for one in page.all("link") if one.get("rel") == "canonical"]
        assert canonical == [here], name
        shared = {one.get("property"): one.get("content") for one in page.all("meta") if one.get("property")}
        assert shared["og:url"] == here
        assert shared["og:description"] == page.metas()["description"]
        assert shared["og:title"]
        assert not [one for one in shared.values() if "slot" in str(one)]
        others = {one.get("hreflang"): one.get("href") for one in page.all("link") if one.get("hreflang")}
        if others:
            assert others["x-default"] == others["en"]


def test_a_window_is_called_by_its_page_and_by_the_site_where_that_is_not_cut_off() -> None:
    assert window_title("Trade", "Central Asia") == "Trade – Central Asia"
    assert window_title("T" * 45, "Central Asia") == "T" * 45 + " – Central Asia"
    assert window_title("T" * 46, "Central Asia") == "T" * 46


def test_no_title_is_cut_off_for_the_name_of_the_site(found: dict[str, Page], composed: Built) -> None:
    names = composed.index.dossier.settings.site_names.values()
    titles = [next(page.all("title")).text for page in found.values()]
    assert titles
    assert not [title for title in titles if len(title) > SHOWN and title.endswith(tuple(names))]


def test_the_articles_are_those_that_were_received() -> None:
    lines = (PROJECT / "seeds" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {p.name: p.read_bytes() for p in (PROJECT / "seeds").iterdir() if p.name != "SHA256SUMS"}
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_the_records_have_no_problems() -> None:
    done = dossier("check", "--strict")
    assert done.returncode == 0, done.stdout


def test_the_link_past_the_navigation_leads_somewhere_on_every_page(site: Path) -> None:
    for path in site.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        skip = re.search(r'<a href="#([^"]+)" class="md-skip">', html)
        assert skip, path
        assert f'id="{skip[1]}"' in html, path


def test_every_page_names_its_icon(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert re.search(r'<link rel="icon" href="[^"]+"', path.read_text(encoding="utf-8")), path
    for kind, start in {"ico": b"\x00\x00\x01\x00", "png": b"\x89PNG"}.items():
        home = (site / "index.html").read_text(encoding="utf-8")
        (link,) = re.findall(rf'<link [^>]*href="([^"]+\.{kind})"', home)
        assert (site / link).read_bytes().startswith(start)


def test_each_page_has_a_title_of_its_own_and_says_in_a_line_what_it_holds(found: dict[str, Page]) -> None:
    """Search engines show about 160 characters of a description; none says the same as another."""
    pages = [page for name, page in found.items() if not name.endswith("404.html")]
    titles = [next(page.all("title")).text for page in pages]
    described = [page.metas().get("description", "") for page in pages]
    assert len(set(titles)) == len(titles)
    assert len(set(described)) == len(described)
    assert [text for text in described if not 20 <= len(text) <= DESCRIPTION + 1] == []
