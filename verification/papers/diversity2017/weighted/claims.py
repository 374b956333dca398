"""The discrepancy weighted by squared cosines: what (21) bounds by a largest cosine, exactly."""

from verification.claim import Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.gram_error.claims import MATRICES
from verification.papers.diversity2017.paper import PAPER

weighted = Claim(
    id="ours.weighted-discrepancy",
    source=PAPER.section("", "in the place of (21)", "ours"),
    status=Status.TRUE,
    title="The mean square of an entry of the Gram matrix's error, without logarithms and largest cosines",
    says=r"$E \, (x \cdot y)^2 \, \mathrm{dsp}(W, S_{xy})^2 = \frac1d \left( L_2^2 - \frac{1}{2 \pi^2 d} \left( "
    r"\frac{1}{n^2} \sum_{i, j} (w_i \cdot w_j)^2 - \frac1d \right) \right) \le \frac{L_2^2}{d}$ for independent "
    r"uniform directions $x, y$: off its diagonal $G_n - G$ has at most the mean squared Frobenius norm $m (m - 1) "
    r"\frac{L_2^2}{d}$.",
    where=MATRICES | {r"\theta": r"the angle between two units $u$ and $v$; $k = \frac{\pi - \theta}{2 \pi}$"},
    parts=(
        Part(
            "wedge",
            r"Over the wedge of the plane of angles within $\frac{\pi - \theta}{2}$ of its middle, the means of "
            r"$\cos^2$, $\sin^2$ and their product, over a whole turn, are $\frac12 \left( k + \frac{\sin \theta}{2 "
            r"\pi} \right)$, $\frac12 \left( k - \frac{\sin \theta}{2 \pi} \right)$ and 0.",
            Role.OURS,
            unhunted="three integrals in one number, which the engine decides at every value",
        ),
        Part(
            "norm",
            r"$(d - 2) \left( \frac{k}{d} \right)^2 + \left( \frac{k + s}{d} \right)^2 + \left( \frac{k - s}{d} "
            r"\right)^2 = \frac1d \left( k^2 + \frac{2 s^2}{d} \right)$.",
            Role.OURS,
            unhunted="an identity in three numbers",
        ),
        derived(
            "pair",
            r"$E \, (x \cdot y)^2 \, 1[u, v \in S_{xy}] = \frac1d \left( k^2 + \frac{\sin^2 \theta}{2 \pi^2 d} "
            r"\right)$ for units $u$ and $v$.",
            "units in any dimension",
            Step(
                r"It is the squared Frobenius norm of $E \, x x^\top 1[x \cdot u \ge 0, x \cdot v \ge 0]$, as $x$ and "
                r"$y$ are independent with one law.",
                cites=r"$(x \cdot y)^2$ is the inner product of $x x^\top$ and $y y^\top$",
            ),
            Step(
                r"Orthogonally to $u$ and $v$ this matrix is $\frac{k}{d}$ times the identity; in their plane $x$ has "
                r"a mean squared length of $\frac2d$, independent of its angle, which lies in a wedge: the eigenvalues "
                r"are $\frac{k \pm s}{d}$, $s = \frac{\sin \theta}{2 \pi}$.",
                uses="wedge",
            ),
            Step("That is the sum of squares of the eigenvalues.", uses="norm"),
            unhunted="an equality of means, for which a simulation stands",
        ),
        derived(
            "identity",
            r"$E \, (x \cdot y)^2 \, \mathrm{dsp}(W, S_{xy})^2 = \frac1d \left( L_2^2 - \frac{1}{2 \pi^2 d} \left( "
            r"\frac{1}{n^2} \sum_{i, j} (w_i \cdot w_j)^2 - \frac1d \right) \right)$.",
            "units in any number and dimension",
            Step(
                r"$\mathrm{dsp} = \frac1n \sum_i 1[w_i \in S_{xy}] - E_u 1[u \in S_{xy}]$ for a uniform $u$: the mean "
                r"square is the mean of the formula over pairs of units less that over uniform pairs, as the mean over "
                r"$u$ does not depend on the unit beside it.",
                uses="pair",
            ),
            Step(
                r"$k^2$ leaves $L_2^2$; $\sin^2 \theta = 1 - t^2$ leaves $\frac1d - \frac{1}{n^2} \sum_{i, j} (w_i "
                r"\cdot w_j)^2$, as $E t^2 = \frac1d$ for uniform pairs.",
                uses="diverse.theorem-8:identity",
            ),
            unhunted="an equality of means, for which a simulation stands",
        ),
        derived(
            "below",
            r"It is at most $\frac{L_2^2}{d}$, as $\frac{1}{n^2} \sum_{i, j} (w_i \cdot w_j)^2 \ge \frac1d$, with "
            r"equality where $\sum_i w_i w_i^\top$ is a multiple of the identity.",
            "units in any number and dimension",
            Step(
                r"The sum is the squared Frobenius norm of $\sum_i w_i w_i^\top$, whose trace is $n$.",
                cites="Cauchy-Schwarz for the eigenvalues",
            ),
            Step("The identity is then no larger than its first term.", uses="identity"),
        ),
        derived(
            "matrix",
            r"$E \sum_{i \ne j} (G_n - G)_{ij}^2 \le m (m - 1) \frac{L_2^2}{d}$ for fixed units, and so $\|G_n - G\| "
            r"\le \max_i |E_{ii}| + m \, L_2 / \sqrt{d \delta}$ with probability at least $1 - \delta$.",
            "units and samples in any number and dimension",
            Step("Each of the entries off the diagonal has this mean square at most.", uses="below"),
            Step(
                "The squared Frobenius norm exceeds its mean over $\\delta$ with a probability of at most $\\delta$; "
                "the diagonal is added.",
                cites="Markov's inequality; the triangle inequality",
            ),
            unhunted="a mean and a frequency, which no draw refutes: samples are drawn for fixed units",
        ),
    ),
)
