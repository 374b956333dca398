"""The manifest: the SHA-256 of every data file of a run, in the form that `sha256sum --check` reads.

`python -m pnn.manifest --root results --output results/manifest.sha256 FILE...`
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pnn import store


def gather(paths: list[Path], root: Path) -> str:
    """One line a file, paths relative to `root`. Raises store.DamagedFile where bytes and digest disagree."""
    lines = [f"{store.check_digest(path)}  {path.resolve().relative_to(root.resolve()).as_posix()}" for path in paths]
    return "\n".join(sorted(lines, key=lambda line: line.split("  ", 1)[1])) + "\n"


def main(arguments: list[str] | None = None) -> None:
    """Command line of the manifest stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    try:
        store.write_text(options.output, gather(options.files, options.root))
    except store.DamagedFile as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
