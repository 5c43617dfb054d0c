"""Dublin Core elements in a page's head, which reference managers read.

After DCMI, “Expressing Dublin Core metadata using HTML/XHTML meta and link elements” (2008). ``DC.type``
says the item type of Zotero's own, which its translators take as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.cite.parts import known, own_language, people
from dossier.model import Reference
from dossier.pages import Meta


def dublin_core(reference: Reference) -> Iterator[Meta]:
    """What is known of the reference; what nobody knows is left out."""
    yield Meta("DC.type", "newspaperArticle")
    language = own_language(reference)
    said = {
        "DC.title": known(reference, "title"),
        "DC.publisher": known(reference, "publisher"),
        "DC.source": known(reference, "publisher"),
        "DC.date": known(reference, "date"),
        "DC.language": language,
        "DC.identifier": known(reference, "url"),
    }
    for family, given in people(reference):
        yield Meta("DC.creator", f"{family}, {given}" if given else family)
    for name, value in said.items():
        if value:
            yield Meta(name, value, language if name == "DC.title" else "")
