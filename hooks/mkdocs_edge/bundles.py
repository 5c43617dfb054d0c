"""The theme's own styles and scripts, each kind in one file, since each file that a page asks for takes time.

They are written as many small files, one for each concern, and only put one after the other.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_STYLES = ("dossier", "home", "reading", "alphabet", "registers", "map")
_PICTURES = ("reports", "connections", "timeline", "coverage")
_SEARCH = ("folding", "index", "near", "ranking", "excerpts", "query", "box")
_SCRIPTS = ("dossier", "reading", "previews", "address", "registers", "timeline")
BUNDLES = {
    "assets/stylesheets/dossier.css": tuple(
        f"assets/stylesheets/{name}.css" for name in (*_STYLES, *_PICTURES)
    ),
    "assets/javascripts/before-theme.js": (
        "assets/javascripts/before-theme.js",
        *(f"assets/javascripts/search/{name}.js" for name in _SEARCH),
    ),
    "assets/javascripts/dossier.js": tuple(f"assets/javascripts/{name}.js" for name in _SCRIPTS),
}
"""File of the site → files of the theme, in the order in which they count."""


def bundle(files: Files, config: MkDocsConfig) -> Files:
    """Put the files of each bundle together, and leave them out of the site."""
    for name, parts in BUNDLES.items():
        found = [file for file in map(files.get_file_from_path, parts) if file is not None]
        text = "\n".join(file.content_string for file in found)
        for file in found:
            files.remove(file)
        files.append(File.generated(config, name, content=text))
    return files
