"""One folder that is the whole site: pages rendered into it, data files placed in it, and the digests of all of it.

What a run's files are is linked into the folder, not copied, where the file system can: the folder can be moved to any
server or archive, and costs nothing beside the run. What an earlier page of this folder had and this one has not is
taken away, if it still has the bytes that were written; nothing else in the folder is touched.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path

from jinja2 import Environment

from pnn import store
from pnn.whole_files import half_written

DIGESTS = "site.sha256"


class Site:
    """The pages of one run, rendered into one folder, and the files beside them."""

    def __init__(self, folder: Path, env: Environment, common: dict):
        self.folder, self.env, self.common = folder, env, common
        self.names: list[str] = []

    def write(self, name: str, template: str, **values) -> None:
        """Render one page; `up` leads from it back to the site's root."""
        up = "../" * name.count("/")
        self.put(name, self.env.get_template(template).render(up=up, page=name, **self.common, **values))

    def put(self, name: str, text: str) -> None:
        """Write a text file of the site."""
        store.write_text(self.folder / name, text)
        self.names.append(name)

    def place(self, source: Path, name: str, linked: bool = True) -> None:
        """Let a file be one of the site: one of the run linked, one of the code copied."""
        place(source, self.folder / name, linked)
        self.names.append(name)

    def seal(self) -> None:
        """Take away what an earlier page left that this one has not, and write down the digests of all that it has."""
        digests = self.folder / DIGESTS
        try:
            before = store.listed_digests(digests)
        except store.DamagedFile:  # a first page, or a list that is none
            before = {}
        discard(self.folder, {name: before[name] for name in before.keys() - set(self.names)})
        names = sorted(set(self.names))
        store.write_text(digests, "".join(f"{store.sha256(self.folder / name)}  {name}\n" for name in names))


def place(source: Path, target: Path, linked: bool = True) -> None:
    """Make `target` the file `source`, or a copy with its date; nothing is done where it has these bytes already."""
    source = Path(os.path.realpath(source))
    if target.is_file() and not target.is_symlink() and filecmp.cmp(source, target, shallow=False):
        return
    temporary = half_written(target)
    try:
        _link_or_copy(source, temporary, linked)
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def _link_or_copy(source: Path, target: Path, linked: bool) -> None:
    if linked:
        target.unlink()
        try:
            os.link(source, target)
            return
        except OSError:  # another disk, or a file system or a system that has no links
            pass
    shutil.copy2(source, target)


def discard(folder: Path, digests: dict[str, str]) -> None:
    """Delete these files of a folder where they still have these digests."""
    for name, digest in digests.items():
        path = folder / name
        inside = not path.is_symlink() and ".." not in path.parts and not Path(name).is_absolute()
        if inside and path.is_file() and store.sha256(path) == digest:
            path.unlink()
