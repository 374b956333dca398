"""Figure 8: the Schur value of random lines as their number grows, that of the nearest lines, and the least for any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import LogLocator, NullFormatter

from pnn.nearest_lines import mean_error
from pnn.spectrum import tail
from pnn.store import Group
from verification.experiments.fits import Estimate, exponents, mean
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, MissingData, values

LOOKS: tuple[dict[str, Any], ...] = (
    {"color": style.BLUE, "marker": "o"},
    {"color": style.VERMILION, "marker": "s"},
    {"color": style.GREEN, "marker": "^"},
    {"color": style.INK, "marker": "D"},
    {"color": style.PURPLE, "marker": "v"},
    {"color": style.ORANGE, "marker": "P"},
)
DASHES = ((0, (5, 1.5)), (0, (1, 1.2)), (0, (5, 1.5, 1, 1.5)), (0, (2, 1)), (0, (8, 2)), (0, (3, 1, 1, 1, 1, 1)))
COLUMNS = {"norm": "norm", "norm of the nearest": "joint_norm", "mean": "mean", "nearest": "nearest_mean"}
NAMES = {
    "norm": "all lines",
    "joint_norm": "nearest lines together",
    "mean": "all lines",
    "nearest_mean": "nearest line alone",
}
FINE = 300  # points of a curve
OCTAVES = 3  # over which exponents are fitted, up to the largest number of lines


@dataclass(frozen=True)
class Net:
    """A pair of inputs and target lines: arrays (sizes, draws) over numbers of lines, of a short or a long sweep."""

    group: Group
    look: dict[str, Any]
    dash: Any
    long: bool

    @property
    def inputs(self) -> int:
        return int(self.group.attributes["inputs"])

    @property
    def label(self) -> str:
        return f"$d={self.inputs}$, $r^*={self.group.attributes['target_lines']}$"

    @property
    def told(self) -> str:
        return f"d = {self.inputs}, r* = {self.group.attributes['target_lines']}"

    @property
    def lines(self) -> np.ndarray:
        return values(self.group, "lines")

    def exponent(self, name: str) -> Estimate:
        """The exponent of an array over the last octaves, with the 95% interval over its draws."""
        late = self.lines >= self.lines.max() / 2**OCTAVES
        return mean(exponents(self.lines[late], values(self.group, name)[late]))


def figure_8(data: Data) -> Drawing:
    """Norms with the bound for every choice of lines, and mean errors: of all lines and of the nearest."""
    nets = _nets(data)
    figure = style.new_figure(5.6)
    panels = figure.subplot_mosaic("ab;cc", height_ratios=[3, 0.42 + 0.17 * len(nets)])
    _norms(panels["a"], nets)
    _means(panels["b"], nets)
    _table(panels["c"], nets)
    handles = [_handle(net) for net in nets if not net.long]
    figure.legend(handles=handles, loc="outside upper center", ncols=4, handlelength=3.6)
    exponents_told = "; ".join(_told_exponents(net) for net in nets)
    caption = (
        f"Figure 8. Random lines and target lines, at sizes of ours (the paper's are lost): {_told_sizes(nets)}. "
        "(a) The spectral norm of the Schur complement, equation (6.6), of all r lines, filled marks, and of the "
        "target lines' nearest lines alone, all of them together, open marks. Without marks, in the pair's dashes of "
        "the legend, the bound for every choice of lines: the sum of the kernel's eigenvalues beyond the r largest, "
        "below which the mean norm lies for no choice of r lines. (b) The mean of the diagonal of the complement of "
        "all lines and, open marks, the error that is left when each target line is replaced by its nearest line "
        "with the best factor; thin curves, the exact mean of that error. Four "
        "times the lower bound of the risk of a target with masses of length 1 is at most the norm, and networks need "
        f"not attain it. (c) Exponents of r fitted over the last {OCTAVES} octaves, with 95% intervals, and those of "
        "the bound at the same lines. In the end the bound falls like r to the power −3/(d − 1), the error of nearest "
        f"lines to the power −2/(d − 1). The bound falls in steps, flat from where the lines are as many as the "
        f"harmonics up to a degree and steep before, so that over {OCTAVES} octaves its exponent is that of the step "
        f"there. {whiskers.TOLD}"
    )
    alt = (
        "Left: on logarithmic scales the norm against the number of lines for every pair, filled marks joined by "
        "lines, above them open ones for the nearest lines, which fall less; each with a curve of its colour without "
        "marks, the bound, that has kinks where the lines are as many as the harmonics up to a degree. Right: filled "
        "marks for the mean of the diagonal, open ones on thin curves for the error of "
        f"nearest lines. Below, a table of exponents. {exponents_told}."
    )
    return Drawing(figure, caption, alt)


def _nets(data: Data) -> list[Net]:
    groups = data.group("schur_by_lines").groups
    short = sorted(name for name in groups if name.startswith("short"))
    if not short:
        raise MissingData("schur_by_lines.h5 has no group of a short sweep")
    short.sort(key=lambda name: groups[name].attributes["inputs"])
    looks = {name.split("-", 1)[1]: LOOKS[i % len(LOOKS)] for i, name in enumerate(short)}
    long = [name for name in groups if name.startswith("long")]
    dashes = {name.split("-", 1)[1]: DASHES[i % len(DASHES)] for i, name in enumerate(short)}
    spare: dict[str, Any] = {"color": style.FAINT, "marker": "x"}

    def net(name: str, far: bool) -> Net:
        pair = name.split("-", 1)[1]
        return Net(groups[name], looks.get(pair, spare), dashes.get(pair, "-"), far)

    return [net(name, False) for name in short] + [net(name, True) for name in long]


def _handle(net: Net) -> Line2D:
    return Line2D([], [], label=net.label, ls=net.dash, lw=1.0, ms=4.5, **net.look)


def _shown(net: Net, nets: list[Net]) -> np.ndarray:
    """Sizes to draw: of a long sweep those beyond the short one's."""
    reach = max((other.lines.max() for other in nets if not other.long and other.inputs == net.inputs), default=0)
    return net.lines > (reach if net.long else 0)


