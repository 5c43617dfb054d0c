"""The configuration of Decap CMS (version 3) for a dossier: a collection for each kind of record.

Form and names of the keys: the manual of Decap CMS, “Configuration Options” and “Widgets”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dossier.forms.widgets import Schema, fields
from dossier.model import Kind, Settings

Config = dict[str, Any]

_GITHUB = re.compile(r"https://github\.com/([^/]+/[^/]+)/edit/([^/]+)/")


def backend(settings: Settings, login: str, proxy: str) -> Config | None:
    """Where the forms read and write; None where the repository is not on GitHub and nothing local is asked.

    ``login`` is the address of the server that hands over GitHub's token, ``proxy`` that of decap-server.
    """
    if proxy:
        local = {"name": "proxy", "proxy_url": proxy, "branch": "main"}
        return {"backend": local, "publish_mode": "simple"}
    found = _GITHUB.match(settings.edit_url)
    if found is None:
        return None
    hosted = {
        "name": "github",
        "repo": found[1],
        "branch": found[2],
        "base_url": login,
        "open_authoring": True,
    }
    return {"backend": hosted, "publish_mode": "editorial_workflow"}


def configuration(
    settings: Settings, kinds: Iterable[Kind], schemas: Mapping[str, Schema], place: Config
) -> Config:
    """The whole configuration; ``schemas`` by kind, ``source``, ``translation``; ``place``: backend."""
    language = settings.default_language
    names = {one: settings.language_names.get(one, one) for one in settings.languages}

    def collection(name: str, label: str, folder: str, schema: Schema, labels: Mapping[str, str]) -> Config:
        return {
            "name": name,
            "label": label,
            "folder": folder,
            "extension": "yml",
            "format": "yml",
            "create": False,
            "delete": False,
            "summary": "{{slug}}",
            "editor": {"preview": False},
            "fields": fields(schema, settings.languages, {**names, **labels}),
        }

    made = []
    for kind in kinds:
        labels = {one.id: one.label[language] for one in kind.fields}
        found = collection(
            kind.section, kind.many[language], f"data/{kind.section}", schemas[kind.id], labels
        )
        own = {"label_singular": kind.one[language], "create": True, "identifier_field": f"names.{language}"}
        made.append(
            found | own | {"summary": f"{{{{names.{language}}}}}", "slug": f"{{{{names.{language}}}}}"}
        )
    made.append(collection("sources", "sources", "data/sources", schemas["source"], {}))
    made[-1] |= {"identifier_field": "file"}
    for one in settings.languages:
        folder = f"data/translations/{one}"
        label = f"translations: {names[one]}"
        found = collection(f"translations-{one}", label, folder, schemas["translation"], {})
        # The list of texts that stands in the same folder is no record.
        made.append(found | {"identifier_field": "by", "filter": {"field": "by", "pattern": "."}})
    return place | {
        "media_folder": "data/media",  # Decap asks for one; no form takes files
        "locale": language,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": made,
    }
