"""Theorem 3 in float64: caps by quadrature, and the basins of starts whose neurons are near their teachers."""

import numpy as np
from scipy.integrate import quad

from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.basin2016.mathematics.basin import basin_value
from verification.papers.basin2016.mathematics.near_neurons import Teacher, near_probability
from verification.papers.basin2016.mathematics.random_starts import exactly_spanned

SAMPLES = 80


@numerical.check(
    "basin.theorem-3",
    "cap",
    wrong={"without the output sign": {"share": 1.0}, "one rank more": {"deeper": 1}},
)
def caps_by_quadrature(rng, instances, share=0.5, deeper=0):
    r"""The library's chance against half the integral of $\sin^{r-2}$ over the cap, over that up to $\pi$; ranks 2 to
    12, angles from 0.3 to $\pi$.
    """
    found, wanted = [], []
    for _ in range(max(20, instances // 5)):
        rank, angle = int(rng.integers(2, 13)), rng.uniform(0.3, np.pi)
        part, whole = (quad(lambda t, r=rank: np.sin(t) ** (r - 2), 0, end)[0] for end in (angle, np.pi))
        found.append(near_probability(Teacher(1, rank + deeper), (2 * np.sin(angle / 2)) ** 2))
        wanted.append(share * part / whole)
    yield Same("chance", found, wanted, 1e-7)


def near_start(rng, teachers, rank, reach):
    """Unit samples of a rank, a teacher's outputs on them, and a start with one near neuron for each of its neurons: in
    the samples' span at nine tenths of the angle or more, outside it at random."""
    inside = rng.standard_normal((SAMPLES, rank))
    rows, basis = exactly_spanned(inside / np.linalg.norm(inside, axis=1, keepdims=True))
    weights = rng.standard_normal((teachers, len(basis)))
    inside = weights @ basis
    outputs = rng.choice([-1.0, 1.0], teachers) / np.linalg.norm(inside, axis=1)
    angle = 2 * np.arcsin(reach / 2) * rng.uniform(0.9, 1, (teachers, 1))
    units = inside / np.linalg.norm(inside, axis=1, keepdims=True)
    aside = rng.standard_normal((teachers, rank))
    aside -= (aside * units).sum(axis=1, keepdims=True) * units
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    turned = (np.cos(angle) * units + np.sin(angle) * aside) @ basis.T
    outside = rng.standard_normal((teachers, len(basis)))
    start = turned + outside - outside @ basis @ basis.T
    return rows, np.maximum(rows @ weights.T, 0) @ outputs, start, outputs


@numerical.check(
    "basin.theorem-3",
    "repaired",
    wrong={"a sixteenth of the accuracy": {"share": 1 / 16}, "the other output sign": {"sign": -1.0}},
)
def basins_near_their_teachers(rng, instances, share=1.0, sign=1.0):
    r"""One to three teacher neurons with $|v| \, \|w\| = 1$ in the span, ranks 2 and 3, for each a near neuron at nine
    tenths of its cap's angle or more: the basin's value, a convex program, is at most $\epsilon$; in units of
    $\epsilon$.
    """
    found = []
    for case in range(max(24, instances // 5)):
        teachers, rank, reach = 1 + case % 3, 2 + case % 2, rng.uniform(0.1, 0.5)
        rows, targets, weights, outputs = near_start(rng, teachers, rank, reach)
        value = basin_value(rows, targets, weights, sign * outputs).value
        found.append(value / (reach * teachers) ** 2)
    yield AtMost("value over eps", found, np.full(len(found), share), 1e-6)


@numerical.check(
    "basin.theorem-3",
    "near",
    wrong={"the chord of half the angle": {"share": 0.5}, "twice as long samples": {"length": 2.0}},
)
def outputs_of_near_directions(rng, instances, share=1.0, length=1.0):
    r"""Pairs of directions in 2 to 8 inputs at angles up to $\pi$, small ones among them, and samples of length 1,
    random and along the difference: how far directions and outputs are apart is at most the chord.
    """
    apart, bounds = [], []
    for _ in range(instances):
        inputs, angle = int(rng.integers(2, 9)), np.pi * rng.uniform(0, 1) ** 3
        first, aside = np.linalg.qr(rng.standard_normal((inputs, 2)))[0].T
        second = np.cos(angle) * first + np.sin(angle) * aside
        samples = np.vstack([rng.standard_normal((20, inputs)), first - second])
        samples *= length / np.linalg.norm(samples, axis=1, keepdims=True)
        gaps = np.abs(np.maximum(samples @ first, 0) - np.maximum(samples @ second, 0))
        apart.append(max(np.linalg.norm(first - second), gaps.max()))
        bounds.append(share * 2 * np.sin(angle / 2))
    yield AtMost("distances", apart, bounds)
