"""Compiled templates, kept where Python keeps this package's own compiled modules.

Compiling them takes longer than rendering a small site. Bytecode is code: whoever can write here can change
the program as well, which is not so of the cache beside a dossier's records (:mod:`dossier.cache`).
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

FOLDER = Path(__file__).parent / "__pycache__"


class CompiledTemplates(FileSystemBytecodeCache):
    """A file for each template; where none can be written, templates are compiled each time."""

    def __init__(self, folder: Path = FOLDER) -> None:
        super().__init__(str(folder), "template-%s")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The template's name and the folder that it is named from, wherever that stands.

        So the themes of many dossiers replace one another's files instead of adding to them.
        """
        above = len(Path(name).parts)
        return super().get_cache_key(name, Path(filename).parts[-above - 1] if filename else None)

    def get_source_checksum(self, source: str) -> str:
        """Of the source, and of what turns it into code."""
        return sha256(_edition() + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if the template is known and its file is whole."""
        try:
            with suppress(OSError):
                super().load_bytecode(bucket)
        except (pickle.UnpicklingError, ArithmeticError, LookupError, TypeError, ValueError, EOFError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja compiled, unless Python was asked to keep no bytecode."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


@lru_cache(maxsize=1)
def _edition() -> bytes:
    """Of Jinja, and of the modules here, which change how it compiles."""
    ours = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(version("jinja2").encode() + b"".join(path.read_bytes() for path in ours)).digest()
