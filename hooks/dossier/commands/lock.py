"""``dossier lock``: the one way to accept an article whose bytes are new or have changed."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.commands.telling import announce, tell
from dossier.problems import Problems, did_you_mean
from dossier.raw import RawArticle, RawDossier, Scalar
from dossier.report import printable, report
from dossier.write.files import replace_file

HELP = "accept an article that is new or has changed, and list all that this unsettles"
LOCK_LIST = "seeds/SHA256SUMS"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("source", metavar="SOURCE", help="the source’s key")
    parser.add_argument("--dry-run", action="store_true", help="only list; write nothing")


def run(root: Path, options: argparse.Namespace) -> int:
    """List what the article's text unsettles, then lock the article as it is; 1 if anything is unsettled."""
    from dossier.memo import Memo
    from dossier.read.project import read

    raw, problems = read(root, Memo())
    if raw is None:
        return tell(problems)
    name = _file_of(raw, options.source)
    article = raw.articles.get(name)
    if article is None:
        return _unknown(raw, options.source, name)
    if not article.sha256 or article.text is None:
        return tell(Problems([one for one in problems.found if one.where.file == article.where.file]))
    before = raw.hashes.get(name, ("", None))[0]
    if before == article.sha256:
        announce(f"seeds/{name} is locked as it is; there is nothing to accept")
        return 0
    announce(f"seeds/{name}: {before or 'not locked'} → {article.sha256}")
    broken = _told(raw, options.source, article.text)
    return _accepted(root, name, article, broken, dry=options.dry_run)


def _file_of(raw: RawDossier, key: str) -> str:
    record = next((one for one in raw.sources if one.id == key), None)
    file = getattr(record.node, "items", {}).get("file") if record else None
    return file.text if isinstance(file, Scalar) else ""


def _unknown(raw: RawDossier, key: str, name: str) -> int:
    if name:
        announce(f"there is no file seeds/{name}, which the record of “{key}” names")
    else:
        near = did_you_mean(key, [one.id for one in raw.sources])
        announce(f"there is no source “{key}” with an article{f'; {near}' if near else ''}")
    return 2


def _told(raw: RawDossier, key: str, text: str) -> int:
    """Print what no longer stands, then what cites paragraphs without quoting them; how much is broken."""
    from dossier.check.unsettled import by_file, unsettled

    found = unsettled(raw, key, text)
    for label, problem in sorted(found.broken, key=lambda one: one[1].where):
        print(f"{printable(label)}\n  {report([problem])}")
    if found.unquoted:
        print("Cited without a quotation; read whether the paragraphs still say it:")
        print("\n".join(f"  {printable(line)}" for line in by_file(found.unquoted)))
    if found.stale:
        print("Translated from another text; read whether the translations still fit:")
        print("\n".join(f"  {printable(line)}" for line in by_file(found.stale)))
    return len(found.broken)


def _accepted(root: Path, name: str, article: RawArticle, broken: int, *, dry: bool) -> int:
    if not dry:
        try:
            _write_line(root / LOCK_LIST, name, article.sha256)
        except OSError as error:
            announce(f"{LOCK_LIST} could not be written: {error.strerror}")
            return 2
    done = "nothing was written" if dry else f"{LOCK_LIST} now holds it"
    open_ = f"{broken} quotations no longer stand; mend them, or the build stops" if broken else ""
    announce("; ".join(filter(None, [done, open_ or "every quotation still stands"])))
    return 1 if broken else 0


def _write_line(path: Path, name: str, sha256: str) -> None:
    """Replace or add the article's line and nothing else, in one step."""
    text = path.read_bytes().decode() if path.exists() else ""
    kept = [line for line in text.splitlines(keepends=True) if line.rstrip("\r\n").partition("  ")[2] != name]
    if kept and not kept[-1].endswith("\n"):
        kept[-1] += "\n"
    added = f"{sha256}  {name}\n"
    place = next(
        (n for n, line in enumerate(text.splitlines()) if line.partition("  ")[2] == name), len(kept)
    )
    kept.insert(place, added)
    replace_file(path, "".join(kept))