def _points(axes: Axes, net: Net, name: str, shown: np.ndarray, **look: Any) -> None:
    drawn = values(net.group, name)[shown]
    found = [mean(row) if row.size > 1 else Estimate(float(row[0]), 0.0) for row in drawn]
    middle, half = (np.array([getattr(one, key) for one in found]) for key in ("value", "half"))
    label = f"_{NAMES[name]}, {_reach(net)}"
    axes.errorbar(net.lines[shown], middle, half, lw=0.9, ms=3.6, zorder=3, label=label, **{**net.look, **look})


def _norms(axes: Axes, nets: list[Net]) -> None:
    style.panel_title(axes, "a", "spectral norm")
    for net in nets:
        shown = _shown(net, nets)
        _points(axes, net, "norm", shown, ls="-")
        _points(axes, net, "joint_norm", shown, ls=":", mfc="white", mew=0.8)
    for net in {net.told: net for net in nets}.values():  # the long sweep of a pair where there is one
        every = np.unique(np.geomspace(net.lines[0], net.lines[-1], FINE).round().astype(int))
        axes.plot(
            every,
            tail(net.inputs, every),
            color=net.look["color"],
            lw=1.1,
            ls=net.dash,
            label=f"_bound for every choice, {net.told}",
        )
    axes.plot([], [], color=style.INK, marker="o", ms=3.6, lw=0.9, label="all lines")
    axes.plot([], [], color=style.INK, marker="o", mfc="white", ms=3.6, ls=":", lw=0.9, label="nearest lines together")
    _log(axes, r"$\Vert \psi_{22}-\psi_{21}\psi_{11}^{-1}\psi_{12} \Vert$")
    axes.legend(loc="lower left")


