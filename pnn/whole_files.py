"""Files that are written whole or not at all: beside their place first, then renamed into it."""

import glob
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_SUFFIX = ".half-written"
_HALF_WRITTEN = re.compile(rf"\..+\.[0-9a-f]{{16}}{re.escape(_SUFFIX)}")


def write_text(path: str | Path, text: str) -> None:
    """Write a text file whole or not at all."""
    write_bytes(Path(path), text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    temporary = half_written(path)
    try:
        temporary.write_bytes(content)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def half_written(path: Path) -> Path:
    """A new empty file beside `path`, to be written and renamed into its place; folders are made.

    It has the permissions that the user's umask and the folder give to any new file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}{_SUFFIX}")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    return temporary


def leftovers(folder: Path, name: str = "") -> Iterator[Path]:
    """What killed writers left half written in this folder itself, of the file `name` or of all."""
    for path in folder.glob(f".{glob.escape(name) or '*'}.*{_SUFFIX}"):
        if _HALF_WRITTEN.fullmatch(path.name):
            yield path


def discard_leftovers(folders: Iterable[Path]) -> None:
    """Delete what killed writers left half written in these folders themselves, and nothing else.

    What another user owns may have to stay: no one takes it for a file.
    """
    for path in (path for folder in folders for path in leftovers(folder)):
        with suppress(PermissionError):
            path.unlink(missing_ok=True)
