"""The library's Schur complements as lines are added one by one."""

from itertools import pairwise

import numpy as np

from pnn.kernels import abs_gram
from pnn.lines import random_lines
from pnn.schur import schur_complement
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same


@numerical.check(
    "pnn.theorem-10",
    "update",
    wrong={
        r"$\alpha$ left out": {"weight": lambda alpha: 1.0},
        "$v$ twice as long": {"scale": 2.0},
        "plus for minus": {"sign": 1.0},
    },
)
def library_with_one_line_more(rng, instances, weight=float, scale=1.0, sign=-1.0):
    r"""The library's Schur complement of one line more against the old one less $\alpha v v^\top$."""
    for index in range(max(instances // 5, 40)):
        inputs = 3 + index % 5
        lines, targets = random_lines(1 + index % 9, inputs, rng), random_lines(1 + index % 4, inputs, rng)
        line = random_lines(1, inputs, rng)[0]
        z, w = abs_gram(lines, [line])[:, 0], abs_gram(targets, [line])[:, 0]
        solved = np.linalg.solve(abs_gram(lines, lines), z)
        alpha, v = 1 / (1 - z @ solved), abs_gram(targets, lines) @ solved - w
        after = schur_complement(np.vstack([lines, line]), targets)
        moved = schur_complement(lines, targets) + sign * weight(alpha) * scale**2 * np.outer(v, v)
        yield Same(f"instance {index}", moved, after, 1e-8)


@numerical.check(
    "pnn.theorem-10",
    "order",
    wrong={
        "the other order": {"sign": -1.0},
        "a norm smaller by a hundredth": {"share": 0.99},
        "a kernel twice as large at the new line": {"new": 2.0},
        "$S_+$ no smaller than the identity": {"least": 1.0},
    },
)
def lines_beside_one_that_is_there(rng, instances, sign=1.0, share=1.0, new=1.0, least=0.0):
    r"""$1 - \frac1\alpha$ is at most 1, the least eigenvalues of $S_+$ and $S - S_+$ are not negative, and the norm
    does not rise, for a line at an angle of 0.001 to 1 from one of one to nine; in every second instance $S$ barely
    changes, as the target is orthogonal to all of them."""
    for index in range(max(instances // 5, 20)):
        inputs = 3 + index % 3
        lines, targets = random_lines(1 + index % 9, inputs, rng), random_lines(1 + index % 4, inputs, rng)
        if index % 2:
            lines, targets = np.eye(inputs)[: 1 + index % 2], np.eye(inputs)[-1:]
        added = lines[0] + 10.0 ** rng.uniform(-3, 0) * np.roll(lines[0], 1)
        more = np.vstack([lines, added / np.linalg.norm(added)])
        before, after = schur_complement(lines, targets), schur_complement(more, targets)
        z = new * abs_gram(lines, more[-1:])[:, 0]
        yield AtMost(f"1 - 1/alpha, {index}", z @ np.linalg.solve(abs_gram(lines, lines), z), 1.0, 1e-10)
        yield AtMost(f"S+, {index}", -np.linalg.eigvalsh(after)[0], -least, 1e-10)
        yield AtMost(f"S - S+, {index}", -np.linalg.eigvalsh(sign * (before - after))[0], 0.0, 1e-9)
        yield AtMost(f"norms, {index}", np.linalg.norm(after, 2), share * np.linalg.norm(before, 2), 1e-9)


@numerical.check(
    "pnn.theorem-10",
    "distinct",
    wrong={"one line for another": {"kept": 0}, "less by a fifth with every line": {"share": 0.8}},
)
def norms_as_lines_are_added(rng, instances, kept=1, share=1.0):
    """As random lines are added one by one the norms do not rise, and the least eigenvalues of the differences are
    not negative."""
    for index in range(max(instances // 10, 20)):
        inputs = 3 + index % 5
        lines, targets = random_lines(8, inputs, rng), random_lines(4, inputs, rng)
        complements = [schur_complement(lines[(1 - kept) * k : k + 1], targets) for k in range(8)]
        norms = np.array([np.linalg.norm(s, 2) for s in complements])
        yield AtMost(f"norms {index}", norms[1:], share * norms[:-1], 1e-10)
        least = [np.linalg.eigvalsh(a - b)[0] for a, b in pairwise(complements)]
        yield AtMost(f"order {index}", -np.array(least), 0.0, 1e-10)
