"""Where the browsers are that the tests drive."""

from __future__ import annotations

import os
import shutil

import pytest

in_both = pytest.mark.parametrize("windows", ["chromium", "firefox"], indirect=True, scope="session")
"""Runs a test, or with ``pytestmark`` a module, in the windows of either browser."""


class NoBrowser(Exception):
    """A browser is missing; the tests fail and say so."""


def executable(browser: str, variable: str, usual: tuple[str, ...]) -> str:
    """The program that an environment variable names, or one of the usual names."""
    named = os.environ.get(variable, "")
    for name in [named] if named else usual:
        found = shutil.which(name)
        if found:
            return found
    if named:
        raise NoBrowser(f"{variable} is set to {named}, which is no program that can be run.")
    raise NoBrowser(
        f"These tests look at pages in {browser}, which is not installed; install it, "
        f"or name it in {variable}."
    )
