"""The configuration that runs one paper alone, at small sizes: `python -m workflow.try_paper FOLDER` prints its path.

It lies in the run's results folder, results-KEY, below the folder where this is started.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from pnn import store
from workflow.settings import BadConfig, validated

SMALL = {"samples": 1_000_000, "instances": 20}


def configuration(paper: Path) -> dict:
    """The run of the paper in this folder. Raises BadConfig where it is none, or cannot be run."""
    folder = paper.resolve()
    if not (folder / "paper.py").is_file():
        raise BadConfig(f"{paper} is no paper: it lacks paper.py; wanted the folder of a paper")
    config = {"results": f"results-{folder.name}", "size": "quick", "papers": [folder.name], "checks": SMALL}
    config["papers_from"] = [str(folder.parent)]
    validated(config)
    return config


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
