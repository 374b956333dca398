"""Attainment of the Schur value: when the least risk is its lower bound, and that it need not be."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.paper import PAPER

INPUTS = r"$x \sim N(0, I)$"
LINES = {
    r"u_r, u^*_j": "unit vectors of the network's and the target's lines, shapes (lines, inputs), (target lines, "
    "inputs), rows of $U$ and $U^*$",
    r"q, q^*": "sums of the norms of the weights on each line, shapes (lines,), (target lines,)",
    r"p, w_0": r"signed sums of the network's coefficients on each line, shape (lines,); "
    r"$w_0 = \sum_j w^*_j$, shape (inputs,)",
    r"\Psi_{11}, \Psi_{12}, \Psi_{22}": r"$\psi[U U^\top]$, $\psi[U U^{*\top}]$, $\psi[U^* U^{*\top}]$",
    r"S": r"$\Psi_{22} - \Psi_{21} \Psi_{11}^{-1} \Psi_{12}$, shape (target lines, target lines)",
    r"d, r, r^*": "numbers of inputs, lines and target lines",
    r"b": r"$1 - \frac{2}{\pi}$",
}
BY_ARGUMENT = "a written argument; its identities are proved"
INSTANCES = "a frequency over random instances; a true one is refused less than once in a million (exact intervals)"
LEAST_VALUE = r"$\min_W L(W)$"

attainment = Claim(
    id="pnn.attainment",
    source=PAPER.section("6 and 7", "the optimum as the Schur value", "ours"),
    status=Status.TRUE,
    title="The Schur value is a lower bound of the risk that need not be attained",
    says=rf"The least risk {LEAST_VALUE} is at least $\frac14 q^{{*\top}} S q^*$, and equals it only if "
    r"$q = \Psi_{11}^{-1} \Psi_{12} q^* \ge 0$ and some $p$ has $U^\top p = w_0$ and $|p_r| \le q_r$. Neither need "
    r"hold, and in the networks of Figure 11 they seldom do. The least risk itself is a non-negative least squares "
    r"problem in the masses on both sides of each line.",
    where=LINES,
    assumptions=(INPUTS, "distinct lines, at least two neurons on each"),
    parts=(
        Part(
            "condition",
            r"$\min_W L(W) = \frac14 q^{*\top} S q^*$ if and only if $q = \Psi_{11}^{-1} \Psi_{12} q^* \ge 0$ and "
            r"there is a $p$ with $U^\top p = w_0$ and $|p_r| \le q_r$ for all $r$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"Some $W$ has the bound's value exactly if there are $q \ge 0$ with $\Psi_{11} q = \Psi_{12} q^*$ "
                    r"and $p$ with $|p_r| \le q_r$, $U^\top p = w_0$.",
                    uses="pnn.corollary-4:equality",
                ),
                Step(
                    r"$\Psi_{11}$ is invertible, so $q$ can only be $\Psi_{11}^{-1} \Psi_{12} q^*$.",
                    uses="ours.distinct-lines:definite",
                ),
                Step(
                    r"The least risk is reached: the functions $h(\cdot\,; W)$ form a finitely generated cone in "
                    r"$L^2$, and $L$ is the squared distance to $h^*$.",
                    cites="Finitely generated convex cones are closed",
                ),
            ),
            unhunted="the same squares as in pnn.corollary-4:equality; that no risk is below is hunted in "
            "pnn.corollary-4:lower-bound",
        ),
        counterexample(
            "negative-mass",
            r"Two inputs, lines at 0 and 18 degrees, one target neuron of norm 1 at 36 degrees: $\Psi_{11}^{-1} "
            r"\Psi_{12}$ has a negative entry, and the least risk, about 0.0444, is more than four times the Schur "
            r"value, about 0.0109.",
        ),
        counterexample(
            "no-balance",
            r"Two inputs, lines $e_1$, $e_2$, one target neuron of norm 1 at 45 degrees: $\Psi_{11}^{-1} \Psi_{12} > "
            r"0$, but $U^\top p = w_0$ only for a $p$ with $p_r > q_r$, and the least risk, about 0.0671, is above the "
            r"Schur value, about 0.0527.",
        ),
        Part(
            "rank",
            r"If $w_0$ is not in the span of the lines, as for almost every $w_0$ if $r < d$, the risk of every "
            r"network exceeds the Schur value by at least a quarter of the squared distance of $w_0$ from that span.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"Completing the square, $L \ge \frac14 \|U^\top p - w_0\|^2 + \frac14 q^{*\top} S q^*$, and "
                    r"$U^\top p$ lies in the span of the lines.",
                    uses="pnn.corollary-4:completed-square",
                ),
            ),
            unhunted="the same squares as in pnn.corollary-4:equality; that no risk is below is hunted in "
            "pnn.corollary-4:lower-bound",
        ),
        Part(
            "seldom",
            r"For $d = 15$, 20 target neurons $N(0, I/15)$ and 20, 25, 50 or 100 uniform random lines (Figure 11 has 5 "
            r"to 50) the bound is attained with probability less than one quarter.",
            Role.OURS,
            strength=CONSISTENT,
            why=INSTANCES,
        ),
        Part(
            "trained",
            r"In the simulations of Figure 11 neither the least risk nor that of any trained network is below the "
            r"Schur value, both exceed it in the mean for every $k$, by more than 2% over all, and the bound is "
            r"attained less than once in a hundred simulations.",
            Role.OURS,
            strength=CONSISTENT,
            why="training runs are instances",
        ),
    ),
)
