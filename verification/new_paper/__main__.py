"""Write the smallest whole paper into a folder of yours: `python -m verification.new_paper KEY --in FOLDER`.

It has one claim, of which a part is false as printed, checks by every method, an experiment cut into two jobs, a
figure, a printed number to compare with, and tests. It runs as it stands; change it into yours.
"""

from __future__ import annotations

import argparse
import keyword
import os
import shlex
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from verification import wings

TEMPLATE = Path(__file__).parent / "template"
ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = "mykey"
TEXT = (".py", ".yaml", ".v")


def write(key: str, place: Path) -> Path:
    """Write the paper `key` into the folder `place`, whole or not at all; the folder of the paper.

    Raises ValueError, in one line, for a key that is none or is taken, and where something stands in the way.
    """
    target = place / key
    _refuse(key, place)
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{key}.", dir=place) as beside:
        made = Path(beside) / key
        _fill(made, key)
        os.replace(made, target)
    return target


def _refuse(key: str, place: Path) -> None:
    """Raise ValueError where no paper of that key can be written into that folder, or none could be used there."""
    if not wings.KEY.fullmatch(key):
        raise ValueError(f"{key!r} is no key of a paper; wanted small letters and digits, a letter first")
    if key in wings.wings():
        raise ValueError(f"there is a paper {key!r} already, in {wings.wing(key).folder}; wanted another key")
    if (place / "paper.py").exists():
        raise ValueError(f"{place} is a paper itself; wanted the folder that holds it, {place.parent}")
    if os.pathsep in os.path.abspath(place):
        raise ValueError(f"{place} has a {os.pathsep!r} in its name; wanted a folder without")
    if os.path.lexists(place / key) and not _is_empty(place / key):
        raise ValueError(f"{place / key} is there already; wanted a place where nothing stands")
    if keyword.iskeyword(key) or _is_module(key):
        raise ValueError(f"{key!r} is a word of Python or the name of a module, which it would hide; wanted another")


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not any(path.iterdir())


def _is_module(name: str) -> bool:
    """Whether Python imports something by that name; a folder without modules is nothing."""
    spec = find_spec(name)
    return spec is not None and spec.origin is not None


def _fill(folder: Path, key: str) -> None:
    """Copy the template with the key in the place of its own."""
    for path in sorted(TEMPLATE.rglob("*")):
        if path.suffix in TEXT:
            copy = folder / path.relative_to(TEMPLATE).as_posix().replace(PLACEHOLDER, key)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(path.read_text(encoding="utf-8").replace(PLACEHOLDER, key), encoding="utf-8")


def commands(key: str, folder: Path) -> list[str]:
    """What to go on with, to be pasted in the checkout: one claim, the page of this paper alone, and its tests."""
    folder = folder if Path.cwd() == ROOT else Path(os.path.abspath(folder))
    claim = ["python", "-m", "verification", "--papers-from", str(folder.parent), f"{key}.relu-of-a-normal"]
    page = ["make", "try", f"PAPER={folder}".replace("$", "$$")]
    tests = ["python", "-m", "pytest", str(folder / "tests")]
    return [shlex.join(words) for words in (claim, page, tests)]


def main(words: list[str] | None = None) -> int:
    """Command line; 2, and a line that says why, where nothing can be written."""
    parser = argparse.ArgumentParser(prog="python -m verification.new_paper", description=__doc__)
    parser.add_argument("key", help="small letters and digits, such as an author and a year")
    parser.add_argument("--in", dest="place", type=Path, required=True, help="the folder that will hold the paper's")
    given = parser.parse_args(words)
    place = Path(os.path.expanduser(given.place))
    try:
        wings.admit([place] if any(place.glob("*/paper.py")) else [])
        folder = write(given.key, place)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{folder} is a whole paper. To go on, in the checkout and its environment:\n")
    print("\n".join(f"  {command}" for command in commands(given.key, folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
