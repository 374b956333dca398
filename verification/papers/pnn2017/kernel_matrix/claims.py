"""The kernel matrix of lines: Lemmas 1 and 2 and what can be said beyond them."""

from verification.claim import DERIVED, PROVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.paper import PAPER

LINES = {
    "U": "unit vectors $u_1, \\dots, u_R$ on the lines, as rows, shape (lines, inputs)",
    r"\psi[K]": r"the matrix of kernel values $\psi(K_{rs})$, $\psi(u \cdot v) = E\,|u \cdot x|\,|v \cdot x|$",
}
PAIRS = {
    "U, U^*": "unit vectors on the lines and on the target's lines, as rows, each of shape (lines, inputs), row by row",
    "A, B, C": r"$\psi[U U^\top]$, $\psi[U U^{*\top}]$ and $\psi[U^* U^{*\top}]$, each of shape (lines, lines)",
    "S": r"the Schur complement $C - B^\top A^{-1} B$",
    "G": r"the gap $A - B - B^\top + C$",
    r"\|\cdot\|, \|\cdot\|_F": "the operator norm and the Frobenius norm",
}
TOGETHER = Step("The kernel matrix of all lines together is semidefinite.", uses="pnn.lemma-1:semidefinite")
DEFINITE = Step(r"$A$ is definite, as the lines of $U$ are distinct.", uses="ours.distinct-lines:definite")
DISTINCT = "The lines of $U$ are distinct: no two rows are equal or opposite."


def ours(name: str, says: str) -> Part:
    """A part beyond the paper that has a proof in symbols."""
    return Part(name, says, Role.OURS)


def derived(name: str, says: str, why: str, *steps: Step, role: Role = Role.OURS) -> Part:
    """A part that rests on a written argument."""
    return Part(name, says, role, strength=DERIVED, why=why, argument=steps)


lemma_1 = Claim(
    id="pnn.lemma-1",
    source=PAPER.section("5.3", "Lemma 1"),
    status=Status.TRUE,
    title="The kernel matrix is positive semidefinite",
    says=r"For any unit vectors, the matrix $\psi[U U^\top]$ is positive semidefinite.",
    where=LINES,
    parts=(
        derived(
            "semidefinite",
            r"$\psi[U U^\top] \succeq 0$.",
            "the expectation of a square for any number of lines: no identity in finitely many symbols",
            Step(
                r"The entry in row $r$ and column $s$ is $E\,|u_r \cdot x|\,|u_s \cdot x|$.",
                uses="pnn.psi.closed-form:value",
            ),
            Step(r"The same holds where $u_r = \pm u_s$, the diagonal among them.", uses="pnn.psi.closed-form:ends"),
            Step(
                r"Hence $v^\top \psi[U U^\top] v = E \left(\sum_r v_r |u_r \cdot x|\right)^2 \ge 0$ for every $v$.",
                cites="linearity and positivity of the expectation",
            ),
            role=Role.PRINTED,
        ),
        counterexample(
            "acute-angles",
            r"As $\psi$ is even, the cosines of acute angles, $|U U^\top|$ entry by entry, give the same kernel "
            r"matrix. They are no substitute for $U U^\top$ itself, which also enters the risk: for four equally "
            r"spaced lines in the plane they form a matrix with the eigenvalue $1 - \sqrt2 < 0$.",
            strength=PROVED,
        ),
    ),
)

