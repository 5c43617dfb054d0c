"""Where pages and files stand, as a file of the site refers to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from urllib.parse import quote

from dossier.model import Dossier


def relative(here: str, url: str) -> str:
    """The relative address of something at ``url``, as seen from ``here``; both from the site's root."""
    folder = here.rpartition("/")[0]
    if folder and folder[0] != "." and not f"{url}/".startswith(f"{folder}/"):
        # Pages side by side lead to nearly the same places, by the folder that they stand in.
        found = _relative(folder.rpartition("/")[0], url)
        return f".{found}" if found in (".", "./") else f"../{found}"
    return _relative(folder, url)


@lru_cache(maxsize=1 << 17)
def _relative(folder: str, url: str) -> str:
    # posixpath.relpath asks for the working folder at every call, and took a tenth of a build.
    here, steps = _steps(folder), _steps(url)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, steps, strict=False)))
    found = "/".join([".."] * (len(here) - shared) + steps[shared:]) or "."
    return f"{found}/" if not url or url.endswith("/") else found


def _steps(address: str) -> list[str]:
    return [step for step in address.split("/") if step not in ("", ".")]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses on the web where somebody has said where the site stands, else relative ones."""

    site_url: str
    """Ends in a slash, or is empty."""
    here: str
    """The file that refers to them, from the site's root."""
    page_url: Callable[[str, str], str]
    """(language, path) → a page's address from the site's root."""

    def page(self, language: str, path: str, fragment: str = "") -> str:
        """A page, or a place on it."""
        return self.file(self.page_url(language, path)) + (f"#{quote(fragment)}" if fragment else "")

    def pages(self, dossier: Dossier, path: str, fragment: str = "") -> dict[str, str]:
        """The page in every language of the site."""
        return {language: self.page(language, path, fragment) for language in dossier.settings.languages}

    def file(self, url: str) -> str:
        """Something at an address from the site's root."""
        return self.site_url + url if self.site_url else relative(self.here, url)


def entity_path(dossier: Dossier, id_: str) -> str:
    """The path of an entity's page."""
    return f"{dossier.kinds[dossier.entities[id_].kind].section}/{id_}"


def source_path(key: str) -> str:
    """The path of an article's page."""
    return f"sources/{key}"
