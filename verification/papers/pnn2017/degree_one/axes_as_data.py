"""Minima of networks whose neurons see one input each as data for anybody's program."""

from collections.abc import Sequence
from fractions import Fraction

from sympy import Rational

from verification.certificates import Network, gaussian_minimum, no_minimum
from verification.inequalities import inequalities
from verification.papers.pnn2017.degree_one.certificates import kappa

SMALL = Fraction(1, 4)  # a weight that is given beside one that is sought
MASSES = (6, 4, 1, 2), (1, 2, 3, 1), (3, 1, 2, 2, 1, 1)  # of either sign, input by input
BOTH_SIGNS_ON_INPUT_2 = ((0, "+"), (0, SMALL), (1, "+"), (1, "-"))


def axes(inputs: int) -> list[tuple[int, ...]]:
    """The directions of the inputs."""
    return [tuple(int(i == j) for j in range(inputs)) for i in range(inputs)]


def neurons(masses: Sequence[int]) -> list[tuple[int, int]]:
    """A positive and a negative neuron for each input, by its number."""
    return [(k // 2, mass if k % 2 == 0 else -mass) for k, mass in enumerate(masses)]


def minimum(masses: Sequence[int], network: Network, kind: str = "local", others: Sequence[Network] = ()) -> dict:
    """A network on the axes, for a target with these masses."""
    lines = axes(len(masses) // 2)
    target = [(lines[k], weight) for k, weight in neurons(masses)]
    return gaussian_minimum(lines, target, network, kind, others)


def every_input_mixed() -> list[dict]:
    """Both signs on every input: all slopes vanish at the least risk."""
    found = []
    for masses in MASSES:
        both = [(k, sign) for k in range(len(masses) // 2) for sign in "+-"]
        found.append(minimum(masses, both, "global"))
    return found


def zero_beside_both_signs() -> list[dict]:
    """The same with a zero weight on input 1."""
    found = []
    for masses in MASSES:
        both = [(k, sign) for k in range(len(masses) // 2) for sign in "+-"]
        found.append(minimum(masses, [*both, (0, 0)], "global"))
    return found


def bad_minimum(masses: Sequence[int]) -> dict:
    """Positive weights on input 1 and both signs on input 2; and the target itself, of risk 0."""
    return minimum(masses, BOTH_SIGNS_ON_INPUT_2, others=[neurons(masses)])


def one_signed_input() -> list[dict]:
    """Bad minima, and that their risks are kappa N*^2 / (1 + kappa) up to the digits that are told."""
    found = []
    for masses in MASSES[:2]:
        made = bad_minimum(masses)
        low, high = map(Rational, made["data"]["risk"])
        value, what = kappa(2) / (1 + kappa(2)) * masses[1] ** 2, f"kappa N*^2 / (1 + kappa), N* = {masses[1]}"
        found += [made, inequalities((what, value, ">", low), (what, value, "<", high))]
    return found


def equal_masses() -> dict:
    """A target with one weight of either sign on both inputs."""
    return bad_minimum((1, 1, 1, 1))


def one_input() -> list[dict]:
    """Three positive weights with one input, for targets of both signs: half the square of the negative mass."""
    networks = [(0, "+"), (0, SMALL), (0, SMALL)]
    return [minimum(masses, networks, others=[[*neurons(masses), (0, 0)]]) for masses in ((2, 1), (3, 7), (5, 5))]


def region_without_minimizer() -> dict:
    """The target's masses (1, 10) and (1, 1): none with positive weights on input 1 and both signs on input 2."""
    lines = axes(2)
    target = [(lines[k], weight) for k, weight in neurons((1, 10, 1, 1))]
    return no_minimum(lines, target, [(0, "+"), (1, "+"), (1, "-")])
