"""Collects the words of the interface into ``locale/dossier.pot`` and brings every PO file up to date.

Translations stay; new words come untranslated, and what is said nowhere any more goes. Run from the root:
``make messages``.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

KEYWORDS = {"say": None, "count": (2, 3)}
"""``say("…")`` and ``count(n, "…", "…")``."""


def collected(root: Path) -> Catalog:
    """Every text that code and templates say, with the comments behind ``Translators:``."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    catalog = Catalog()
    for _, _, ids, comments, context in extract_from_dir(root, methods, options, KEYWORDS, ["Translators:"]):
        catalog.add(ids, auto_comments=comments, context=context)
    return catalog


def written(catalog: Catalog) -> str:
    """The entries in the order of their English words, without places and dates, which change for nothing."""
    out = io.BytesIO()
    write_po(
        out, catalog, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True
    )
    return out.getvalue().decode().strip("\n") + "\n"


def updated(text: str, language: str, template: Catalog) -> str:
    """A PO file with the words of the template; its header stays letter for letter."""
    header, _, _ = text.partition("\n\n")
    catalog = read_po(io.StringIO(text), locale=language, abort_invalid=True)
    catalog.update(template, no_fuzzy_matching=True)
    return f"{header}\n\n{written(catalog)}"


def main(root: Path) -> None:
    """Write the template, then every language's file, and say what waits for a translation."""
    template = collected(root)
    (root / "locale/dossier.pot").write_text(written(template), encoding="utf-8")
    for path in sorted(root.glob("locale/*/LC_MESSAGES/dossier.po")):
        language = path.parts[-3]
        text = updated(path.read_text(encoding="utf-8"), language, template)
        path.write_text(text, encoding="utf-8")
        catalog = read_po(io.StringIO(text), locale=language)
        waiting = [message.id for message in catalog if message.id and not all(_forms(message.string))]
        print(f"{path.relative_to(root)}: {len(catalog)} texts, {len(waiting)} not translated")


def _forms(string: object) -> list[str]:
    return [str(form) for form in string] if isinstance(string, list | tuple) else [str(string or "")]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
