"""The interface's words: gettext PO files, read by Babel."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from gettext import c2py
from pathlib import Path
from string import Formatter

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from dossier.model import Messages
from dossier.problems import Location, Problems
from dossier.read.text import decode, place, read_bytes, stands

PROJECT = Path(__file__).resolve().parents[3]
"""Where the generator itself lives; its words serve a dossier that brings none of its own."""
SOURCE_LANGUAGE = "en"
"""The language of the words in templates; it needs no PO file."""


def read_messages(root: Path, languages: Iterable[str], problems: Problems) -> dict[str, Messages]:
    """Language → its words. A language without a PO file is a problem: readers would see English."""
    found = {}
    for language in languages:
        name = f"locale/{language}/LC_MESSAGES/dossier.po"
        path = root / name if stands(root / name) else PROJECT / name
        if stands(path):
            data = read_bytes(path, name, 5_000_000, problems)
            text = decode(data, name, problems) if data is not None else None
            catalog = _catalog(text, language, name, problems) if text is not None else None
            if catalog is not None:
                _check_plural(catalog, name, problems)
                _check_places(catalog, name, problems)
                found[language] = _messages(catalog)
        elif language != SOURCE_LANGUAGE:
            hint = f"create {name} from the file of another language"
            problems.warn(
                "missing-words", Location(name), f"the interface has no words in “{language}”", hint
            )
    return found


_PLURALS = re.compile(r"nplurals\s*=\s*(\d+)")
MOST_FORMS = 6
"""Arabic has as many plural forms as any language does (Unicode CLDR, Language Plural Rules)."""


def _catalog(text: str, language: str, name: str, problems: Problems) -> Catalog | None:
    for match in _PLURALS.finditer(text):
        if len(match[1]) > 1 or int(match[1]) > MOST_FORMS:
            message = f"no language has more than {MOST_FORMS} plural forms"
            problems.error(
                "po-syntax", place(name, text, match.start(1)), message, "compare with another file"
            )
            return None
    try:
        return read_po(io.StringIO(text), locale=language.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        problems.error(
            "po-syntax",
            Location(name, error.lineno + 1),
            f"malformed PO file: {error}",
            "compare with another entry",
        )
    except (UnknownLocaleError, ValueError, IndexError) as error:  # the last for msgstr[-5]
        problems.error("po-syntax", Location(name), f"malformed PO file: {error}", "check its header")
    return None


def _check_plural(catalog: Catalog, name: str, problems: Problems) -> None:
    """The rule of plural forms gives one of them for every number, or counting would fail."""
    try:
        rule = c2py(catalog.plural_expr)
        sound = all(0 <= rule(n) < catalog.num_plurals for n in range(1001))
    except (ValueError, ArithmeticError, RecursionError):
        sound = False
    if not sound:
        message = "the rule of plural forms does not give one for every number"
        problems.error("po-syntax", Location(name), message, "compare Plural-Forms with another file")


def _check_places(catalog: Catalog, name: str, problems: Problems) -> None:
    """A translation has the ``{places}`` of its English words, or filling it would fail."""
    for message in catalog:
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        where = Location(name, message.lineno or 1)
        try:
            known = {one for text in ids for one in places(text)}
        except ValueError as error:
            problems.error(
                "po-placeholder", where, f"the English words cannot be filled: {error}", "write {n}"
            )
            continue
        for form in filter(None, forms):
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
    """The names in braces of a text to be filled; ValueError for braces that do not match or hold more."""
    found = []
    for _, field, width, conversion in Formatter().parse(text):
        if width or conversion:
            raise ValueError("braces hold more than a name")
        if field is not None:
            found.append(field)
    return found


def _messages(catalog: Catalog) -> Messages:
    texts: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        words = tuple(form for form in forms if form)
        key = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if key and len(words) == len(forms) and not message.fuzzy:
            texts[key] = words
    return Messages(catalog.plural_expr, texts)
