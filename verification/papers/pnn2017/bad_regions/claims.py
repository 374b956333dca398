"""Regions in which every line carries one sign: Section 7.2 on bad local optima."""

from verification.claim import DERIVED, PROVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.paper import PAPER

SYMBOLS = {
    "D": r"the unit vectors of the lines, each turned to the sign that its weights have, as rows, "
    r"shape (lines, inputs)",
    "q": "sum of the norms of the weights on each line, shape (lines,); $q^*$ the same for the target's lines",
    "w_0": r"$\sum_j w_j^*$, the sum of the target's weights, shape (inputs,)",
    "z": r"$\sum_i w_i - w_0 = D^\top q - w_0$, shape (inputs,)",
    r"\Psi_{11}, \Psi_{12}, \Psi_{22}": r"$\psi[U U^\top]$, $\psi[U U^{*\top}]$, $\psi[U^* U^{*\top}]$ for the unit "
    r"vectors $U$ of the lines and $U^*$ of the target's, entry by entry; $\Psi_{21}$ is the transpose of $\Psi_{12}$",
    "S": r"the Schur complement $\Psi_{22} - \Psi_{21} \Psi_{11}^{-1} \Psi_{12}$, shape (target lines, target lines)",
}
MATRIX = {
    "M": r"$\Psi_{22} - \Psi_{21} (\Psi_{11} + D D^\top)^{-1} \Psi_{12}$, shape (target lines, target lines)",
    r"\|\cdot\|": "the operator norm of a matrix, the length of a vector",
}
ASSUMPTIONS = (
    r"$x \sim N(0, I)$, $h(x; W) = \sum_i \max(w_i \cdot x, 0)$ and the target alike on its own lines.",
    "Every line has a neuron. All weights are non-zero, and those on one line point the same way.",
    r"The lines are distinct, so that $\Psi_{11}$ and $\Psi_{11} + D D^\top$ are positive definite.",
)
BALANCED = r"Assumption 1: the target's weights sum to zero, $w_0 = 0$."


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part beyond the paper that has a proof in symbols."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


equation_13 = Claim(
    id="pnn.equation-7.13",
    source=PAPER.section("7.2", "equation (7.13)", "reconstructed"),
    status=Status.TRUE,
    title="Where the risk is stationary among weights of one sign a line",
    says=r"In a region where every line carries one sign, $W$ is stationary exactly if "
    r"$D z + \Psi_{11} q = \Psi_{12} q^*$.",
    where=SYMBOLS,
    assumptions=ASSUMPTIONS,
    reading="The displayed formula is lost in our copy. Where a weight's norm has slope zero is determined by the "
    "risk of Theorem 8 and the signs of the region; how it is written is our choice. The kernel is even, so that "
    "turning lines leaves its matrices as they are.",
    parts=(
        Part(
            "stationary",
            r"The slope of $L$ in the norm of a weight on line $r$ is entry $r$ of "
            r"$\frac12 (D z + \Psi_{11} q - \Psi_{12} q^*)$.",
        ),
    ),
)

equation_14 = Claim(
    id="pnn.equation-7.14",
    source=PAPER.section("7.2", "equations (7.14), (7.15)", "reconstructed"),
    status=Status.TRUE,
    title="The risk at such a point",
    says=r"At a stationary point of the region, "
    r"$L = \frac14 z^\top (I + D^\top \Psi_{11}^{-1} D) z + \frac14 q^{*\top} S q^*$.",
    where=SYMBOLS,
    assumptions=ASSUMPTIONS,
    reading="The displayed formula is lost in our copy. It is the risk of Theorem 8 where (7.13) holds, so that its "
    r"value is determined; how it is written is our choice. Equation (7.15) is read as $z = D^\top q - w_0$.",
    parts=(Part("value", r"$4 L = z^\top (I + D^\top \Psi_{11}^{-1} D) z + q^{*\top} S q^*$."),),
)

