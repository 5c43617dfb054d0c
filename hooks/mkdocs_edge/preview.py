"""A live preview makes what lies outside MkDocs when a browser asks for it, so that an edit shows at once.

The pages below the sections, the data files and the search index are many, and whoever edits looks at one
page. @@
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import Lock
from typing import Any

from mkdocs.livereload import LiveReloadServer

Make = Callable[[str], bool]
"""Makes the file of that name in the site; False where the site has no such file."""
_INDEX = "index.html"
_TIMES = 5
"""So often a file is made again whose site was being built meanwhile."""
_offered: list[Make] = []
_making = Lock()


def offer(make: Make) -> None:
    """From now on this is what makes files."""
    _offered[:] = [make]


def made(path: str, mount: str) -> bool:
    """Whether there was something to make for a path of the server, below which the site stands."""
    with _making:
        return any(make(name) for make in _offered for name in _names(path, mount))


def _names(path: str, mount: str) -> Iterator[str]:
    """The files that may be meant; WSGI has a path's UTF-8 read as Latin-1 (PEP 3333)."""
    name = path.encode("latin-1").decode("utf-8", "replace").removeprefix(mount)
    if not name or name.endswith("/"):
        yield name + _INDEX
    else:
        yield name
        yield f"{name}/{_INDEX}"


def serve(server: LiveReloadServer) -> LiveReloadServer:
    """Let the server have made what it lacks, and never while it builds."""
    ask, build = server.serve_request, server.builder

    def builder() -> None:
        with _making:
            build()

    def app(environ: Mapping[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        answers: list[tuple[Any, ...]] = []
        body: Iterable[bytes] = ()
        for _ in range(_TIMES):
            body = ask(environ, lambda *answer: answers.append(answer))
            if not answers[-1][0].startswith("404") or not made(environ["PATH_INFO"], server.mount_path):
                break
        start_response(*answers[-1])
        return body

    server.builder = builder
    server.set_app(app)
    return server
