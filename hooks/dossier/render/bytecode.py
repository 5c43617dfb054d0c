"""Compiled templates, kept in a memo: compiling them takes longer than rendering a small site.

Bytecode is code, so it may only come from a memo that this user's program sealed (:mod:`dossier.cache`).
"""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from dossier.memo import Memo, digest


class RememberedTemplates(BytecodeCache):
    """Under the name of a template's file and a digest of its source, which Jinja makes."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if the template is known; Jinja checks that the bytecode is this Python's."""
        known = self._memo.get(_name(bucket))
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what Jinja compiled."""
        self._memo.put(_name(bucket), bucket.bytecode_to_string())


def _name(bucket: Bucket) -> bytes:
    return digest("template", bucket.key.encode(), bucket.checksum.encode())
