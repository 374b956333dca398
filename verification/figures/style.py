"""One look for every figure: colours and marks that survive grey print and colour blindness, the same bytes twice."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from pnn.whole_files import write_bytes

WIDTH = 6.6  # inches, the text width of an A4 page
INK, FAINT, PALE = "#1a1a1a", "#767676", "#e9e9e9"
BLUE, VERMILION, GREEN, ORANGE, SKY, PURPLE = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#E69F00",
    "#56B4E9",
    "#CC79A7",
)

# The same mark for the same thing in every figure; no two differ by colour alone.
GLOBAL: dict[str, Any] = {"color": BLUE, "marker": "o"}
BAD: dict[str, Any] = {"color": VERMILION, "marker": "X"}
PUBLISHED: dict[str, Any] = {"color": INK, "marker": "o", "markerfacecolor": "white"}
REPLAYED: dict[str, Any] = {"color": BLUE, "marker": "s"}
FIXED: dict[str, Any] = {"color": SKY, "marker": "D"}
FRESH: dict[str, Any] = {"color": VERMILION, "marker": "^"}
OPTIMUM: dict[str, Any] = {"color": GREEN, "marker": "P"}
SCHUR: dict[str, Any] = {"color": PURPLE, "marker": "v"}

RULES: dict[str, Any] = {
    "figure.facecolor": "white",
    "figure.dpi": 100,
    "savefig.facecolor": "white",
    "savefig.transparent": False,
    "font.family": "DejaVu Sans",
    "font.size": 8.5,
    "mathtext.fontset": "dejavusans",
    "axes.titlesize": 9,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelsize": 8.5,
    "axes.linewidth": 0.7,
    "axes.edgecolor": INK,
    "axes.facecolor": "white",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": PALE,
    "grid.linewidth": 0.6,
    "xtick.labelsize": 8,
    "ytick.labelsize": 8,
    "legend.fontsize": 8,
    "legend.frameon": False,
    "legend.edgecolor": "white",
    "legend.fancybox": False,
    "lines.linewidth": 1.5,
    "lines.markersize": 5,
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "svg.fonttype": "path",
    "svg.hashsalt": "porcupine-landscapes",
    "path.simplify": True,
}

METADATA: dict[str, dict[str, Any]] = {
    "pdf": {"CreationDate": None, "ModDate": None},
    "svg": {"Date": None},
    "png": {"Software": None},
}


@contextmanager
def applied() -> Iterator[None]:
    """The style, whatever the user's own matplotlib settings are, for as long as the block lasts."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(cast(Any, RULES))
        yield


def new_figure(height: float, width: float = WIDTH) -> Figure:
    """An empty figure, sizes in inches, whose panels arrange themselves."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def save(figure: Figure, stem: Path, dpi: int) -> list[Path]:
    """Write `stem`.pdf, .svg and .png, each whole or not at all.

    Vector text is embedded in the PDF and turned into outlines in the SVG.
    """
    figure.draw_without_rendering()  # the panels are arranged once, the same for every format
    figure.set_layout_engine("none")
    paths = []
    for kind, metadata in METADATA.items():
        path = stem.with_name(f"{stem.name}.{kind}")
        drawn = io.BytesIO()
        figure.savefig(drawn, format=kind, dpi=dpi, metadata=metadata)
        write_bytes(path, drawn.getvalue())
        paths.append(path)
    return paths


def panel_title(axes: Axes, letter: str, text: str) -> None:
    """A panel's letter and title, at its left edge."""
    axes.set_title(f"{letter}  {text}")


def bare(axes: Axes) -> None:
    """Turn an axes into a blank sheet for a drawing, with equal scales."""
    axes.set_axis_off()
    axes.set_aspect("equal")
