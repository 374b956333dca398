"""Means of the ReLU over drawn numbers, beside the printed and the repaired value."""

import numpy as np

from verification.figures import style
from verification.figures.drawing import Data, Drawing, values


def mykey_means(data: Data) -> Drawing:
    """A mark a trial, and two lines."""
    group, printed = data.group("mykey_means"), float(data.printed("mean_of_a_relu"))
    trials, found = values(group, "trial"), values(group, "mean")
    figure = style.new_figure(2.6)
    axes = figure.subplots()
    axes.plot(trials, found, ls="none", label="drawn", **style.FRESH)
    axes.axhline(1 / np.sqrt(2 * np.pi), color=style.BLUE, label=r"$1/\sqrt{2\pi}$")
    axes.axhline(printed, color=style.INK, ls=(0, (4, 2)), label="printed")
    axes.set(xlabel="trial", ylabel="mean of the ReLU")
    axes.margins(y=0.2)
    axes.legend(loc="upper right", ncols=3)
    told = f"{len(found)} means over drawn standard normal numbers, from {found.min():.3f} to {found.max():.3f}"
    below = f"{np.sum(found < printed)} of them lie below the printed value, {printed:g}"
    return Drawing(figure, f"Lemma 1. {told}; {below}.", f"A mark for each of {told}; {below}.")
