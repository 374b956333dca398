"""The configuration that runs one paper alone, at small sizes: `python -m workflow.try_paper FOLDER` prints its path.

The sizes are those of config-quick.yaml. It lies in the run's results folder, results-KEY, below the folder where this
is started.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import yaml

from pnn import store
from workflow.paths import ROOT
from workflow.settings import BadConfig, validated

QUICK = ROOT / "config-quick.yaml"


def configuration(paper: Path) -> dict:
    """The run of the paper in this folder. Raises BadConfig where it is none, or cannot be run."""
    folder = Path(os.path.abspath(os.path.expanduser(paper)))  # a link is a folder with its own name
    if not (folder / "paper.py").is_file():
        raise BadConfig(f"{paper} is no paper: it lacks paper.py; wanted the folder of a paper")
    quick = yaml.safe_load(QUICK.read_text(encoding="utf-8"))
    results = f"results-{folder.name}"
    if results == quick["results"]:
        raise BadConfig(
            f"{paper} would leave its results in {results}, where those of make quick lie; wanted another key"
        )
    config = {**quick, "results": results, "papers": [folder.name], "papers_from": [str(folder.parent)]}
    used = validated(config)  # without the sections of papers that are not in the run
    return {key: value for key, value in config.items() if key in used}


def main(words: list[str]) -> int:
    """Command line; 2, and a line that says why, for what is no paper."""
    try:
        if len(words) != 1 or not words[0]:
            raise BadConfig("wanted the folder of one paper, as in make try PAPER=../papers/mykey")
        config = configuration(Path(words[0]))
    except BadConfig as error:
        print(error, file=sys.stderr)
        return 2
    path = Path(config["results"]) / "config.yaml"
    store.write_text(path, yaml.safe_dump(config, sort_keys=False, allow_unicode=True))
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
