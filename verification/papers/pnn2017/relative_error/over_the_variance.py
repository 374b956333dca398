"""The wording of the Schur value over the variance of a random target."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.attainment.claims import BY_ARGUMENT, INPUTS, LINES
from verification.papers.pnn2017.paper import PAPER

RANDOM = (
    r"$r = \gamma d$ and $r^* = \gamma^* d$ independent uniform random lines, $\rho = \gamma^*/\gamma$, $d \to "
    r"\infty$"
)

variance_normalised = Claim(
    id="ours.variance-normalised",
    source=PAPER.section("7.1", "beyond Proposition 1", "ours"),
    status=Status.TRUE,
    title="The Schur value over the variance of a random target",
    says=r"For target weights $w^*_j \sim N(0, I/d)$ and random lines, "
    r"$\frac{q^{*\top} S q^*}{4 \operatorname{Var} h^*(x)} \to \frac{b (1 + \rho)}{2 - 2/\pi + \gamma^*/\pi}$, "
    r"and the "
    r"best affine function leaves $\frac{b + \gamma^*/\pi}{2 - 2/\pi + \gamma^*/\pi}$ of the variance. Over the mean "
    r"square, which the mean dominates, the Schur value tends to 0 like $\frac{1}{d}$.",
    where={**LINES, r"h^*": "the target's output", r"\gamma^*": r"$r^*/d$", r"\rho": r"$r^*/r$"},
    assumptions=(INPUTS, RANDOM, r"$w^*_j \sim N(0, I/d)$, independent"),
    parts=(
        Part(
            "variance",
            r"$\operatorname{Var} h^*(x) = \frac14 \|w_0\|^2 + "
            r"\frac14 q^{*\top} (\Psi_{22} - \frac{2}{\pi} \mathbf{1} \mathbf{1}^\top) q^*$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$E h^*(x)^2 = \frac14 \|w_0\|^2 + \frac14 q^{*\top} \Psi_{22} q^*$, the risk of the empty "
                    r"network.",
                    uses="pnn.theorem-8:value",
                ),
                Step(
                    r"$E \max(w \cdot x, 0) = \frac{\|w\|}{\sqrt{2 \pi}}$, so "
                    r"$(E h^*(x))^2 = \frac{1}{2 \pi} (\sum_j q^*_j)^2$.",
                    cites="The mean of the positive part of a normal variable",
                ),
            ),
            unhunted="the mean and the variance of Gaussian projections, one term for each pair of lines, of "
            "which pnn.theorem-8:value is hunted",
        ),
        Part(
            "algebra",
            r"With $\psi$ replaced by $(\frac{2}{\pi} + \frac{1}{\pi d}) \mathbf{1} \mathbf{1}^\top + b I$, $q^*$ by "
            r"$\mathbf{1}$ and $\|w_0\|^2$ by $r^*$ the three quotients have the limits stated here; the Schur "
            r"value's less linear regression's is $\frac{\gamma^* (\pi - 2 - \gamma)}{\pi \gamma\, (2 - 2/\pi + "
            r"\gamma^*/\pi)}$, $\gamma = \frac{r}{d}$: below zero from $r > (\pi - 2) d$ on.",
            Role.OURS,
            unhunted="limits and an inequality in two numbers, which the engine decides",
        ),
        Part(
            "limit",
            r"$\frac{q^{*\top} S q^*}{4 \operatorname{Var} h^*(x)} \to \frac{b (1 + \rho)}{2 - 2/\pi + "
            r"\gamma^*/\pi}$ in "
            r"probability, and $d \frac{q^{*\top} S q^*}{4 E h^*(x)^2} \to \frac{(\pi/2 - 1)(1 + \rho)}{\gamma^*}$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$\frac{1}{r^*} \|q^* - \mathbf{1}\|^2 \to 0$ and $\frac{1}{r^*} \|w_0\|^2 \to 1$ in "
                    r"probability: "
                    r"$q^*_j$ has mean $1 + O(\frac{1}{d})$ and variance $O(\frac{1}{d})$, and $w_0 \sim N(0, "
                    r"\frac{r^*}{d} I)$.",
                    cites="Chebyshev's inequality",
                ),
                Step(
                    r"$S = b I + \frac{b c}{b + c r} \mathbf{1} \mathbf{1}^\top + E$, $c = \frac{2}{\pi}$, "
                    r"$\|E\| \to 0$; "
                    r"this is bounded, so $\frac{1}{r^*} q^{*\top} S q^* \to b (1 + \rho)$.",
                    uses="pnn.theorem-11:approximation",
                ),
                Step(
                    r"$\|\Psi_{22} - \frac{2}{\pi} \mathbf{1} \mathbf{1}^\top - b I - \frac{1}{\pi d} \mathbf{1} "
                    r"\mathbf{1}^\top\| \to 0$, so $\frac{1}{r^*} q^{*\top} (\Psi_{22} - "
                    r"\frac{2}{\pi} \mathbf{1} \mathbf{1}^\top) q^* \to b + \frac{\gamma^*}{\pi}$.",
                    uses="pnn.equation-7.9:limit",
                ),
                Step(
                    r"The variance is a quarter of this and of $\|w_0\|^2$, and $E h^*(x)^2$ exceeds it by "
                    r"$\frac{1}{2 \pi} (\sum_j q^*_j)^2 = \frac{r^{*2}}{2 \pi} (1 + o(1))$.",
                    uses="variance",
                ),
                Step(r"The quotients of these limits are those stated.", uses="algebra"),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "linear-regression",
            r"The best affine function of $x$ has mean squared error $\operatorname{Var} h^*(x) - \frac14 "
            r"\|w_0\|^2$, in "
            r"the limit $\frac{b + \gamma^*/\pi}{2 - 2/\pi + \gamma^*/\pi}$ of the variance.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$h^*(x) = \frac12 w_0 \cdot x + \frac12 \sum_j |w^*_j \cdot x|$, and the second term is "
                    r"even, so "
                    r"uncorrelated with $x$: the best affine function is its mean plus $\frac12 w_0 \cdot x$.",
                    cites="Linear regression on uncorrelated normal variables",
                ),
                Step(
                    r"What is left is $\frac14 q^{*\top} (\Psi_{22} - \frac{2}{\pi} \mathbf{1} \mathbf{1}^\top) "
                    r"q^*$.",
                    uses="variance",
                ),
                Step(r"Its limit over that of the variance.", uses="algebra"),
            ),
            unhunted="the mean and the variance of Gaussian projections, one term for each pair of lines, of "
            "which pnn.theorem-8:value is hunted",
        ),
    ),
)
