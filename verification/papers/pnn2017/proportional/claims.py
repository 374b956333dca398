"""Section 7.1 for random lines in proportion to the inputs: equations (7.9) and (7.10), Theorems 11 and 13."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

RANDOM = (
    r"$x \sim N(0, I)$",
    r"$r = \gamma d$ lines and $r^* = \rho r$ target lines, independent and uniform, $d \to \infty$",
)
SYMBOLS = {
    r"U, U^*": "unit vectors of the lines and target lines as rows, shapes (lines, inputs), (target lines, inputs)",
    r"\Psi": r"$\psi[V V^\top]$ of $n$ lines $V$",
    r"S": r"$\Psi_{22} - \Psi_{21} \Psi_{11}^{-1} \Psi_{12}$, shape (target lines, target lines)",
    r"d, r, r^*": "numbers of inputs, lines and target lines",
    r"b, c": r"$1 - \frac{2}{\pi}$ and $\frac{2}{\pi}$",
}
BY_ARGUMENT = "a limit theorem that is cited, and a written argument; the identities are proved"
SAMPLED = "random draws at finite sizes; the order of what is left is not proved"

equation_7_9 = Claim(
    id="pnn.equation-7.9",
    source=PAPER.section("7.1", "equation (7.9)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel matrix of random lines is nearly constant",
    says=r"For $n = O(d)$ independent uniform lines, $\|\Psi - (\frac{2}{\pi} + \frac{1}{\pi d}) \mathbf{1} "
    r"\mathbf{1}^\top - b I\| \to 0$ in probability; the rate is slow, $d^{-1/2}$.",
    where=SYMBOLS,
    assumptions=RANDOM,
    parts=(
        Part(
            "limit",
            r"$\|\Psi - M\| \to 0$ in probability, $M = (\frac{2}{\pi} + \frac{1}{\pi d}) \mathbf{1} "
            r"\mathbf{1}^\top + b I$.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"For $f$ smooth near 0 and differentiable at 1, the matrix $f[V V^\top]$ of $n = O(d)$ lines is "
                    r"$(f(0) + \frac{f''(0)}{2 d}) \mathbf{1} \mathbf{1}^\top + f'(0) V V^\top + "
                    r"(f(1) - f(0) - f'(0)) I$, up to a matrix whose norm tends to 0 in probability.",
                    cites="El Karoui (2010), The spectrum of kernel random matrices, Theorem 2.1",
                ),
                Step(
                    r"For $f = \psi$ these numbers are $\frac{2}{\pi} + \frac{1}{\pi d}$, 0 and $b$.",
                    uses="pnn.equation-7.10:constants",
                ),
            ),
        ),
        Part(
            "rate",
            r"$\|\Psi - M\|$ falls like $d^{-1/2}$ in $d$: with $x = \frac{n}{N}$ and $N = \frac{1}{2} (d + "
            r"2)(d - 1)$ it is "
            r"near $\frac{1}{\pi} (2 \sqrt{x} + x)$.",
            Role.OURS,
            strength=CONSISTENT,
            why=SAMPLED,
        ),
    ),
)

equation_7_10 = Claim(
    id="pnn.equation-7.10",
    source=PAPER.section("7.1", "equation (7.10)", "reconstructed"),
    status=Status.TRUE,
    title="The constants of the limiting kernel matrix",
    says=r"$\psi(0) = \frac{2}{\pi}$, $\psi'(0) = 0$, $\frac{1}{2} \psi''(0) = \frac{1}{\pi}$ and "
    r"$\psi(1) - \psi(0) - \psi'(0) = 1 - \frac{2}{\pi}$.",
    where=SYMBOLS,
    parts=(
        Part(
            "constants",
            r"$\psi(0) = \frac{2}{\pi}$, $\psi'(0) = 0$, $\frac{1}{2} \psi''(0) = \frac{1}{\pi}$, "
            r"$\psi(1) - \psi(0) - \psi'(0) = 1 - \frac{2}{\pi}$.",
        ),
    ),
)

theorem_11 = Claim(
    id="pnn.theorem-11",
    source=PAPER.section("7.1", "Theorem 11", "reconstructed"),
    status=Status.TRUE,
    title="The norm of the Schur complement for random lines",
    says=r"$\|S\| \to (1 - \frac{2}{\pi})(1 + \frac{r^*}{r})$ in probability.",
    where=SYMBOLS,
    assumptions=RANDOM,
    parts=(
        Part(
            "value",
            r"With $b I + c\, \mathbf{1} \mathbf{1}^\top$ for $\Psi$ the Schur complement is "
            r"$b I + \frac{b c}{b + c r} \mathbf{1} \mathbf{1}^\top$, of norm $b (1 + \frac{r^*}{r + b/c})$, "
            r"which tends to "
            r"$b (1 + \rho)$.",
            Role.OURS,
        ),
        Part(
            "approximation",
            r"$\|S - b I - \frac{b c}{b + c r} \mathbf{1} \mathbf{1}^\top\| \to 0$ in probability.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"Let $K$ be $\psi$ of all $r + r^* = O(d)$ lines and $M$ its limit. $\|K - M\| \to 0$ in "
                    r"probability, "
                    r"and $M \succeq b I$, so $K \succeq \frac{b}{2} I$ with probability tending to 1.",
                    uses="pnn.equation-7.9:limit",
                ),
                Step(
                    r"Then $K^{-1} - M^{-1} = K^{-1} (M - K) M^{-1}$ has norm at most "
                    r"$\frac{2}{b^2} \|K - M\| \to 0$.",
                    cites="The resolvent identity",
                ),
                Step(
                    r"$S^{-1} = (K^{-1})_{22}$, and for the Schur complement $S_M$ of $M$ alike, so that "
                    r"$\Delta = S^{-1} - S_M^{-1}$ has $\|\Delta\| \to 0$. $\|S_M\|$ is bounded; once "
                    r"$\|\Delta\| \le \frac{1}{2 \|S_M\|}$, $\|S\| \le 2 \|S_M\|$ and "
                    r"$\|S - S_M\| = \|S \Delta S_M\| \le 2 \|S_M\|^2 \|\Delta\| \to 0$.",
                    cites="The inverse of a block matrix and its Schur complement",
                ),
                Step(
                    r"The Schur complement of $b I + \beta \mathbf{1} \mathbf{1}^\top$ is "
                    r"$b I + \frac{b \beta}{b + \beta r} \mathbf{1} \mathbf{1}^\top$; as $\beta = c + "
                    r"\frac{1}{\pi d} \to c$, "
                    r"it differs from that for $c$ by a norm of $O(\frac{1}{d^2})$.",
                    uses="value",
                ),
            ),
        ),
        Part(
            "limit",
            r"$\|S\| \to b (1 + \rho)$ in probability.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$\|S\|$ differs from $\|b I + \frac{b c}{b + c r} \mathbf{1} \mathbf{1}^\top\|$ by a "
                    r"number that "
                    r"tends to 0.",
                    uses="approximation",
                ),
                Step(r"The latter tends to $b (1 + \rho)$.", uses="value"),
            ),
        ),
    ),
)

theorem_11_finite = Claim(
    id="ours.theorem-11-finite",
    source=PAPER.section("7.1", "beyond Theorem 11", "ours"),
    status=Status.OPEN,
    title="Theorem 11 at finite size: its correction and its fluctuation",
    says=r"With $\lambda = E\, \psi(u \cdot v)$ of two uniform lines, $\|S\|$ has mean "
    r"$(1 - \lambda)\left(1 + \frac{r^*}{r + (1 - \lambda)/\lambda}\right) + O(\frac{1}{d^2})$ and standard "
    r"deviation "
    r"$\frac{2 (1 + \rho)}{\pi d} (1 + o(1))$.",
    where={**SYMBOLS, r"\lambda": r"$\frac{2}{\pi} + \frac{1}{\pi d} + O(\frac{1}{d^2})$"},
    assumptions=RANDOM,
    reason=r"Second-order perturbation by the kernel's degree-two part suggests both; that what is left of the "
    r"mean is "
    r"of order $d^{-2}$ is not proved.",
    parts=(
        Part(
            "expansion",
            r"With $\lambda = \frac{2}{\pi} + \frac{1}{\pi d}$ the value is $b (1 + \rho) - \frac{1}{d} "
            r"\left(\frac{1 + "
            r"\rho}{\pi} + \frac{\pi \rho b^2}{2 \gamma}\right)$ up to $O(\frac{1}{d^2})$.",
            Role.OURS,
        ),
        Part(
            "variance",
            r"If the entries $F_{ij}$, $i < j$, of a symmetric $F$ with zero diagonal are uncorrelated, of "
            r"variance $v$, "
            r"and $w$ is $-\rho$ on $r$ lines and 1 on $r^*$ targets, then "
            r"$\operatorname{Var}(w^\top F w)/r^{*2} \to 2 v (1 + \rho)^2$ as a multiple of $v$.",
            Role.OURS,
        ),
        Part(
            "mean",
            r"The mean of $\|S\|$ is $(1 - \lambda)\left(1 + \frac{r^*}{r + (1 - \lambda)/\lambda}\right) + "
            r"O(\frac{1}{d^2})$.",
            Role.OURS,
            expected=None,
            strength=CONSISTENT,
            why=SAMPLED,
        ),
        Part(
            "fluctuation",
            r"The standard deviation of $\|S\|$ is $\frac{2 (1 + \rho)}{\pi d} (1 + o(1))$.",
            Role.OURS,
            expected=None,
            strength=CONSISTENT,
            why=SAMPLED,
        ),
    ),
)

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
