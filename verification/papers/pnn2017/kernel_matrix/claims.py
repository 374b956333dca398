"""The kernel matrix of lines: Lemmas 1 and 2 and what can be said beyond them."""

from verification.claim import PROVED, Claim, Role, Status, Step, counterexample
from verification.papers.pnn2017.kernel_matrix.lines_near_targets import DISTINCT, derived, ours
from verification.papers.pnn2017.kernel_matrix.lines_near_targets import lemma_2 as lemma_2
from verification.papers.pnn2017.kernel_matrix.lines_near_targets import lemma_2_sharp as lemma_2_sharp
from verification.papers.pnn2017.paper import PAPER

LINES = {
    "U": "unit vectors $u_1, \\dots, u_R$ on the lines, as rows, shape (lines, inputs)",
    r"\psi[K]": r"the matrix of kernel values $\psi(K_{rs})$, $\psi(u \cdot v) = E\,|u \cdot x|\,|v \cdot x|$",
}


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
        ours(
            "kink",
            r"$|p + t| + |p - t| - 2 |p| = 0$ for $|t| < |p|$, while at $p = 0$ it is $2 |t|$.",
            unhunted="two numbers in three cases of signs, which the engine decides",
        ),
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
        derived(
            "means-of-products",
            r"Let $u_1, \ldots, u_R$ be non-zero vectors, none a multiple of another. The functions $|u_r \cdot x|$ "
            r"are linearly independent. Under every law of the inputs under which products of two ReLUs of "
            r"projections have means, and under which $f$ vanishes everywhere where $E f(x)^2 = 0$, the matrix of the "
            r"means $E\,|u_r \cdot x|\,|u_s \cdot x|$ is positive definite.",
            "it takes a point chosen off finitely many hyperplanes",
            Step(
                r"As in definite: off the other lines' hyperplanes a second difference of $f$ along $u_r$ is "
                r"$2 \epsilon |u_r|^2 v_r$, so that $f = 0$ makes $v = 0$.",
                uses="kink",
            ),
            Step(
                r"The value of the matrix at $v$ is $E f(x)^2 \ge 0$; where it is 0, $f = 0$.",
                cites="linearity and positivity of the expectation",
            ),
            unhunted="with the normal law it is definite, which is hunted",
        ),
        ours(
            "repeated-line",
            r"If $u_r = \pm u_s$ with $r \ne s$, the rows $r$ and $s$ of $\psi[U U^\top]$ agree, and it is singular.",
            unhunted=r"two equal rows, since $\psi$ is even; definite, whose hunt drops distinctness, finds "
            "them",
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
            unhunted="a power series with positive terms in one cosine, term by term",
        ),
    ),
)
