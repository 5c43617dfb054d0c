"""Which citation style ``mkdocs.yml`` chooses for which language, under ``extra: dossier: citations``."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from dossier.cite.vocabulary import STYLES
from dossier.problems import Location, Problems, did_you_mean

_PATH = ("extra", "dossier", "citations")
_NULL = "tag:yaml.org,2002:null"
_HINT = "write  citations: {en: chicago, ru: gost, uk: dstu}"


def citation_styles(
    tree: yaml.Node | None, file: str, languages: Sequence[str], problems: Problems
) -> dict[str, str]:
    """Language → style, as chosen; a problem for each that is not known."""
    node = tree
    for name in _PATH:
        node = next((value for key, value in _pairs(node) if key.value == name), None)
    if node is None or node.tag == _NULL:
        return {}
    if not isinstance(node, yaml.MappingNode):
        problems.error("bad-settings", place(node, file), "citations are styles by language", _HINT)
    chosen = {}
    for key, value in _pairs(node):
        language, style = str(key.value), str(value.value)
        if language not in languages:
            hint = did_you_mean(language, languages) or f"it has: {', '.join(languages)}"
            problems.error(
                "unknown-language", place(key, file), f"the site has no language “{language}”", hint
            )
        elif style not in STYLES:
            hint = did_you_mean(style, STYLES) or f"known are: {', '.join(STYLES)}"
            problems.error("unknown-style", place(value, file), f"“{style}” is no citation style", hint)
        else:
            chosen[language] = style
    return chosen


def _pairs(node: yaml.Node | None) -> Sequence[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else ()


def place(node: yaml.Node, file: str) -> Location:
    """Where a node of a file begins, counted from 1."""
    return Location(file, node.start_mark.line + 1, node.start_mark.column + 1)
