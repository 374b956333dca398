"""The kernel matrix and its bounds in float64, with the library's functions on random lines."""

import numpy as np

from pnn.kernels import abs_gram, psi, psi_taylor_tail
from pnn.lines import random_lines
from pnn.optimum import population_optimum, population_problem
from pnn.risk import population_risk
from pnn.schur import schur_complement
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.pnn2017.mismatched import small_nets

FORMS = ("pnn2017/kernel",)


def unit_rows(rows):
    """Rows scaled to length one."""
    return rows / np.linalg.norm(rows, axis=1)[:, None]


@numerical.check(
    "pnn.lemma-1",
    "semidefinite",
    wrong={
        r"the acute angle's cosine for $\psi$": {"kernel": np.abs},
        "cosines above by a hundredth": {"factor": 1.01},
    },
)
def random_and_repeated_lines(rng, instances, forms, kernel=None, factor=1.0):
    r"""No eigenvalue of $\psi[K]$ is negative, but for rounding, for four to ten vectors in two to five dimensions,
    two of them on one line."""
    for index in range(instances):
        lines = random_lines(int(rng.integers(3, 10)), int(rng.integers(2, 6)), rng)
        lines = np.vstack([lines, -lines[0]])
        cosines = np.clip(lines @ lines.T, -1, 1)
        matrix = (kernel or forms["psi"])(cosines)
        off_diagonal = ~np.eye(len(lines), dtype=bool)
        matrix[off_diagonal] *= factor
        yield AtMost(f"least eigenvalue, instance {index}", -np.linalg.eigvalsh(matrix)[0], 0.0)


@numerical.check(
    "ours.smallest-eigenvalue",
    "bound",
    wrong={"a tenth of $R - 1$": {"share": 0.1}, "the average cosine for the largest": {"closest": np.mean}},
)
def random_lines_above_the_bound(rng, instances, share=1.0, closest=np.max):
    """The least eigenvalue of random families of two to eight lines is at least the bound, for some $N$, with the
    library's tails of the series."""
    for index in range(instances):
        count = int(rng.integers(2, 9))
        lines = random_lines(count, int(rng.integers(2, 7)), rng)
        matrix = abs_gram(lines, lines)
        mu = closest(np.abs(lines @ lines.T)[np.triu_indices(count, 1)])
        tails = np.array([psi_taylor_tail([1.0, mu], start) for start in (0, 1, 3, 10, 40)])
        bounds = tails[:, 0] - share * (count - 1) * tails[:, 1]
        yield AtMost(f"instance {index}", bounds, np.linalg.eigvalsh(matrix)[0])


def random_pair(rng):
    """Lines (lines, inputs) and target lines near or far, one for each, of random sizes."""
    count, inputs = int(rng.integers(1, 7)), int(rng.integers(2, 6))
    lines = random_lines(count, inputs, rng)
    distance = 10.0 ** rng.uniform(-3, 0.5)
    return lines, unit_rows(lines + distance * rng.standard_normal(lines.shape))


@numerical.check(
    "pnn.lemma-2",
    "norm",
    wrong={"the distance cubed": {"power": 3}, "a tenth of the bound": {"share": 0.1}},
)
def random_schur_complements(rng, instances, power=1, share=1.0):
    r"""$\|S\| \le (\|U\| + \|U^*\|) \|U - U^*\|_F$ for a line and one at a right angle, a line and one that is a
    hundredth off, then for lines and target lines at distances of 0.001 to 3."""
    same = [(np.eye(2)[:1], np.eye(2)[1:]), (np.eye(2)[:1], unit_rows(np.array([[1.0, 0.01]])))]
    for index in range(max(instances, 2)):
        lines, targets = same[index] if index < 2 else random_pair(rng)
        size = np.linalg.norm(lines, 2) + np.linalg.norm(targets, 2)
        bound = share * size * np.linalg.norm(lines - targets) ** power
        yield AtMost(f"instance {index}", np.linalg.norm(schur_complement(lines, targets), 2), bound, 1e-10)


@numerical.check(
    "pnn.lemma-2",
    "continuity",
    wrong={"0.45 for a half": {"share": 0.45}, "the third power": {"power": 3}},
)
def nets_beside_their_target(rng, instances, share=0.5, power=2):
    """The risk of the net that follows the target is at most the bound, in every fourth instance the least risk too.

    Every third instance has one neuron, turned by a small angle, where the bound is nearly attained.
    """
    for index in range(instances):
        lines, directions = random_pair(rng)
        sizes = rng.uniform(0.2, 2, len(lines))
        if index % 3 == 0:
            angle, sizes = 10.0 ** rng.uniform(-2, -1), sizes[:1]
            lines, directions = np.array([[1.0, 0.0]]), np.array([[np.cos(angle), np.sin(angle)]])
        bound = share * (sizes @ np.linalg.norm(lines - directions, axis=1)) ** power
        target = sizes[:, None] * directions
        yield AtMost(f"net, instance {index}", population_risk(sizes[:, None] * lines, target), bound)
        if index % 4 == 0:
            yield AtMost(f"optimum, instance {index}", population_optimum(lines, target).risk, bound)


