"""Definitions 1 and 2 and Assumption 1: basins, the cells of the partition, random starts."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import CELL, NETWORK, ours

START = {
    "w": "a weight vector with its bias, or the output weights of one output neuron, shape (inputs,)",
    "u, u_1, ..., u_r": "fixed non-zero vectors, the $u_j$ orthogonal to each other",
    "spherically symmetric": "of the same distribution as $Q w$, for every orthogonal matrix $Q$",
}


def existing(name: str, says: str) -> Part:
    """A part beyond the paper that one exact instance settles."""
    return Part(name, says, Role.OURS, universal=False)


definition_1 = Claim(
    id="basin.definition-1",
    source=PAPER.section("2", "Definition 1"),
    status=Status.TRUE,
    title="A basin: connected sublevel sets, and no local minimum but global ones",
    says=r"A closed convex set $B$ of parameters is a basin if every sublevel set of $L$ restricted to $B$ is "
    r"connected, and every local minimum of $L$ over $B$ is global over $B$. $\mathrm{Bas}(B)$ is the least "
    r"value of $L$ on $B$.",
    where={"B": "a closed convex set of parameters", "L": "a continuous loss", r"\mathrm{Bas}(B)": "its least value"},
    assumptions=(
        "That $B$ is connected is required as well, and follows from its convexity.",
        "An empty sublevel set counts as connected; where the least value is not attained, Bas is the infimum.",
    ),
    parts=(
        derived(
            "convex",
            "Every closed convex set is a basin of a convex function.",
            "any dimension",
            Step("A sublevel set of a convex function on a convex set is convex, and so connected.", cites="convexity"),
            Step(
                "Where some point is lower than a local minimum, so are points of the segment between them that are as "
                "near to it as one likes.",
                cites="convexity",
            ),
            unhunted="it asks of every convex function on every convex set what a segment shows at once: there"
            " is no assumption to drop but convexity",
        ),
        existing(
            "connected-but-stuck",
            "The first condition does not imply the second: on an interval, a function that falls, is level, and falls "
            "again has connected sublevel sets and local minima that are not global, on its step.",
        ),
        existing(
            "global-but-split",
            "The second condition does not imply the first: two wells of equal depth have no local minima but global "
            "ones, and a sublevel set in two pieces.",
        ),
    ),
)

definition_2 = Claim(
    id="basin.definition-2",
    source=PAPER.section("4", "Definition 2"),
    status=Status.TRUE_IF_REPAIRED,
    title="The partition of the parameters by the signs of neurons on samples",
    says=r"For signs $A$ of shape $(n, d)$ and $b$ of shape $(n,)$, the cell $B_{A, b}$ holds the $(W, v)$ with "
    r"$\mathrm{sign}(w_i \cdot x_t) = a_{i,t}$ for all neurons and samples and $\mathrm{sign}(v_i) = b_i$. With "
    r"probability 1 a random start lies inside one cell, whose closure is given by the weak inequalities.",
    where=NETWORK | CELL | {"d": "the number of inputs", "m": "the number of samples"},
    assumptions=("The start is as in Assumption 1.",),
    reason="The sign matrix needs one column a sample, not one an input. And a sample that is zero has no sign: with "
    "one of them every cell is empty.",
    repair=r"$A$ of shape $(n, m)$, and samples that are zero left out: they add the constant loss of predicting 0.",
    parts=(
        Part(
            "one-column-an-input",
            r"Sign matrices of shape $(n, d)$ name the non-empty cells, each by one matrix.",
            expected=False,
            refuted_by="other-counts",
        ),
        counterexample(
            "other-counts",
            "One neuron with two inputs and three samples, no two on a line, has six non-empty cells for either sign "
            "of its output weight, more than there are rows of two signs; with one sample it has two cells, fewer than "
            "there are rows.",
            PROVED,
        ),
        Part(
            "every-sample",
            "For all samples, a start lies inside some cell with probability 1.",
            expected=False,
            refuted_by="sample-zero",
        ),
        counterexample(
            "sample-zero", "With the sample $x_1 = 0$ no weight vector has a sign on it: every cell is empty.", PROVED
        ),
        derived(
            "partition",
            r"With $A$ of shape $(n, m)$ and no sample zero, the cells are disjoint open sets, and a start lies in one "
            "of them with probability 1.",
            "it rests on a probability",
            Step(
                "The signs of a point determine its cell, and they are constant near a point where no $w_i \\cdot x_t$ "
                "and no $v_i$ is zero.",
                cites="continuity of linear functions",
            ),
            Step(
                r"$P(w_i \cdot x_t = 0) = 0$ for each of finitely many neurons and samples, and likewise for $v_i$.",
                uses="basin.assumption-1:no-zero-product",
            ),
            role=Role.REPAIRED,
            unhunted="sign patterns are disjoint by definition, and that boundaries have probability zero is "
            "no matter of instances",
        ),
        derived(
            "closure",
            "The closure of a cell that is not empty is given by the weak inequalities.",
            "any number of neurons and samples",
            Step("Limits of points of the cell satisfy the weak inequalities.", cites="continuity of linear functions"),
            Step(
                r"A point that satisfies them is the limit of points of a segment to any point of the cell, which lie "
                r"in the cell.",
                uses="segment",
            ),
            unhunted="one segment between two points, whose signs the engine decides",
        ),
        ours(
            "segment",
            r"For $w$ with $a \, w \cdot x \ge 0$ and $w'$ with $a \, w' \cdot x > 0$, $a$ times the product of $(1 - "
            r"\epsilon) w + \epsilon w'$ with $x$ is positive for $0 < \epsilon < 1$, and at $\epsilon = 0$ that of "
            r"$w$.",
            unhunted="one segment between two points, whose signs the engine decides",
        ),
        existing(
            "empty-cell",
            "Of an empty cell this is false: for two equal samples with one input and opposite signs, the weak "
            "inequalities hold at $w = 0$.",
        ),
        ours(
            "cones",
            r"Cells are not bounded: with $(W, v)$ they hold $(s W, s' v)$ for all $s, s' > 0$. They are cones, not "
            r"polytopes.",
            unhunted="products of signs with positive factors, which the engine decides",
        ),
    ),
)

assumption_1 = Claim(
    id="basin.assumption-1",
    source=PAPER.section("2", "Assumption 1"),
    status=Status.TRUE,
    title="Random starts: independent neurons, spherically symmetric and never zero",
    says="The weight vectors of all neurons (in hidden layers with their biases) are independent, spherically "
    "symmetric and not zero with probability 1.",
    where=START,
    assumptions=("What follows is what the proofs use of it, and what it leaves open.",),
    parts=(
        derived(
            "no-zero-product",
            r"$P(w \cdot u = 0) = 0$ for every $u \ne 0$.",
            "a measure on the sphere",
            Step(
                r"$\frac{w}{\|w\|}$ is uniform on the sphere and independent of $\|w\|$.",
                cites="the polar decomposition of a spherically symmetric distribution",
            ),
            Step(
                "In two dimensions or more the directions orthogonal to $u$ have measure 0; in one dimension there are "
                "none.",
                cites="the measure of a great subsphere",
            ),
            unhunted="an almost sure event of a law without atoms: no draw refutes it",
        ),
        derived(
            "fair-signs",
            r"The signs of $w \cdot u_1, \dots, w \cdot u_r$ are independent and fair: each of the $2^r$ vectors of "
            r"signs has the probability $2^{-r}$. Those of different neurons are independent.",
            "any dimension",
            Step(
                r"The reflection that exchanges $u_j$ and $-u_j$ is orthogonal and fixes the other $u_k$: it turns the "
                r"sign $j$ alone and keeps the distribution. So all vectors of signs without zero are equally likely.",
                cites="the definition of spherical symmetry",
            ),
            Step(r"A zero among them has probability 0.", uses="no-zero-product"),
            unhunted="a law of signs, which draws test and none refutes",
        ),
        existing(
            "atoms",
            r"In one dimension atoms are not excluded: $w$ uniform on $\{-1, 1\}$ satisfies the assumption, and "
            r"$P(w = 1) = \frac12$.",
        ),
        existing(
            "uniform-weights",
            r"Uniform weights in a cube, as in common starts, do not satisfy it: for two weights uniform in $[-1, 1]$, "
            r"$E w_1^4 = \frac15$ and along the diagonal $E \left(\frac{w_1 + w_2}{\sqrt2}\right)^4 = \frac{4}{15}$.",
        ),
        existing(
            "zero-biases",
            r"Nor do biases that start at zero: the last entry of $(w, 0)$ has second moment 0, the others have not.",
        ),
    ),
)
