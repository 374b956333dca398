"""The least loss over a basin as a convex program, beyond the paper."""

from verification.claim import Claim, Part, Role, Status, Step, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import CELL, NETWORK, ours

DUAL = {
    r"\nu": "a dual point, one number a sample",
    r"\lambda_i": "multipliers of neuron $i$, one number a sample, none negative",
    "polar": r"the equations $b_i X^\top D_i \nu + X^\top \mathrm{diag}(a_i) \lambda_i = 0$ for every neuron $i$",
    "H": r"$H(s) = -s \log s - (1 - s) \log(1 - s)$, with $H(0) = H(1) = 0$",
    "r": "the rank of $X$",
}
ANY_SIZE = "any number of neurons and samples"

basin_value_is_convex = Claim(
    id="ours.basin-value-is-convex",
    source=PAPER.section("4", "beyond Definition 1", "ours"),
    status=Status.TRUE,
    title="The least loss over a basin is a convex program with a certificate",
    says=r"Over a closed cell, the loss is a convex function of $z_i = |v_i| w_i$, and the $z$ of the cell are the "
    r"whole polyhedral cone $C_1 \times \dots \times C_n$. So $\mathrm{Bas} = \min \, L(M z)$ with "
    r"$M z = \sum_i b_i D_i X z_i$, and every dual point bounds it from below.",
    where=NETWORK | CELL | DUAL,
    assumptions=("Each cell holds a start, so that its interior is not empty.",),
    parts=(
        ours(
            "one-neuron",
            r"$v \max(s, 0) = b \, 1[a = 1] \, |v| s$ for an output weight $v$ of sign $b$, or 0, and a sum $s$ of "
            r"sign $a$, or 0.",
            unhunted="the signs of three numbers, which the engine decides",
        ),
        derived(
            "cone",
            r"The points of a closed cell and the points $z$ of the cone have the same predictions: $p = M z$ for "
            r"$z_i = |v_i| w_i$, and every $z$ of the cone comes from a point of the cell.",
            ANY_SIZE,
            Step(
                r"Sum over the neurons, with $s = w_i \cdot x_t$: $p_t = \sum_i b_i 1[a_{it} = 1] \, z_i \cdot x_t$. "
                r"As $|v_i| \ge 0$, $z_i$ keeps the signs of $w_i$ and lies in $C_i$.",
                uses="one-neuron",
            ),
            Step(
                r"Given $z$ in the cone, $w_i = z_i$ and $v_i = b_i$ lie in the closed cell, and $|v_i| w_i = z_i$.",
                uses="one-neuron",
            ),
            unhunted="a rewriting of each point of a cell and back, by one-neuron; nothing is assumed of the samples",
        ),
        derived(
            "attained",
            r"$\mathrm{Bas} = \min_z L(M z)$ is a convex program over a polyhedral cone. For the squared loss the "
            r"minimum is attained, and its predictions are the point nearest to $y$ of a closed cone.",
            ANY_SIZE,
            Step(r"The loss over the cell is that over the cone, where predictions are linear.", uses="cone"),
            Step(r"$M$ takes the polyhedral cone to a polyhedral cone, which is closed.", cites="Minkowski and Weyl"),
            Step(r"A closed convex set has exactly one point nearest to $y$.", cites="the projection theorem"),
            unhunted="that a minimum is attained is a statement of closedness, which no instance refutes; the "
            "values are those that the hunt of types computes",
        ),
        Part(
            "not-attained",
            r"For the logistic loss the infimum need not be attained: for one sample, one neuron that acts on it, "
            r"target 1 and $b = 1$, $L > 0$ at every sum $z \ge 0$, and $L \to 0$ as $z$ grows.",
            Role.OURS,
            universal=False,
        ),
        ours(
            "square-completed",
            r"$(y - p)^2 = 2 \nu y - \nu^2 - 2 \nu p + (y - p - \nu)^2$ for all numbers.",
            unhunted="an identity in three numbers, which the engine decides",
        ),
        derived(
            "dual-bound",
            r"If $\nu$ and some $\lambda \ge 0$ satisfy the polar equations, then $\nu \cdot M z \le 0$ on the cone "
            r"and $\mathrm{Bas} \ge \frac{1}{m} (2 \nu \cdot y - \|\nu\|^2)$.",
            ANY_SIZE,
            Step(
                r"$\nu \cdot M z = \sum_i b_i z_i \cdot X^\top D_i \nu = -\sum_{i, t} \lambda_{it} a_{it} z_i \cdot "
                r"x_t \le 0$.",
                cites="exchanging finite sums",
            ),
            Step(r"Sum over the samples and leave out the two terms that are not negative.", uses="square-completed"),
            Step(r"This holds for every point of the cell.", uses="cone"),
            unhunted="every exact value that the hunts of types and of Theorem 4 compute is held to this bound"
            " and to its equality, in fractions",
        ),
        derived(
            "tight",
            r"At the nearest point $p^*$, $\nu = y - p^*$ satisfies the polar equations with some $\lambda \ge 0$, and "
            r"the bound equals $\mathrm{Bas} = \frac{1}{m} \|y - p^*\|^2$.",
            ANY_SIZE,
            Step(
                r"$\nu \cdot (p - p^*) \le 0$ for all $p$ of the cone; by $p = 0$ and $p = 2 p^*$, "
                r"$\nu \cdot p^* = 0$ and $\nu \cdot p \le 0$. So $b_i \nu \cdot D_i X z \le 0$ on every $C_i$.",
                cites="the projection theorem",
            ),
            Step(
                r"Then $-b_i X^\top D_i \nu$ is a sum of the $a_{it} x_t$ with multipliers that are not negative.",
                cites="Farkas' lemma",
            ),
            Step(
                r"With $\nu \cdot p^* = 0$ the identity at $p = p^*$ is the bound with equality.",
                uses="square-completed",
            ),
            unhunted="every exact value that the hunts of types and of Theorem 4 compute is held to this bound"
            " and to its equality, in fractions",
        ),
        ours(
            "entropy",
            r"$\log(1 + e^{-q}) - H(s) + s q$ vanishes with its slope at $q = \log\frac{1 - s}{s}$ for $0 < s < 1$, "
            r"and its second derivative in $q$ is positive.",
            unhunted="a function of one number and its derivatives, which the engine decides",
        ),
        derived(
            "logistic-bound",
            r"For the logistic loss and targets $\pm 1$: if $\nu_t = y_t s_t$ with $0 \le s_t \le 1$ and some "
            r"$\lambda \ge 0$ satisfy the polar equations, then $\mathrm{Bas} \ge \frac{1}{m} \sum_t H(s_t)$.",
            ANY_SIZE,
            Step(
                r"$\log(1 + e^{-q}) \ge H(s) - s q$: a convex function is at least its least value, 0. At $s = 0$ and "
                r"$s = 1$ the left side exceeds $\max(-q, 0)$.",
                uses="entropy",
            ),
            Step(r"With $q_t = y_t p_t$ the sum of $s_t q_t$ is $\nu \cdot M z \le 0$.", uses="dual-bound"),
            unhunted="the sum over samples of entropy, one number each",
        ),
        derived(
            "types",
            r"Neurons with the same signs count once: $\mathrm{Bas}$ depends only on the set of the pairs "
            r"$(a_i, b_i)$.",
            ANY_SIZE,
            Step(
                r"Two neurons with equal signs have one cone $C$ and enter $M z$ by their sum; $C + C = C$ for a "
                r"convex cone.",
                uses="cone",
            ),
        ),
        derived(
            "number-of-types",
            r"There are at most $4 \sum_{k < r} \binom{m - 1}{k}$ pairs of signs, for samples of rank $r$ that are not "
            r"zero; samples in general position have as many.",
            "any number of samples in any dimension",
            Step(
                r"The sums $w \cdot x_t$ depend on $r$ coordinates of $w$ only, where $m$ hyperplanes through zero cut "
                r"space into at most $2 \sum_{k < r} \binom{m - 1}{k}$ cells, in general position exactly as many.",
                cites="Schlaefli's count of the regions of a central arrangement",
            ),
            Step(r"Either sign of the output weight doubles the count.", cites="counting"),
            unhunted="a count of the cells of an arrangement, by a theorem that is cited; the checks count "
            "those of whole numbers",
        ),
        derived(
            "independent-samples",
            r"If $X$ has rank $m$, the predictions range independently: $p_t$ over all numbers where neurons of both "
            r"sides act on $x_t$, over $p_t \ge 0$ or $p_t \le 0$ where those of one side do, else over 0 alone. "
            r"$\mathrm{Bas}$ is the mean of the squared distances of the targets to these sets.",
            ANY_SIZE,
            Step(
                r"$z_i \mapsto X z_i$ is onto, so that the sums of a neuron range independently over the numbers of "
                r"their signs, and $p_t$ over the sums of $b_i$ times these.",
                uses="cone",
            ),
            unhunted="sample by sample the statement of basin.theorem-4:coverage, which is hunted",
        ),
    ),
)
