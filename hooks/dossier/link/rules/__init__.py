"""The named rules that judge a candidate: each says in its docstring what it refuses, and why.

A rule is a function of a candidate, its passage and the scene; true keeps the candidate. ``ALWAYS`` need
only the words themselves, ``AMONG_NAMES`` the sure names around, ``IN_DOCUMENT`` who is named in it.
Given names alone are judged last, and by all of them: no word is looked at as one unless its bearer is named.
"""

from __future__ import annotations

from collections.abc import Callable

from dossier.link.passage import Passage
from dossier.link.rules.capitals import (
    capitals_fit,
    evident_at_sentence_start,
    no_name_of_a_term,
    stands_apart,
)
from dossier.link.rules.classes import no_honour, of_its_class
from dossier.link.rules.foreign import no_part_of_foreign_name
from dossier.link.rules.neighbours import (
    no_attribute_of_another,
    no_first_of_a_series,
    no_head_of_longer_name,
    no_longer_name_before,
    no_longer_name_behind,
    no_number_behind,
    no_other_given_name,
    no_younger_or_elder,
)
from dossier.link.rules.persons import given_name_is_known, surname_is_known, with_initials
from dossier.link.rules.scene import Scene
from dossier.link.scan import Candidate

Rule = Callable[[Candidate, Passage, Scene], bool]

ALWAYS: tuple[Rule, ...] = (capitals_fit, no_name_of_a_term)
AMONG_NAMES: tuple[Rule, ...] = (
    stands_apart,
    no_younger_or_elder,
    no_attribute_of_another,
    no_head_of_longer_name,
    no_longer_name_before,
    no_longer_name_behind,
    no_first_of_a_series,
    no_number_behind,
    no_part_of_foreign_name,
    of_its_class,
    no_honour,
)
IN_DOCUMENT: tuple[Rule, ...] = (evident_at_sentence_start, surname_is_known)
OF_GIVEN_NAMES: tuple[Rule, ...] = (given_name_is_known, *ALWAYS, *AMONG_NAMES, *IN_DOCUMENT)
EVERY = (*ALWAYS, with_initials, *AMONG_NAMES, no_other_given_name, *IN_DOCUMENT)
"""All that may refuse a name, in the order in which they are asked."""


def name_of(rule: Callable[..., object]) -> str:
    """What mentions, questions and people call a rule."""
    return rule.__name__.replace("_", "-")


__all__ = [
    "ALWAYS",
    "AMONG_NAMES",
    "EVERY",
    "IN_DOCUMENT",
    "OF_GIVEN_NAMES",
    "Rule",
    "Scene",
    "name_of",
    "no_other_given_name",
]
