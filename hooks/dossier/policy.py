"""What pages may load and run (W3C, Content Security Policy Level 3): the site's own files and nothing else.

A script or style inside a page runs only if its hash is named here. Hashes are taken from the theme's own
templates and never from finished pages, so whatever slips into a page is not among them.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

ANY_INLINE = "'unsafe-inline'"
"""For previews alone, into whose pages MkDocs puts a script that is never the same."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def hashed(code: str) -> str:
    """The source expression that allows an element with just this text."""
    return f"'sha256-{b64encode(sha256(code.encode('utf-8')).digest()).decode('ascii')}'"


def scripts_in(html: str) -> Iterator[str]:
    """The hash of each script that stands in the theme's HTML itself."""
    return (hashed(match[1]) for match in _SCRIPT.finditer(html))


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy of a page with these hashes of its scripts and styles.

    The icons of the theme's styles are ``data:`` pictures. Who may frame a page can only be said by a server.
    """
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *scripts]),
            " ".join(["style-src 'self'", *styles]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def headers(policy: str) -> str:
    """``_headers``, from which Netlify, Cloudflare Pages and others take what their servers say of each file.

    It covers what is no page too, such as a picture opened by itself.
    """
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
    ]
    return "\n".join([*lines, ""])
