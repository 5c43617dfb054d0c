"""Dublin Core elements in a page's head, which reference managers read.

After DCMI, “Expressing Dublin Core metadata using HTML/XHTML meta and link elements” (2008). ``DC.type``
says Zotero's own item type, which its translators take as it is; what the article appeared in is its
``DC.source``, which they take for the publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.parts import own_language, people
from dossier.exports.works import Work
from dossier.pages.page import Meta


def dublin_core(work: Work) -> Iterator[Meta]:
    """What is known of the work; what nobody knows is left out."""
    language = own_language(work.reference)
    yield Meta("DC.type", work.genre.zotero)
    for family, given in people(work.reference):
        yield Meta("DC.creator", f"{family}, {given}" if given else family)
    said = {
        "DC.title": work.title,
        "DC.source": work.container,
        "DC.publisher": work.field("publisher"),
        "DC.date": work.field("date"),
        "DC.language": language,
        "DC.identifier": work.field("url"),
    }
    for name, value in said.items():
        if value:
            yield Meta(name, value, language if name == "DC.title" else "")
