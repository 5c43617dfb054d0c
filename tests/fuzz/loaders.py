"""Looks for texts that make a loader raise, recurse or take more than five seconds, led by what they reach.

    python -m tests.fuzz.loaders LOADER [--seconds 900]

Needs Atheris (Google's fuzzer of Python, on libFuzzer), which has wheels for Linux on x86-64 and Python up to
3.13. It begins with the texts of ``corpus/loaders.yml`` and what earlier runs kept in ``--corpus``; a find is
printed with the bytes that led to it, and belongs into that file, which ``test_loaders.py`` reads.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
TEXTS = HERE / "corpus" / "loaders.yml"
INSTRUMENTED = ("dossier", "yaml", "pybtex", "latexcodec", "babel", "markdown_it")
LONGEST = 4096
SECONDS = 5
MEGABYTES = 1000
Loader = Callable[[bytes], object]


def loaders() -> Mapping[str, Loader]:
    """Name → what reads a file's bytes; imported when asked for, so that Atheris sees them imported."""
    from dossier import checksums, dates, markup, paragraphs
    from dossier.problems import Problems
    from dossier.read import messages, yaml_nodes
    from dossier.read.bibtex import parsed
    from dossier.read.drawing import check_drawing
    from dossier.read.text import decode

    def of(read: Callable[[str, Problems], object]) -> Loader:
        def load(data: bytes) -> None:
            problems = Problems()
            text = decode(data, "any", problems)
            if text is not None:
                read(text, problems)
            assert all(one.where.line >= 1 and one.where.column >= 1 for one in problems.found)

        return load

    def po(text: str, problems: Problems) -> None:
        catalog = messages._catalog(text, "uk", "any", problems)
        if catalog is not None:
            messages._check_plural(catalog, "any", problems)
            messages._check_places(catalog, "any", problems)
            messages._messages(catalog)

    def edtf(text: str, _: Problems) -> None:
        if dates.is_date(text):
            assert dates.first_day(text) <= dates.last_day(text)
            dates.sort_key(text)

    def article(text: str, _: Problems) -> None:
        for one in paragraphs.split(text):
            assert text[one.start :].startswith(one.text)

    def prose(text: str, _: Problems) -> None:
        blocks = markup.parse(text)
        assert all(isinstance(one, markup.Inline) for one in markup.walk(blocks))
        markup.plain_text(blocks, {})

    return {
        "yaml": of(lambda text, problems: yaml_nodes.parse(text, "any", problems)),
        "bibtex": of(lambda text, problems: parsed(text, "any", problems)),
        "po": of(po),
        "article": of(article),
        "edtf": of(edtf),
        "markdown": of(prose),
        "svg": of(lambda text, problems: check_drawing(text, "any", problems)),
        "checksums": of(lambda text, _: checksums.entries(text)),
    }


def texts() -> Mapping[str, list[str]]:
    """Loader → texts to begin with, and finds."""
    read: dict[str, list[str]] = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return read


def main() -> None:
    """Run Atheris on one loader; it does not come back."""
    try:
        import atheris
    except ImportError:
        sys.exit("Atheris is not installed; it has wheels for Linux on x86-64 and Python 3.11 to 3.13 only")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("loader")
    parser.add_argument("--seconds", type=int, default=900)
    parser.add_argument("--corpus", type=Path, default=Path(".cache/fuzz"))
    options = parser.parse_args()
    with atheris.instrument_imports(include=[*INSTRUMENTED]):
        load = loaders()[options.loader]
    corpus = options.corpus / options.loader
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts()[options.loader]):
        (corpus / f"given-{number}").write_bytes(text.encode("utf-8", "surrogatepass"))
    limits: Mapping[str, Any] = {
        "max_total_time": options.seconds,
        "max_len": LONGEST,
        "timeout": SECONDS,
        "rss_limit_mb": MEGABYTES,
        "artifact_prefix": f"{corpus}-",
        "print_final_stats": 1,
    }
    atheris.Setup([sys.argv[0], *(f"-{name}={value}" for name, value in limits.items()), str(corpus)], load)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