lemma_3 = Claim(
    id="pnn.lemma-3",
    source=PAPER.section("7.2", "Lemma 3", "reconstructed"),
    status=Status.TRUE,
    title="The imbalance at a stationary point in closed form",
    says=r"At a stationary point of the region, "
    r"$z = (I + D^\top \Psi_{11}^{-1} D)^{-1} (D^\top \Psi_{11}^{-1} \Psi_{12} q^* - w_0)$.",
    where=SYMBOLS,
    assumptions=ASSUMPTIONS,
    reading="The displayed formula is lost in our copy. Equation (7.16) is read as (7.13) and (7.15) solved for $z$, "
    "which determines its value; how it is written is our choice. The other parts are ours.",
    parts=(
        Part(
            "balance",
            r"(7.13) holds exactly if $z$ has this value and $q = \Psi_{11}^{-1} (\Psi_{12} q^* - D z)$; the matrix in "
            r"front has the inverse $I - D^\top (\Psi_{11} + D D^\top)^{-1} D$.",
            unhunted="identities of linear equations, which the engine decides for symbols; "
            "pnn.equation-7.13:stationary and pnn.equation-7.14:value, between which they stand, are "
            "hunted",
        ),
        ours(
            "masses",
            r"(7.13) is the linear system $(\Psi_{11} + D D^\top) q = \Psi_{12} q^* + D w_0$, without an inverse of "
            r"$\Psi_{11}$.",
            unhunted="identities of linear equations, which the engine decides for symbols; "
            "pnn.equation-7.13:stationary and pnn.equation-7.14:value, between which they stand, are "
            "hunted",
        ),
        ours(
            "risk",
            r"With $g = \Psi_{12} q^* + D w_0$, a stationary point has "
            r"$4 L = q^{*\top} \Psi_{22} q^* + \|w_0\|^2 - g^\top (\Psi_{11} + D D^\top)^{-1} g$.",
            unhunted="identities of linear equations, which the engine decides for symbols; "
            "pnn.equation-7.13:stationary and pnn.equation-7.14:value, between which they stand, are "
            "hunted",
        ),
        ours(
            "quadratic",
            r"At $q = (\Psi_{11} + D D^\top)^{-1} (\Psi_{12} q^* + D w_0)$, $4 L(q + v) - 4 L(q) = "
            r"v^\top (\Psi_{11} + D D^\top) v$ for every $v$.",
            unhunted="an identity of linear equations, which the engine decides for symbols; "
            "pnn.equation-7.14:value is hunted",
        ),
        Part(
            "criterion",
            r"The region holds a local minimum exactly if every entry of $q = (\Psi_{11} + D D^\top)^{-1} "
            r"(\Psi_{12} q^* + D w_0)$ is positive. All its local minima then have these masses and the same risk.",
            Role.OURS,
            strength=DERIVED,
            why="from a quadratic to the minima of a region is a written argument",
            argument=(
                Step(
                    r"In the region $L$ depends on the weights through $q$ alone, the signed sums being $D^\top "
                    r"q$; and "
                    r"the region is an open set of weights, over which $q$ takes every positive value.",
                    uses="pnn.theorem-8:value",
                ),
                Step(r"A local minimum in it is stationary,", uses="pnn.equation-7.13:stationary"),
                Step(r"so that its masses are those stated, and they are positive.", uses="masses"),
                Step(r"Conversely, where those are positive, $L$ is nowhere smaller:", uses="quadratic"),
                Step(
                    r"$\Psi_{11}$ is positive definite, and so is $\Psi_{11} + D D^\top$. So all weights of the region "
                    r"with these masses are local minima.",
                    uses="ours.distinct-lines:definite",
                ),
            ),
            unhunted="identities of linear equations, which the engine decides for symbols; "
            "pnn.equation-7.13:stationary and pnn.equation-7.14:value, between which they stand, are "
            "hunted",
        ),
    ),
)

