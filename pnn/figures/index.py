"""Which figures there are, what each shows and which experiment files it needs. Imports no plotting library."""

from __future__ import annotations

import importlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A figure: its name, the label on the page, a title, where its function stands and what it reads.

    `needs` are the stems of experiment files; `published` says that numbers printed in the paper are drawn too;
    `paper` is the key of the paper to which it belongs.
    """

    name: str
    label: str
    title: str
    module: str
    needs: tuple[str, ...] = ()
    published: bool = False
    paper: str = "pnn2017"

    @property
    def function(self) -> str:
        return self.name


def _entries() -> list[Entry]:
    room = "pnn.figures"
    small, training, random = ("figure_data",), ("degree_one",), ("random_pnn",)
    proportional = ("schur_by_inputs",)
    return [
        Entry("figure_1", "Figure 1", "Unconstrained and porcupine networks", f"{room}.architectures"),
        Entry("figure_2", "Figure 2", "Approximating a dense network", f"{room}.random_networks", random, True),
        Entry(
            "figure_3",
            "Figure 3",
            "Scalar, degree-one and general porcupine networks",
            f"{room}.architectures",
        ),
        Entry("figure_4", "Figure 4", "Sign regions of the scalar network", f"{room}.regions", small),
        Entry("figure_5", "Figure 5", "Two landscapes and their local minima", f"{room}.landscapes", small),
        Entry("figure_6", "Figure 6", "The kernel and its bounds", f"{room}.kernel", small),
        Entry("figure_7", "Figure 7", "Equally spaced lines", f"{room}.lines", small),
        Entry("figure_8", "Figure 8", "Random lines, more and more", f"{room}.schur_by_lines", ("schur_by_lines",)),
        Entry("figure_decay", "Beyond Figure 8", "Decay in the number of lines", f"{room}.decay", ("decay",)),
        Entry(
            "figure_9", "Figure 9", "Random lines in proportion to the inputs", f"{room}.schur_by_inputs", proportional
        ),
        Entry(
            "figure_9_linear",
            "Beyond Figure 9",
            "The norm of Theorem 13: exact limit and printed bound",
            f"{room}.schur_by_inputs",
            proportional,
        ),
        Entry("figure_10", "Figure 10", "Training degree-one networks", f"{room}.degree_one", training, True),
        Entry("figure_10_minima", "Beyond Figure 10", "Bad ends are local minima", f"{room}.minima", training),
        Entry("figure_11", "Figure 11", "Training random networks", f"{room}.random_networks", random, True),
        Entry("figure_11_schur", "Beyond Figure 11", "The optimum is not the Schur value", f"{room}.optima", random),
        Entry("figure_11_variance", "Beyond Figure 11", "The error over the variance", f"{room}.optima", random),
        Entry("figure_11_images", "Beyond Figure 11", "Images of two digits", f"{room}.images", ("images",), True),
    ]


FIGURES: dict[str, Entry] = {entry.name: entry for entry in _entries()}


def entry(name: str, listed_in: str = __name__) -> Entry:
    """The entry of a figure in the FIGURES of a module; raises ValueError, listing the names, where there is none."""
    figures = importlib.import_module(listed_in).FIGURES
    if name not in figures:
        raise ValueError(f"no figure is called {name!r}; there are {', '.join(figures)}")
    return figures[name]


def needs(name: str) -> tuple[str, ...]:
    """Stems of the experiment files that a figure reads."""
    return entry(name).needs
