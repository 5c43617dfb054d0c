"""The files of the page that shows the forms, and the library it runs, taken from its npm package."""

from __future__ import annotations

import io
import json
import re
import tarfile
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha512
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

LIBRARY = "decap-cms@3.16.3"
"""The npm package; ``make forms`` and ``make admin`` fetch just this one."""
INTEGRITY = "sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="
"""Of the packed file, as npm states it (W3C, Subresource Integrity)."""
_TAKEN = re.compile(r"package/dist/((?:\d+\.)?decap-cms\.js(?:\.LICENSE\.txt)?)")


def library(packed: bytes) -> dict[str, bytes]:
    """File name → bytes of what a browser needs of the package; ValueError where it is another one."""
    found = f"sha512-{b64encode(sha512(packed).digest()).decode('ascii')}"
    if found != INTEGRITY:
        raise ValueError(f"is not {LIBRARY}: its hash is another")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        parts = ((_TAKEN.fullmatch(one.name), archive.extractfile(one)) for one in archive if one.isfile())
        return {name[1]: part.read() for name, part in parts if name and part}


def policy(hosts: Sequence[str]) -> str:
    """What the page of the forms alone may do, by Content Security Policy.

    Decap compiles its checks of a configuration while it runs (``unsafe-eval``), and writes its styles into
    the page (``unsafe-inline``). It may ask ``hosts`` and no other.
    """
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob: https://avatars.githubusercontent.com",
            "font-src 'self' data:",
            " ".join(["connect-src 'self' blob:", *hosts]),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def hosts(config: Mapping[str, Any]) -> tuple[str, ...]:
    """What a configuration has the page ask."""
    proxy = config["backend"].get("proxy_url")
    if proxy:
        parts = urlsplit(proxy)
        return (f"{parts.scheme}://{parts.netloc}",)
    return ("https://api.github.com",)


def page(config: Mapping[str, Any], lists: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, str]:
    """File name → text of the page; ``lists`` are what ids are chosen from, by name."""
    folder = files("dossier.forms") / "page"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in ("index.html", "start.js")}
    texts["index.html"] = texts["index.html"].replace("POLICY", policy(hosts(config)))
    texts["start.json"] = json.dumps({"config": config, "lists": lists}, ensure_ascii=False)
    return texts
