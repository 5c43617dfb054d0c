"""Measures how well generated forms cover names: ``python bench/forms.py [CONLLU…] [--dictionary LANGUAGE]``.

In a treebank, a file in the CoNLL-U format, each proper noun is a lemma and a form as a person wrote it: the
share of forms that are generated from their lemma, by case, and how many of the generated forms stand in the
same file as forms of other words. The language is the beginning of the file's name.

With ``--dictionary`` the table of endings is compared with the dictionary of a language, if one is installed:
the share of its forms that the table makes too, and how many more it makes. All common nouns take some
minutes more, so they are measured with ``--nouns`` only.

Format: https://universaldependencies.org/format.html
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.link.forms import dictionary, forms
from dossier.link.forms.masks import ANY
from dossier.link.forms.slavic import declined
from dossier.link.language import language as known
from dossier.link.normalise import folded

GENDERS = {"masc": "m", "femn": "f", "Masc": "m", "Fem": "f"}
KINDS = {"Name": "given", "Surn": "surname", "Geox": "proper", "NOUN": "term"}
"""A dictionary's tag → the kind of names that its words are measured as."""
PARTS = {"Giv": "given", "Sur": "surname", "Pat": "given"}
"""A treebank's NameType → the kind of names."""


@dataclass(frozen=True, slots=True)
class Word:
    """A proper noun of a treebank."""

    form: str
    lemma: str
    kind: str
    gender: str
    case: str


def against_dictionary(language: str, tag: str) -> str:
    """What the table makes of every base with the tag in the language's dictionary."""
    kind = KINDS[tag]
    words = wanted = covered = more = 0
    for key, gender in sorted(set(_bases(language, tag))):
        paradigm = dictionary.paradigm(key, language, kind, gender)
        if paradigm:
            found = declined(key, known(language), kind, gender)
            words, wanted, more = (
                words + 1,
                wanted + len(paradigm),
                more + len(found.keys() - paradigm.keys()),
            )
            covered += sum(not mask & ANY & ~found.get(form, 0) for form, mask in paradigm.items())
    share = 100 * covered / max(wanted, 1)
    return f"{language} {tag}: {words} words, {share:.2f} % of forms, {more / max(words, 1):.2f} more a word"


def _bases(language: str, tag: str) -> Iterator[tuple[str, str]]:
    analyzer = dictionary.analyzer(language)
    for word, parse, *_ in analyzer.dictionary.iter_known_words() if analyzer else ():
        if tag in parse and "nomn" in parse and "plur" not in parse and "-" not in word:
            person = KINDS[tag] in ("given", "surname")
            if not person or parse.gender in GENDERS:
                yield folded(word)[0], GENDERS[parse.gender] if person else ""


def in_treebank(path: Path) -> list[str]:
    """A line for each case, one for all, and one for what else the generated forms match."""
    language = path.name[:2]
    words = list(_proper_nouns(path))
    every: dict[str, set[str]] = defaultdict(set)
    for form, lemma, _, _ in _tokens(path):
        every[folded(form)[0]].add(folded(lemma)[0])
    total, right = Counter[str](), Counter[str]()
    others: Counter[str] = Counter()
    for word in words:
        found = forms(word.lemma, language, word.kind, word.gender)
        hit = folded(word.form)[0] in found
        total.update([word.case, "all"])
        right.update([word.case, "all"] if hit else [])
    for lemma, kind, gender in {(word.lemma, word.kind, word.gender) for word in words}:
        for form in forms(lemma, language, kind, gender):
            others[form] += bool(every[form] - {folded(lemma)[0]})
    lines = [f"{path.name} {case}: {right[case]}/{count}" for case, count in sorted(total.items())]
    return [*lines, f"{path.name}: {others.total()} of {len(others)} forms are those of other words, too"]


def _proper_nouns(path: Path) -> Iterator[Word]:
    for form, lemma, tag, features in _tokens(path):
        if tag == "PROPN" and features.get("Number") == "Sing" and form[:1].isalpha():
            kind = PARTS.get(features.get("NameType", ""), "")
            kind = kind or ("person" if features.get("Animacy") == "Anim" else "proper")
            gender = GENDERS.get(features.get("Gender", ""), "") if kind != "proper" else ""
            yield Word(form, lemma, kind, gender, features.get("Case", "no case"))


def _tokens(path: Path) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) >= 6 and columns[0].isdigit():
            features = dict(pair.split("=", 1) for pair in columns[5].split("|") if "=" in pair)
            yield columns[1], columns[2], columns[3], features


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("treebanks", nargs="*", type=Path, metavar="CONLLU")
    parser.add_argument("--dictionary", choices=dictionary.PACKAGES, metavar="LANGUAGE")
    parser.add_argument("--nouns", action="store_true", help="compare common nouns, too")
    options = parser.parse_args(arguments)
    for path in options.treebanks:
        print(*in_treebank(path), sep="\n")
    if options.dictionary:
        for tag in KINDS if options.nouns else KINDS.keys() - {"NOUN"}:
            print(against_dictionary(options.dictionary, tag), flush=True)


if __name__ == "__main__":
    main()