distinct_lines = Claim(
    id="ours.distinct-lines",
    source=PAPER.section("5.3", "beyond Lemma 1", "ours"),
    status=Status.TRUE,
    title="The kernel matrix is definite exactly when the lines are distinct",
    says=r"$\psi[U U^\top]$ is positive definite if and only if no two of the vectors are equal or opposite.",
    where=LINES | {"f": r"the function $f(x) = \sum_r v_r |u_r \cdot x|$"},
    parts=(
        ours("kink", r"$|p + t| + |p - t| - 2 |p| = 0$ for $|t| < |p|$, while at $p = 0$ it is $2 |t|$."),
        derived(
            "definite",
            r"If the lines are distinct, $\psi[U U^\top] \succ 0$.",
            "it takes a point chosen off finitely many hyperplanes",
            Step(
                r"Let $v^\top \psi[U U^\top] v = 0$. This is $E f(x)^2$, so that $f = 0$ almost surely.",
                uses="pnn.lemma-1:semidefinite",
            ),
            Step(
                r"$f$ is continuous and the Gaussian law charges every ball, so $f = 0$ everywhere.",
                cites="a continuous function that vanishes almost everywhere vanishes",
            ),
            Step(
                r"Fix $r$. As $u_s \ne \pm u_r$, each $\{y : u_r \cdot y = u_s \cdot y = 0\}$, $s \ne r$, is a proper "
                r"subspace of the hyperplane $\{y : u_r \cdot y = 0\}$. So this has a point $y$ with "
                r"$u_s \cdot y \ne 0$ for all $s \ne r$.",
                cites="a real vector space is not a finite union of proper subspaces",
            ),
            Step(
                r"For small $\epsilon > 0$, $0 = f(y + \epsilon u_r) + f(y - \epsilon u_r) - 2 f(y) = 2 \epsilon v_r$: "
                r"the other lines contribute nothing. So $v_r = 0$, for every $r$.",
                uses="kink",
            ),
        ),
        ours(
            "repeated-line",
            r"If $u_r = \pm u_s$ with $r \ne s$, the rows $r$ and $s$ of $\psi[U U^\top]$ agree, and it is singular.",
        ),
    ),
)

smallest_eigenvalue = Claim(
    id="ours.smallest-eigenvalue",
    source=PAPER.section("5.3", "beyond Lemma 1", "ours"),
    status=Status.TRUE,
    title="An explicit lower bound for the smallest eigenvalue",
    says=r"For $R$ distinct lines whose largest $|u_r \cdot u_s|$, $r \ne s$, is $\mu < 1$, and every $N \ge 0$: "
    r"$\lambda_{\min}(\psi[U U^\top]) \ge T_N(1) - (R - 1) T_N(\mu)$, where $T_N$ is the tail of the Taylor series of "
    r"$\psi$. The largest of these bounds is positive.",
    where=LINES
    | {
        "T_N(\\rho)": r"the tail $\frac{2}{\pi} \sum_{n \ge N} a_n \rho^{2n}$ of the series of $\psi$",
        r"\mu": "the largest $|u_r \\cdot u_s|$ of two different lines; 0 for one line",
    },
    assumptions=(DISTINCT,),
    parts=(
        derived(
            "bound",
            r"$\lambda_{\min}(\psi[U U^\top]) \ge T_N(1) - (R - 1) T_N(\mu)$ for every $N \ge 0$.",
            "an infinite series of matrices of any size",
            Step(
                r"With $K = U U^\top$, $\psi[K] = \frac{2}{\pi} \sum_n a_n K^{\circ 2n}$, powers taken entry by entry.",
                uses="pnn.psi.taylor:coefficients",
            ),
            Step(r"On the diagonal it sums to $1 = \psi(1)$ as well.", uses="pnn.psi.taylor:sum"),
            Step(r"$K^{\circ 2n}$ is semidefinite, as $K$ is a Gram matrix.", cites="Schur's product theorem"),
            Step(
                r"All $a_n$ are positive, so the terms below $N$ add up to a semidefinite matrix, and $T_N$ is "
                r"increasing in $|\rho|$.",
                uses="pnn.psi.taylor:positive",
            ),
            Step(
                r"What is left has $T_N(1)$ on the diagonal and at most $T_N(\mu)$ off it, so that its eigenvalues are "
                r"at least $T_N(1) - (R - 1) T_N(\mu)$.",
                cites="Gershgorin's circle theorem",
            ),
        ),
        derived(
            "positive",
            r"$T_N(\mu) \le \mu^{2N} T_N(1)$; so the bound is positive for every $N$ with $(R - 1) \mu^{2N} < 1$.",
            "a comparison of two infinite series",
            Step(r"Every $a_n$ is positive.", uses="pnn.psi.taylor:positive"),
            Step(
                r"For $n \ge N$ and $0 \le \mu < 1$, $\mu^{2n} \le \mu^{2N}$; multiply by $\frac{2}{\pi} a_n$ and sum.",
                cites="termwise comparison of convergent series",
            ),
            Step(
                r"So the bound is at least $(1 - (R - 1) \mu^{2N}) T_N(1)$ with $T_N(1) > 0$; as $\mu < 1$, it is "
                r"positive for all large $N$.",
                uses="pnn.psi.taylor:positive",
            ),
        ),
    ),
)

