"""Definiteness, eigenvalue bounds and the counterexamples, in balls."""

from fractions import Fraction

from flint import arb, arb_mat, fmpq, fmpz

from verification.balls import largest, smallest
from verification.certificates import leaves
from verification.eigenvalues import least_eigenvalue
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.kernel_matrix import balls_of_lines as lines
from verification.papers.pnn2017.kernel_matrix import certificates as leaving
from verification.papers.pnn2017.kernel_matrix import definite_as_data, tails_as_data, turned_axes_as_data
from verification.papers.pnn2017.kernel_matrix.one_neuron_between_axes import TARGETS, optimum
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched.local_minima import convexity, local_minimum, mixed_lines

FORMS = ("pnn2017/kernel",)
TENTH, QUARTER = fmpq(1, 10), fmpq(1, 4)
BITS = 512  # balls of pivots grow exponentially with the number of lines


def upper_parabola(forms, rho):
    """2/pi + (1 - 2/pi) rho^2: above the kernel, equal to it at 0 and 1."""
    return 2 / arb.pi() + (1 - 2 / arb.pi()) * rho**2


def arccos_kernel(forms, rho):
    """The closed form with arccos in place of arcsin."""
    return 2 / arb.pi() * ((1 - rho**2).sqrt() + rho * rho.acos())


def acute_cosine(forms, rho):
    """The cosine of the lines' acute angle."""
    return abs(rho)


@leaves(definite_as_data.with_repeated_line, whole=False)
@certified.check(
    "pnn.lemma-1",
    "semidefinite",
    wrong={
        r"$\arccos$ for $\arcsin$": {"kernel": arccos_kernel},
        r"the acute angle's cosine for $\psi$": {"kernel": acute_cosine},
    },
    bits=BITS,
)
def repeated_lines_too(forms, kernel=lines.psi):
    r"""$\psi[K] + 10^{-40} I$ is positive definite for families of lines, the first of them repeated with the other
    sign."""
    for name, cosines in lines.families().items():
        matrix = lines.entrywise(lambda rho: kernel(forms, rho), lines.with_repeated_line(cosines))
        yield Positive(f"least pivot, {name}", lines.least_pivot(lines.shifted(matrix, arb(10) ** -40)))


@leaves(definite_as_data.distinct_lines, whole=False)
@certified.check(
    "ours.distinct-lines",
    "definite",
    wrong={
        "a repeated line": {"extend": lines.with_repeated_line},
        r"a parabola for $\psi$": {"kernel": upper_parabola},
        r"the acute angle's cosine for $\psi$": {"kernel": acute_cosine},
    },
    bits=BITS,
)
def families_of_distinct_lines(forms, kernel=lines.psi, extend=lambda cosines: cosines):
    r"""$\psi[K] - 10^{-9} I$ is positive definite for every family: the least eigenvalue of $\psi[K]$, enclosed, is
    larger than $10^{-9}$."""
    for name, cosines in lines.families().items():
        matrix = lines.entrywise(lambda rho: kernel(forms, rho), extend(cosines))
        yield Positive(f"least eigenvalue, {name}", least_eigenvalue(arb_mat(matrix)) - arb(10) ** -9)


def tails(forms, rho, count):
    """T_0 to T_(count-1) at rho: psi less the first terms of its series."""
    found = [lines.psi(forms, rho)]
    for n in range(count - 1):
        coefficient = fmpq(int(fmpz(2 * n).bin_uiui(2 * n, n)), 4**n * (2 * n - 1) ** 2)
        found.append(found[-1] - 2 / arb.pi() * arb(coefficient) * rho ** (2 * n))
    return found


def largest_cosine(cosines):
    """The largest |cosine| of two different lines."""
    return largest(abs(x) for i, row in enumerate(cosines) for x in row[:i])


def smallest_cosine(cosines):
    """The smallest |cosine| of two different lines."""
    return smallest(abs(x) for i, row in enumerate(cosines) for x in row[:i])


