"""One wing a paper, wherever it lies: every folder that holds papers is a place of this package.

A paper called `key` is imported as `verification.papers.key`, whether it lies in the house or in a folder of somebody
else's. Stages learn of such folders by the environment variable PORCUPINE_PAPERS, written like PATH.
"""

import os
from collections.abc import Iterable
from pathlib import Path

VARIABLE = "PORCUPINE_PAPERS"


def extend(folders: Iterable[str | Path]) -> None:
    """Make the papers in these folders importable, after those that are already."""
    for folder in map(os.path.abspath, folders):
        if folder not in __path__:
            __path__.append(folder)


extend(filter(None, os.environ.get(VARIABLE, "").split(os.pathsep)))