lemma_2 = Claim(
    id="pnn.lemma-2",
    source=PAPER.section("6", "Lemma 2", "reconstructed"),
    status=Status.TRUE_IF_REPAIRED,
    title="The Schur complement is small where the lines are near the target's",
    says=r"For as many lines as target lines, in pairs, $\|S\| \le (\|U\| + \|U^*\|) \|U - U^*\|_F$; so lines near the "
    r"target's make the risk small at the local optima of Theorem 9.",
    where=PAIRS
    | {
        "q^*": "masses of the target, the sums of $|w^*|$ on each target line, shape (lines,)",
        "w^*_i": r"weights of the target neurons, $w_i^* = \|w_i^*\| u_i^*$, shape (target neurons, inputs)",
        "u_i": "for each target neuron a unit vector on a line of the network, in either direction, shape (inputs,)",
        r"\theta": "the angle between $u$ and $u^*$, in $[0, \\pi]$",
    },
    assumptions=(DISTINCT,),
    reason=r"The bound on the matrix holds, and more. But $\frac14 q^{*\top} S q^*$ bounds the risk from below only: "
    r"the weights that would attain it may need negative masses, and then the least risk is larger.",
    repair=r"Bound the risk itself: if every target neuron finds a neuron of its own on a line of the network, the "
    r"least risk is at most $\frac12 \left(\sum_i \|w_i^*\| \|u_i - u_i^*\|\right)^2$.",
    parts=(
        derived(
            "norm",
            r"$\|S\| \le (\|U\| + \|U^*\|) \|U - U^*\|_F$.",
            "it joins inequalities between matrices of any size",
            TOGETHER,
            DEFINITE,
            Step(r"Hence $\|S\| \le \|A - B\| + \|C - B\|$.", uses="ours.lemma-8-sharp:norm"),
            Step(
                r"$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$, so the entries of $A - B$ are at most those of "
                r"$U (U - U^*)^\top$ in size, and those of $C - B$ at most those of $(U^* - U) U^{*\top}$.",
                uses="pnn.psi.lipschitz:constant",
            ),
            Step(
                r"Hence $\|A - B\| \le \|U (U - U^*)^\top\|_F \le \|U\| \|U - U^*\|_F$, and correspondingly "
                r"$\|C - B\| \le \|U^*\| \|U - U^*\|_F$.",
                cites=r"$\|X\| \le \|X\|_F$ and $\|X Y\|_F \le \|X\| \|Y\|_F$ (Horn and Johnson, Matrix Analysis, 5.6)",
            ),
            role=Role.PRINTED,
        ),
        Part(
            "risk-bound",
            r"As a bound on the risk: with two or more neurons a line, the least risk is at most "
            r"$\frac14 \|S\| \|q^*\|^2$.",
            expected=False,
            refuted_by="schur-below-risk",
        ),
        counterexample(
            "schur-below-risk",
            r"Two inputs, lines $e_1, e_2$, target weights $\frac{1}{\sqrt2}(1, 1)$ and $(0, \frac{1}{10})$: the least "
            r"risk is $\frac12 - \frac{J_1(\pi/4)^2}{\pi (\pi + 1)} = 0.06714\ldots$ with "
            r"$J_1(\theta) = \sin\theta + (\pi - \theta) \cos\theta$, and "
            r"$\frac14 \|S\| \|q^*\|^2 = 0.05318\ldots$ is smaller.",
        ),
        ours(
            "relu-distance",
            r"$E (\max(u \cdot x, 0) - \max(u^* \cdot x, 0))^2 = "
            r"1 - \frac{1}{\pi} (\sin\theta + (\pi - \theta) \cos\theta)$ for unit vectors.",
        ),
        ours(
            "sine-inequality",
            r"$1 - \frac{1}{\pi} (\sin\theta + (\pi - \theta) \cos\theta) \le 1 - \cos\theta = \frac12 \|u - u^*\|^2$ "
            r"for $0 \le \theta \le \pi$.",
        ),
        derived(
            "continuity",
            r"If the network has a neuron on the line of $u_i$ for each $i$, one of its own, then the least risk is at "
            r"most $\frac12 \left(\sum_i \|w_i^*\| \|u_i - u_i^*\|\right)^2$.",
            "the triangle inequality for any number of neurons",
            Step(
                r"Take the weights $w_i = \|w_i^*\| u_i$, and zero for neurons to spare. The root of the risk is "
                r"at most $\sum_i \|w_i^*\|$ times the root mean square of "
                r"$\max(u_i \cdot x, 0) - \max(u_i^* \cdot x, 0)$.",
                cites="Minkowski's inequality",
            ),
            Step(
                r"The square of that distance is $1 - \frac{1}{\pi} (\sin\theta_i + (\pi - \theta_i) \cos\theta_i)$.",
                uses="relu-distance",
            ),
            Step(r"This is at most $\frac12 \|u_i - u_i^*\|^2$.", uses="sine-inequality"),
            role=Role.REPAIRED,
        ),
    ),
)

