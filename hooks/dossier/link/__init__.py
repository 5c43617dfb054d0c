"""The stage that finds who and what the articles name: :func:`link`.

In the order in which words become links: ``normalise`` folds words for comparison, ``forms`` and
``languages`` say how they inflect, ``registered``, ``registry`` and ``index`` prepare the names, ``passage``
and ``scan`` find them, ``rules`` judge what was found, ``roles`` read offices, ``overrides`` let editors
decide, ``linker`` puts the stage together. ``editors`` answers what editors ask afterwards.
Pure: text and records in, mentions and problems out.
"""

from __future__ import annotations

from dossier.link.linker import Mapped, link

__all__ = ["Mapped", "link"]
