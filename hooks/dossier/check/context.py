"""What the checks of single records need to know of all the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from dossier import markup
from dossier.characters import INVISIBLE
from dossier.check.shape import Shaped
from dossier.model import Basis, Locator, Text, Words
from dossier.problems import Location, Problems, did_you_mean
from dossier.raw import RawReferences

SAFE_SCHEMES = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class Context:
    """The ids that may be named, and the problems found so far."""

    languages: tuple[str, ...]
    kinds_of: Mapping[str, str]
    """Entity id → its kind, for every entity file there is, sound or not; empty in a folder of no kind."""
    paragraphs: Mapping[str, int | None]
    """Source key → number of paragraphs, for every record there is; None where no article can be read,
    which is a problem of its own and makes nothing that cites the source wrong."""
    references: RawReferences
    problems: Problems
    collected: dict[str, Text] = field(default_factory=dict)
    """Our own texts that were checked, by their keys."""

    def entity(self, id_: str, where: Location) -> bool:
        """Whether the entity exists; a problem if not."""
        if id_ in self.kinds_of:
            return True
        hint = did_you_mean(id_, self.kinds_of) or "create its file under data/, or correct the id"
        self.problems.error("unknown-entity", where, f"there is no entity “{id_}”", hint)
        return False

    def locator(self, locator: Locator, where: Location) -> None:
        """A problem unless the paragraph exists. A reference without an article is cited as a whole."""
        is_known = locator.source in self.paragraphs or locator.source in self.references.entries
        count = self.paragraphs.get(locator.source, 0)
        if count is None or (not is_known and not self.references.whole):
            return
        if not is_known:
            known = [*self.paragraphs, *self.references.entries]
            hint = did_you_mean(locator.source, known) or "add it to data/references.bib"
            self.problems.error("unknown-source", where, f"there is no source “{locator.source}”", hint)
        elif count and not locator.paragraph:
            message = f"“{locator.source}” is cited without a paragraph"
            self.problems.error(
                "no-paragraph", where, message, f"write  {locator.source} p1  (up to p{count})"
            )
        elif locator.paragraph > count:
            message = f"“{locator.source}” has no paragraph {locator.paragraph}"
            hint = f"it has {count}" if count else "no article of that key is in seeds/; cite it without p"
            self.problems.error("unknown-paragraph", where, message, hint)

    def basis(self, data: Mapping[str, object], shaped: Shaped, *path: str | int) -> Basis:
        """What a fact or role rests on; a problem when it says neither or both."""
        cite: list[str] = data.get("cite", [])  # type: ignore[assignment]
        background = "basis" in data
        value = data.get("value")
        if not cite and not background and value != "unknown":
            message = "this rests on nothing"
            hint = 'add  cite: ["source-key p1"]  or  basis: background'
            self.problems.error("no-basis", shaped.where(*path), message, hint)
        if cite and background:
            message = "this has both a source and  basis: background"
            self.problems.error("two-bases", shaped.where(*path), message, "keep one")
        locators = [_locator(text) for text in cite]
        for index, locator in enumerate(locators):
            self.locator(locator, shaped.where(*path, "cite", index))
        return Basis(tuple(locators), background)

    def text(self, words: Words, shaped: Shaped, *path: str | int, cited: bool = False) -> Text:
        """One of our own texts in its languages; an empty one where the record has none.

        Problems of its citations, entity links and addresses; with ``cited``, of its sentences too.
        """
        if not words:
            return Text()
        for language, text in words.items():
            where = shaped.where(*path, language)
            if len(_SIGNS.findall(text)) > MAX_SIGNS:
                message = f"the text has more than {MAX_SIGNS} signs of Markdown"
                self.problems.error("crowded", where, message, "write words; marks are for few of them")
                continue
            blocks = markup.parse(text)
            for inline in markup.walk(blocks):
                self._inline(inline, where)
            if cited:
                self._sentences(blocks, where)
        places = {language: shaped.where(*path, language) for language in words}
        checked = Text(_key(shaped, path), words, shaped.where(*path), places)
        self.collected[checked.key] = checked
        return checked

    def _inline(self, inline: markup.Inline, where: Location) -> None:
        match inline:
            case markup.Malformed(text):
                hint = "write [@source-key p1], [[entity-id]] or [[entity-id|words]]"
                self.problems.error("bad-markup", where, f"“{text}” is neither a citation nor a link", hint)
            case markup.EntityLink(entity, _):
                self.entity(entity, where)
            case markup.Citation(locators):
                for locator in locators:
                    self.locator(locator, where)
            case markup.WebLink(url, _):
                self.url(url, where)

    def url(self, url: str, where: Location) -> None:
        """A problem unless the address is an http, https or mailto one."""
        if not is_safe_url(url):
            hint = "only http://, https:// and mailto: addresses are allowed"
            self.problems.error(
                "unsafe-url", where, f"“{url}” is not an address readers can be sent to", hint
            )

    def _sentences(self, blocks: tuple[markup.Block, ...], where: Location) -> None:
        for sentence in _sentences_of(blocks):
            if _SUPPORT not in sentence:
                shown = sentence.strip()
                shown = shown if len(shown) < 60 else shown[:57] + "…"
                hint = "end it with [@source-key p1] or [background], before the full stop"
                self.problems.warn("uncited-sentence", where, f"nothing supports “{shown}”", hint)


_UNSEEN = re.compile(rf"[\x00-\x20\x7f-\xa0\u2028\u2029\"<>\\^`{{|}}{INVISIBLE}]")


def is_safe_url(url: str) -> bool:
    """Whether an address is an absolute http, https or mailto one, without characters that hide.

    Nor may it hold a user's name, which looks like a host: ``https://known.example@other.example/``.
    """
    if _UNSEEN.search(url):
        return False
    try:
        parts = urlsplit(url)
        # Asking for the port raises ValueError if it is none.
        has_host = bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return bool(parts.path)
    return parts.scheme in SAFE_SCHEMES and has_host


def _key(shaped: Shaped, path: tuple[str | int, ...]) -> str:
    """The record’s name and the way to the text: by the ids of what has one, by position of what has none."""
    steps = [shaped.where().file.removeprefix("data/").removesuffix(".yml")]
    value: Any = shaped.data
    for step in path:
        value = value[step]
        if isinstance(step, int):
            steps.append(value.get("id", str(step + 1)))
        elif step != "text":
            steps.append(step)
    return "/".join(steps)


def _locator(text: str) -> Locator:
    source, _, paragraph = text.rpartition(" p")
    return Locator(source, int(paragraph))


_SUPPORT = "\ue000"
MAX_SIGNS = 2000
_SIGNS = re.compile(r"[*_\[\]\\]")
# An initial or a one-letter abbreviation ends no sentence. What begins the next one is looked for in few
# characters, or a text of nothing but full stops would be read to its end from each of them.
_END = re.compile(r"(?<=[.!?…])(?<!\b\w\.)[»”“\"')]*+\s++(?=[\W\d_]{0,100}+[^\W\d_a-zа-яёіїєґ])", re.UNICODE)


def _sentences_of(blocks: tuple[markup.Block, ...]) -> list[str]:
    """Sentences with a mark where each citation or [background] stands."""
    found: list[str] = []
    for block in blocks:
        text = "".join(_marked(inline) for inline in block)
        found += [part for part in _END.split(text) if re.search(r"\w", part)]
    return found


def _marked(inline: markup.Inline) -> str:
    match inline:
        case markup.Citation() | markup.Background():
            return _SUPPORT
        case markup.Malformed(text) if text.startswith("[@"):
            return _SUPPORT
        case markup.Emphasis(children) | markup.WebLink(_, children):
            return "".join(map(_marked, children))
        case markup.EntityLink(entity, words):
            return words or entity.title()
        case markup.Plain(text) | markup.Malformed(text):
            return text
