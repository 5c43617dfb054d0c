"""What the dossier needs to know of ``mkdocs.yml``, read without MkDocs and without running its tags."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from dossier.model import Settings
from dossier.problems import Location, Problems
from dossier.read.citations import citation_styles
from dossier.read.settings_shape import check_shape
from dossier.read.text import decode, read_bytes
from dossier.read.yaml_bounds import within_bounds
from dossier.read.yaml_nodes import plain_lines

FILE = "mkdocs.yml"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CODE_HINT = "write  - {locale: uk, name: Українська}  once for each language"
_HINT = "list the languages under  plugins: - i18n: languages:"


def read_settings(root: Path, problems: Problems) -> Settings | None:
    """The site's languages, names and addresses, or None and a problem."""
    data = read_bytes(root / FILE, FILE, 1_000_000, problems)
    text = decode(data, FILE, problems) if data is not None else None
    if text is None:
        return None
    try:
        if not plain_lines(text, FILE, problems) or not within_bounds(text, FILE, problems):
            return None
        tree = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = Location(FILE, mark.line + 1, mark.column + 1) if mark else Location(FILE)
        said = getattr(error, "problem", None) or str(error).splitlines()[0]
        problems.error(
            "yaml-syntax", where, f"not valid YAML: {said}", "check indentation, colons and brackets"
        )
        return None
    check_shape(tree, FILE, _value, problems)
    config = _value(tree)
    settings = _settings(config if isinstance(config, dict) else {})
    if not settings.languages:
        problems.error("no-languages", Location(FILE), "no language of the site is configured", _HINT)
        return None
    if not _sound(settings.languages, problems):
        return None
    return replace(settings, citations=citation_styles(tree, FILE, settings.languages, problems))


def _sound(languages: tuple[str, ...], problems: Problems) -> bool:
    """Whether every language has a code of its own; a problem for each that has not."""
    wrong = [code for code in languages if not _CODE.fullmatch(code) or languages.count(code) > 1]
    for code in dict.fromkeys(wrong):
        again = " twice" if _CODE.fullmatch(code) else ", which is no language code"
        problems.error(
            "bad-language", Location(FILE), f"a language has the locale “{code}”{again}", _CODE_HINT
        )
    return not wrong


def _settings(config: dict[str, object]) -> Settings:
    languages = [entry for entry in _languages(config) if entry.get("build", "true") != "false"]
    languages.sort(key=lambda entry: entry.get("default") != "true")
    name = str(config.get("site_name") or "")
    codes = tuple(str(entry.get("locale", "")) for entry in languages)
    return Settings(
        languages=codes,
        language_names={str(e.get("locale", "")): str(e.get("name") or e.get("locale")) for e in languages},
        site_names={str(e.get("locale", "")): str(e.get("site_name") or name) for e in languages},
        site_url=_with_slash(str(config.get("site_url") or "")),
        edit_url=_edit_url(str(config.get("repo_url") or ""), str(config.get("edit_uri") or "")),
        issues_url=_issues_url(str(config.get("repo_url") or "")),
    )


def _languages(config: dict[str, object]) -> list[dict[str, object]]:
    plugins = config.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else []:
        options = plugin.get("i18n") if isinstance(plugin, dict) else None
        found = options.get("languages") if isinstance(options, dict) else None
        if isinstance(found, list):
            return [entry for entry in found if isinstance(entry, dict)]
    return []


def _edit_url(repository: str, path: str) -> str:
    """Where the repository's files are edited: ``edit_uri`` without the folder of the pages."""
    if not repository or not path:
        return ""
    return _with_slash(repository) + _with_slash(path.removesuffix("/").removesuffix("docs"))


def _issues_url(repository: str) -> str:
    """Where issues are opened; only of GitHub and its kin is it known how a form is filled in."""
    host = urlsplit(repository).hostname or ""
    return f"{_with_slash(repository)}issues/new" if "github" in host.split(".") else ""


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else url + "/"


def _value(node: yaml.Node | None) -> object:
    """Plain data of text, lists and dicts; ``!ENV`` is looked up as MkDocs does, other tags stay text."""
    if isinstance(node, yaml.MappingNode):
        return {str(_value(key)): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        values = [_value(item) for item in node.value]
        return _environment(values) if node.tag == "!ENV" else values
    if isinstance(node, yaml.ScalarNode):
        if node.tag == "!ENV":
            return os.environ.get(node.value, "")
        return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    return ""


def _environment(values: list[object]) -> object:
    """The first of the named variables that is set, else the last value, which is the default."""
    for name in values[:-1]:
        if str(name) in os.environ:
            return os.environ[str(name)]
    return values[-1] if values else ""
