"""Ranks of Hessians of networks on axes as data for anybody's program."""

from itertools import product

from verification.kernel_matrices import hessian, kernel_matrix

PAIRS = (1, 1), (-1, -1), (1, -1), (-1, 1)


def ranks_on_the_axes() -> list[dict]:
    """One for each line and one more where it has both signs: three neurons on a line, and two on each of two or three.

    On three lines every number of them has both signs.
    """
    two, three = list(product(PAIRS, repeat=2)), list(product(PAIRS[1:3], repeat=3))
    found = []
    for given in ([(signs,) for signs in product((1, -1), repeat=3)], two, three):
        lines, facts = len(given[0]), []
        for signs in given:
            neurons = [(line, sign) for line, own in enumerate(signs) for sign in own]
            facts.append(hessian(neurons, len(set(neurons))))
        axes = [tuple(int(i == j) for j in range(lines)) for i in range(lines)]
        found.append(kernel_matrix(axes, *facts))
    return found
