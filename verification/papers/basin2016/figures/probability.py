"""The probability of a good basin against the width of the network: exact, simulated, printed; Theorems 2 to 5."""

from __future__ import annotations

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values

PANELS = (
    ("singletons", "a", "Theorem 2: singleton data"),
    ("teachers", "b", "Theorem 3: a teacher of low rank"),
    ("full_rank", "c", "Theorem 4: independent samples"),
    ("clusters", "d", "Theorem 5: clusters"),
)


def basin_probability(data: Data) -> Drawing:
    """Four panels, one a theorem."""
    root = data.group("basin_probability")
    draws, solved = (int(root.attributes[name]) for name in ("draws", "solved"))
    figure = style.new_figure(5.6)
    panels = figure.subplots(2, 2).ravel()
    for axes, (name, letter, title) in zip(panels, PANELS, strict=True):
        style.panel_title(axes, letter, title)
        _panel(axes, data.group("basin_probability", name), draws, solved)
        if name == "teachers":
            _doubling(axes, values(data.group("basin_probability", name), "width"))
    _legend(figure, panels)
    return Drawing(figure, _caption(data, draws, solved), _alt(data, draws))


def _doubling(axes: Axes, widths: np.ndarray) -> None:
    """A logarithmic axis of widths that double, every second one named."""
    axes.set_xscale("log")
    axes.set_xticks(widths[::2], [str(width) for width in widths[::2]])
    axes.xaxis.set_minor_locator(NullLocator())


def _panel(axes: Axes, group: Group, draws: int, solved: int) -> None:
    widths, curve = values(group, "width"), values(group, "neurons")
    axes.plot(curve, values(group, "exact"), color=style.BLUE, label="exact chance of the event")
    axes.plot(curve, _positive(group, "printed"), color=style.INK, ls=(0, (5, 2)), label="printed bound")
    if np.isfinite(values(group, "ours")).any():
        axes.plot(curve, _positive(group, "ours"), color=style.GREEN, ls=(0, (1, 1.2)), label="our bound")
    look = {"color": style.BLUE, "marker": "o", "mfc": "white", "ms": 3.5, "zorder": 4}
    _frequencies(axes, widths, values(group, "event"), draws, "event in random draws", **look)
    look = {"color": style.VERMILION, "marker": "s", "ms": 6, "zorder": 3}
    _frequencies(axes, widths, values(group, "solved_good"), solved, "good basin, solved", **look)
    axes.set(ylim=(-0.03, 1.05), xlabel="neurons", ylabel="probability")


def _positive(group: Group, name: str) -> np.ndarray:
    """A bound where it says something; NaN elsewhere."""
    bound = values(group, name)
    return np.where(np.nan_to_num(bound, nan=-1.0) > 0, bound, np.nan)


def _frequencies(axes: Axes, widths: np.ndarray, counts: np.ndarray, trials: int, label: str, **look) -> None:
    """Frequencies with whiskers."""
    errors = whiskers.of_shares(counts, trials)
    axes.errorbar(widths, counts / trials, errors, ls="none", lw=1.0, capsize=2.5, label=label, **look)


def _legend(figure, panels) -> None:
    """One legend for all panels, each label once."""
    found: dict[str, Artist] = {}
    for axes in panels:
        found |= {label: handle for handle, label in zip(*axes.get_legend_handles_labels(), strict=True)}
    figure.legend(found.values(), found.keys(), loc="outside lower center", ncols=3)


def _useful(group: Group) -> int | None:
    """The least width at which the printed bound is positive."""
    useful = values(group, "neurons")[np.isfinite(_positive(group, "printed"))]
    return int(useful[0]) if useful.size else None


def _caption(data: Data, draws: int, solved: int) -> str:
    groups = {name: data.group("basin_probability", name) for name, *_ in PANELS}
    teacher, cluster = (groups[name].attributes["good"] for name in ("teachers", "clusters"))
    disagreeing = sum(int(values(group, "disagreeing").sum()) for group in groups.values())
    tried = sum(len(values(group, "width")) for group in groups.values()) * solved
    return (
        "Theorems 2 to 5. The probability that the basin of a random start is good, against the width: exact, printed, "
        f"and in {draws} random draws of each width, for {solved} of which the basin was solved as a convex program. "
        "A bound below zero is not drawn. (a) Ten samples on the sides of five coordinates; (c) five independent "
        "samples in six inputs; in both a basin is good, and holds the optimum, exactly if every sample is covered. "
        f"(b) The outputs of one teacher neuron on samples of rank 2: good is a loss of at most {teacher:.2g}, for "
        "which it is enough that some neuron is near the teacher's; (d) two clusters: good is the explicit bound "
        f"{cluster:.2g}, for which it is enough that both are served. In (b) and (d) the events are sufficient only. "
        f"Event and basin contradict each other in {disagreeing} of {tried} solved draws. {whiskers.TOLD}"
    )


def _alt(data: Data, draws: int) -> str:
    told = []
    for name, letter, title in PANELS:
        group = data.group("basin_probability", name)
        useful = _useful(group)
        bound = f"printed bound positive from {useful} neurons on" if useful else "printed bound nowhere positive"
        exact, widths = values(group, "exact"), values(group, "neurons")
        told.append(
            f"({letter}) {title}: the exact chance rises from {exact[0]:.2f} at {widths[0]} neurons to "
            f"{exact[-1]:.3f} at {widths[-1]}, {bound}"
        )
    return f"Four panels of rising curves, with frequencies of {draws} draws on the exact ones. {'; '.join(told)}."
