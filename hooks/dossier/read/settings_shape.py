"""What is wrong with ``mkdocs.yml`` as it stands, told at its place, before MkDocs stops without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

import yaml

from dossier.problems import Location, Problems, did_you_mean
from dossier.read.citations import place

Value = Callable[[yaml.Node], object]
"""Plain data of a node, with its tags looked up."""
TEXTS = ("site_name", "site_description", "site_author", "site_url", "repo_url", "repo_name", "edit_uri")
"""Settings that are texts."""
ADDRESSES = ("site_url", "repo_url")
DOCS, SITE, INHERITS = "docs", "site", "INHERIT"
FOLDERS = ("data", DOCS, "hooks", "locale", "seeds", "tests", "theme")
"""What a site must not be written over."""
KNOWN = frozenset(
    [
        *("config_file_path", "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri"),
        *("edit_uri_template", "exclude_docs", "extra", "extra_css", "extra_javascript", "extra_templates"),
        *("google_analytics", "hooks", "markdown_extensions", "mdx_configs", "nav", "not_in_nav", "plugins"),
        *("remote_branch", "remote_name", "repo_name", "repo_url", "site_author", "site_description"),
        *(
            "site_dir",
            "site_name",
            "site_url",
            "strict",
            "theme",
            "use_directory_urls",
            "validation",
            "watch",
        ),
        "pages",
    ]
)
"""What MkDocs 1.6 knows on the first level."""
_NULL = "tag:yaml.org,2002:null"


def check_shape(root: yaml.Node | None, file: str, value: Value, problems: Problems) -> None:
    """A problem for every key that stands twice, and every setting that no dossier can be built with."""
    if not isinstance(root, yaml.MappingNode):
        return
    for first, key in _twice(root):
        line = first.start_mark.line + 1
        problems.error(
            "yaml-duplicate-key",
            place(key, file),
            f"the key “{key.value}” stands here twice",
            f"it first stands in line {line}; keep one",
        )
    settings = {str(key.value): (key, node) for key, node in root.value}
    for name, (key, _) in settings.items():
        if name not in KNOWN and name != INHERITS:
            hint = did_you_mean(name, KNOWN)
            problems.warn("unknown-setting", place(key, file), f"MkDocs knows no setting “{name}”", hint)
    if INHERITS in settings:
        message = "settings of another file are not read"
        hint = "write all settings into this file"
        problems.error("inherited-settings", place(settings[INHERITS][0], file), message, hint)
    for name in TEXTS:
        if name in settings:
            _check_text(name, settings[name][1], file, value, problems)
    if "site_name" not in settings:  # of which commands that build nothing have no need
        problems.warn("no-name", Location(file), "the site has no name", "write  site_name: …")
    _check_folders(settings, file, value, problems)
    _check_default([dict(_pairs(one)) for one in _languages(root)], file, value, problems)


def _check_default(
    languages: Sequence[dict[str, yaml.Node]], file: str, value: Value, problems: Problems
) -> None:
    """One language stands at the root of the site: the only one, or the one that says so."""
    marked = [one["default"] for one in languages if "default" in one and value(one["default"]) == "true"]
    hint = "add  default: true  to the language that stands at the root of the site"
    if len(languages) > 1 and not marked:
        where = place(next(iter(languages[0].values())), file)
        problems.error("no-default", where, "no language is the default one", hint)
    for node in marked[1:]:
        problems.error("no-default", place(node, file), "another language is the default one already", hint)


def _languages(root: yaml.Node) -> Iterator[yaml.Node]:
    """The maps that say which languages the site is built in."""
    plugins = dict(_pairs(root)).get("plugins")
    options = (dict(_pairs(one)).get("i18n") for one in _items(plugins))
    listed = (dict(_pairs(one)).get("languages") for one in options)
    for one in (entry for found in listed for entry in _items(found)):
        said = dict(_pairs(one)).get("build")
        if _pairs(one) and (said is None or said.value != "false"):
            yield one


def _pairs(node: yaml.Node | None) -> list[tuple[str, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return [(str(key.value), value) for key, value in pairs]


def _items(node: yaml.Node | None) -> Sequence[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else ()


def _twice(node: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, yaml.ScalarNode]]:
    """Keys that stand twice in one map, anywhere: the first and the other."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, yaml.SequenceNode):
            waiting += one.value
        elif isinstance(one, yaml.MappingNode):
            seen: dict[str, yaml.ScalarNode] = {}
            for key, inner in one.value:
                waiting.append(inner)
                if isinstance(key, yaml.ScalarNode) and seen.setdefault(key.value, key) is not key:
                    yield seen[key.value], key


def _check_text(name: str, node: yaml.Node, file: str, value: Value, problems: Problems) -> None:
    said = value(node)
    if node.tag == _NULL:
        said = ""
    if not isinstance(said, str):
        problems.error("bad-settings", place(node, file), f"{name} is a text", f"write  {name}: …")
    elif name == "site_name" and not said.strip():
        problems.error("no-name", place(node, file), "the site has no name", "write  site_name: …")
    elif name in ADDRESSES and said and not said.startswith(("https://", "http://")):
        hint = "write the whole address, https://…"
        problems.error("bad-settings", place(node, file), f"{name} is no address of the web", hint)


def _check_folders(
    settings: dict[str, tuple[yaml.Node, yaml.Node]], file: str, value: Value, problems: Problems
) -> None:
    """Pages stand in ``docs/``, and the site in a folder of its own within the dossier's."""
    if "docs_dir" in settings:
        node = settings["docs_dir"][1]
        if _parts(value(node)) != (DOCS,):
            hint = f"leave docs_dir out, or write  docs_dir: {DOCS}"
            problems.error("bad-settings", place(node, file), "hand-written pages stand in docs/", hint)
    if "site_dir" in settings:
        node = settings["site_dir"][1]
        parts = _parts(value(node))
        if not parts or parts[0] in ("..", "/", *FOLDERS):
            hint = f"leave site_dir out, or write  site_dir: {SITE}"
            message = "the site would be written over something else"
            problems.error("bad-settings", place(node, file), message, hint)


def _parts(path: object) -> Sequence[str]:
    """The steps of a path; none of what is no path, or leads nowhere."""
    return PurePosixPath(path).parts if isinstance(path, str) and path.strip() else ()