theorem_12 = Claim(
    id="pnn.theorem-12",
    source=PAPER.section("7.2", "Theorem 12", "reconstructed"),
    status=Status.TRUE,
    title="The risk of bad local optima is at most a second Schur complement",
    says=r"Under Assumption 1, every local optimum in a region of one sign a line has "
    r"$L \le \frac14 \|q^*\|^2 \|\Psi_{22} - \Psi_{21} (\Psi_{11} + D D^\top)^{-1} \Psi_{12}\|$.",
    where=SYMBOLS | MATRIX,
    assumptions=(*ASSUMPTIONS, BALANCED),
    reading="The displayed formula is lost in our copy. With Lemma 3 and $w_0 = 0$, (7.14) determines the risk, "
    r"$\frac14 q^{*\top} M q^*$. Nothing in the text at hand fixes how it is bounded; it is read as the bound by the "
    "norm of $M$. The value and the counterexample are ours.",
    parts=(
        Part("bound", r"$L \le \frac14 \|q^*\|^2 \|M\|$ at every local optimum of the region."),
        ours(
            "value",
            r"$L = \frac14 q^{*\top} M q^*$ there.",
            unhunted="an identity of the quadratic form that pnn.equation-7.14:value is hunted for, with $w_0 = 0$",
        ),
        counterexample(
            "without-assumption",
            r"Assumption 1 is needed. One input, one line, two positive weights with sum 1, target weights $+1$ and "
            r"$-2$: a bad local minimum with $L = 2$. The bound would be $\frac54$, and $\frac98$ with the two target "
            r"neurons taken as one line.",
            PROVED,
        ),
    ),
)

