"""Write the smallest whole paper into a folder of yours: `python -m verification.new_paper KEY --in FOLDER`.

It has one claim, of which a part is false as printed, checks by every method, an experiment cut into two jobs, a
figure, a printed number to compare with, and tests. It runs as it stands; change it into yours.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import tempfile
from pathlib import Path

from verification import wings

TEMPLATE = Path(__file__).parent / "template"
PLACEHOLDER = "mykey"
TEXT = (".py", ".yaml")


def write(key: str, place: Path) -> Path:
    """Write the paper `key` into the folder `place`, whole or not at all; the folder of the paper.

    Raises ValueError, in one line, for a key that is none or is taken, and where something stands in the way.
    """
    if not wings.KEY.fullmatch(key):
        raise ValueError(f"{key!r} is no key of a paper; wanted small letters and digits, a letter first")
    if key in wings.wings():
        raise ValueError(f"there is a paper {key!r} already, in {wings.wing(key).folder}; wanted another key")
    target = place / key
    if target.exists():
        raise ValueError(f"{target} is there already; wanted a place where nothing stands")
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{key}.", dir=place) as beside:
        made = Path(beside) / key
        _fill(made, key)
        os.replace(made, target)
    return target


def _fill(folder: Path, key: str) -> None:
    """Copy the template with the key in the place of its own."""
    for path in sorted(TEMPLATE.rglob("*")):
        if path.suffix in TEXT:
            copy = folder / path.relative_to(TEMPLATE).as_posix().replace(PLACEHOLDER, key)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(path.read_text(encoding="utf-8").replace(PLACEHOLDER, key), encoding="utf-8")


def commands(key: str, folder: Path) -> list[str]:
    """What to go on with: one claim, the page of this paper alone, and its tests."""
    claim = ["python", "-m", "verification", "--papers-from", str(folder.parent), f"{key}.relu-of-a-normal"]
    page = ["make", "try", f"PAPER={folder}"]
    tests = ["python", "-m", "pytest", str(folder / "tests")]
    return [shlex.join(words) for words in (claim, page, tests)]


def main(words: list[str] | None = None) -> int:
    """Command line; 2, and a line that says why, where nothing can be written."""
    parser = argparse.ArgumentParser(prog="python -m verification.new_paper", description=__doc__)
    parser.add_argument("key", help="small letters and digits, such as an author and a year")
    parser.add_argument("--in", dest="place", type=Path, required=True, help="the folder that will hold the paper's")
    given = parser.parse_args(words)
    try:
        wings.admit([given.place] if any(given.place.glob("*/paper.py")) else [])
        folder = write(given.key, given.place)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{folder} is a whole paper. To go on, in the checkout and its environment:\n")
    print("\n".join(f"  {command}" for command in commands(given.key, folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