def _means(axes: Axes, nets: list[Net]) -> None:
    style.panel_title(axes, "b", "mean over target lines")
    for net in nets:
        shown = _shown(net, nets)
        _points(axes, net, "mean", shown, ls="-")
        _points(axes, net, "nearest_mean", shown, ls="none", mfc="white", mew=0.8)
        exact = mean_error(net.inputs, net.lines[shown])
        axes.plot(
            net.lines[shown], exact, color=net.look["color"], lw=0.8, label=f"_nearest line, exact, {_reach(net)}"
        )
    axes.plot([], [], color=style.INK, marker="o", ms=3.6, lw=0.9, label="all lines")
    axes.plot([], [], color=style.INK, marker="o", mfc="white", ms=3.6, lw=0.8, label="nearest line alone")
    _log(axes, "mean error of one target line")
    axes.legend(loc="lower left")


def _log(axes: Axes, label: str) -> None:
    axes.set(xscale="log", yscale="log", xlabel="number of lines $r$", ylabel=label)
    axes.yaxis.set_major_locator(LogLocator(numticks=8))
    axes.yaxis.set_minor_formatter(NullFormatter())


def _told_sizes(nets: list[Net]) -> str:
    """How many draws there are of the pairs, and how far they go."""
    short = next(net for net in nets if not net.long)
    told = [f"{values(short.group, 'norm').shape[1]} draws of each pair up to {short.lines.max():,} lines"]
    long = [net for net in nets if net.long]
    told += [f"{values(net.group, 'norm').shape[1]} of {net.told} up to {net.lines.max():,}" for net in long]
    return ", ".join(told)


def _reach(net: Net) -> str:
    return f"{net.told}{f' up to {net.lines.max():,} lines' if net.long else ''}"


def _exponents(net: Net) -> list[str] | None:
    """Exponents of the arrays with their intervals, and the bound's; None for a single draw."""
    if values(net.group, "norm").shape[1] < 2:
        return None
    late = net.lines >= net.lines.max() / 2**OCTAVES
    bound = exponents(net.lines[late], tail(net.inputs, net.lines[late]))
    found = [net.exponent(key) for key in COLUMNS.values()]
    halves = [np.ceil(1000 * one.half) / 1000 for one in found]  # not less than they are
    told = [f"{one.value:.3f} ± {half:.3f}" for one, half in zip(found, halves, strict=True)]
    return [whiskers.number(text) for text in (*told, f"{bound:.3f}")]


def _table(axes: Axes, nets: list[Net]) -> None:
    style.panel_title(axes, "c", f"exponents of $r$ over the last {OCTAVES} octaves")
    heads = ["", "norm", "norm, nearest", "mean", "mean, nearest", "bound", "−3/(d−1)", "−2/(d−1)"]
    rows = []
    for net in nets:
        limits = [whiskers.number(f"{-power / (net.inputs - 1):.3f}") for power in (3, 2)]
        name = _reach(net).replace(" up to", ", to").replace(" lines", "")
        rows.append([name, *(_exponents(net) or ["one draw", *["–"] * 4]), *limits])
    axes.set_axis_off()
    look: dict[str, Any] = {"edges": "horizontal", "cellLoc": "right", "bbox": (-0.1, 0, 1.1, 1)}
    table = axes.table(rows, colLabels=heads, colWidths=[0.22, *[0.135] * 4, *[0.08] * 3], **look)
    table.auto_set_font_size(False)
    table.set_fontsize(6.5)
    table.set_in_layout(False)  # it begins further left than the panels
    for cell in table.get_celld().values():
        cell.set(linewidth=0.4, edgecolor=style.FAINT)


def _told_exponents(net: Net) -> str:
    found = _exponents(net)
    if found is None:
        return f"{_reach(net)}, one draw"
    return (
        f"{_reach(net)}, {', '.join(f'{name} {told}' for name, told in zip([*COLUMNS, 'bound'], found, strict=True))}"
    )
