"""Section 7.1 for random lines in proportion to the inputs: Theorem 11 and its size at finite dimension."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.random_kernels.claims import BY_ARGUMENT, RANDOM, SAMPLED, SYMBOLS

theorem_11 = Claim(
    id="pnn.theorem-11",
    source=PAPER.section("7.1", "Theorem 11", "reconstructed"),
    status=Status.TRUE,
    title="The norm of the Schur complement for random lines",
    says=r"$\|S\| \to (1 - \frac{2}{\pi})(1 + \frac{r^*}{r})$ in probability; for a constant number of target lines "
    r"the limit is $1 - \frac{2}{\pi}$.",
    where=SYMBOLS,
    assumptions=RANDOM,
    reading="The displayed formula is lost in our copy. The value is what a limiting kernel matrix that is constant "
    "off its diagonal, equations (7.9) and (7.10), leaves as Schur complement. The theorem's condition on $r^*$ is "
    "lost too: we take $r^*$ in proportion to $r$, and constant. The limit in probability is our reading.",
    parts=(
        Part(
            "value",
            r"With $b I + \beta\, \mathbf{1} \mathbf{1}^\top$, $\beta > 0$, for $\Psi$ of all lines the Schur "
            r"complement is $b I + \frac{b \beta}{b + \beta r} \mathbf{1} \mathbf{1}^\top$, with the eigenvalue $b (1 "
            r"+ \frac{r^*}{r + b/\beta})$ at the vector of ones; for $\beta = c$ this tends to $b (1 + \rho)$.",
            Role.OURS,
            unhunted="functions of four numbers and a limit, which the engine decides",
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
                    r"probability, and $M \succeq b I$, so $K \succeq \frac{b}{2} I$ with probability tending to 1.",
                    uses="pnn.equation-7.9:limit",
                ),
                Step(
                    r"Then $K^{-1} - M^{-1} = K^{-1} (M - K) M^{-1}$ has norm at most $\frac{2}{b^2} \|K - M\| \to 0$.",
                    cites="The resolvent identity",
                ),
                Step(
                    r"$S^{-1} = (K^{-1})_{22}$, and for the Schur complement $S_M$ of $M$ alike, so that $\Delta = "
                    r"S^{-1} - S_M^{-1}$ has $\|\Delta\| \to 0$. $\|S_M\|$ is bounded; once $\|\Delta\| \le \frac{1}{2 "
                    r"\|S_M\|}$, $\|S\| \le 2 \|S_M\|$ and $\|S - S_M\| = \|S \Delta S_M\| \le 2 \|S_M\|^2 \|\Delta\| "
                    r"\to 0$.",
                    cites="The inverse of a block matrix and its Schur complement",
                ),
                Step(
                    r"The Schur complement of $b I + \beta \mathbf{1} \mathbf{1}^\top$ is $b I + \frac{b \beta}{b + "
                    r"\beta r} \mathbf{1} \mathbf{1}^\top$; as $\beta = c + \frac{1}{\pi d} \to c$, it differs from "
                    r"that for $c$ by a norm of $O(\frac{1}{d^2})$.",
                    uses="value",
                ),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "limit",
            r"$\|S\| \to b (1 + \rho)$ in probability.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$\|S\|$ differs from $\|b I + \frac{b c}{b + c r} \mathbf{1} \mathbf{1}^\top\|$ by a number that "
                    r"tends to 0.",
                    uses="approximation",
                ),
                Step(
                    r"The norm of that form is its eigenvalue at the vector of ones, as all others are $b$; it tends "
                    r"to $b (1 + \rho)$.",
                    uses="value",
                ),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "value-for-few-targets",
            r"$b (1 + \frac{r^*}{r + b/c}) \to b$ as $r \to \infty$ with $r^*$ constant.",
            Role.OURS,
            unhunted="functions of four numbers and a limit, which the engine decides",
        ),
        Part(
            "few-targets",
            r"With $r^*$ constant and $r = \gamma d$, $\|S\| \to 1 - \frac{2}{\pi}$ in probability.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"There are $r + r^* = O(d)$ lines, and the argument for the explicit form uses no more.",
                    uses="approximation",
                ),
                Step(
                    r"So $\|S\|$ differs from $b (1 + \frac{r^*}{r + b/c})$, the norm of that form, by a number that "
                    r"tends to 0.",
                    uses="value",
                ),
                Step(r"The latter tends to $b$.", uses="value-for-few-targets"),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
    ),
)

theorem_11_finite = Claim(
    id="ours.theorem-11-finite",
    source=PAPER.section("7.1", "beyond Theorem 11", "ours"),
    status=Status.OPEN,
    title="Theorem 11 at finite size: its correction and its fluctuation",
    says=r"With $\lambda = E\, \psi(u \cdot v)$ of two uniform lines, $\|S\|$ has mean "
    r"$(1 - \lambda)\left(1 + \frac{r^*}{r + (1 - \lambda)/\lambda}\right) + O(\frac{1}{d^2})$ and standard deviation "
    r"$\frac{2 (1 + \rho)}{\pi d} (1 + o(1))$.",
    where={**SYMBOLS, r"\lambda": r"$\frac{2}{\pi} + \frac{1}{\pi d} + O(\frac{1}{d^2})$"},
    assumptions=RANDOM,
    reason=r"Second-order perturbation by the kernel's degree-two part suggests both; that what is left of the "
    r"mean is of order $d^{-2}$ is not proved.",
    parts=(
        Part(
            "expansion",
            r"With $\lambda = \frac{2}{\pi} + \frac{1}{\pi d}$ the value is $b (1 + \rho) - \frac{1}{d} \left(\frac{1 "
            r"+ \rho}{\pi} + \frac{\pi \rho b^2}{2 \gamma}\right)$ up to $O(\frac{1}{d^2})$.",
            Role.OURS,
            unhunted="an expansion in $1/d$, which the engine takes",
        ),
        Part(
            "variance",
            r"If the entries $F_{ij}$, $i < j$, of a symmetric $F$ with zero diagonal are uncorrelated, of "
            r"variance $v$, then $\operatorname{Var}(w^\top F w) = 2 v \left((\sum_i w_i^2)^2 - \sum_i w_i^4\right)$; "
            r"for $w$ of $-\rho$ on $r$ lines and 1 on $r^* = \rho r$ targets this over $v r^{*2}$ tends to $2 (1 + "
            r"\rho)^2$.",
            Role.OURS,
            strength=DERIVED,
            why="the variance of a sum of any number of terms",
            argument=(
                Step(
                    r"$w^\top F w = 2 \sum_{i < j} w_i w_j F_{ij}$ has the variance $4 v \sum_{i < j} w_i^2 w_j^2$,",
                    cites="variances of uncorrelated variables add up",
                ),
                Step(r"which is the first, by the sum over pairs of $w_i^2$.", uses="pnn.assumption-1:pair-sums"),
                Step(r"The second is a limit of sums of powers.", uses="weights"),
            ),
            unhunted="a limit of variances, for uncorrelated entries of any law",
        ),
        Part(
            "weights",
            r"For $w$ of $-\rho$ on $r$ lines and 1 on $\rho r$ targets $\frac{1}{(\rho r)^2} \left((\sum_i w_i^2)^2 - "
            r"\sum_i w_i^4\right) \to (1 + \rho)^2$ as $r \to \infty$; and $\frac1\pi \sqrt{\frac{2}{d^2} \cdot 2 (1 + "
            r"\rho)^2} = \frac{2 (1 + \rho)}{\pi d}$.",
            Role.OURS,
            unhunted="a limit of variances, for uncorrelated entries of any law",
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