def eigenvalue_bound(forms, cosines, share=1, late=0, closest=largest_cosine, terms=60):
    """The largest T_N(1) - (R - 1) T_N(mu) over N; any N will do, so that choosing it needs no certificate."""
    at_one, near = tails(forms, arb(1), terms + late), tails(forms, closest(cosines), terms + late)
    values = [at_one[n] - share * (len(cosines) - 1) * near[n + late] for n in range(terms)]
    return max(values, key=lambda ball: float(ball.mid()))


@leaves(definite_as_data.bound, whole=False)
@certified.check(
    "ours.smallest-eigenvalue",
    "bound",
    wrong={
        "a tenth of $R - 1$": {"share": arb(1) / 10},
        r"one term later at $\mu$": {"late": 1},
        "the farthest lines for the closest": {"closest": smallest_cosine},
    },
    bits=BITS,
)
def no_eigenvalue_below_the_bound(forms, **formula):
    r"""$\psi[K] - (1 - 10^{-9}) m I$ is positive definite for families of two or more lines, $m$ the stated bound;
    two lines attain it."""
    for name, cosines in lines.families().items():
        if len(cosines) > 1:
            bound = eigenvalue_bound(forms, cosines, **formula) * (1 - arb(10) ** -9)
            matrix = lines.entrywise(lambda rho: lines.psi(forms, rho), cosines)
            yield Positive(f"least eigenvalue, {name}", least_eigenvalue(arb_mat(matrix)) - bound)


@leaves(tails_as_data.tails_fall_like_powers, whole=False)
@certified.check(
    "ours.smallest-eigenvalue",
    "positive",
    wrong={"one power more": {"more": 2}, "half the tail": {"half": arb(1) / 2}, "$N = 0$ alone": {"terms": 1}},
    bits=BITS,
)
def tails_fall_like_powers(forms, more=0, half=1, terms=60):
    r"""$\mu^{2N} T_N(1) - T_N(\mu) > 0$ for $\mu$ from $\frac1{20}$ to $\frac{19}{20}$ and $N$ from 1 to 12; and the
    bound itself is positive for every family."""
    at_one = tails(forms, arb(1), 13)
    for step in range(1, 20):
        mu = arb(fmpq(step, 20))
        near = tails(forms, mu, 13)
        gaps = [half * mu ** (2 * n + more) * at_one[n] - near[n] for n in range(1, 13)]
        yield Positive(f"least gap, mu = {step}/20", min(gaps, key=lambda ball: ball.lower()))
    for name, cosines in lines.families().items():
        if len(cosines) > 1:
            yield Positive(f"bound, {name}", eigenvalue_bound(forms, cosines, terms=terms))


@leaves(leaving.least_risk_on_the_axes)
@certified.check(
    "pnn.lemma-2",
    "schur-below-risk",
    wrong={
        "weights of any sign": {"used": 4},
        "a half for the quarter": {"quarter": fmpq(1, 2)},
        "as heavy a second neuron": {"light": 1},
        "the first neuron on the other side of e1": {"targets": ((1, -1), (0, 1))},
        "the light neuron beside e2": {"targets": ((1, 1), (1, 9))},
        "pivots above 1": {"pivot": 1},
    },
)
def least_risk_on_the_axes(forms, light=TENTH, used=2, quarter=QUARTER, targets=TARGETS, pivot=0):
    r"""The least risk exceeds $\frac14 \|S\| |q^*|^2$. It is the least: stationary in the used coefficients since
    they solve for that, with positive weights, positive slopes towards the features left out, and convex, the kernel
    matrix of the axes being positive definite. $S$ has a positive first entry and zeros beside it."""
    yield convexity(nets.kernel(forms), (Fraction(0), Fraction(1, 2)), pivot)
    found = optimum(forms, arb(light), used, targets)
    yield from (Positive(f"weight {i}", weight) for i, weight in enumerate(found.coefficients[:2]))
    yield from (Positive(f"slope {i}", slope) for i, slope in enumerate(found.slopes))
    yield from (Agreement(f"S[{i}][1]", found.schur[i][1]) for i in range(2))
    yield Positive("S[0][0]", found.schur[0][0])
    pair = (arb.pi() / 4).sin() * (1 + 3 * arb.pi() / 4)  # J_1(pi/4)
    yield Agreement("risk", found.risk - (arb(1) / 2 - pair**2 / (arb.pi() * (arb.pi() + 1))))
    yield Positive("excess", found.risk - arb(quarter) * found.schur[0][0] * (1 + arb(light) ** 2))


