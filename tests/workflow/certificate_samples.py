"""Certificates of every kind that are accepted, and the programs that check them."""

from fractions import Fraction
from itertools import permutations

import sympy

from tests.workflow import matrix_samples, projection_samples
from verification.certificates import gaussian_minimum, no_minimum
from verification.enumerations import count, distinct, enumeration
from verification.inequalities import Between, inequalities, integral, taylor
from verification.kernel_matrices import coefficients, complement, eigenvalues, hessian, kernel_matrix, tails, trace
from verification.networks_on_samples import fact, network
from verification.papers.basin2016.basins_as_data import (
    basin,
    bound,
    covered,
    least,
    local_minimum,
    neurons,
    path,
    point,
)
from verification.papers.basin2016.mathematics.networks import Start
from verification.papers.basin2016.spurious import certificates as spurious
from verification.papers.diversity2017.discrepancies_as_data import discrepancies
from verification.papers.diversity2017.main_results import pulled_as_data
from workflow.certificates import (
    check_basin,
    check_discrepancies,
    check_enumeration,
    check_gaussian_minimum,
    check_inequalities,
    check_isolated_minimum,
    check_kernel_matrix,
    check_matrices,
    check_network,
    check_projections,
    check_saddle,
)

HALF = Fraction(1, 2)
LEAST = gaussian_minimum((Fraction(0), HALF), [(Fraction(1, 4), 1)], [(0, "+"), (1, "+")], "global",
                         bounds=["schur form"])  # fmt: skip
LINES, AXES = ((-8, 4, -1), (-1, -8, 4), (4, -1, -8)), ((1, 0, 0), (0, 1, 0), (0, 0, 1))
BAD = gaussian_minimum(LINES, [(axis, 1) for axis in AXES], [(k, "+") for k in range(3)],
                       others=[[(k, "-") for k in range(3)]], bounds=["regular norm", "repaired norm"])  # fmt: skip
NONE = no_minimum(AXES[:2], [(AXES[0], 1), (AXES[0], -10), (AXES[1], 1)], [(0, "+"), (1, "+"), (1, "-")])
k, u = sympy.symbols("k u")
COMPARED = inequalities(
    ("a root", (1 + 2 * sympy.sqrt(2) / 10) ** 2 / 2, "<", 1),
    ("a tail", sympy.Sum(sympy.binomial(20, k) / 2**20, (k, 0, 3)), "=", Fraction(1351, 2**20)),
    ("functions", sympy.exp(sympy.Rational(-1, 3)) + sympy.atan(2) - sympy.log(5), ">", Fraction(214, 10**3)),
    ("angles", sympy.cos(2) + sympy.asin(HALF) * sympy.pi, "<", sympy.acos(Fraction(1, 7)) + Fraction(1, 10)),
    ("squares", k**2, "<", 2**k, (k, 5, 12)),
    ("an area", integral(u, 0, 1, 2, sympy.exp(-(u**2) / 2)), "<", sympy.Rational(855625, 10**6)),
    ("a tangent", u * sympy.cos(u), "<", sympy.sin(u), Between(u, 0, sympy.pi / 2, (3, 0))),
    ("a coefficient", taylor(u, 0, 4, sympy.cos(u)), "=", sympy.Rational(1, 24)),
)
MINIMUM = fact("local minimum", sides=())
SPAN = fact("least loss", Fraction(9, 5), features=(0,), derivatives=(), gates=())
STAR, ONE = ((0, 1), (0, -1), (1, -1), (1, 0)), (((1,), (0,)), ((1,),))
VALUES = fact("values", ((0,), (0,), (1,), (1,)), layer=1)
E1 = network(STAR, (-1, 1, 0, 2), ONE, (0,), fact("loss", 2), MINIMUM, VALUES, SPAN,
             fact("other weights", Fraction(3), weights=(((1,), (0,)), ((0,),))))  # fmt: skip
FIRST = {"layer": 1, "sample": 1, "output": 1}
E16 = network(((0, 1), (1, 0), (1, 1)), (-1, Fraction(-3, 2), HALF), (((1,), (0,)), ((-1,),), ((1,),)), (HALF, HALF),
              fact("loss", Fraction(3, 2)), MINIMUM, fact("derivative", (0, -HALF), **FIRST),
              fact("row", (0, 0), **FIRST))  # fmt: skip
PAIR, GRAM = ((1, 0), (Fraction(3, 5), Fraction(4, 5))), ((1, Fraction(3, 5)), (Fraction(3, 5), 1))
TWO = network(PAIR, (0, 0), ONE, (0,), fact("rank", 2, layers=(1,)),
              fact("least eigenvalue", Fraction(2, 5), layers=(1,)), fact("gram", GRAM, layers=(1,)))  # fmt: skip
FIRST_LAYER = {"layers": (1,)}
TOGETHER = network(PAIR, (1, 0), ONE, (0,), fact("overlaps", ((1, 1), (1, 1))),
                   fact("gradient", (Fraction(9, 25), Fraction(12, 25)), layer=1, step=Fraction(1, 100)),
                   fact("bound", Fraction(9, 20), least=Fraction(2, 5), **FIRST_LAYER),
                   fact("eigenvalues", 1, below=1, **FIRST_LAYER),
                   fact("eigenvalues", 0, below=Fraction(2, 5), **FIRST_LAYER))  # fmt: skip
KINK = network([(1, 0)], [-1], (((0,), (1,)), ((1,),)), (0,), MINIMUM, fact("no derivative"),
               fact("row", (1, 0), **FIRST), at_zero=1)  # fmt: skip
