"""Random networks in floating point: the library's risk, bound and optima against the statements."""

from itertools import product

import numpy as np
from scipy import stats
from scipy.optimize import linprog

from pnn.kernels import abs_gram
from pnn.landscape import forces
from pnn.lines import random_lines
from pnn.optimum import gram_optimum, population_optimum, population_problem
from pnn.risk import population_risk
from pnn.schur import schur_complement
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same

FORMS = ("pnn2017/kernel",)
NEAR = 1e-7  # of a first-order solution, in units of the target's root mean square
LEVEL = 1e-6  # chance with which an exact binomial interval misses, on both sides together


def random_target(rng, neurons, inputs):
    """Gaussian weights, shape (neurons, inputs)."""
    return rng.standard_normal((neurons, inputs))


def bound_of(lines, target, share=0.25):
    """share q*' S q*, one row of target lines for each target neuron."""
    sizes = np.linalg.norm(target, axis=1)
    return share * (sizes @ schur_complement(lines, target) @ sizes)


def even_masses(lines, target):
    """psi11^-1 psi12 q*, shape (lines,)."""
    return np.linalg.solve(abs_gram(lines, lines), abs_gram(lines, target).sum(axis=1))


def formula(psi, net, target, share=0.25, flip=-1.0, linear=lambda cosines: cosines):
    """Theorem 8 with a row of V for each neuron."""
    weights = np.concatenate([net, target])
    sizes, sides = np.linalg.norm(weights, axis=1), np.repeat([1.0, -1.0], [len(net), len(target)])
    units = weights / sizes[:, None]
    cosines = np.clip(units @ units.T, -1, 1)
    odd, even = sides * sizes, np.where(sides > 0, 1.0, flip) * sizes
    return share * (odd @ linear(cosines) @ odd + even @ psi(cosines) @ even)


@numerical.check(
    "pnn.theorem-8",
    "value",
    wrong={
        "a half for a quarter": {"share": 0.5},
        "masses added, not subtracted": {"flip": 1.0},
        "acute angles in the linear part": {"linear": np.abs},
    },
)
def risk_of_the_library(rng, instances, forms, **wrong):
    """pnn.risk.population_risk against the formula with the proved kernel, in one to six inputs."""
    found, stated = [], []
    for index in range(instances):
        net, target = (random_target(rng, int(rng.integers(1, 8)), 1 + index % 6) for _ in range(2))
        scale = population_risk(net, np.zeros((0, net.shape[1]))) + population_risk(target, 0 * target)
        found.append(population_risk(net, target) / scale)
        stated.append(formula(forms["psi"], net, target, **wrong) / scale)
    yield Same("risk in units of E h^2 + E h*^2", found, stated, 1e-12)


@numerical.check(
    "pnn.corollary-4",
    "lower-bound",
    wrong={
        "a half for a quarter": {"share": 0.5},
        "S = psi22": {"across": 0.0},
        "the bound a tenth higher": {"share": 0.275},
    },
)
def risks_above_the_bound(rng, instances, share=0.25, across=1.0):
    """Optimal networks, random ones, and ones on repeated lines (pseudo-inverse) lie above the bound."""
    excess = []
    for index in range(instances):
        inputs, count = 2 + index % 3, 2 + index % 4
        lines, target = random_lines(count, inputs, rng), random_target(rng, 1 + index % 5, inputs)
        again = np.concatenate([lines, -lines[:1]])
        bound = pseudo_bound(again, target, share, across)
        optimum = population_optimum(lines, target).risk
        other = population_risk(rng.standard_normal((2 * count, 1)) * np.repeat(lines, 2, axis=0), target)
        scale = population_risk(target, 0 * target)
        excess += [(bound - optimum) / scale, (bound - other) / scale]
    yield AtMost("bound less risk, in units of E h*^2", excess, 0.0, 1e-10)


def pseudo_bound(lines, target, share, across):
    """share q*'(psi22 - across psi21 psi11^+ psi12) q*, lines repeated or not."""
    moment = abs_gram(lines, target).sum(axis=1)
    inverse = np.linalg.pinv(abs_gram(lines, lines), rcond=1e-11, hermitian=True)
    return share * (abs_gram(target, target).sum() - across * (moment @ inverse @ moment))


def room_for_signs(lines, target, masses):
    """Largest t with |p_r| <= q_r - t for some p with U'p = U*'p*; minus infinity where no p balances."""
    count = len(lines)
    above = np.block([[np.eye(count), np.ones((count, 1))], [-np.eye(count), np.ones((count, 1))]])
    answer = linprog(
        np.append(np.zeros(count), -1.0),
        A_ub=above,
        b_ub=np.concatenate([masses, masses]),
        A_eq=np.column_stack([lines.T, np.zeros(lines.shape[1])]),
        b_eq=target.sum(axis=0),
        bounds=[(None, None)] * (count + 1),
    )
    return -answer.fun if answer.status == 0 else -np.inf


