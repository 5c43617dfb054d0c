"""Hand-written pages and their front matter, read as strictly as any record.

MkDocs reads front matter leniently: what it cannot parse it prints as text, and lines such as ``key: value``
at the top of a page count too. Both would let a page say one thing to the check and another to the build.
"""

from __future__ import annotations

import re

from dossier.problems import Location, Problems
from dossier.raw import Mapping, RawPage
from dossier.read import yaml_nodes

_FENCED = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
"""As ``mkdocs.utils.meta`` has it."""
_LOOSE = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_HINT = "begin with a line of three hyphens, then  title: …, then three hyphens again"


def page(name: str, text: str, problems: Problems) -> RawPage:
    """The page with its front matter, which is None where there is none or it is not sound."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return RawPage(Location(name), plain, _front_matter(name, plain, problems))


def _front_matter(name: str, text: str, problems: Problems) -> Mapping | None:
    if not text.startswith("---"):
        if _LOOSE.match(text):
            message = "the page begins with what MkDocs takes for front matter"
            problems.error("front-matter", Location(name), message, _HINT)
        return None
    match = _FENCED.match(text)
    if not match:
        problems.error("front-matter", Location(name), "the front matter is not closed", _HINT)
        return None
    # An empty line stands for the hyphens, so that places are those of the page.
    node = yaml_nodes.parse("\n" + match[1], name, problems)
    if node is not None and not isinstance(node, Mapping):
        problems.error("front-matter", Location(name, 2), "the front matter holds no  key: value", _HINT)
        return None
    return node
