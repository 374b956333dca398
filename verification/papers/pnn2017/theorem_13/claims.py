"""Section 7.2 for random lines in proportion to the inputs: Theorem 13 and the exact limit."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.random_kernels.claims import BY_ARGUMENT, RANDOM, SYMBOLS

WITH_LINEAR = r"\Psi_{22} - \Psi_{21} (\Psi_{11} + U U^\top)^{-1} \Psi_{12}"

theorem_13 = Claim(
    id="pnn.theorem-13",
    source=PAPER.section("7.2", "Theorem 13", "reconstructed"),
    status=Status.TRUE_IF_REPAIRED,
    title="A bound in the bad regions for random lines",
    says=rf"For $\mu > 0$, $\|{WITH_LINEAR}\| \le b (1 + \rho) + \rho (1 + \sqrt{{\gamma}} + \mu)^2 + o(1)$, with "
    r"probability at least $1 - 2 e^{-\mu^2 d/2}$.",
    where={**SYMBOLS, r"\mu, \eta": r"positive numbers, $\eta < 1$"},
    assumptions=RANDOM,
    reason="The bound on the norm of the lines is that of Gaussian vectors; the lines are unit vectors.",
    repair=r"Divide by $1 - \eta$ and add $r e^{-d \eta^2}$ to the probability of failure.",
    parts=(
        Part(
            "chain",
            r"With $b I + c\, \mathbf{1} \mathbf{1}^\top$ for $\Psi$ the norm is at most "
            r"$b (1 + \rho) + \rho \|U\|^2$.",
            Role.OURS,
        ),
        Part(
            "bound",
            rf"$\|{WITH_LINEAR}\| \le b (1 + \rho) + \rho \left(\frac{{1 + \sqrt{{\gamma}} + \mu}}{{1 - "
            rf"\eta}}\right)^2 + "
            r"\epsilon_d$, where $\epsilon_d \to 0$ in probability, with probability at least $1 - e^{-\mu^2 d/2} - "
            r"r e^{-d \eta^2}$.",
            Role.REPAIRED,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$\|\Psi - M\| \to 0$ for all lines together, and $M + U U^\top \succeq b I$ on its "
                    r"blocks: as in "
                    r"Theorem 11, with $U U^\top$ added to the first block of both, the Schur complements "
                    r"differ by a norm "
                    r"$\epsilon_d \to 0$.",
                    uses="pnn.equation-7.9:limit",
                ),
                Step(r"That of $M + U U^\top$ is at most $b (1 + \rho) + \rho \|U\|^2$.", uses="chain"),
                Step(
                    r"$u_r = \frac{g_r}{\|g_r\|}$ with normal $g_r$, so $\|U\| \le \frac{\|G\|}{\min_r "
                    r"\|g_r\|}$, where "
                    r"$\|G\| \le \sqrt{d} (1 + \sqrt{\gamma} + \mu)$ except with probability $e^{-\mu^2 d/2}$.",
                    cites="Davidson and Szarek (2001), Theorem II.13",
                ),
                Step(
                    r"$P(\|g\| < (1 - \eta) \sqrt{d}) \le e^{-\frac{d}{2} ((1 - \eta)^2 - 1 - 2 \ln(1 - \eta))} \le "
                    r"e^{-d \eta^2}$, as $-2 \ln(1 - \eta) \ge 2 \eta + \eta^2$; add over the $r$ lines.",
                    cites="Chernoff's bound for a chi-square variable",
                ),
            ),
        ),
    ),
)

theorem_13_exact = Claim(
    id="ours.theorem-13-exact",
    source=PAPER.section("7.2", "beyond Theorem 13", "ours"),
    status=Status.TRUE,
    title="The exact limit of the norm that Theorem 13 bounds",
    says=rf"$\|{WITH_LINEAR}\| \to b + \frac{{\rho}}{{m}}$ in probability, where "
    r"$\frac{1}{m} = \frac{1}{2} \left(1 + b - \gamma + \sqrt{(1 + b - \gamma)^2 + 4 \gamma b}\right)$.",
    where={**SYMBOLS, "m": r"the mean of $\frac{1}{x + b}$ under the limiting law of the eigenvalues of $U U^\top$"},
    assumptions=RANDOM,
    parts=(
        Part(
            "root",
            r"If $m$ is that mean, $\gamma b m^2 + (1 - \gamma + b) m = 1$, and $\frac{1}{m}$ is as stated.",
            Role.OURS,
        ),
        Part(
            "limit",
            r"The norm tends to $b + \frac{\rho}{m}$ in probability.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"As in the theorem the norm differs by $o(1)$ from that with $b I + c\, \mathbf{1} "
                    r"\mathbf{1}^\top$ "
                    r"for $\Psi$.",
                    uses="pnn.equation-7.9:limit",
                ),
                Step(
                    r"That is $b + r^* \frac{c}{1 + c \tau}$ with $\tau = \mathbf{1}^\top (b I + U U^\top)^{-1} "
                    r"\mathbf{1}$.",
                    uses="pnn.theorem-13:chain",
                ),
                Step(
                    r"Flipping the signs of the lines leaves their law as it is, so $\frac{\tau}{r}$ is "
                    r"$\frac{1}{r} \epsilon^\top (b I + U U^\top)^{-1} \epsilon$ for independent signs "
                    r"$\epsilon$; given $U$ "
                    r"its mean is $\frac{1}{r} \operatorname{tr} (b I + U U^\top)^{-1}$ and its variance at most "
                    r"$\frac{2}{r b^2} \to 0$.",
                    cites="The variance of a quadratic form in random signs; Chebyshev's inequality",
                ),
                Step(
                    r"The trace over $r$ tends to the mean $m$ of $\frac{1}{x + b}$: the lengths of Gaussian "
                    r"rows, divided "
                    r"by $\sqrt{d}$, tend to 1 uniformly, so unit rows have the same limiting law.",
                    cites="Marchenko and Pastur (1967)",
                ),
                Step(
                    r"So $r^* \frac{c}{1 + c \tau} \to \frac{\rho}{m}$, with the root as stated.",
                    uses="root",
                ),
            ),
        ),
    ),
)