FACE = network(((1, 0), (0, 1)), (1, -3), (((1,), (1,)), ((0,),)), (0,), fact("local minimum", sides=(1,)))
SIGNED = {
    "h": ["max", "w", 0],
    "p": ["*", "s", ["+", *(["*", 2**k, ["max", ["*", f"u{k}", "h"], 0]] for k in range(4))]],
}
COUNTED = enumeration(dict.fromkeys(("w", "u0", "u1", "u2", "u3", "s"), (1, -1)), [
    count("not 0", ["not", ["=", "p", 0]], 30, 64), count("positive", ["<", 0, "p"], 15, 64),
    count("active, with an even output", ["or", ["=", "p", 2], ["=", "p", 4]], 2, 30, ["not", ["=", "p", 0]]),
    distinct("sizes", [["abs", "p"]], 15, 30, ["not", ["=", "p", 0]])], SIGNED)  # fmt: skip
ORDERS = enumeration({("a", "b", "c"): permutations((1, 2, 3)), "v": (1, -1)}, [
    count("falling", ["and", ["<", "b", "a"], ["<", "c", "b"]], 2, 12),
    count("the output sign with a first step down", ["and", ["=", "v", 1], ["<", "b", "a"]], 3, 12)])  # fmt: skip
FIVE = [Fraction(k, 6) for k in (0, 3, 2, 5, 2)]
UNITS = discrepancies(
    FIVE, fact("moment", Fraction(1, 50), power=2), fact("largest", Fraction(3, 5)), fact("kernel", Fraction(1, 50)),
    fact("statistic", Fraction(1, 50), pairs=Fraction(1, 15)), fact("variance", Fraction(1, 50)),
    fact("variance of squares", Fraction(23, 33750)), fact("active", 2),
    fact("slice", Fraction(4, 15), x=Fraction(1, 3), y=Fraction(1, 2)))  # fmt: skip
PULLED, FORTY = next(iter(pulled_as_data.pulled_units())), pulled_as_data.forty_boundaries()
SPACE = discrepancies([(1, 1, 1), (1, 2, 4), (1, 3, 9)], fact("slice", Fraction(2, 3), x=(2, -3, 1), y=(-4, 6, -2)),
                      fact("slice", HALF, x=(1, 0, 0), y=(3, 0, 0)))  # fmt: skip
CELL = Start([(1, 0), (0, 1)], (1, -3), [(1, 1)], (1,))
FAR, FULL = ([(1, 1)], [HALF]), ([(1, 0)], [1])
LIFT = {"share": Fraction(1, 4), "at": neurons([(Fraction(5, 4), Fraction(3, 4))], [HALF]), "near": Fraction(1, 4)}
STUCK = basin(CELL, local_minimum(CELL, ([(1, 1)], [0]), (1, -3), (0,)), least(CELL), bound(CELL, (0, -3)),
              covered(CELL), point(CELL, FAR), path(CELL, [([(1, 1)], [0]), ([(1, 0)], [HALF]), FULL]),
              fact("lift", Fraction(369, 64), point=neurons(*FAR), towards=neurons(*FULL), **LIFT))  # fmt: skip
AXIS = Start([(1,), (-1,), (-3,)], (2, 1, 2), [(1,), (1,)], (1, -1))
NEEDS = fact("sides", Fraction(1, 30), needs=((1, 1, 1), (1, -1, 1)), covered=1)
TURNED = ((9, 1), (9, 8))
CLOSE = kernel_matrix(((1, 0), (1, 1)), eigenvalues(HALF, 1), tails(1, "0.999"), complement(TURNED), trace(TURNED))
PLANAR = kernel_matrix([Fraction(n, 997) for n in (31, 402, 871)], coefficients(Fraction(118, 997)))
ON_AXES = kernel_matrix(((1, 0), (0, 1)), hessian([(0, 1), (0, -1), (0, 1), (1, 1), (1, 1)], 3))
KINDS = {"inequalities": [COMPARED], "gaussian minimum": [LEAST, BAD, NONE],
         "network": [E1, E16, TWO, KINK, FACE, TOGETHER],
         "isolated minimum": [spurious.minimum(6)], "enumeration": [COUNTED, ORDERS],
         "kernel matrix": [CLOSE, PLANAR, ON_AXES],
         "discrepancies": [UNITS, PULLED, SPACE, FORTY], "basin": [STUCK, basin(AXIS, NEEDS, least(AXIS))],
         "projections": projection_samples.PROJECTIONS, "matrices": matrix_samples.MATRICES,
         "saddle": [spurious.saddle(3)]}  # fmt: skip
PROGRAMS = (
    check_basin,
    check_discrepancies,
    check_enumeration,
    check_gaussian_minimum,
    check_inequalities,
    check_isolated_minimum,
    check_kernel_matrix,
    check_matrices,
    check_network,
    check_projections,
    check_saddle,
)
CHECKERS = {one.KIND: one for one in PROGRAMS}
REFUSED = tuple(one.Refused for one in CHECKERS.values())


def whole(made: dict) -> dict:
    """A certificate as it stands in a file."""
    found = {"certificate": "1", "claim": "a.b", "part": "c", "statement": "", **made}
    return found | {"statement": check(found, words=True)}


def check(certificate: object, words: bool = False) -> str:
    """What the program of its kind says of a certificate."""
    kind = certificate.get("kind") if isinstance(certificate, dict) else None
    return CHECKERS[kind if isinstance(kind, str) and kind in CHECKERS else "inequalities"].check(certificate, words)


def compared(left: object, relation: str, right: object, what: str = "x") -> dict:
    return {"kind": "inequalities", "data": {"comparisons": [
        {"what": what, "left": left, "is": relation, "right": right}]}}  # fmt: skip


def accepted_by_kind() -> dict[str, list[dict]]:
    """All of them as they stand in files."""
    return {kind: [whole(one) for one in made] for kind, made in KINDS.items()}
