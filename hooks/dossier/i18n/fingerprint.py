"""The fingerprint of a text, by which a translation remembers what it was made from.

The first twelve hexadecimal digits of its SHA-256 (FIPS 180-4), taken of its UTF-8: 48 bits, enough to see
that an editor has changed a text, and short enough to stand beside each translation. It is no lock; what
must not change at all is locked by ``seeds/SHA256SUMS``.
"""

from __future__ import annotations

import hashlib

PATTERN = r"[0-9a-f]{12}"


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits that change with any character of the text.

    >>> fingerprint("Ada Reed opened the museum.")
    '9ee156e526c3'
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
