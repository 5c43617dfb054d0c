"""The interface's words: gettext PO files, read by Babel."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from string import Formatter

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from dossier.model import Messages
from dossier.problems import Location, Problems
from dossier.read.text import decode, read_bytes

PROJECT = Path(__file__).resolve().parents[3]
"""Where the generator itself lives; its words serve a dossier that brings none of its own."""
SOURCE_LANGUAGE = "en"
"""The language of the words in templates; it needs no PO file."""


def read_messages(root: Path, languages: Iterable[str], problems: Problems) -> dict[str, Messages]:
    """Language → its words. A language without a PO file is a problem: readers would see English."""
    found = {}
    for language in languages:
        name = f"locale/{language}/LC_MESSAGES/dossier.po"
        path = root / name if (root / name).exists() else PROJECT / name
        if path.exists():
            data = read_bytes(path, name, 5_000_000, problems)
            text = decode(data, name, problems) if data is not None else None
            catalog = _catalog(text, language, name, problems) if text is not None else None
            if catalog is not None:
                _check_places(catalog, name, problems)
                found[language] = _messages(catalog)
        elif language != SOURCE_LANGUAGE:
            hint = f"create {name} from the file of another language"
            problems.warn(
                "missing-words", Location(name), f"the interface has no words in “{language}”", hint
            )
    return found


def _catalog(text: str, language: str, name: str, problems: Problems) -> Catalog | None:
    try:
        return read_po(io.StringIO(text), locale=language.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        problems.error(
            "po-syntax",
            Location(name, error.lineno + 1),
            f"malformed PO file: {error}",
            "compare with another entry",
        )
    except (UnknownLocaleError, ValueError) as error:
        problems.error("po-syntax", Location(name), f"malformed PO file: {error}", "check its header")
    return None


def _check_places(catalog: Catalog, name: str, problems: Problems) -> None:
    """A translation has the ``{places}`` of its English words, or filling it would fail."""
    for message in catalog:
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        known = {place for text in ids for place in places(text)}
        for form in filter(None, forms):
            where = Location(name, message.lineno or 1)
            try:
                unknown = sorted(set(places(form)) - known) if any(ids) else []
            except ValueError as error:
                problems.error("po-placeholder", where, f"“{form}” cannot be filled: {error}", "write {n}")
                continue
            if unknown:
                message_ = f"“{form}” has the place {{{unknown[0]}}}, which its English words have not"
                hint = f"places here: {', '.join(f'{{{one}}}' for one in sorted(known)) or 'none'}"
                problems.error("po-placeholder", where, message_, hint)


def places(text: str) -> list[str]:
    """The names in braces of a text to be filled; ValueError for braces that do not match."""
    return [field for _, field, _, _ in Formatter().parse(text) if field is not None]


def _messages(catalog: Catalog) -> Messages:
    texts: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        words = tuple(form for form in forms if form)
        key = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if key and len(words) == len(forms) and not message.fuzzy:
            texts[key] = words
    return Messages(catalog.plural_expr, texts)
