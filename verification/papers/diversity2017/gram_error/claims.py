"""Equation (21), its first equality repaired, the deterministic bound (26), and Lemma 7 for fixed units."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.slices.claims import ERRORS
from verification.papers.diversity2017.wording import RHO, SLICES, STACKED, UNITS, printed, repaired

MATRICES = (
    UNITS
    | SLICES
    | ERRORS
    | STACKED
    | {
        "G_n, G": r"$\frac1n D^\top D$ and its mean over uniform units, shape (m, m): $(G_n - G)_{ij} = x_i \cdot x_j "
        r"\, E_{ij}$",
        r"\|\cdot\|": "the largest singular value",
    }
)

equation_21 = Claim(
    id="diverse.equation-21",
    source=PAPER.section("", "equation (21)", "reconstructed"),
    status=Status.FALSE,
    title="The norm as a supremum that lacks a sign, and bounds that stand",
    says=r"$\|G_n - G\| = \sup_{\|\alpha\| \le 1} \sum_{i, j} \alpha_i \alpha_j \, x_i \cdot x_j \, E_{ij} \le \max_i "
    r"|E_{ii}| + \max_{i \ne j} |x_i \cdot x_j| \left( \sum_{i \ne j} E_{ij}^2 \right)^{1/2}$, and $\max_{i \ne j} "
    r"|x_i \cdot x_j| \le c \frac{\log d}{\sqrt d}$ with probability at least $1 - m^2 e^{- c^2 \log^2 d / 2}$.",
    where=MATRICES,
    reading="The display is lost in part in our copy; the terms of (17) and the probability of Lemma 7 fix the bounds. "
    "Whether the difference is $G_n - G$ or $G - G_n$ does not matter: each order has its counterexample.",
    reason="The norm of a symmetric matrix is the largest size of the form, which is missing: a matrix with no "
    "positive eigenvalue has the supremum 0, or below.",
    repair=r"$\|G_n - G\| = \sup_{\|\alpha\| \le 1} | \sum_{i, j} \alpha_i \alpha_j \, x_i \cdot x_j \, E_{ij} |$; "
    r"what follows stands as printed.",
    parts=(
        Part(
            "supremum",
            r"$\|G_n - G\| = \sup_{\|\alpha\| \le 1} \sum_{i, j} \alpha_i \alpha_j \, x_i \cdot x_j \, E_{ij}$.",
            expected=False,
            refuted_by="one-sample",
        ),
        counterexample(
            "one-sample",
            r"One sample, one unit: $G_n - G = - \frac12$ for $w \cdot x < 0$, and $G - G_n = - \frac12$ for $w \cdot "
            r"x \ge 0$. The norm is $\frac12$, the supremum 0 over $|\alpha| \le 1$ and $- \frac12$ over $|\alpha| = "
            r"1$.",
            PROVED,
        ),
        repaired(
            r"$\|G_n - G\| = \sup_{\|\alpha\| \le 1} | \sum_{i, j} \alpha_i \alpha_j \, x_i \cdot x_j \, E_{ij} |$.",
            "units and samples in any number and dimension",
            Step(
                "The norm of a symmetric matrix is its eigenvalue of the largest size, which is the largest size of "
                "the form.",
                cites="the spectral theorem",
            ),
            name="with-sizes",
            unhunted="the spectral theorem, which has no assumption here: the matrix is symmetric",
        ),
        printed(
            "final",
            r"$\|G_n - G\| \le \max_i |E_{ii}| + \max_{i \ne j} |x_i \cdot x_j| \left( \sum_{i \ne j} E_{ij}^2 "
            r"\right)^{1/2}$ for samples of length 1.",
            "units and samples in any number and dimension",
            Step(
                r"The norm is at most that of the diagonal, with the entries $E_{ii}$, plus that of the rest.",
                cites="the triangle inequality",
            ),
            Step(
                r"The rest has at most its Frobenius norm $\left( \sum_{i \ne j} (x_i \cdot x_j)^2 E_{ij}^2 "
                r"\right)^{1/2}$.",
                cites="Cauchy-Schwarz",
            ),
        ),
        printed(
            "cosines",
            r"$P \left( \max_{i \ne j} |x_i \cdot x_j| > c \frac{\log d}{\sqrt d} \right) \le m^2 e^{- c^2 \log^2 d / "
            r"2}$ for all $c > 0$.",
            "samples in any number and dimension",
            Step(
                r"Each of the $\frac{m (m - 1)}{2}$ pairs has at most $2 e^{- d s^2 / 2}$ at $s = c \frac{\log "
                r"d}{\sqrt d}$.",
                uses="cap",
            ),
            unhunted="a frequency, which no draw refutes: exact for two samples",
        ),
        derived(
            "cap",
            r"$P(|x_1 \cdot x_2| \ge s) \le 2 e^{- d s^2 / 2}$ for all $s \ge 0$ and $d \ge 1$.",
            "all dimensions at once",
            Step(
                r"For $t = x_1 \cdot x_2$, $E t^{2 k} = \frac{1 \cdot 3 \cdots (2 k - 1)}{d (d + 2) \cdots (d + 2 k - "
                r"2)}$, at most the moment $\frac{1 \cdot 3 \cdots (2 k - 1)}{d^k}$ of a normal number of variance "
                r"$\frac1d$; odd moments are 0.",
                cites="the law of a coordinate of a uniform direction",
            ),
            Step(
                r"So $E e^{\lambda t} \le e^{\lambda^2 / (2 d)}$, and $P(t \ge s) \le e^{\lambda^2 / (2 d) - \lambda "
                r"s}$, which is $e^{- d s^2 / 2}$ at $\lambda = d s$; $-t$ has the same law.",
                cites="Markov's inequality",
            ),
            unhunted="it is a number for each $d$ and $s$: balls compare it on a grid",
        ),
    ),
)

equation_26 = Claim(
    id="diverse.equation-26",
    source=PAPER.section("", "equation (26)", "reconstructed"),
    status=Status.TRUE,
    title="The bound of Lemma 7 where its two events hold",
    says=r"$\|G_n - G\| \le c \, \rho(W)$ where $|x_i \cdot x_j| \le c \frac{\log d}{\sqrt d}$ for all $i \ne j$ and "
    r"the U-statistic obeys (22) with $B = L_\infty^2$, for $c \ge 1$ and even $m$.",
    where=MATRICES | RHO,
    reading=r"The display is lost in part in our copy; it is what (21), (22), (23) and (25) give together, in the "
    r"terms of $\rho$.",
    parts=(
        printed(
            "bound",
            r"If $\max_{i \ne j} |x_i \cdot x_j| \le c \frac{\log d}{\sqrt d}$ and $\frac{1}{m (m - 1)} \sum_{i \ne j} "
            r"E_{ij}^2 \le L_2^2 + \sqrt{\frac{4 \Sigma^2}{m} \log \frac1\delta} + \frac{4 L_\infty^2}{3 m} \log "
            r"\frac1\delta$, then $\|G_n - G\| \le c \, \rho(W)$, for $c \ge 1$ and $m \ge 2$.",
            "units and samples in any number and dimension",
            Step(
                r"$\|G_n - G\| \le \max_i |E_{ii}| + c \frac{\log d}{\sqrt d} \left( \sum_{i \ne j} E_{ij}^2 "
                r"\right)^{1/2}$.",
                uses="diverse.equation-21:final",
            ),
            Step(r"$|E_{ii}| \le L_\infty$.", uses="diverse.equation-23:bound"),
            Step(
                r"The sum is at most $m^2$ times the bound of the mean, whose root is at most the sum of the roots of "
                r"its three terms.",
                uses="three-roots",
            ),
            Step(r"$\Sigma \le L_2 L_\infty$.", uses="diverse.equation-25:bound"),
        ),
        Part(
            "three-roots",
            r"$(\sqrt a + \sqrt b + \sqrt e)^2 = a + b + e + 2 (\sqrt{a b} + \sqrt{a e} + \sqrt{b e})$ for $a, b, e > "
            r"0$.",
            Role.OURS,
            unhunted="an identity in three numbers",
        ),
    ),
)

lemma_7 = Claim(
    id="diverse.lemma-7",
    source=PAPER.section("", "Lemma 7", "reconstructed"),
    status=Status.TRUE,
    title="The Gram matrix is near to its mean, for units fixed beforehand",
    says=r"There is a constant $c$ such that $\|G_n - G\| \le c \, \rho(W)$ with probability at least $1 - 2 m^2 e^{- "
    r"\log^2 d} - \delta$ over the samples, for any units that do not depend on them.",
    where=MATRICES | RHO,
    reading="The text puts no quantifier over the units; we read the probability for each $W$ by itself, as the proof "
    "does. What Theorems 1 and 3 make of it, for all units at once, stands there.",
    parts=(
        printed(
            "fixed-units",
            r"$P(\|G_n - G\| > \sqrt3 \, \rho(W)) \le m^2 e^{- \log^2 d} + \delta$ for every fixed $W$, with $\sqrt2$ "
            r"for $\sqrt3$ where $m$ is even.",
            "units in any number and dimension",
            Step(
                r"$\max_{i \ne j} |x_i \cdot x_j| \le \sqrt2 \frac{\log d}{\sqrt d}$ but for a probability of $m^2 "
                r"e^{- \log^2 d}$.",
                uses="diverse.equation-21:cosines",
            ),
            Step(
                r"(22) holds with $B = L_\infty^2$ but for a probability of $\delta$; for odd $m \ge 3$ with $m - 1$ "
                r"for $m$.",
                uses="diverse.equation-22:largest-term",
            ),
            Step(
                r"So $\|G_n - G\| \le \sqrt2 \, \rho(W)$; $m - 1 \ge \frac23 m$ makes the terms of $\rho$ larger by at "
                r"most $\sqrt{3/2}$. One sample has the norm $|E_{11}| \le L_\infty$.",
                uses="diverse.equation-26:bound",
            ),
            unhunted="a frequency, which no draw refutes: samples are drawn for fixed units",
        ),
    ),
)
