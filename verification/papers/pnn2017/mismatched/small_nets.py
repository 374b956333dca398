"""Small random networks: their bounds, which masses and signs can be realised, and optima sign region by region."""

from itertools import product

import numpy as np
from scipy.optimize import linprog

from pnn.kernels import abs_gram
from pnn.optimum import gram_optimum
from pnn.risk import population_risk
from pnn.schur import schur_complement
from verification.papers.pnn2017.landscape.search import random_lines
from verification.streams import streams

INSIDE = 1e-6  # masses this far from zero, in units of the target's root mean square, count as inside an orthant
SIGNS = [(True, True), (True, False), (False, True)]  # both signs, positive only, negative only


def mean_square(target):
    """E h*^2."""
    return population_risk(np.zeros((0, target.shape[1])), target)


def bound_of(lines, target, share=0.25):
    """share q*' S q*, one row of target lines for each target neuron."""
    sizes = np.linalg.norm(target, axis=1)
    return share * (sizes @ schur_complement(lines, target) @ sizes)


def even_masses(lines, target):
    """psi11^-1 psi12 q*, shape (lines,)."""
    return np.linalg.solve(abs_gram(lines, lines), abs_gram(lines, target).sum(axis=1))


def pseudo_bound(lines, target, share, across):
    """share q*'(psi22 - across psi21 psi11^+ psi12) q*, lines repeated or not."""
    moment = abs_gram(lines, target).sum(axis=1)
    inverse = np.linalg.pinv(abs_gram(lines, lines), rcond=1e-11, hermitian=True)
    return share * (abs_gram(target, target).sum() - across * (moment @ inverse @ moment))


def room_for_signs(lines, total, masses):
    """Largest t with |p_r| <= q_r - t for some p with U'p = total; minus infinity where there is no such p."""
    count = len(lines)
    above = np.block([[np.eye(count), np.ones((count, 1))], [-np.eye(count), np.ones((count, 1))]])
    answer = linprog(
        np.append(np.zeros(count), -1.0),
        A_ub=above,
        b_ub=np.concatenate([masses, masses]),
        A_eq=np.column_stack([lines.T, np.zeros(lines.shape[1])]),
        b_eq=total,
        bounds=[(None, None)] * (count + 1),
        options={"presolve": False},  # dense rows: there is nothing to remove
    )
    return -answer.fun if answer.status == 0 else -np.inf


def problems(rng, instances):
    """Lines and targets, three kinds in turn: random in the plane, random in space, targets near the lines."""
    for index in range(instances):
        inputs = 2 + index % 2
        lines = random_lines(rng, inputs + 1, inputs)
        target = rng.standard_normal((5, inputs))
        if index % 3 == 2:
            weights = np.concatenate([rng.uniform(0.5, 1, len(lines)), -rng.uniform(0.5, 1, len(lines))])
            target = weights[:, None] * np.concatenate([lines, lines])
            target += 0.05 * rng.standard_normal(target.shape)
        yield lines, target


def sign_patterns(lines, rank=None):
    """Both signs, + or - for each line, bool (lines, 2); with `rank`, where the lines with both span that much."""
    for pattern in product(SIGNS, repeat=len(lines)):
        allowed = np.array(pattern)
        mixed = lines[allowed.all(axis=1)]
        if rank is None or (np.linalg.matrix_rank(mixed) if len(mixed) else 0) == rank:
            yield allowed


def optimum_of(problem, allowed):
    """The least risk over a closed orthant: gram_optimum of a population problem."""
    return gram_optimum(problem.gram, problem.moment, problem.constant, allowed)


def reaches_inside(found, lines, allowed, unit):
    """Whether an optimum, masses of one given function, can have all its weights off zero."""
    q, p, mixed = found.positive + found.negative, found.positive - found.negative, allowed.all(axis=1)
    if q[~mixed].min(initial=np.inf) < INSIDE * unit:
        return False
    return not mixed.any() or room_for_signs(lines[mixed], p[mixed] @ lines[mixed], q[mixed]) >= INSIDE * unit


def lone_targets(rng, instances, neurons=1, on_a_line=False):
    """Lines in two to four inputs and one target neuron off them, or what a variant wants: one on a line, or more.

    The first six are the same for every seed.
    """
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(6)))):
        inputs = 2 + index % 3
        lines = random_lines(stream, inputs + index % 2, inputs)
        target = stream.standard_normal((1, inputs))
        while np.abs(lines @ target[0]).max() > 0.98 * np.linalg.norm(target):
            target = stream.standard_normal((1, inputs))
        if neurons > 1:
            target = np.concatenate([lines, -lines, 0.02 * target])
        yield lines, lines[:1].copy() if on_a_line else target
