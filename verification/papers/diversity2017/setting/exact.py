"""Gradients, kinks and ranks in fractions."""

from itertools import product

from flint import fmpq, fmpq_mat

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.nets import Net, fraction, gradient, net, nets
from verification.papers.diversity2017.setting import certificates as leaving
from verification.papers.diversity2017.setting import silent_as_data
from verification.papers.diversity2017.setting.instances import ORTHOGONAL, UNIT, pairs_and_units, symmetric_net
from verification.streams import streams

STEP = fmpq(1, 1000)  # values of whole weights and samples are at least 1 in size off the kinks


def moved(one: Net, unit: int, i: int, step: fmpq) -> fmpq:
    """The loss with one weight moved."""
    units = [list(w) for w in one.units]
    units[unit][i] += step
    return one.loss(units)


@leaves(silent_as_data.silent)
@exact.check(
    "diverse.equation-3",
    "zero",
    wrong={"coefficient 1": {"v": 1}, "samples on one side": {"sides": (1,)}},
)
def units_that_add_nothing(v=0, sides=(1, -1)):
    r"""$v \, \sigma(w \cdot x)$ with $v = 0$, summed over the four samples, for $w = (1, 0)$; and which of the nine
    weights $w$ have $\sigma(w \cdot x) = 0$ at all four.
    """
    samples = [(s, 0) for s in sides] + [(0, s) for s in sides]
    yield {"nothing": sum(v * max(x[0], 0) for x in samples)}
    silent = [w for w in product((-1, 0, 1), repeat=2) if all(w[0] * x[0] + w[1] * x[1] <= 0 for x in samples)]
    yield {"zero alone": silent == [(0, 0)]}


@leaves(leaving.gradients, whole=False)
@exact.check(
    "diverse.equation-5",
    "gradient",
    wrong={"any point": {"kinks": True}, r"$\frac{1}{2 m}$ for $\frac1m$": {"factor": fmpq(1, 2)}},
    scope="instances",
)
def difference_quotients(rng, instances, kinks=False, factor=1):
    """Central differences of the loss, exact as it is quadratic between kinks, less (5), for every weight of random
    networks.
    """
    for one in nets(rng, 3 * instances):
        if one.has_kinks and not kinks:
            continue
        for unit in range(len(one.units)):
            for i, slope in enumerate(gradient(one, unit)):
                quotient = (moved(one, unit, i, STEP) - moved(one, unit, i, -STEP)) / (2 * STEP)
                yield {"slopes": fraction(quotient - factor * slope)}


@leaves(leaving.kink)
@exact.check(
    "diverse.equation-5",
    "no-derivative-at-a-kink",
    wrong={"a sample on the active side": {"w": (1, 1)}, "the target 1": {"y": 1}},
)
def minimum_at_a_kink(w=(0, 1), y=-1):
    r"""$L$ at $w$ less $\frac12$, the least that an output $\ge 0$ leaves; its slopes to both sides, by differences;
    and the first entry of (5), less 1.
    """
    one = net([w], [1], [(1, 0)], [y])
    up, down = moved(one, 0, 0, STEP) - one.loss(), moved(one, 0, 0, -STEP) - one.loss()
    yield {"the least loss": fraction(one.loss() - fmpq(1, 2))}
    yield {"flat to one side": fraction(down), "the slope 1 to the other": fraction(up - STEP - STEP**2 / 2)}
    yield {"(5)": fraction(gradient(one, 0)[0] - 1)}


@leaves(leaving.gradients, whole=False)
@exact.check(
    "diverse.equation-6",
    "product",
    wrong={r"residuals without $\frac1m$": {"divided": False}, "$D$ without signs": {"signs": False}},
    scope="instances",
)
def matrix_times_residuals(rng, instances, divided=True, signs=True):
    """$D r$ less (5) for every unit of random networks, at kinks too."""
    for one in nets(rng, instances):
        matrix = (one if signs else Net(one.units, [1] * len(one.units), one.samples, one.targets)).matrix
        residuals = [r if divided else r * len(one.targets) for r in one.residuals]
        found = matrix * fmpq_mat([[r] for r in residuals])
        claimed = [slope for unit in range(len(one.units)) for slope in gradient(one, unit)]
        yield {"entries": [fraction(found[i, 0] - slope) for i, slope in enumerate(claimed)]}


