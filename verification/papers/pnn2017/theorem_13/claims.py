"""Section 7.2 for random lines in proportion to the inputs: Theorem 13 and the exact limit."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.random_kernels.claims import BY_ARGUMENT, RANDOM, SYMBOLS

WITH_LINEAR = r"\Psi_{22} - \Psi_{21} (\Psi_{11} + D D^\top)^{-1} \Psi_{12}"

theorem_13 = Claim(
    id="pnn.theorem-13",
    source=PAPER.section("7.2", "Theorem 13", "reconstructed"),
    status=Status.TRUE,
    title="A bound of the risk at bad local optima for random lines",
    says=r"For random lines and target lines, under Assumption 1 and for $\mu > 0$, every local optimum $W$ of every "
    r"region of one sign a line has $L(W) \le \frac14 \|q^*\|^2 \left(b (1 + \rho) + \rho (1 + \sqrt{\gamma} + \mu)^2 "
    r"+ o(1)\right)$, with probability at least $1 - 2 e^{-\mu^2 d/2}$.",
    where={
        **SYMBOLS,
        r"\mu": "a positive number",
        "D": r"the lines turned to the sign that their weights have in a region: $\operatorname{diag}(\epsilon) U$ for "
        r"signs $\epsilon$, shape (lines, inputs)",
        "q^*": "norms of the target's weights on each line, shape (target lines,)",
        "o(1)": "a random variable, the same for all regions and all weights of the target, that tends to 0 in "
        "probability",
    },
    assumptions=(
        *RANDOM,
        r"Assumption 1: the target's weights sum to zero. Independent random weights do not (pnn.assumption-1); here "
        r"the lines are random, and the weights on them may be chosen knowing all lines: two opposite ones on each "
        r"line, or, for $r^* > d$, one on each.",
    ),
    reading="The displayed formula is lost in our copy. What stands in words is a bound, for random lines, of the "
    r"risk at local optima, in whatever region; it is read of all regions at once, and its constant as any $\mu > 0$. "
    r"The constant in the exponent cannot be recovered from the text: $\frac12$ is that of Davidson and Szarek for "
    "normal vectors. What $o(1)$ means is our choice.",
    parts=(
        Part(
            "explicit",
            r"With $b I + \beta\, \mathbf{1} \mathbf{1}^\top$, $\beta > 0$, for $\Psi$ of all lines together $"
            + WITH_LINEAR
            + r"$ is $b I + \frac{\beta}{1 + \beta \tau} \mathbf{1} \mathbf{1}^\top$ with $\tau = \mathbf{1}^\top (b "
            r"I + D D^\top)^{-1} \mathbf{1}$.",
            Role.OURS,
            unhunted="an inequality of norms in four numbers, by an identity that the engine decides",
        ),
        Part(
            "slack",
            r"$\frac{1}{\tau} - \frac{\beta}{1 + \beta \tau} = \frac{1}{\tau (1 + \beta \tau)}$, and $b + r^* \frac{b "
            r"+ \nu^2}{r} = b (1 + \rho) + \rho \nu^2$ for $r^* = \rho r$.",
            Role.OURS,
            unhunted="an inequality of norms in four numbers, by an identity that the engine decides",
        ),
        Part(
            "chain",
            r"With $b I + \beta\, \mathbf{1} \mathbf{1}^\top$, any $\beta > 0$, for $\Psi$ of all lines together the "
            r"norm of $" + WITH_LINEAR + r"$ is at most $b (1 + \rho) + \rho \|D\|^2$.",
            Role.OURS,
            strength=DERIVED,
            why="inequalities between matrices of any size; its identities are proved",
            argument=(
                Step(
                    r"The matrix is $b I + \kappa \mathbf{1} \mathbf{1}^\top$ with $\kappa = \frac{\beta}{1 + \beta "
                    r"\tau} > 0$: its norm is the eigenvalue $b + r^* \kappa$ at the vector of ones.",
                    uses="explicit",
                ),
                Step(r"$\kappa$ is less than $\frac{1}{\tau}$, by a positive number.", uses="slack"),
                Step(
                    r"$b I + D D^\top \preceq (b + \|D\|^2) I$, so that $\tau \ge \frac{r}{b + \|D\|^2}$.",
                    cites="inverses of positive definite matrices are in the opposite order",
                ),
                Step(r"So the norm is at most $b + r^* \frac{b + \|D\|^2}{r}$, as stated.", uses="slack"),
            ),
            unhunted="an inequality of norms in four numbers, by an identity that the engine decides",
        ),
        Part(
            "norm-of-lines",
            r"For $r = \gamma d$ independent uniform lines and $d \ge 2$, $\|U\| \le (1 + \frac1d)(1 + \sqrt{\gamma} + "
            r"\mu)$ except with probability $e^{-\mu^2 d/2}$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"Normal vectors are $g_r = \|g_r\| u_r$ with independent lengths of mean $\kappa$, so that the "
                    r"mean of $G$ given $U$ is $\kappa U$ and $\kappa E \|U\| \le E \|G\| \le \sqrt d (1 + "
                    r"\sqrt{\gamma})$.",
                    cites="Jensen's inequality; Davidson and Szarek (2001), Theorem II.13",
                ),
                Step(
                    r"$\kappa = \sqrt2\, \Gamma(\frac{d + 1}{2})/\Gamma(\frac{d}{2}) \ge \sqrt{d - \frac12}$, so $E "
                    r"\|U\| \le (1 - \frac{1}{2 d})^{-1/2} (1 + \sqrt{\gamma})$.",
                    cites="Watson (1959), A note on gamma functions",
                ),
                Step(
                    r"$\|U\|$ changes by no more than the distance on the product of $r$ spheres, whose logarithmic "
                    r"Sobolev constant is $d - 1$, that of one: $P(\|U\| > E \|U\| + t) \le e^{-(d - 1) t^2/2}$. Put "
                    r"$t = \mu (1 - \frac1d)^{-1/2}$.",
                    cites="Mueller and Weissler (1982), of the circle Weissler (1980); Ledoux (2001), Chapter 5",
                ),
                Step(
                    r"Both factors are at most $(1 - x)^{-1/2} \le 1 + x$ at $x = \frac1d$: for $0 < x \le \frac12$ "
                    r"what is stated of the squares is positive.",
                    uses="factors",
                ),
            ),
            unhunted="a probability over random lines",
        ),
        Part(
            "factors",
            r"$(1 + x)^2 (1 - x) - 1 = x \left(\frac14 + (\frac12 - x)(\frac32 + x)\right)$.",
            Role.OURS,
            unhunted="a polynomial in one number, which the engine decides",
        ),
        Part(
            "norm",
            r"For all signs of the lines at once $\|" + WITH_LINEAR + r"\| \le b (1 + \rho) + \rho (1 + "
            r"\sqrt{\gamma} + \mu)^2 + \epsilon_d$, where $\epsilon_d \to 0$ in probability, except with probability "
            r"$e^{-\mu^2 d/2}$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"Let $M = b I + \beta\, \mathbf{1} \mathbf{1}^\top$ with $\beta = c + \frac{1}{\pi d}$, of all "
                    r"lines together. $\|\Psi - M\| \to 0$; with $D D^\top$ added to the first block of both they are "
                    r"at least $\frac{b}{2} I$ and $b I$ in the end, whatever the signs. The Schur complement of the "
                    r"second is bounded by the next step. As in Theorem 11 the two differ by no more than a constant "
                    r"times $\|\Psi - M\|$, the same for all signs.",
                    uses="pnn.equation-7.9:limit",
                ),
                Step(
                    r"That of $M + D D^\top$ is at most $b (1 + \rho) + \rho \|D\|^2$, and $\|D\| = \|U\|$: signs do "
                    r"not change it.",
                    uses="chain",
                ),
                Step(
                    r"$\|U\|^2 \le (1 + \frac1d)^2 (1 + \sqrt{\gamma} + \mu)^2$ except with that probability.",
                    uses="norm-of-lines",
                ),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "risk",
            r"Every local optimum of every region of one sign a line has $L(W) \le \frac14 \|q^*\|^2 \left(b (1 + "
            r"\rho) + \rho (1 + \sqrt{\gamma} + \mu)^2 + \epsilon_d\right)$, where $\epsilon_d \to 0$ in probability, "
            r"with probability at least $1 - e^{-\mu^2 d/2}$.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"Under Assumption 1 $L \le \frac14 \|q^*\|^2 \|" + WITH_LINEAR + r"\|$ at the local optima "
                    r"of a region.",
                    uses="pnn.theorem-12:bound",
                ),
                Step(r"All these norms are bounded at once, and none depends on the target's weights.", uses="norm"),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
    ),
)

theorem_13_exact = Claim(
    id="ours.theorem-13-exact",
    source=PAPER.section("7.2", "beyond Theorem 13", "ours"),
    status=Status.TRUE,
    title="The exact limit, in one fixed region, of the norm that Theorem 13 bounds",
    says=rf"For signs that do not depend on the lines $\|{WITH_LINEAR}\| \to b + \frac{{\rho}}{{m}}$ in "
    rf"probability, where "
    r"$\frac{1}{m} = \frac{1}{2} \left(1 + b - \gamma + \sqrt{(1 + b - \gamma)^2 + 4 \gamma b}\right)$.",
    where={
        **SYMBOLS,
        "m": r"the mean of $\frac{1}{x + b}$ under the limiting law of the eigenvalues of $U U^\top$",
        "D": r"$\operatorname{diag}(\epsilon) U$ for signs $\epsilon$, shape (lines, inputs)",
    },
    assumptions=(*RANDOM, "The signs are fixed or independent of the lines, except where a part says otherwise."),
    parts=(
        Part(
            "quadratic",
            r"With $s = \gamma m + \frac{1 - \gamma}{b}$, $b s^2 + (b + \gamma - 1) s - 1 = \gamma \left(\gamma b m^2 "
            r"+ (1 - \gamma + b) m - 1\right)$. The roots of this in $m$ have the product $-\frac{1}{\gamma b}$, and "
            r"the inverse of one of them is $\frac12 \left(1 + b - \gamma + \sqrt{(1 + b - \gamma)^2 + 4 \gamma "
            r"b}\right)$.",
            Role.OURS,
            unhunted="a quadratic and its root in three numbers, which the engine decides",
        ),
        Part(
            "root",
            r"If $m$ is that mean, $\gamma b m^2 + (1 - \gamma + b) m = 1$, and $\frac{1}{m}$ is as stated.",
            Role.OURS,
            strength=DERIVED,
            why="it rests on the limiting law of the eigenvalues, which is cited",
            argument=(
                Step(
                    r"The mean $s$ of $\frac{1}{x + b}$ under the limiting law of the eigenvalues of $U^\top U$, a sum "
                    r"of $\gamma d$ matrices of rank one, obeys $s \left(b + \frac{\gamma}{1 + s}\right) = 1$, that is "
                    r"$b s^2 + (b + \gamma - 1) s = 1$.",
                    cites="Marchenko and Pastur (1967)",
                ),
                Step(
                    r"$U^\top U$ and $U U^\top$ have the same eigenvalues but for $d - r$ zeros, so that $d s = r m + "
                    r"\frac{d - r}{b}$.",
                    cites="the eigenvalues of a product in either order",
                ),
                Step(
                    r"This makes it the quadratic equation in $m$. Its roots have opposite signs, and $m$ is positive.",
                    uses="quadratic",
                ),
            ),
            unhunted="a quadratic and its root in three numbers, which the engine decides",
        ),
        Part(
            "limit",
            r"The norm tends to $b + \frac{\rho}{m}$ in probability. Such signs leave the law of the lines as it is: "
            r"take $D = U$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"As in the theorem the norm differs by $o(1)$ from that with $b I + \beta\, \mathbf{1} "
                    r"\mathbf{1}^\top$, $\beta = c + \frac{1}{\pi d}$, for $\Psi$.",
                    uses="pnn.equation-7.9:limit",
                ),
                Step(
                    r"That is $b + r^* \frac{\beta}{1 + \beta \tau}$ with $\tau = \mathbf{1}^\top (b I + U "
                    r"U^\top)^{-1} \mathbf{1}$, the eigenvalue at the vector of ones.",
                    uses="pnn.theorem-13:explicit",
                ),
                Step(
                    r"Flipping the signs of the lines leaves their law as it is, so $\frac{\tau}{r}$ is $\frac{1}{r} "
                    r"\epsilon^\top (b I + U U^\top)^{-1} \epsilon$ for independent signs $\epsilon$; given $U$ its "
                    r"mean is $\frac{1}{r} \operatorname{tr} (b I + U U^\top)^{-1}$ and its variance at most "
                    r"$\frac{2}{r b^2} \to 0$.",
                    cites="The variance of a quadratic form in random signs; Chebyshev's inequality",
                ),
                Step(
                    r"The trace over $r$ tends to the mean $m$ of $\frac{1}{x + b}$: the lengths of Gaussian rows, "
                    r"divided by $\sqrt{d}$, tend to 1 uniformly, so unit rows have the same limiting law.",
                    cites="Marchenko and Pastur (1967)",
                ),
                Step(
                    r"So $\beta r \to \infty$ and $r^* \frac{\beta}{1 + \beta \tau} \to \frac{\rho}{m}$, with the root "
                    r"as stated.",
                    uses="root",
                ),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "other-regions",
            r"Signs that do depend on the lines have other limits. For those of the eigenvector of $U U^\top$ with the "
            r"eigenvalue $\lambda$ the norm is near $b + \rho \left(\frac{c}{\lambda + b} + b m\right)^{-1}$, as that "
            r"vector is like a normal one: for $\gamma = \rho = 1$, where the limit of one fixed region is 1.17, near "
            r"2.05 for the largest $\lambda$, which tends to 4, and near 0.82 for the least, which tends to 0.",
            Role.OURS,
            strength=CONSISTENT,
            why="random draws at finite sizes; how eigenvectors are distributed is not proved for unit lines",
        ),
    ),
)
