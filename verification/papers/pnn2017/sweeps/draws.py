"""The draws of the two sweeps as the checks read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from pnn import asymptotics
from pnn.store import Group
from verification.experiments.fits import Estimate
from verification.methods.experiment import NoVerdict, Within

LEVEL = 1e-8  # chance with which an interval misses the truth: a hundred of them together, once in a million
REMAINDER = 20.0  # times lines per input, over d^2: what a mean norm is off its value at finite size, at most


@dataclass(frozen=True)
class ByLines:
    """A pair of inputs and target lines: arrays (sizes, draws) over numbers of lines."""

    name: str
    inputs: int
    lines: np.ndarray
    arrays: Mapping[str, np.ndarray]

    @property
    def draws(self) -> int:
        """Number of draws."""
        return self.arrays["norm"].shape[1]

    def late(self, octaves: int) -> np.ndarray:
        """Which sizes are at most so many octaves below the largest."""
        return self.lines >= self.lines.max() / 2**octaves


@dataclass(frozen=True)
class ByInputs:
    """A number of lines for each input and a ratio of target lines to lines: arrays over all draws, (draws,)."""

    gamma: int
    ratio: float
    inputs: np.ndarray
    target_lines: np.ndarray
    arrays: Mapping[str, np.ndarray]

    @property
    def name(self) -> str:
        return f"gamma {self.gamma}, rho {self.ratio:g}"

    @property
    def ratios(self) -> np.ndarray:
        """Target lines over lines as rounding has left them."""
        return self.target_lines / (self.gamma * self.inputs)

    @property
    def finite(self) -> np.ndarray:
        """Theorem 11's norm at finite size."""
        rows = zip(self.inputs, self.target_lines, strict=True)
        return np.array([asymptotics.theorem_11_finite(int(d), self.gamma * int(d), int(m)) for d, m in rows])

    @property
    def deviation(self) -> np.ndarray:
        """The standard deviation that is predicted."""
        rows = zip(self.inputs, self.ratios, strict=True)
        return np.array([asymptotics.theorem_11_deviation(d, ratio) for d, ratio in rows])

    def where(self, chosen: np.ndarray) -> ByInputs:
        """Some of the draws."""
        arrays = {name: values[chosen] for name, values in self.arrays.items()}
        return ByInputs(self.gamma, self.ratio, self.inputs[chosen], self.target_lines[chosen], arrays)


def _whole(sweep: Group) -> dict[str, Group]:
    """The groups of a sweep; raises NoVerdict where there is none or one has an entry that is not finite."""
    for name, group in sweep.groups.items():
        for key, array in group.arrays.items():
            if not np.isfinite(array.values).all():
                raise NoVerdict(f"{name}: {key} is not finite everywhere")
    if not sweep.groups:
        raise NoVerdict("nothing was drawn")
    return sweep.groups


def by_lines(data: Mapping[str, Group]) -> list[ByLines]:
    """All groups of the sweep over numbers of lines; raises NoVerdict as `_whole` does."""
    return [
        ByLines(
            name,
            int(group.attributes["inputs"]),
            group.axes["lines"].values,
            {key: array.values for key, array in group.arrays.items()},
        )
        for name, group in _whole(data["schur_by_lines"]).items()
    ]


def by_inputs(data: Mapping[str, Group]) -> list[ByInputs]:
    """All ratios at all numbers of lines for each input; raises NoVerdict as `_whole` does."""
    groups = sorted(_whole(data["schur_by_inputs"]).values(), key=lambda group: int(group.attributes["inputs"]))
    gammas = sorted({_gamma(group) for group in groups})
    return [
        _joined(gamma, float(ratio), row, [group for group in groups if _gamma(group) == gamma])
        for gamma in gammas
        for row, ratio in enumerate(next(g for g in groups if _gamma(g) == gamma).axes["ratio"].values)
    ]


def _gamma(group: Group) -> int:
    return int(group.attributes["lines"]) // int(group.attributes["inputs"])


def _joined(gamma: int, ratio: float, row: int, groups: list[Group]) -> ByInputs:
    draws = [group.arrays["norm"].values.shape[1] for group in groups]
    names = [name for name in groups[0].arrays if name != "target_lines"]
    return ByInputs(
        gamma,
        ratio,
        np.repeat([int(group.attributes["inputs"]) for group in groups], draws),
        np.repeat([int(group.arrays["target_lines"].values[row]) for group in groups], draws),
        {name: np.concatenate([group.arrays[name].values[row] for group in groups]) for name in names},
    )


def at(name: str, found: Estimate, expected: float, room: float = 0.0) -> Within:
    """An estimate against what is expected up to `room`, within the half-width of its interval."""
    half = found.half + room
    return Within(name, found.value, expected - half, expected + half)