def problems(rng, instances):
    """Lines and targets, three kinds in turn: random in the plane, random in space, targets near the lines."""
    for index in range(instances):
        inputs = 2 + index % 2
        lines = random_lines(inputs + 1, inputs, rng)
        target = random_target(rng, 5, inputs)
        if index % 3 == 2:
            weights = np.concatenate([rng.uniform(0.5, 1, len(lines)), -rng.uniform(0.5, 1, len(lines))])
            target = weights[:, None] * np.concatenate([lines, lines]) + 0.05 * random_target(rng, len(weights), inputs)
        yield lines, target


@numerical.check(
    "pnn.corollary-4",
    "equality",
    wrong={
        "the signs of q left out": {"masses": False},
        "the size of p left out": {"signs": False},
        "never attained": {"masses": None},
    },
)
def optima_at_the_bound(rng, instances, masses=True, signs=True):
    """Non-negative least squares reaches the bound exactly where the condition holds (a linear program decides)."""
    wrong = tried = 0
    for lines, target in problems(rng, instances):
        scale = population_risk(target, 0 * target)
        gap = (population_optimum(lines, target).risk - bound_of(lines, target)) / scale
        q = even_masses(lines, target)
        holds = masses is not None and (not masses or q.min() >= 0)
        if signs:
            holds = holds and room_for_signs(lines, target, np.abs(q)) >= 0
        wrong += holds != (gap < 1e-10)
        tried += 1
    yield Cases("condition and optimum disagree", wrong, tried)


@numerical.check(
    "pnn.corollary-4",
    "attainment",
    wrong={
        "less than one in fifty": {"most": 1 / 50},
        "coefficients of any sign": {"signed": False},
    },
)
def how_often_the_bound_is_attained(rng, instances, most=1 / 3, signed=True):
    """Three lines and five target neurons in the plane: exact binomial interval for the attained fraction."""
    trials = 10 * instances
    attained = 0
    for _ in range(trials):
        lines, target = random_lines(3, 2, rng), random_target(rng, 5, 2)
        risk = population_optimum(lines, target).risk if signed else bound_of(lines, target)
        attained += risk - bound_of(lines, target) < 1e-10 * population_risk(target, 0 * target)
    low, high = stats.binomtest(attained, trials).proportion_ci(1 - LEVEL)
    yield AtMost(f"{attained} of {trials}: upper limit", high, most)
    yield AtMost("lower limit above zero", 0.0, low)


def spanning_patterns(lines, rank):
    """Every choice of both signs, + or - on each line for which the lines with both span that many dimensions."""
    for pattern in product([(True, True), (True, False), (False, True)], repeat=len(lines)):
        allowed = np.array(pattern)
        mixed = lines[allowed.all(axis=1)]
        if (np.linalg.matrix_rank(mixed) if len(mixed) else 0) == rank:
            yield allowed


def stationary_point(problem, lines, target, allowed, open_orthant=True):
    """Masses q and signed sums p that are least on a closed orthant, if they can be inside it; else None."""
    found = gram_optimum(problem.gram, problem.moment, problem.constant, allowed)
    q, p = found.positive + found.negative, found.positive - found.negative
    mixed, unit = allowed.all(axis=1), np.sqrt(problem.constant)
    if open_orthant:
        fixed = p[~mixed] @ lines[~mixed]
        spread = p[mixed] @ lines[mixed]
        room = room_for_signs(lines[mixed], spread[None, :], q[mixed]) if mixed.any() else np.inf
        if min(room, q[~mixed].min(initial=np.inf)) < 1e-6 * unit:
            return None
        assert np.allclose(fixed + spread, p @ lines)
    return found