BESIDE = (((1, 0, 0), (0, 1, 0), (3, 4, 0), (0, 0, 1)), ((1, 0, 0), (0, 1, 0), (5, 12, 0), (0, 0, 1)))


@leaves(leaving.dependent_lines)
@certified.check(
    "pnn.lemma-2",
    "dependent-lines",
    wrong={
        "mixed lines that span": {"third": (0, 3, 4)},
        "the bound twenty times as large": {"share": fmpq(5)},
        "as many mixed lines as four inputs ask for": {"inputs": 4},
        "the other side alone of the target's last line": {"sides": (-1,)},
        "pivots above 1": {"pivot": 1},
    },
)
def three_mixed_lines_in_a_plane(forms, third=(3, 4, 0), share=QUARTER, inputs=3, sides=(1, -1), pivot=0):
    r"""Solve for the network with both signs on three lines and positive weights on the fourth, in balls: a local
    minimum whose risk exceeds the bound and is 0.34 up to 0.01.

    Each line's two neurons are of one size, since the target's are: $g = 0$ on the first three lines, whose third
    coordinate vanishes. $\|S\|$ is at most the root of the sum of squares of its entries.
    """
    psi, own, other = nets.kernel(forms), (*BESIDE[0][:2], third, BESIDE[0][3]), BESIDE[1]
    rows = [tuple(map(Fraction, line)) for line in own]
    aims = [tuple(map(Fraction, line)) for line in other]
    target = [neuron for line in aims[:3] for neuron in nets.both(line)]
    target += [neuron for side in sides for neuron in nets.one(aims[3], side)]
    net = nets.stationary(psi, [*map(nets.both, rows[:3]), nets.one(rows[3])], target)
    yield mixed_lines([[n.sign for n in net if n.line == row] for row in rows], inputs)
    yield from local_minimum(psi, net, target, pivot=pivot)
    a, b, c, _ = blocks(forms, own, other)
    norm = sum((x * x for row in lines.schur_complement(a, b, c) for x in row), arb(0)).sqrt()
    risk, squared_masses = nets.risk(psi, net, target), 16
    yield Positive("risk less the bound", risk - arb(share) * norm * squared_masses)
    yield Positive("0.04 less a quarter of the bound on the norm", arb(fmpq(1, 25)) - norm * squared_masses / 4)
    yield Positive("0.01 less the distance of the risk from 0.34", arb(fmpq(1, 100)) - abs(risk - arb(fmpq(34, 100))))


TURNED = {
    "one line turned by 1/20": (((20, 0),), ((20, 1),)),
    "axes of the plane": (((1, 0), (0, 1)), ((20, 1), (1, 20))),
    "three lines of space": (((1, 0, 0), (1, 1, 0), (1, 1, 1)), ((9, 1, 0), (8, 9, 1), (9, 8, 7))),
    "five lines of the plane": (
        ((1, 0), (2, 1), (1, 1), (1, 2), (0, 1)),
        ((9, 1), (9, 5), (9, 8), (4, 9), (-1, 9)),
    ),
}


