"""What a paper brings beside its claims, found by where files lie: experiments and figures.

An experiment is a module of verification/papers/<paper>/experiments/: one job, with the section of the configuration
that has the module's name. Figures are listed in verification/papers/<paper>/figures/index.py. Those of the first paper
stand in `pnn` itself, and its experiments have rules of their own.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path

from pnn.figures import index
from pnn.figures.index import Entry

FIRST = "pnn2017"
PAPERS = Path(__file__).resolve().parent.parent / "verification" / "papers"


def experiments(papers: Iterable[str]) -> dict[str, str]:
    """The modules of these papers' experiments, by name. Raises ValueError for a name used twice."""
    found: dict[str, str] = {}
    for paper in papers:
        for path in sorted((PAPERS / paper / "experiments").glob("*.py")):
            if path.stem == "__init__":
                continue
            if path.stem in found:
                raise ValueError(f"two papers have an experiment called {path.stem!r}; wanted one name for each")
            found[path.stem] = f"verification.papers.{paper}.experiments.{path.stem}"
    return found


def figure_index(paper: str) -> str | None:
    """The module that lists a paper's figures; None where it has none."""
    if paper == FIRST:
        return index.__name__
    there = (PAPERS / paper / "figures" / "index.py").is_file()
    return f"verification.papers.{paper}.figures.index" if there else None


def figures(papers: Iterable[str]) -> dict[str, Entry]:
    """The figures of these papers by name, in the order of the papers and of their lists. ValueError as above."""
    found: dict[str, Entry] = {}
    for paper in papers:
        module = figure_index(paper)
        for name, entry in importlib.import_module(module).FIGURES.items() if module else ():
            if name in found:
                raise ValueError(f"two papers have a figure called {name!r}; wanted one name for each")
            found[name] = entry
    return found
