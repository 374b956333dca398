"""The closed spectrum against integrals, its order and the cap, in balls."""

import itertools

from flint import arb, fmpq

from pnn.spectrum import multiplicity
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.diversity2017 import eigenvalues_as_data
from verification.papers.diversity2017.eigenvalues import certificates as leaving
from verification.papers.diversity2017.funk_hecke import by_funk_hecke, gamma, integral_of_step, kappa

INPUTS = (2, 3, 4, 5, 15, 100, 1500)
EVEN = (0, 2, 4, 6, 8, 12)
QUARTER = fmpq(1, 4)


@leaves(leaving.step, whole=False)
@certified.check(
    "ours.eigenvalues",
    "step",
    wrong={
        "degree 1 for $q$": {"of": lambda d, q: kappa(d, 1)},
        "not the root": {"of": lambda d, q: kappa(d, q) ** 2},
        "as at odd degrees": {"even": 1},
    },
)
def step_against_integrals(of=kappa, even=0):
    r"""The square of the step's eigenvalue, integrated, less $\kappa(q)$ at $q = 3, 5, 9$, and less 0 at $q = 2, 6$, in
    seven dimensions up to 1,500.
    """
    for inputs in INPUTS:
        for degree in (3, 5, 9):
            found = integral_of_step(inputs, degree) ** 2
            yield Agreement(f"odd, d = {inputs}, degree {degree}", found - of(inputs, degree))
        for degree in (2, 6):
            found = integral_of_step(inputs, degree) ** 2
            yield Agreement(f"even, d = {inputs}, degree {degree}", found - even * kappa(inputs, degree))


@leaves(leaving.kernel, whole=False)
@certified.check(
    "ours.eigenvalues",
    "kernel",
    wrong={"not squared": {"power": fmpq(1, 2)}, "a degree less": {"less": 2}},
)
def kernel_against_integrals(power=1, less=0):
    r"""The eigenvalue of $k$, integrated, less $\kappa(q)$, at $q = 3, 5, 9$ in seven dimensions up to 1,500."""
    for inputs in INPUTS:
        for degree in (3, 5, 9):
            found = by_funk_hecke(inputs, degree, linear=False)
            yield Agreement(f"d = {inputs}, degree {degree}", found - kappa(inputs, degree - less) ** arb(power))


@leaves(leaving.activation, whole=False)
@certified.check(
    "ours.eigenvalues",
    "activation",
    wrong={
        r"$\frac{1}{2 d}$ at degree 1": {"twice": 2},
        "degrees raised by 2": {"further": 2},
        r"$\frac1d$ at odd ones": {"odd": 1},
    },
)
def closed_form_against_integrals(twice=1, further=0, odd=0):
    """The eigenvalue of $g$, integrated, less the closed form, at $q = 0, 1, 2, 4, 6, 8, 12$, and less 0 at $q = 3, 7$,
    in seven dimensions up to 1,500.
    """
    for inputs in INPUTS:
        for degree in EVEN:
            claimed = gamma(inputs, degree + further)
            yield Agreement(f"even, d = {inputs}, degree {degree}", by_funk_hecke(inputs, degree) - claimed)
        yield Agreement(f"first, d = {inputs}", by_funk_hecke(inputs, 1) - twice * gamma(inputs, 1))
        for degree in (3, 7):
            vanishing = by_funk_hecke(inputs, degree) - arb(fmpq(odd, inputs))
            yield Agreement(f"odd, d = {inputs}, degree {degree}", vanishing)