lemma_2_sharp = Claim(
    id="ours.lemma-2-sharp",
    source=PAPER.section("6", "beyond Lemma 2", "ours"),
    status=Status.TRUE,
    title="The Schur complement is of second order in the distance of the lines",
    says=r"$0 \preceq S \preceq G$ and $\|S\| \le \mathrm{tr}\,G \le \|U - U^*\|_F^2$. The constant 1 is the least "
    r"possible, and the operator norm of $U - U^*$ would not do.",
    where=PAIRS | {r"\theta_i": "the angle between row $i$ of $U$ and row $i$ of $U^*$"},
    assumptions=(DISTINCT,),
    parts=(
        derived(
            "sandwich",
            r"$0 \preceq S \preceq G$, and $G$ has the entries "
            r"$E (|u_i^* \cdot x| - |u_i \cdot x|)(|u_j^* \cdot x| - |u_j \cdot x|)$.",
            "it rests on Lemma 1, for any number of lines",
            TOGETHER,
            DEFINITE,
            Step(r"Hence $0 \preceq S \preceq G$.", uses="ours.lemma-8-sharp:sandwich"),
            Step(
                r"Multiplying out the product of differences gives the entries of $A - B - B^\top + C$.",
                uses="pnn.psi.closed-form:value",
            ),
        ),
        ours(
            "above-the-diagonal",
            r"$\psi(\rho) - \rho = \frac{2}{\pi} (\sin\theta - \theta \cos\theta) \ge 0$ at $\rho = \cos\theta$, "
            r"$0 \le \theta \le \pi$.",
        ),
        derived(
            "trace",
            r"$\|S\| \le \mathrm{tr}\,G \le \|U - U^*\|_F^2$.",
            "it rests on Lemma 1, for any number of lines",
            Step(r"$0 \preceq S \preceq G$.", uses="sandwich"),
            Step(
                r"So $\|S\| \le \|G\| \le \mathrm{tr}\,G$.",
                cites="the largest eigenvalue of a semidefinite matrix is at most its trace, and is monotone",
            ),
            Step(
                r"The diagonal of $G$ is $2 - 2 \psi(\cos\theta_i)$, as $\psi(1) = 1$.",
                uses="pnn.psi.closed-form:ends",
            ),
            Step(
                r"$2 - 2 \psi(\cos\theta_i) \le 2 - 2 \cos\theta_i = \|u_i - u_i^*\|^2$; sum over $i$.",
                uses="above-the-diagonal",
            ),
        ),
        ours(
            "order",
            r"For one line and one target line at angle $\theta$, $S = 1 - \psi(\cos\theta)^2 = "
            r"\theta^2 - \frac{4}{3\pi} \theta^3 + O(\theta^4)$, and $S / \|u - u^*\|^2 \to 1$ as $\theta \to 0$.",
        ),
        counterexample(
            "not-the-operator-norm",
            r"The axes of the plane, turned inwards to $(20, 1)$ and $(1, 20)$: $\|S\| > \|U - U^*\|^2$.",
        ),
    ),
)
