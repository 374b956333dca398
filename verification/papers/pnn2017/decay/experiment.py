"""What the decay experiment measured, against the exponents, the tail of the spectrum and the nearest line's law."""

import numpy as np
from scipy.integrate import quad
from scipy.special import betainc, stdtrit

from verification.experiments.exponents import fitted_exponent, shift_of
from verification.methods import experiment
from verification.methods.experiment import Within

DATA = ("decay",)
LEVEL = 1e-8  # chance with which an interval misses: a hundred of them together, once in a million
OCTAVES = 3
FROM = {2: 8, 3: 16, 5: 64}  # lines from which octaves count: about the harmonics of degrees 0 to 4
ROOM = {2: 0.12, 3: 0.12, 5: 0.1}  # for what more lines still change in an exponent
MANY = 10  # inputs from which on the power law is out of reach


def groups(data):
    """The numbers of inputs and their groups."""
    return [(int(group.attributes["inputs"]), group) for group in data["decay"].groups.values()]


def half_width(group, error):
    """Half of a t interval over the draws."""
    return -stdtrit(len(group.axes["draw"].values) - 1, LEVEL / 2) * error


def exponents(data, name, power):
    """Fitted exponents over the last three octaves, in r + (power + 1)/2, where these begin late enough."""
    for inputs, group in groups(data):
        sizes, values = group.axes["lines"].values, group.arrays[name].values
        if sizes[-1] < 2**OCTAVES * FROM.get(inputs, np.inf):
            continue
        stated = power / (inputs - 1)
        found = fitted_exponent(sizes, values, shift_of(stated), OCTAVES)
        room = ROOM[inputs] + half_width(group, found.error)
        said = f"d = {inputs}, r = {sizes[-1] >> OCTAVES} to {sizes[-1]}, error {found.error:.3f}"
        yield Within(said, found.value, -stated - room, -stated + room)


@experiment.check(
    "ours.decay-in-lines",
    "random-lines",
    wrong={
        r"$\frac2{d - 1}$": {"power": 2.0},
        r"$\frac4{d - 1}$": {"power": 4.0},
        r"$\frac9{d - 1}$": {"power": 9.0},
        "the nearest line alone": {"names": ("nearest", "nearest")},
    },
)
def exponents_of_mean_errors(data, power=3.0, names=("mean", "least_risk")):
    r"""Exponents of the mean of $S(u)$ and of the exact least risks, against $-\frac3{d - 1}$, in the number of
    lines plus $\frac12 (\frac3{d - 1} + 1)$, which is what finite numbers change in the mean of a power of the
    nearest line's share."""
    for name in names:
        yield from (
            Within(f"{name}, {item.name}", item.value, item.low, item.high) for item in exponents(data, name, power)
        )


def mean_nearest(inputs, lines, sides=2.0):
    """E(1 - psi(cos theta)^2) for the angle theta to the nearest of random lines, by quadrature.

    A line lies within the angle t with probability I(sin(t)^2), the beta law of (d - 1)/2 and 1/2.
    """

    def integrand(t):
        kernel = 2 / np.pi * (np.sin(t) + (np.pi / 2 - t) * np.cos(t))
        slope = 4 / np.pi * kernel * (np.pi / 2 - t) * np.sin(t)
        return slope * (1 - sides / 2 * betainc((inputs - 1) / 2, 0.5, np.sin(t) ** 2)) ** lines

    middle = min(4 * lines ** (-1 / (inputs - 1)), np.pi / 2)
    return sum(quad(integrand, *ends, limit=200)[0] for ends in ((0, middle), (middle, np.pi / 2)))


@experiment.check(
    "ours.decay-in-lines",
    "nearest-line",
    wrong={
        "rays instead of lines": {"sides": 1.0},
        r"$\frac3{d - 1}$": {"power": 3.0},
        r"the exponent $\frac1{d - 1}$": {"power": 1.0},
    },
)
def errors_of_the_nearest_line(data, sides=2.0, power=2.0):
    """Mean errors of the nearest line against their exact means at each number of lines, within their intervals; and
    fitted exponents against those expected."""
    for inputs, group in groups(data):
        values = group.arrays["nearest"].values
        error = values.std(axis=0, ddof=1) / np.sqrt(len(values))
        for lines, found, half in zip(
            group.axes["lines"].values, values.mean(axis=0), half_width(group, error), strict=True
        ):
            exact = mean_nearest(inputs, int(lines), sides)
            yield Within(f"d = {inputs}, {lines} lines", found, exact - half, exact + half)
    yield from exponents(data, "nearest", power)


def over_the_tail(group, factor=1.0):
    """Mean of S over the tail of the spectrum, and its standard error, for each number of lines."""
    values = group.arrays["mean"].values / (factor * group.arrays["tail"].values)
    return values.mean(axis=0), values.std(axis=0, ddof=1) / np.sqrt(len(values))


@experiment.check(
    "ours.decay-in-lines",
    "ten-inputs",
    wrong={"twice the tail": {"factor": 2.0}, "a sixth of the tail": {"factor": 1 / 6}},
)
def many_inputs_over_the_tail(data, factor=1.0, most=6.0):
    """The mean of $S(u)$ over the tail for ten inputs and more: from 1 to 6, but for its interval."""
    for inputs, group in groups(data):
        if inputs >= MANY:
            for lines, ratio, error in zip(group.axes["lines"].values, *over_the_tail(group, factor), strict=True):
                half = half_width(group, error)
                yield Within(f"d = {inputs}, {lines} lines, error {error:.3f}", ratio, 1 - half, most + half)


@experiment.check(
    "ours.decay-lower-bound",
    "mean",
    wrong={"twice the tail": {"factor": 2.0}},
)
def random_lines_over_the_tail(data, factor=1.0):
    r"""The mean of $S(u)$ over the tail, at every number of inputs and lines: at least 1 but for its interval, and
    no more than $S \le 1$ allows."""
    for inputs, group in groups(data):
        most = 1 / group.arrays["tail"].values
        for lines, ratio, error, high in zip(
            group.axes["lines"].values, *over_the_tail(group, factor), most, strict=True
        ):
            yield Within(f"d = {inputs}, {lines} lines, error {error:.3f}", ratio, 1 - half_width(group, error), high)