def pairs_of_signs(lines):
    """Target weights +1 and -1 along each row."""
    return np.concatenate([lines, -lines])


def nets_with_spanning_regions(rng, instances):
    """Two turned axes, where the bound is attained, three lines in a plane and one across, and random nets."""
    yield np.eye(2), pairs_of_signs(unit_rows(np.array([[20.0, 1.0], [1.0, 20.0]])))
    plane = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [0, 0, 1]])
    yield plane, pairs_of_signs(np.array([[1, 0, 0], [0, 1, 0], [5 / 13, 12 / 13, 0], [0, 0, 1]]))
    yield from small_nets.problems(rng, max(instances // 15, 13))


@numerical.check(
    "pnn.lemma-2",
    "risk-where-lines-span",
    wrong={"mixed lines that span one dimension less": {"missing": 1}, "an eighth for a quarter": {"share": 0.125}},
)
def risks_where_mixed_lines_span(rng, instances, missing=0, share=0.25):
    r"""The risk at the minimum of every orthant whose mixed lines span all inputs, where that lies inside, is at
    most $\frac14 \|S\| |q^*|^2$."""
    excess = []
    for lines, target in nets_with_spanning_regions(rng, instances):
        problem, sizes = population_problem(lines, target), np.linalg.norm(target, axis=1)
        bound = share * np.linalg.norm(schur_complement(lines, target / sizes[:, None]), 2) * (sizes @ sizes)
        for allowed in small_nets.sign_patterns(lines, lines.shape[1] - missing):
            found = small_nets.optimum_of(problem, allowed)
            if small_nets.reaches_inside(found, lines, allowed, np.sqrt(problem.constant)):
                excess.append((found.risk - bound) / problem.constant)
    yield AtMost(f"risk less the bound at {len(excess)} minima", excess, 0.0, 1e-9)


@numerical.check(
    "ours.lemma-2-sharp",
    "trace",
    wrong={
        "seven tenths of the distance": {"share": 0.7},
        "the operator norm of $U - U^*$": {"norm": 2},
        "a third of the trace": {"part": 1 / 3},
    },
)
def random_distances(rng, instances, share=1.0, norm="fro", part=1.0):
    r"""$\|S\| \le \mathrm{tr}\, G \le \|U - U^*\|_F^2$ with the library's $S$, for random families and two turned
    axes."""
    for index in range(instances):
        lines, targets = random_pair(rng)
        if index % 5 == 0:
            lines, targets = np.eye(2), unit_rows(np.array([[1.0, 0.1], [0.1, 1.0]]))
        trace = np.sum(2 - 2 * np.diag(abs_gram(lines, targets)))
        yield AtMost(f"S, instance {index}", np.linalg.norm(schur_complement(lines, targets), 2), part * trace, 1e-10)
        yield AtMost(f"G, instance {index}", trace, share * np.linalg.norm(lines - targets, norm) ** 2, 1e-10)


@numerical.check(
    "pnn.lemma-2",
    "sine-inequality",
    wrong={"half the chord's square": {"share": 0.5}, "the angle for its supplement": {"opening": lambda t: t}},
)
def distances_against_chords(share=1.0, opening=lambda t: np.pi - t):
    r"""The squared distance of two units is at most half the square of the chord, at 2001 angles from 0 to $\pi$."""
    angles = np.linspace(0, np.pi, 2001)
    units = np.column_stack([np.cos(angles), np.sin(angles)])
    distance = 1 - (np.sin(angles) + opening(angles) * np.cos(angles)) / np.pi
    yield AtMost("distance less bound", distance, share * ((units - units[0]) ** 2).sum(axis=1) / 2)


@numerical.check(
    "ours.lemma-2-sharp",
    "above-the-diagonal",
    wrong={r"$1.01 \rho$": {"slope": 1.01}, "a hundredth above": {"shift": 0.01}},
)
def kernel_above_the_cosine(slope=1.0, shift=0.0):
    """The library's kernel is at least the cosine, at 2001 cosines from $-1$ to 1."""
    rho = np.linspace(-1, 1, 2001)
    yield AtMost("cosine less kernel", slope * rho + shift, psi(rho))
