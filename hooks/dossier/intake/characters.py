"""The text of bytes in whatever encoding a web page declares, without characters that mean nothing."""

from __future__ import annotations

import codecs
import re

from dossier.characters import UNWELCOME
from dossier.intake.taken import Untaken

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_DECLARED = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([a-zA-Z0-9_:.-]+)""",
    re.IGNORECASE,
)
_SAVE = "save it as UTF-8"
_LOOKED_AT = 4096
"""Bytes in which a declaration is looked for; browsers look at 1,024, and pages put comments before it."""
_LATIN = {"ascii": "cp1252", "iso8859-1": "cp1252"}
"""What browsers take such pages for (WHATWG Encoding, “Names and labels”)."""
_KNOWN = re.compile(
    r"utf-8|cp125\d|iso8859-\d+|koi8-[rut]|mac-(?:cyrillic|roman)|cp866|gbk|gb18030|gb2312|big5|euc_(?:jp|kr)"
    r"|iso2022_jp|shift_jis"
)
"""Encodings of web pages; Python also has some that are none, and would unpack or compute something."""


def page_text(data: bytes) -> str:
    """The text of a web page; Untaken where its bytes are not in the encoding that it declares."""
    encoding, declared = _encoding(data)
    why = "which the page declares" if declared else "and the page declares no other encoding"
    return _decoded(data, encoding, why)


def printed_text(data: bytes) -> str:
    """The text that a program took out of a PDF; Untaken where it is not UTF-8."""
    return _decoded(data, "utf-8-sig", "which texts are kept in")


def welcome(text: str) -> tuple[str, list[str]]:
    """The text without controls and noncharacters, and a remark if it had any."""
    text, number = UNWELCOME.subn("", text)
    return text, [f"left out: {number} control characters"] if number else []


def _decoded(data: bytes, encoding: str, why: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(data[: error.start].split(b"\n"))
        wrong = f"byte 0x{data[error.start]:02X} is not {encoding.removesuffix('-sig')}, {why}"
        raise Untaken(wrong, _SAVE, line) from None


def _encoding(data: bytes) -> tuple[str, bool]:
    """Python's name of the encoding, and whether the page declares it."""
    for mark, name in _BOMS.items():
        if data.startswith(mark):
            return name, True
    found = _DECLARED.search(data[:_LOOKED_AT])
    if not found:
        return "utf-8", False
    label = (found[1] or found[2]).decode("ascii")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        name = ""
    name = _LATIN.get(name, name)
    if name.startswith("utf-16"):  # bytes in which ASCII can be read are not
        return "utf-8", False
    if not _KNOWN.fullmatch(name):
        raise Untaken(f"the page declares the encoding “{label}”, which is none of web pages", _SAVE)
    return name, True