@leaves(eigenvalues_as_data.partial_sums)
@certified.check(
    "ours.eigenvalues",
    "trace",
    wrong={r"$\frac15$": {"share": fmpq(1, 5)}, r"$\frac13$": {"share": fmpq(1, 3)}},
)
def partial_sums(share=QUARTER):
    r"""$\frac14 - \sum N(q) \gamma(q)$ over even $q \le 60$ is positive and less than 0.05, for $d = 2, 3, 4$."""
    for inputs in (2, 3, 4):
        total = sum((multiplicity(inputs, degree) * gamma(inputs, degree) for degree in range(0, 61, 2)), arb(0))
        yield Positive(f"rest, d = {inputs}", arb(share) - total)
        yield Positive(f"of the rest less than 0.05, d = {inputs}", total - arb(share) + fmpq(1, 20))


@leaves(eigenvalues_as_data.order)
@certified.check(
    "ours.spectrum-order",
    "order",
    wrong={"degree 0 first": {"first": (0, 1)}, "falling by half": {"factor": 2}},
)
def differences_in_order(first=(1, 0), factor=1):
    r"""Each of $\gamma(1), \gamma(0), \gamma(2), \gamma(4), \gamma(6), \gamma(8)$ less the next, in ten dimensions up
    to 1,500.
    """
    for inputs in (*INPUTS, 50, 7, 8):
        values = [gamma(inputs, degree) for degree in (*first, 2, 4, 6, 8)]
        for index, (value, following) in enumerate(itertools.pairwise(values)):
            name = "first two" if index == 0 else f"step {index}"
            yield Positive(f"{name}, d = {inputs}", value - factor * following)


@leaves(eigenvalues_as_data.degree_zero)
@certified.check(
    "ours.spectrum-order",
    "degree-zero",
    wrong={"$2 d$ for $2 d - 1$": {"less": 0}, "$2 d + 1$": {"less": -1}},
)
def degree_zero_below_its_bound(less=1):
    r"""$\frac{1}{\pi (2 d - 1)} - \gamma(0)$ in ten dimensions up to 1,500."""
    for inputs in (*INPUTS, 50, 7, 8):
        yield Positive(f"d = {inputs}", 1 / (arb.pi() * (2 * inputs - less)) - kappa(inputs, 1))


def ends(inputs, last):
    """m and gamma_m at the ends of steps."""
    many = 0
    for degree in (1, 0, *range(2, last + 1, 2)):
        many += multiplicity(inputs, degree)
        yield degree, many, gamma(inputs, degree)


@leaves(eigenvalues_as_data.plane)
@certified.check(
    "ours.m-gamma-cap",
    "plane",
    wrong={r"$\frac14$": {"cap": QUARTER}, r"$\frac{3}{10}$": {"cap": fmpq(3, 10)}},
)
def ends_of_steps_in_the_plane(cap=None):
    r"""$\frac{3}{\pi^2} - m \gamma_m$ at the last $m$ of each eigenvalue of the plane up to degree 200, $m \le 203$; at
    $m = 3$ it is 0.
    """
    claimed = arb(cap) if cap else 3 / arb.pi() ** 2
    for degree, many, value in ends(2, 200):
        if degree == 0:
            yield Agreement("at m = 3", claimed - many * value)
        else:
            yield Positive(f"end of a step, m = {many}", claimed - many * value)


@leaves(eigenvalues_as_data.space)
@certified.check(
    "ours.m-gamma-cap",
    "space",
    wrong={"a fifth": {"cap": fmpq(1, 5)}, "an eighth": {"cap": fmpq(1, 8)}},
)
def ends_of_steps_in_space(cap=QUARTER):
    r"""$\frac14 - m \gamma_m$ at the last $m$ of each eigenvalue up to degree 8, for seven $d$ from 3 to 1,500: 0 at
    $m = d$, positive after it, but for 0 at $m = 4$ in three inputs.
    """
    for inputs in (3, 4, 5, 15, 50, 100, 1500):
        for degree, many, value in ends(inputs, 8):
            rest = arb(cap) - many * value
            if degree == 1 or (inputs, degree) == (3, 0):
                yield Agreement(f"m = {many}, d = {inputs}", rest)
            else:
                yield Positive(f"end of a step, m = {many}, d = {inputs}", rest)