@numerical.check(
    "pnn.theorem-9",
    "repaired",
    wrong={
        "mixed lines that span one dimension less": {"missing": 1},
        "closed orthants": {"open_orthant": False},
        "a half for a quarter": {"share": 0.5},
    },
)
def minima_in_every_region(rng, instances, missing=0, open_orthant=True, share=0.25):
    """Solve every orthant whose mixed lines span; where its minimum is inside, z, b and the risk are as claimed."""
    balances, residuals, risks, bounds, tried = [0.0], [0.0], [], [], 0
    for lines, target in problems(rng, max(instances // 3, 13)):
        problem, inputs = population_problem(lines, target), lines.shape[1]
        unit = np.sqrt(problem.constant)
        for allowed in spanning_patterns(lines, inputs - missing):
            found = stationary_point(problem, lines, target, allowed, open_orthant)
            if found is None:
                continue
            z = (found.positive - found.negative) @ lines - target.sum(axis=0)
            _, even = forces(lines, target, found.positive, found.negative)
            balances.append(np.abs(z).max() / unit)
            residuals.append(np.abs(even).max() / unit)
            risks.append(found.risk / problem.constant)
            bounds.append(bound_of(lines, target, share) / problem.constant)
            tried += 1
    yield Cases("regions with a minimum inside", 0, tried)
    yield AtMost("|z|", balances, 0.0, NEAR)
    yield AtMost("psi11 q - psi12 q*", residuals, 0.0, NEAR)
    yield AtMost("risk less q*' S q* / 4", np.abs(np.subtract(risks, bounds)), 0.0, NEAR)


def lone_targets(rng, instances, neurons=1, on_a_line=False):
    """Lines in two to four inputs and one target neuron off them, or as many as a variant wants."""
    for index in range(instances):
        inputs = 2 + index % 3
        lines = random_lines(inputs + index % 2, inputs, rng)
        target = rng.standard_normal((1, inputs))
        while np.abs(lines @ target[0]).max() > 0.98 * np.linalg.norm(target):
            target = rng.standard_normal((1, inputs))
        if neurons > 1:
            target = np.concatenate([lines[:1], -lines[:1], 0.02 * target])
        yield lines, lines[:1].copy() if on_a_line else target


LONE = {
    "three target neurons": {"neurons": 3},
    "the target on a line": {"on_a_line": True},
}


@numerical.check("ours.theorem-9-vacuous", "no-balance", wrong=LONE)
def imbalance_at_every_minimum(rng, instances, neurons=1, on_a_line=False):
    """Every sign pattern's optimum is computed; at all of them that are local minima, z is not zero."""
    balanced = tried = 0
    for lines, target in lone_targets(rng, max(instances // 4, 12), neurons, on_a_line):
        problem = population_problem(lines, target)
        for pattern in product([(True, True), (True, False), (False, True)], repeat=len(lines)):
            allowed = np.array(pattern)
            found = gram_optimum(problem.gram, problem.moment, problem.constant, allowed)
            mass = found.positive + found.negative
            if (mass[~allowed.all(axis=1)] <= 1e-9).any():
                continue
            z = (found.positive - found.negative) @ lines - target.sum(axis=0)
            balanced += np.linalg.norm(z) < 1e-6 * np.linalg.norm(target)
            tried += 1
    yield Cases("local minima in balance", balanced, tried)


@numerical.check("ours.theorem-9-vacuous", "good-regions-empty", wrong=LONE | {"closed orthants": {"open_orthant": False}})
def minima_inside_good_regions(rng, instances, neurons=1, on_a_line=False, open_orthant=True):
    """No orthant whose mixed lines span has its minimum inside."""
    inside = tried = 0
    for lines, target in lone_targets(rng, max(instances // 4, 12), neurons, on_a_line):
        problem = population_problem(lines, target)
        for allowed in spanning_patterns(lines, lines.shape[1]):
            inside += stationary_point(problem, lines, target, allowed, open_orthant) is not None
            tried += 1
    yield Cases("regions with a minimum inside", inside, tried)


@numerical.check("ours.theorem-9-vacuous", "strict", wrong=LONE | {"a bound twice as large": {"factor": 2.0}})
def optimum_above_the_bound(rng, instances, neurons=1, on_a_line=False, factor=1.0):
    """The least risk exceeds the bound by more than 1e-9 of the target's mean square."""
    excess = []
    for lines, target in lone_targets(rng, instances, neurons, on_a_line):
        gap = population_optimum(lines, target).risk - factor * bound_of(lines, target)
        excess.append(gap / population_risk(target, 0 * target))
    yield AtMost("bound less optimum", -np.array(excess), -1e-9)


@numerical.check(
    "ours.negative-coefficient",
    "negative-entry",
    wrong={
        "two lines": {"fewest": 2},
        "every entry negative": {"entry": np.max},
        "an entry below -0.1": {"below": 0.1},
        "the target on a line": {"apart": None},
    },
)
def random_grids(rng, instances, fewest=3, entry=np.min, below=0.0, apart=0.02):
    """Well-conditioned grids of lines in the plane, the target at least 0.02 rad from each of them."""
    failed = tried = 0
    while tried < 10 * instances:
        count = fewest + tried % 5 if fewest > 2 else 2
        angles = rng.uniform(0, np.pi, count + 1)
        if apart is None:
            angles[-1] = angles[0]
        lines = np.column_stack([np.cos(angles[:-1]), np.sin(angles[:-1])])
        target = np.array([[np.cos(angles[-1]), np.sin(angles[-1])]])
        near = np.abs(np.sin(angles[:-1] - angles[-1])).min()
        if np.linalg.cond(abs_gram(lines, lines)) > 1e8 or near < (apart or 0):
            continue
        failed += entry(even_masses(lines, target)) >= -below - 1e-7
        tried += 1
    yield Cases("cases without a negative entry", failed, tried)
