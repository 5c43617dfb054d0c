"""The section pages as MkDocs knows them: a hand-written ``docs/<language>/<section>/index.md``, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_edge.sections import Section
from mkdocs_edge.state import State


@dataclass(frozen=True)
class Alternate:
    """As much of a File as static-i18n reads of a page's other languages."""

    url: str


def add_sections(files: Files, config: MkDocsConfig, state: State, language: str) -> Files:
    """Give every section of the dossier a page where nobody has written one."""
    written = {file.dest_uri for file in files}
    for page in section_pages(state, language).values():
        dest = state.built.site.file(language, page.path)
        if dest not in written:
            files.append(generated(config, state, language, page.path, dest))
    return files


def section_pages(state: State, language: str) -> dict[str, Section]:
    """Address from the site's root → section page."""
    return {state.built.site.url(language, one.path): one for one in state.sections.of(language)}


def generated(config: MkDocsConfig, state: State, language: str, path: str, dest: str) -> File:
    """A File without a source on disk, with what static-i18n expects of its own files.

    It must be made after static-i18n's ``on_files``, which cannot handle it.
    """
    file: Any = File.generated(config, f"{language}/{path}/index.md", content="")
    file.dest_uri = dest
    file.url = state.built.site.url(language, path)
    file.locale = file.locale_alternate_of = language
    file.alternates = {code: Alternate(url) for code, url in state.built.alternates(path).items()}
    made: File = file
    return made


def from_root(url: str) -> str:
    """A File's address from the site's root, which MkDocs itself calls ``./``."""
    return "" if url == "./" else url
