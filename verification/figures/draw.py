"""Draw one figure: vector, outline and pixel file, a table of what is drawn, and a JSON file of caption and sources.

`python -m verification.figures.draw PAPER FIGURE --data FILE... [--published YAML] --settings JSON --code DIGEST
--output STEM` writes STEM.pdf, STEM.svg, STEM.png, STEM.csv and STEM.json, and STEM.sha256 with their digests; `--list`
prints the names of the paper's figures.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from verification import loading  # noqa: F401  # before what it makes load faster

# isort: split
import yaml

from pnn import store
from verification import wings
from verification.command import begin
from verification.figures import drawn, style
from verification.figures.drawing import Data, Drawing, MissingData
from verification.figures.index import Entry

RESOLUTION = 200  # pixels an inch


def entry(paper: str, name: str) -> Entry:
    """The entry of a paper's figure; raises ValueError, listing the names, where there is none."""
    figures = wings.figures([paper])
    if name not in figures:
        raise ValueError(f"no figure is called {name!r}; there are {', '.join(figures)}")
    return figures[name]


def draw(figure: Entry, data: Data) -> Drawing:
    """The figure. Raises MissingData where data lacks something."""
    function = getattr(importlib.import_module(figure.place), figure.name)
    try:
        return function(data)
    except MissingData as problem:
        raise MissingData(f"{figure.name}: {problem}") from None


def read_data(files: Sequence[Path], published: Path | None = None) -> Data:
    """The experiments by the stems of their files, and the printed numbers; store.DamagedFile as in `store.read`."""
    experiments = {path.stem: store.read(path) for path in files}
    return Data(experiments, read_published(published) if published else {})


def read_published(path: Path) -> Mapping:
    """The numbers printed in the paper, from a YAML table."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(table, dict):
        raise ValueError(f"{path}: a table of printed numbers is wanted, not {type(table).__name__}")
    return table


def record(figure: Entry, drawing: Drawing, options: argparse.Namespace) -> dict:
    """What the page says beside a figure: caption, alternative text, and how to draw it again."""
    data = [path for path in options.data if path.stem in figure.needs]
    published = options.published[0] if figure.published and options.published else None
    command = ["python", "-m", "verification.figures.draw", figure.paper, figure.name]
    command += ["--data", *map(str, data)] if data else []
    command += ["--published", _in_checkout(published)] if published else []
    command += ["--settings", json.dumps(options.settings, sort_keys=True)] if options.settings else []
    command += ["--output", str(options.output)]
    return {
        "name": figure.name,
        "paper": figure.paper,
        "label": figure.label,
        "title": figure.title,
        "claims": list(figure.claims),
        "caption": drawing.caption,
        "alt": drawing.alt,
        "data": [path.name for path in data],
        "published": published.name if published else None,
        "module": figure.place,
        "code": options.code,
        "command": shlex.join(command),
    }


def _in_checkout(path: Path) -> str:
    """A path as it is written from the checkout's root, so that the command holds on every machine."""
    root, whole = Path(__file__).resolve().parents[2], path.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(path)


def resolution(settings: Mapping[str, object]) -> int:
    """Pixels an inch of the PNG; raises ValueError on an unknown setting or one that is out of range."""
    unknown = sorted(set(settings) - {"dpi"})
    if unknown:
        raise ValueError(f"unknown setting {unknown[0]!r}; there is 'dpi'")
    dpi = settings.get("dpi", RESOLUTION)
    if isinstance(dpi, bool) or not isinstance(dpi, int) or not 20 <= dpi <= 1200:
        raise ValueError(f"dpi must be a whole number from 20 to 1200, got {dpi!r}")
    return dpi


def main(arguments: list[str] | None = None) -> None:
    """Command line of one figure; the log repeats the command that made it."""
    options = _parse(arguments)
    if options.list:
        print("\n".join(wings.figures([options.paper])))
        return
    begin("verification.figures.draw", arguments)
    try:
        figure = entry(options.paper, options.figure)
        with style.applied():
            drawing = draw(figure, read_data(options.data, *options.published))
            points = drawn.table(drawing.figure)
            style.save(drawing.figure, options.output, resolution(options.settings))
    except (MissingData, ValueError, store.DamagedFile, OSError) as problem:
        sys.exit(f"verification.figures.draw: {problem}")
    text = json.dumps(record(figure, drawing, options), indent=1, ensure_ascii=False, sort_keys=True)
    kinds = (*style.METADATA, "csv", "json", "sha256")
    *pictures, table, about, digests = (options.output.with_name(f"{options.output.name}.{kind}") for kind in kinds)
    store.write_text(table, points)
    store.write_text(about, text + "\n")
    store.write_digests(digests, [*pictures, table, about])


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paper", help="the paper's key")
    parser.add_argument("figure", nargs="?")
    parser.add_argument("--list", action="store_true", help="print the names of the paper's figures")
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    parser.add_argument("--published", type=Path, nargs="*", default=[], help="the file of printed numbers, if any")
    parser.add_argument("--settings", type=json.loads, default={})
    parser.add_argument("--code", default="")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args(arguments)
    if not options.list and (options.figure is None or options.output is None):
        parser.error("the name of a figure and --output are needed")
    return options


if __name__ == "__main__":
    main()
