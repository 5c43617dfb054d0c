"""Times ``dossier mentions`` on an invented dossier: ``bench/mentions.py [--names N …] [--articles N]``.

Names and filler words are put together from syllables, mentions are drawn by Zipf's law, and everything
follows from the seed. Each run is a process of its own, so Python's start, all imports, reading and checking
count. The cold run finds no cache, the warm ones that of the run before. Speeds are articles a second of the
processor's time: ``whole`` for the command from start to end, ``marginal`` for the second half of the
articles by what they take longer than the first. ``start`` is the command with one short article.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

DOSSIER = [sys.executable, "-m", "dossier"]
LANGUAGES = ("ru", "uk", "en")
_CONSONANTS = {"ru": "бвгджзклмнпрстфхчш", "uk": "бвгджзклмнпрстфхчш", "en": "bdfgklmnprstvz"}
_VOWELS = {"ru": "аеиоуя", "uk": "аеиіоуя", "en": "aeiou"}
_SURNAMES = {
    "ru": ("ов", "ев", "ин", "ский", "енко"),
    "uk": ("ів", "ук", "ський", "енко"),
    "en": ("er", "on"),
}
_PLACES = {"ru": ("ия", "ск", "ь", "а"), "uk": ("ія", "ськ", "ь", "а"), "en": ("land", "ia", "ton")}
_CASES = {"ru": ("", "а", "у", "ом", "е", "ы"), "uk": ("", "а", "у", "ом", "і", "и"), "en": ("", "s", "ed")}


class Name(NamedTuple):
    """A registered name: its kind, and its words in each language."""

    kind: str
    words: dict[str, list[str]]


def write_dossier(root: Path, names: int, articles: int, size: int, seed: int = 1) -> None:
    """A sound dossier of so many entities and so many articles of about ``size`` bytes under ``root``."""
    draw = random.Random(seed)  # noqa: S311  nothing secret
    registry = [_name(draw) for _ in range(names)]
    words = {language: [_word(draw, language) for _ in range(20_000)] for language in LANGUAGES}
    _write(root / "mkdocs.yml", "plugins: [{i18n: {languages: [{locale: en, default: true}]}}]\n")
    _write(root / "docs/en/index.md", "# Bench\n")
    kinds = {
        kind: {"section": f"{kind}s", "names": kind, "one": {"en": kind}, "many": {"en": kind}}
        for kind in ("person", "proper")
    }
    _write(root / "data/kinds.yml", json.dumps({"kinds": kinds}))
    for number, name in enumerate(registry, 1):
        _write(root / f"data/{name.kind}s/entity-{number}.yml", _record(name))
    _write_articles(root, draw, registry, words, articles, size)


def _record(name: Name) -> str:
    lines = [f"  {language}: {' '.join(words)}\n" for language, words in name.words.items()]
    return f"names:\n{''.join(lines)}summary:\n  en: An invented name [background].\n"


def _name(draw: random.Random) -> Name:
    kind = draw.choice(("person", "person", "proper"))
    return Name(kind, {language: _words_of_name(draw, language, kind) for language in LANGUAGES})


def _words_of_name(draw: random.Random, language: str, kind: str) -> list[str]:
    if kind == "person":
        return [
            _stem(draw, language, 2).title(),
            (_stem(draw, language, 2) + draw.choice(_SURNAMES[language])).title(),
        ]
    place = (_stem(draw, language, 3) + draw.choice(_PLACES[language])).title()
    return [place] if draw.random() < 0.7 else [place, _word(draw, language)]


def _stem(draw: random.Random, language: str, syllables: int) -> str:
    pairs = (draw.choice(_CONSONANTS[language]) + draw.choice(_VOWELS[language]) for _ in range(syllables))
    return "".join(pairs) + draw.choice(_CONSONANTS[language])


def _word(draw: random.Random, language: str) -> str:
    return _stem(draw, language, draw.choice((1, 1, 2, 2, 3))) + draw.choice(_CASES[language])


def _write_articles(
    root: Path,
    draw: random.Random,
    registry: Sequence[Name],
    words: dict[str, list[str]],
    articles: int,
    size: int,
) -> None:
    hashes, references = [], []
    weights = {
        length: list(accumulate(1 / rank for rank in range(1, length + 1)))
        for length in (len(registry), 20_000)
    }
    for number in range(1, articles + 1):
        language = LANGUAGES[number % len(LANGUAGES)]
        key = f"text-{number}"
        data = "".join(_text(draw, registry, words[language], weights, language, size)).encode()
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        (root / f"seeds/{key}.txt").write_bytes(data)
        hashes.append(f"{hashlib.sha256(data).hexdigest()}  {key}.txt\n")
        _write(root / f"data/sources/{key}.yml", f"file: {key}.txt\nlanguage: {language}\ndate: 2025-10-28\n")
        references.append(
            _REFERENCE.format(key=key, language=language, title=" ".join(draw.sample(words[language], 6)))
        )
    _write(root / "seeds/SHA256SUMS", "".join(hashes))
    _write(root / "data/references.bib", "".join(references))


_REFERENCE = """@online{{{key},
  title = {{{title}}},
  title_en = {{An invented text}},
  author = {{{{The Bench}}}},
  publisher = {{The Bench}},
  url = {{https://example.org/{key}}},
  date = {{2025-10-28}},
  language = {{{language}}},
}}
"""


def _text(
    draw: random.Random,
    registry: Sequence[Name],
    words: Sequence[str],
    weights: dict[int, list[float]],
    language: str,
    size: int,
) -> Iterator[str]:
    """Sentences of a dozen words in paragraphs of four, one word in fifteen a name, until size is reached."""
    length = sentences = 0
    while length < size:
        chosen = draw.choices(words, cum_weights=weights[len(words)], k=12)
        for at in range(12):
            if draw.random() < 1 / 15:
                (name,) = draw.choices(registry, cum_weights=weights[len(registry)])
                chosen[at] = _mention(draw, name, language)
        sentence = " ".join(chosen)
        sentences += 1
        sentence = sentence[0].upper() + sentence[1:] + draw.choice((". ", ", » — ", ": «", "? "))
        sentence = sentence if sentences % 4 else sentence + "\n\n"
        length += len(sentence.encode())
        yield sentence


def _mention(draw: random.Random, name: Name, language: str) -> str:
    """Some form of a name; of a person's, half the time the surname alone."""
    words = name.words[language]
    words = words[-1:] if name.kind == "person" and draw.random() < 0.5 else words
    return " ".join(word + draw.choice(_CASES[language]) for word in words)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


class Run(NamedTuple):
    """What one process took: seconds of wall time and of the processor's, megabytes at its peak."""

    wall: float
    cpu: float
    memory: float
    mentions: int


def run(root: Path) -> Run:
    """The command once, as anybody would start it; stops the measurement if it fails."""
    output = root.with_suffix(".jsonl")
    start = time.perf_counter()
    process = subprocess.Popen(
        [*DOSSIER, "mentions", "--root", str(root), "--jsonl", str(output)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"dossier mentions ended with {process.returncode}; see what it says of {root}")
    unit = 1 << (20 if sys.platform == "darwin" else 10)
    with output.open(encoding="utf-8") as lines:
        return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, sum(1 for _ in lines))


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the dossiers, run the command on each, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--names", type=int, nargs="+", default=[1_000, 10_000], help="registered entities")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--size", type=int, default=5_000, help="bytes of an article")
    parser.add_argument("--runs", type=int, default=3, help="the fastest of so many warm runs counts")
    parser.add_argument("--keep", type=Path, help="keep the dossiers in this folder")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as temporary:
        for names in options.names:
            measure(options.keep or Path(temporary), names, options.articles, options.size, options.runs)


def measure(folder: Path, names: int, articles: int, size: int, runs: int) -> None:
    """Print a line for each size of dossier, and the speeds that follow."""
    fastest = {}
    for count in (1, articles // 2, articles):
        root = folder / f"{names}-names-{count}-articles"
        if not root.exists():
            write_dossier(root, names, count, size if count > 1 else 100)
        shutil.rmtree(root / ".cache", ignore_errors=True)
        cold = run(root)
        warm = fastest[count] = min((run(root) for _ in range(runs)), key=lambda one: one.cpu)
        print(
            f"{names} names, {count} articles, {warm.mentions} mentions: cold {cold.cpu:.2f} s, "
            f"warm {warm.cpu:.2f} s CPU ({warm.wall:.2f} s), {cold.memory:.0f} and {warm.memory:.0f} MB",
            flush=True,
        )
    half, full = fastest[articles // 2], fastest[articles]
    print(
        f"{names} names: start {fastest[1].cpu:.2f} s, {articles / full.cpu:.0f} articles/s whole, "
        f"{(articles - articles // 2) / (full.cpu - half.cpu):.0f} marginal",
        flush=True,
    )


if __name__ == "__main__":
    main()