def blocks(forms, left, right):
    """psi between the lines, across, and between the target lines; and the gap G = A - B - B' + C."""
    a, b, c = (
        lines.entrywise(lambda rho: lines.psi(forms, rho), lines.cosines(*pair))
        for pair in ((left, left), (left, right), (right, right))
    )
    size = range(len(a))
    return a, b, c, [[a[i][j] - b[i][j] - b[j][i] + c[i][j] for j in size] for i in size]


@leaves(definite_as_data.complements, whole=False)
@certified.check(
    "ours.lemma-2-sharp",
    "sandwich",
    wrong={
        "nine tenths of $G$": {"share": fmpq(9, 10)},
        "plus for minus in $S$": {"sign": -1},
        "$G$ below $S$": {"floor": 1},
    },
)
def complement_below_the_gap(forms, share=1, sign=1, floor=0):
    r"""$S = C - B^\top A^{-1} B$ and $G - S$ are positive definite for some pairs of families."""
    for name, (left, right) in TURNED.items():
        a, b, c, gap = blocks(forms, left, right)
        schur = lines.schur_complement([[sign * x for x in row] for row in a], b, c)
        rest = [[share * g - s for g, s in zip(*pair, strict=True)] for pair in zip(gap, schur, strict=True)]
        above = [[s - floor * g for g, s in zip(*pair, strict=True)] for pair in zip(gap, schur, strict=True)]
        yield Positive(f"S, {name}", lines.least_pivot(above))
        yield Positive(f"G - S, {name}", lines.least_pivot(rest))


@leaves(definite_as_data.traces, whole=False)
@certified.check(
    "ours.lemma-2-sharp",
    "trace",
    wrong={
        "nine tenths of the distance": {"share": fmpq(9, 10)},
        "the distance to the third power": {"power": 3},
        "a hundredth of the trace": {"part": fmpq(1, 100)},
    },
)
def trace_below_the_distance(forms, share=1, power=2, part=1):
    r"""$(\mathrm{tr}\, G) I - S$ is positive definite and $\mathrm{tr}\, G < \|U - U^*\|_F^2$, the sum of
    $2 - 2 \cos$ over the pairs of lines, for some pairs of families."""
    for name, (left, right) in TURNED.items():
        a, b, c, gap = blocks(forms, left, right)
        trace = sum(gap[i][i] for i in range(len(gap)))
        complement = lines.schur_complement(a, b, c)
        rest = lines.shifted([[-x for x in row] for row in complement], part * trace)
        distance = arb(sum(2 - 2 * lines.cosine(v, w) for v, w in zip(left, right, strict=True))).sqrt()
        yield Positive(f"tr G - S, {name}", lines.least_pivot(rest))
        yield Positive(f"distance, {name}", share * distance**power - trace)


@leaves(turned_axes_as_data.turned_axes)
@certified.check(
    "ours.lemma-2-sharp",
    "not-the-operator-norm",
    wrong={
        "twice the square": {"factor": 2},
        "the other diagonal": {"diagonal": -1},
        "a large turn": {"turned": ((3, 2), (2, 3))},
    },
)
def axes_turned_towards_each_other(forms, turned=((20, 1), (1, 20)), diagonal=1, factor=1):
    r"""$v^\top S v$ exceeds $\|U - U^*\|^2$ at $v = \frac1{\sqrt2} (1, 1)$, for the axes both turned inwards by the
    same small angle $\theta$.

    $U - U^*$ has the rows $(1 - \cos\theta, -\sin\theta)$ and $(-\sin\theta, 1 - \cos\theta)$, and the operator norm
    $\sin\theta + 1 - \cos\theta$.
    """
    axes = ((1, 0), (0, 1))
    a, b, c, _ = blocks(forms, axes, turned)
    schur = lines.schur_complement(a, b, c)
    norm = lines.cosine(axes[1], turned[0]) + 1 - lines.cosine(axes[0], turned[0])
    form = (schur[0][0] + 2 * diagonal * schur[0][1] + schur[1][1]) / 2
    yield Positive("excess", form - factor * norm**2)
