"""The manifest: the SHA-256 of every data file of a run, in the form that `sha256sum --check` reads.

`python -m pnn.manifest --output results/manifest.sha256 FILE...` writes it, with paths from its folder;
`python -m pnn.manifest --verify results/manifest.sha256` computes every digest again and names what differs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from pnn import store

COPIES = ("report", "crate")  # folders of a run that hold its data files once more, to be moved elsewhere


def gather(paths: list[Path], root: Path) -> str:
    """One line a file, paths relative to `root`. Raises store.DamagedFile where bytes and digest disagree."""
    top = os.path.abspath(root)  # not resolved: a file or a folder may be a link to another disk
    lines = [f"{store.check_digest(path)}  {Path(os.path.abspath(path)).relative_to(top).as_posix()}" for path in paths]
    return "\n".join(sorted(lines, key=lambda line: line.split("  ", 1)[1])) + "\n"


def differences(manifest: Path) -> list[str]:
    """What is not as the manifest says, a line each: files missing or changed, data files that it does not list.

    Raises store.DamagedFile where the manifest is missing or is none.
    """
    listed = store.listed_digests(manifest)
    root = manifest.parent
    found = {path.relative_to(root).as_posix() for path in [*_data_files(root), *root.glob("ledger.json")]}
    problems = [f"{name}: missing" for name in listed if not (root / name).is_file()]
    problems += [f"{name}: not in the manifest" for name in sorted(found - set(listed))]
    there = {name: digest for name, digest in listed.items() if (root / name).is_file()}
    return problems + [f"{name}: changed" for name, digest in there.items() if store.sha256(root / name) != digest]


def _data_files(root: Path) -> Iterator[Path]:
    """The data files below a folder, in linked folders too, but for the copies that the page has."""
    for folder, inner, names in os.walk(root, followlinks=True):
        if Path(folder) == root:
            inner[:] = [name for name in inner if name not in COPIES]
        yield from (Path(folder, name) for name in names if name.endswith(".h5") and name[0] != ".")


def verify(manifest: Path) -> None:
    """Compute every digest again; exits with 1, naming what differs."""
    try:
        problems = differences(manifest)
    except store.DamagedFile as error:
        sys.exit(str(error))
    if problems:
        sys.exit("\n".join(problems))
    print(f"{manifest}: all {len(store.listed_digests(manifest))} data files are as they were written")


def main(arguments: list[str] | None = None) -> None:
    """Command line of the manifest stage, and of its verification."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verify", type=Path, metavar="MANIFEST")
    parser.add_argument("--output", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args(arguments)
    if options.verify:
        return verify(options.verify)
    if not (options.output and options.files):
        parser.error("wanted --output and files, or --verify")
    try:
        store.write_text(options.output, gather(options.files, options.output.parent))
    except store.DamagedFile as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
