"""The stage that finds who and what the articles name: :func:`link`.

``normalise`` folds words for comparison, ``forms`` knows how languages inflect, ``index`` compiles the
registry, ``scan`` finds every name, ``rules`` judge what was found, ``introduced``
finds the short names that an article gives, ``roles`` read offices, ``linker`` puts the stage together.
Pure: text and records in, mentions and problems out.
"""

from __future__ import annotations

from dossier.link.linker import link

__all__ = ["link"]
