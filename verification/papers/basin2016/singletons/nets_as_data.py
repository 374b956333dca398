"""Theorem 2 on small nets, and its exact chance, as data for anybody's program."""

from verification.enumerations import SIGNS, count, enumeration
from verification.inequalities import inequalities
from verification.papers.basin2016.coverage_as_data import HALF, covered, printed_bound
from verification.papers.basin2016.mathematics.coverage import theorem_2_probability

CASES = {  # neurons and inputs: for each input, the output sign that either side needs
    (4, 1): ([(1, 1)], [(1, -1)], [(1, 0)]),
    (3, 2): ([(1, 1), (1, 1)], [(1, 1), (-1, -1)], [(1, -1), (-1, 0)]),
    (2, 3): ([(1, 1), (1, 0), (0, 1)], [(1, -1), (0, -1), (1, 0)]),
}
ALL_SIDES = [(1, 1)], [(1, -1)], [(1, 1), (1, 1)], [(1, -1), (1, 1)], [(1, -1)] * 6
SOME_SIDES = [(1, 0)], [(1, 0), (0, -1)]
WIDTHS = "n", 1, 16


def sides(needed):
    """A sample on either side of each axis, and the output signs that they need."""
    inputs = range(len(needed))
    samples = [[side * (i == j) for j in inputs] for i in inputs for side in SIGNS]
    return samples, [sign for pair in needed for sign in pair]


def chance(needed, width):
    """The sum over p of C(n, p) 2^-n G+(p) G-(n - p), with G_b(k) = (1 - 2 2^-k + 0^k)^a (1 - 2^-k)^c.

    Of a inputs both sides need b, of c inputs one side does.
    """
    factors = []
    for sign, k in ((1, "p"), (-1, ["-", width, "p"])):
        both, one = (sum(pair.count(sign) == number for pair in needed) for number in (2, 1))
        rest = ["^", HALF, k]
        factors += [["^", ["+", 1, ["*", -2, rest], ["^", 0, k]], both], ["^", ["-", 1, rest], one]]
    return ["sum", "p", 0, width, ["*", ["binomial", width, "p"], ["^", HALF, width], *factors]]


def nets_that_cover():
    """Of all signs of some neurons, how many cover all needs; and the sum."""
    made, sums = [], []
    for (width, inputs), cases in CASES.items():
        neurons = [(tuple(f"{letter}{i}" for letter in "abc"[:inputs]), f"v{i}") for i in range(width)]
        nets, counts = 2 ** (width * (inputs + 1)), []
        for needed in cases:
            number = theorem_2_probability(width, needed)
            counts.append(
                count(f"the needs {needed} are covered", covered(neurons, *sides(needed)), int(number * nets), nets)
            )
            sums.append(
                (f"the chance for the width {width} and the needs {needed}", chance(needed, width), "=", number)
            )
        made.append(enumeration(dict.fromkeys([one for w, v in neurons for one in (*w, v)], SIGNS), counts))
    return [*made, inequalities(*sums)]


def above_the_bound():
    """The sum and the printed bound, up to 16 neurons."""
    return inequalities(
        *(
            (
                f"the chance for the needs {needed}",
                chance(needed, "n"),
                ">",
                printed_bound(2 * len(needed), "n"),
                WIDTHS,
            )
            for needed in (*ALL_SIDES, *SOME_SIDES)
        )
    )


def above_the_first_order():
    """One less the sum, and 2 d (3/4)^n - d (2 d - 1) (5/8)^n."""
    return inequalities(
        *(
            (f"the chance to fail for the needs {needed}", ["-", 1, chance(needed, "n")], ">",
             ["-", ["*", 2 * d, ["^", ["/", 3, 4], "n"]], ["*", d * (2 * d - 1), ["^", ["/", 5, 8], "n"]]], WIDTHS)
            for needed in ALL_SIDES
            for d in (len(needed),)
        )
    )  # fmt: skip