assumption_1 = Claim(
    id="pnn.assumption-1",
    source=PAPER.section("7.2", "Assumption 1", "reconstructed"),
    status=Status.FALSE,
    title="The sum of the target's weights is no small matter",
    says=r"Assumption 1 sets $w_0 = 0$, for random target lines $w_0$ being negligible beside the target's weights.",
    where=SYMBOLS
    | MATRIX
    | {"d": "the number of inputs, at least 2", "n": "the number of target neurons, one on each line"},
    assumptions=(*ASSUMPTIONS, "In the first two parts: independent target directions, uniform on the sphere."),
    reason=r"$\|w_0\|^2$ has the mean $\|q^*\|^2$ whatever the number of target neurons, and is close to it in many "
    r"dimensions. Where it is, the bound of Theorem 12 can fail by a factor above five.",
    repair=r"Ask for $w_0 = 0$ as a property of the target, or keep it: "
    r"$2 \sqrt{L} \le \sqrt{\|M\|} \, \|q^*\| + \|w_0\|$ at every local optimum of the region.",
    reading="What stands in words is that $w_0$ is negligible. Nothing in the text at hand fixes a formula: as an "
    "assumption it is read as $w_0 = 0$, the form in which Theorem 12 uses it, and negligible as small beside $q^*$ "
    "where the numbers of inputs and of target lines grow in proportion.",
    parts=(
        Part(
            "negligible",
            r"$\|w_0\|^2 / \|q^*\|^2 \to 0$ in probability as $d, n \to \infty$ in proportion.",
            expected=False,
            refuted_by="typical-size",
        ),
        Part(
            "typical-size",
            r"For every $d \ge 2$, every $n$ and all norms, $\|w_0\|^2 / \|q^*\|^2$ has mean 1 and a variance of at "
            r"most $\frac{2}{d}$. So $P(\|w_0\|^2 \le \frac12 \|q^*\|^2) \le \frac{8}{d}$, and the ratio tends to 1.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why="a written argument for every number of target neurons; its moments are proved",
            argument=(
                Step(
                    r"$\|w_0\|^2 = \sum_j q_j^{*2} + 2 \sum_{i<j} q_i^* q_j^* c_{ij}$ with $c_{ij} = u_i^* \cdot "
                    r"u_j^*$. "
                    r"Turning $u_j^*$ over changes the sign of $c_{ij}$, so $E c_{ij} = 0$, and $E c_{ij} c_{kl} "
                    r"= 0$ for "
                    r"two different pairs, one of whose indices occurs once.",
                    cites="symmetry of the uniform law, independence",
                ),
                Step(
                    r"$E c_{ij}^2 = \frac{1}{d}$, so the mean is $\|q^*\|^2$ and the variance "
                    r"$\frac{4}{d} \sum_{i<j} q_i^{*2} q_j^{*2}$.",
                    uses="cosine",
                ),
                Step(
                    r"By induction over $n$ that is $\frac{2}{d} (\|q^*\|^4 - \sum_j q_j^{*4})$, at most "
                    r"$\frac{2}{d} \|q^*\|^4$.",
                    uses="pair-sums",
                ),
                Step(
                    r"So the ratio is half its mean or less with probability at most $\frac{2}{d} / (\frac12)^2$.",
                    cites="Chebyshev's inequality",
                ),
            ),
            unhunted="a mean and a variance over random lines",
        ),
        ours(
            "cosine",
            r"$E (u \cdot v)^2 = \frac{1}{d}$ for independent uniform $u, v$, by the density of one coordinate.",
            unhunted="an integral in one number, with $d$ symbolic",
        ),
        ours(
            "pair-sums",
            r"$2 \sum_{i<j} a_i a_j - (\sum_i a_i)^2 + \sum_i a_i^2$ is 0 for one number and does not change as one is "
            r"added.",
            unhunted="an identity carried from $n$ to $n + 1$ numbers by the engine",
        ),
        counterexample(
            "bound-exceeded",
            r"Three inputs, target weights $e_1, e_2, e_3$, positive weights along $\frac19 (-8, 4, -1)$, "
            r"$\frac19 (-1, -8, 4)$ and $\frac19 (4, -1, -8)$: a bad local minimum whose risk is more than five times "
            r"the bound of Theorem 12. Here $\|w_0\|^2 = \|q^*\|^2$, the typical size.",
        ),
        ours(
            "seminorm",
            r"Let $N(s, w)^2 = s^\top \Psi_{22} s + \|w\|^2 - g^\top (\Psi_{11} + D D^\top)^{-1} g$ with "
            r"$g = \Psi_{12} s + D w$. It is a sum of two squares; $(1 + t) N(x)^2 + (1 + \frac1t) N(y)^2 - N(x + "
            r"y)^2 = "
            r"t N(x - \frac1t y)^2$ for $t > 0$; $\|w\|^2 - N(0, w)^2$ is the value of $\Psi_{11} + D D^\top$ at a "
            r"vector; and $N(s, 0)^2 = s^\top M s$.",
            unhunted="squares and one identity of quadratic forms, which the engine decides for symbols",
        ),
        Part(
            "repaired-bound",
            r"$2 \sqrt{L} \le \sqrt{\|M\|} \, \|q^*\| + \|w_0\|$ at every local optimum of the region.",
            Role.REPAIRED,
            strength=DERIVED,
            why="the triangle inequality for a seminorm whose identities are proved",
            argument=(
                Step(r"At a local optimum $4 L = N(q^*, w_0)^2$.", uses="pnn.lemma-3:risk"),
                Step(
                    r"$N(x + y) \le N(x) + N(y)$: put $t = N(y) / N(x)$, or let it tend to this where one of them "
                    r"is 0.",
                    uses="seminorm",
                ),
                Step(r"$N(0, w_0) \le \|w_0\|$ and $N(q^*, 0)^2 = q^{*\top} M q^*$,", uses="seminorm"),
                Step(
                    r"which is at most $\|M\| \|q^*\|^2$.",
                    cites="a quadratic form is at most the norm of its matrix times the squared length",
                ),
            ),
            unhunted="the triangle inequality beside pnn.theorem-12:bound, which is hunted; both are "
            "identities of the same quadratic form",
        ),
    ),
)
