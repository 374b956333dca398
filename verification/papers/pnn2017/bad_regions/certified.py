"""Certificates: a bad local minimum whose risk exceeds the bound of Theorem 12, for three orthogonal target neurons."""

from fractions import Fraction

from flint import arb, arb_mat

from pnn.optimum import population_optimum
from verification.balls import largest
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.bad_regions import certificates as left
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched.counterexamples import Neuron, ball, kernel, one
from verification.papers.pnn2017.mismatched.local_minima import convexity

FORMS = ("pnn2017/kernel",)
AXES = tuple(tuple(Fraction(int(i == j)) for j in range(3)) for i in range(3))
LINES = tuple(tuple(Fraction(x, 9) for x in line) for line in ((-8, 4, -1), (-1, -8, 4), (4, -1, -8)))
TURNED_LINES = tuple(tuple(-x for x in line) for line in LINES)


def printed_bound(psi, lines, target):
    """Two balls on either side of |q*|^2 ||M|| / 4, M = C - B'(A + D D')^-1 B, for target sizes of one.

    The norm of a symmetric matrix is at most its largest absolute row sum, and at least its quadratic form at the
    normalised vector of ones.
    """
    gram = arb_mat([[psi(nets.cosine(a, b)) + nets.cosine(a, b) for b in lines] for a in lines])
    cross = arb_mat([[psi(nets.cosine(a, n.line)) for n in target] for a in lines])
    own = arb_mat([[psi(nets.cosine(m.line, n.line)) for n in target] for m in target])
    rows = (own - cross.transpose() * gram.solve(cross)).tolist()
    least = sum((x for row in rows for x in row), arb(0)) / len(target)
    most = largest(sum((abs(x) for x in row), arb(0)).upper() for row in rows)
    return len(target) * least / 4, len(target) * most / 4


@leaves(left.three_lines)
@certified.check(
    "pnn.assumption-1",
    "bound-exceeded",
    wrong={
        "the target's opposites added": {"signs": (1, -1)},
        "the lines turned over": {"lines": TURNED_LINES},
        "masses doubled": {"factor": 2},
        "the target's negative": {"of_target": -1},
        "pivots above 1": {"pivot": 1},
    },
)
def three_lines_against_three_axes(forms, signs=(1,), lines=LINES, factor=1, of_target=1, pivot=0):
    """Solve for the stationary point with positive weights on three rational lines; the target is one neuron an axis.

    Every size is positive and every slope zero; the risk is convex while all weights are positive, the kernel matrix of
    the lines being positive definite, so it is a local minimum. Its risk exceeds five times the bound, the norm taken
    from above. Another network on these lines has a smaller risk. The sum $(1, 1, 1)$ of the target's weights has the
    squared length 3 of $q^*$.
    """
    psi = kernel(forms)
    target = nets.times(of_target, [neuron for axis in AXES for sign in signs for neuron in one(axis, sign)])
    net = nets.times(factor, nets.stationary(psi, [one(line) for line in lines], target))
    yield convexity(psi, lines, pivot)
    for index, neuron in enumerate(net):
        yield Positive(f"size of neuron {index + 1}", neuron.size)
        yield Agreement(f"slope of neuron {index + 1}", nets.slope(psi, neuron.line, 1, net, target))
    found, (_, most) = nets.risk(psi, net, target), printed_bound(psi, lines, target)
    yield Positive("risk minus five times the bound of Theorem 12", found - 5 * most)
    yield Positive("risk minus that of another network", found - nets.risk(psi, better(lines, target), target))


def better(lines, target):
    """A network on the lines with masses rounded from the best one found in float64."""
    rows = [[float(x) for x in line] for line in lines]
    weights = [[float(n.sign) * float(n.size) * float(x) for x in n.line] for n in target]
    best = population_optimum(rows, weights)
    sided = [*zip(lines, [1] * len(lines), best.positive, strict=True)]
    sided += [*zip(lines, [-1] * len(lines), best.negative, strict=True)]
    return [Neuron(line, sign, ball(Fraction(float(mass)))) for line, sign, mass in sided if mass > 0]


@leaves(left.repaired_bound, whole=False)
@certified.check(
    "pnn.assumption-1",
    "repaired-bound",
    wrong={"without $|w_0|$": {"linear": 0}, "a quarter of $|w_0|$": {"linear": Fraction(1, 4)}},
)
def repaired_bound_at_that_minimum(forms, linear=Fraction(1)):
    r"""At the same minimum $2 \sqrt L$ is below $\|M\|^{1/2} |q^*| + |w_0|$, $|w_0| = \sqrt3$, the norm taken from
    below."""
    psi, target = kernel(forms), [neuron for axis in AXES for neuron in one(axis)]
    net = nets.stationary(psi, [one(line) for line in LINES], target)
    least, _ = printed_bound(psi, LINES, target)
    bound = (4 * least).sqrt() + ball(linear) * arb(3).sqrt()
    yield Positive("bound minus 2 sqrt(risk)", bound - 2 * nets.risk(psi, net, target).sqrt())
