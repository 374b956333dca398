"""Printed numbers beside reproduced ones: how a paper lists its comparisons, and the plain way to make one.

`reproduction/index.py` of a paper has COMPARISONS, a tuple of `Comparison`. Each stands in `reproduction/<name>.py`
with `compare(data, published)`: `data` is the file of its experiment, `published` the paper's printed numbers. Where
there is a template `reproduction/<name>.html`, it sets what `compare` returns, as `found`; elsewhere `compare` returns
a list of `Row`, and the page sets a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Comparison:
    """A comparison: its name, its title on the page, and the experiment whose file it reads.

    `paper` is filled in where the paper is read.
    """

    name: str
    title: str
    experiment: str
    paper: str = ""

    @property
    def module(self) -> str:
        """The module that compares."""
        return f"verification.papers.{self.paper}.reproduction.{self.name}"

    def template(self, folder: Path) -> list[Path]:
        """Its own template in the paper's folder, if it has one."""
        return [path for path in [folder / "reproduction" / f"{self.name}.html"] if path.is_file()]


@dataclass(frozen=True)
class Row:
    """A line of the plain table: what is compared, the printed and the reproduced number, and a word on them."""

    what: str
    printed: str
    reproduced: str
    remark: str = ""