@leaves(leaving.two_samples)
@exact.check(
    "diverse.equation-7",
    "attained",
    wrong={"$r$ along $(1, 1)$": {"r": (1, 1)}, "$x_2 = (0, 1)$": {"second": (0, 1)}},
)
def equality_in_two_samples(r=(1, -1), second=UNIT[1]):
    r"""$\frac25$ is an eigenvalue of $D^\top D$, whose trace 2 puts the other above; and
    $\|D r\|^2 = \frac25 \|r\|^2$.
    """
    matrix = net([(1, 0)], [1], [UNIT[0], second]).matrix
    gram = matrix.transpose() * matrix
    least = fmpq(2, 5)
    yield {"an eigenvalue": fraction((gram - least * fmpq_mat([[1, 0], [0, 1]])).det())}
    column = fmpq_mat([[entry] for entry in r])
    squared = (column.transpose() * gram * column)[0, 0]
    yield {"equality": fraction(squared - least * (column.transpose() * column)[0, 0])}


@leaves(leaving.loss_bounds, whole=False)
@exact.check(
    "diverse.equation-7",
    "loss",
    wrong={r"$\frac{m}{4 s^2}$": {"factor": fmpq(1, 2)}, r"$\frac{m}{8 s^2}$": {"factor": fmpq(1, 4)}},
    scope="instances",
)
def loss_by_the_gradient(rng, instances, factor=1):
    r"""$\frac{m}{2 s^2} \|D r\|^2$ is at least $L$, with $s^2 = \|D\|^2$ for one sample, where there is equality, and
    for two samples in fractions.

    Of two samples with equally long columns the least eigenvalue is the squared length less the size of their product.
    """
    for stream in streams(rng, instances, fixed=tuple(range(6))):
        for samples in (1, 2):
            one = symmetric_net(stream, samples)
            matrix = one.matrix
            gram = matrix.transpose() * matrix
            least = gram[0, 0] - abs(gram[0, 1]) if samples == 2 else gram[0, 0]
            if least > 0:
                squared = sum((slope**2 for u in range(2) for slope in gradient(one, u)), fmpq(0))
                yield {"at least the loss": bool(factor * samples * squared / (2 * least) >= one.loss())}


@leaves(leaving.square)
@exact.check(
    "diverse.rank",
    "square",
    wrong={"equal samples": {"second": UNIT[0]}, "two units": {"units": 2}},
)
def square_matrix(second=UNIT[1], units=1):
    """The rank of $D$ less 2, and $n d$ less $m = 2$."""
    one = net([(1, 0)] * units, [1] * units, [UNIT[0], second])
    yield {"rank": one.matrix.rank() - 2, "weights": units * 2 - 2}


@leaves(leaving.few_weights, whole=False)
@exact.check(
    "diverse.rank",
    "repaired",
    wrong={"as many weights as samples": {"most": 0}, "more": {"most": 1}},
    scope="instances",
)
def fewer_weights_than_samples(rng, instances, most=-1):
    """Random networks with $n d = m - 1$: the rank of $D$ is below $m$."""
    sizes = [(n, d, n * d - most) for n, d in leaving.UNITS_AND_INPUTS]
    for one in nets(rng, instances, sizes):
        yield {"below m": one.matrix.rank() < len(one.samples)}


@leaves(leaving.antipodal_pairs, whole=False)
@exact.check(
    "diverse.rank",
    "antipodal-pairs",
    wrong={"units orthogonal to a pair": {"orthogonal": True}, "a dimension less": {"less": 1}},
    scope="instances",
)
def ranks_with_antipodal_pairs(rng, instances, orthogonal=False, less=0):
    """The rank of $D$ is at most $p + d$, for $p = d + 1$ in 2 and 3 inputs and up to 20 random units."""
    for one in pairs_and_units(rng, instances, 1, orthogonal):
        pairs = len(one.samples) // 2
        yield {"at most p + d": one.matrix.rank() <= pairs + one.inputs - less}


@leaves(leaving.orthogonal_units)
@exact.check(
    "diverse.rank",
    "orthogonal-units",
    wrong={"$(4, -2)$ for $(4, -3)$": {"third": (4, -2)}, "two units": {"third": (1, 0)}},
)
def full_rank_with_orthogonal_units(third=(4, -3)):
    """The rank of $D$, less 6."""
    units, signs, samples = ORTHOGONAL
    yield {"rank": net([*units[:2], third], signs, samples).matrix.rank() - 6}
