"""Figure 6: the kernel psi and its bounds."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values

TICKS = (-1, -0.5, 0, 0.5, 1)


def figure_6(data: Data) -> Drawing:
    """psi between its bounds, and how far each bound is from it."""
    group = data.group("figure_data", "kernel")
    figure = style.new_figure(3.1)
    left, right = figure.subplots(1, 2, width_ratios=[1.15, 1])
    _curves(left, group)
    _gaps(right, group)
    caption = (
        "Figure 6. (a) The kernel ψ(ρ) = E|u·x||v·x| of unit vectors u, v at correlation ρ, x ~ N(0, I), "
        "lies above |ρ| and between two parabolas in ρ. (b) Distance of each bound from ψ: the parabolas "
        "touch it at ρ = 0, the upper one and |ρ| at ρ = ±1, near which |ρ| is the better lower bound."
    )
    alt = (
        "Left: psi is a convex, even curve from 2 over pi at 0 to 1 at plus and minus 1, inside a narrow "
        "band between its parabolic bounds and above the V of the absolute value. Right: the gaps to the "
        "three bounds against rho."
    )
    return Drawing(figure, caption, alt)


def _curves(axes: Axes, group: Group) -> None:
    rho, psi, absolute, lower, upper = (values(group, n) for n in ("rho", "psi", "absolute", "lower", "upper"))
    style.panel_title(axes, "a", "the kernel and its bounds")
    axes.fill_between(
        rho, np.maximum(lower, absolute), upper, color=style.SKY, alpha=0.35, lw=0, label="_between the bounds"
    )
    axes.plot(rho, upper, color=style.VERMILION, ls=(0, (5, 2)), lw=1.2, label=r"$2/\pi+(1-2/\pi)\,\rho^2$")
    axes.plot(rho, psi, color=style.INK, lw=2.0, label=r"$\psi(\rho)$")
    axes.plot(rho, lower, color=style.BLUE, ls=(0, (1, 1.2)), lw=1.4, label=r"$2/\pi+\rho^2/\pi$")
    axes.plot(rho, absolute, color=style.GREEN, ls=(0, (6, 1.5, 1, 1.5)), lw=1.2, label=r"$|\rho|$")
    axes.set(xlabel=r"correlation $\rho$", ylabel="value", xlim=(-1, 1), ylim=(0, 1.06), xticks=TICKS)
    axes.legend(loc="upper center")


def _gaps(axes: Axes, group: Group) -> None:
    rho, psi, absolute, lower, upper = (values(group, n) for n in ("rho", "psi", "absolute", "lower", "upper"))
    style.panel_title(axes, "b", "distance from the kernel")
    axes.plot(rho, upper - psi, color=style.VERMILION, ls=(0, (5, 2)), label=r"upper bound $-\;\psi$")
    axes.plot(rho, psi - lower, color=style.BLUE, ls=(0, (1, 1.2)), lw=1.7, label=r"$\psi\;-$ parabola below")
    axes.plot(rho, psi - absolute, color=style.GREEN, ls=(0, (6, 1.5, 1, 1.5)), label=r"$\psi-|\rho|$")
    axes.set(xlabel=r"correlation $\rho$", ylabel="gap", xlim=(-1, 1), ylim=(0, 0.1), xticks=TICKS)
    axes.legend(loc="upper center")
