"""How a paper lists its figures. Imports no plotting library.

`figures/index.py` of a paper has FIGURES, a tuple of these entries in the order in which they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A figure: its name, the label on the page, a title, where its function stands and what it reads.

    The function has the figure's name and stands in `figures/<module>.py` of its paper. `needs` are names of
    experiments; `published` says that numbers printed in the paper are drawn too; `claims` are the ids of those that it
    illustrates, with which the page links it; `paper` is filled in where the paper is read.
    """

    name: str
    label: str
    title: str
    module: str
    needs: tuple[str, ...] = ()
    published: bool = False
    claims: tuple[str, ...] = ()
    paper: str = ""

    @property
    def place(self) -> str:
        """The module of the figure's function."""
        return f"verification.papers.{self.paper}.figures.{self.module}"
