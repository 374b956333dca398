"""The wording of what Theorem 9 says of one target neuron on none of the lines: nothing."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.mismatched.wording import INPUTS, NETWORK, SYMBOLS
from verification.papers.pnn2017.paper import PAPER

BY_ARGUMENT = "a written argument for every number of inputs and lines; instances alone would not settle it"

theorem_9_vacuous = Claim(
    id="ours.theorem-9-vacuous",
    source=PAPER.section("6", "beyond Theorem 9", "ours"),
    status=Status.TRUE,
    title="For one target neuron off the lines, Theorem 9's value is never reached",
    says=r"If the target is one neuron $w^*$ on none of the network's lines, no local minimum of any network on "
    r"these lines has $\sum_i w_i = w^*$, and the value of Theorem 9 is never reached. So a region in which the lines "
    r"with both signs span $\mathbb{R}^d$ holds no local minimum. To have $d$ such lines is not enough: where they lie "
    r"in a hyperplane there can be bad local minima.",
    where=SYMBOLS,
    assumptions=(
        INPUTS,
        NETWORK,
        "the lines are distinct; two neurons or more on each in the example of lines in a plane",
        r"one target neuron $w^* \ne 0$, on none of the lines",
    ),
    parts=(
        Part(
            "no-balance",
            r"No local minimum has $z = 0$, zero weights admitted.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"Let $f(x) = \sum_r q_r |u_r \cdot x|$ and $t(x) = |w^* \cdot x|$. From "
                    r"$\max(a, 0) = \frac12 (a + |a|)$, if $z = 0$ then $h = \frac12 (w^* \cdot x + f)$, "
                    r"$h^* = \frac12 (w^* \cdot x + t)$ and $h - h^* = \frac12 (f - t)$. Where $w^* \cdot x < 0$, "
                    r"$h \ge 0$ says $f \ge t$; both are even, so $f \ge t$ for almost all $x$.",
                    cites="The parity decomposition of the ReLU",
                ),
                Step(
                    r"Scaling all weights by $1 + \epsilon$ keeps them on their lines, and $h$ becomes "
                    r"$(1 + \epsilon) h$. The risk is a quadratic in $\epsilon$, so at a local minimum "
                    r"$E (h - h^*) h = 0$. The factor $f - t$ is even, so the odd half of $h$ drops out: "
                    r"$E (f - t) f = 0$.",
                    cites="Fermat's theorem on stationary points; symmetry of the Gaussian law",
                ),
                Step(
                    r"$f - t \ge 0$ and $f \ge t > 0$ almost everywhere, so $f = t$ almost everywhere: "
                    r"$|w^* \cdot x| = \sum_r q_r |u_r \cdot x|$.",
                    cites="A non-negative function with mean zero vanishes almost everywhere",
                ),
                Step(
                    r"But the target's line and the network's are distinct, so no non-trivial combination of their "
                    r"absolute values vanishes: the kernel matrix of distinct lines is strictly positive definite. "
                    r"So $z \ne 0$.",
                    uses="ours.distinct-lines:definite",
                ),
            ),
            unhunted="where it failed, the closed region would hold a minimum that good-regions-empty hunts for",
        ),
        Part(
            "good-regions-empty",
            r"No open orthant in which the lines with both signs span $\mathbb{R}^d$ holds a local minimum.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"A local minimum in such an orthant has $z = 0$: lines without a neuron can be left out.",
                    uses="pnn.theorem-9:repaired",
                ),
                Step(r"No local minimum has $z = 0$.", uses="no-balance"),
            ),
        ),
        counterexample(
            "counted-lines",
            r"To count the lines with both signs is not enough. Three inputs, lines $\frac{1}{\sqrt2}(1, 1, 0)$, "
            r"$(0, 1, 0)$, $\frac{1}{\sqrt2}(-1, 1, 0)$ and $\frac{1}{40001}(39999, 0, 400)$ with two neurons each, "
            r"one target neuron $e_3$. With both signs on the first three lines and negative weights on the fourth "
            r"there is a local minimum without zero weights and with the risk 0.375797, to six digits; the least is "
            r"0.373926.",
        ),
        Part(
            "strict",
            r"$\min_W L(W) > \frac14 q^{*\top} S q^*$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"The least risk is reached: the functions $h(\cdot\,; W)$ form a finite union of finitely "
                    r"generated cones, closed in $L^2$, one for each choice of signs, and $L$ is the squared "
                    r"distance to $h^*$.",
                    cites="Finitely generated convex cones are closed",
                ),
                Step(
                    r"It is at least the bound.",
                    uses="pnn.corollary-4:lower-bound",
                ),
                Step(
                    r"If it equalled the bound, completing the square would give $z = 0$ at a global minimum.",
                    uses="pnn.corollary-4:completed-square",
                ),
                Step(r"No local minimum has $z = 0$, so it does not.", uses="no-balance"),
            ),
            unhunted="where it failed, the closed region would hold a minimum that good-regions-empty hunts for",
        ),
    ),
)
