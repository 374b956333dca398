"""Equations 16 to 19, Lemma 5, remarks on the rank, and the bounds of ours in their place."""

from verification.claim import CERTIFIED, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.bounds.remarks import equal_weights as equal_weights
from verification.papers.diversity2017.bounds.remarks import growth as growth
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import (
    ANY_SIZE,
    BOUND,
    LOST,
    RHO_OF_17,
    SAMPLES,
    SLICES,
    STACKED,
    printed,
)

ALL = BOUND | STACKED
NOTHING = "a probability is never below zero: there is nothing to find"

equation_16 = Claim(
    id="diverse.equation-16",
    source=PAPER.section("", "equation (16)", "reconstructed"),
    status=Status.VACUOUS,
    title="The bound on the smallest singular value is promised with no probability",
    says=r"$s_m(D)^2 \ge \frac{n m \gamma_m}{2} - c \, n \, \rho(W)$, with the probability of Lemma 5; $c \ge 1$.",
    where=ALL | SLICES,
    reading=LOST + r"Lemma 6 gives the first term, (18) and (26) the second. That the constant is at least 1 is ours: "
    "the proof has $2 \\sqrt 2$.",
    reason="The probability of Lemma 5 is below zero for two or more samples.",
    repair=r"For every $W$ and all samples, $s_m(D)^2 \ge n (\lambda_m(G) - \|G_n - G\|)$ (equation 18); for "
    r"random units "
    "ours.random-weights.",
    parts=(
        printed(
            "bound",
            r"$s_m(D)^2 \ge \frac{n m \gamma_m}{2} - c \, n \, \rho(W)$ with the probability of Lemma 5.",
            "true because nothing is promised",
            Step("It is what Lemma 5 says.", uses="diverse.lemma-5:bound"),
            unhunted=NOTHING,
        ),
        derived(
            "sizes",
            r"The right side is positive only if $n > 4 c (d - 1)$: it says nothing for fewer units, whatever their "
            "directions.",
            "any units",
            Step(r"$\frac{m \gamma_m}{2} \le \frac14$.", uses="diverse.beta:cap"),
            Step(
                r"$\rho(W) \ge L_\infty(W) \ge \min(1, \frac{d - 1}{n})$.",
                uses="diverse.dsp-bound:least",
            ),
            Step(
                r"So it is at most $\frac n4 - c \min(n, d - 1)$, which is positive for $c \ge 1$ only where $n "
                r"> 4 c (d - "
                "1)$.",
                cites="arithmetic",
            ),
            unhunted="an inequality of whole numbers that follows from two parts, each settled by itself",
        ),
    ),
)

equation_17 = Claim(
    id="diverse.equation-17",
    source=PAPER.section("", "equation (17)", "reconstructed"),
    status=Status.TRUE,
    title="What the units' discrepancy costs",
    says=rf"$\rho(W) = {RHO_OF_17}$.",
    where=SAMPLES | STACKED | SLICES | {r"\delta": r"$0 < \delta < 1$"},
    assumptions=("A definition has no truth value; what its proof makes of it is stated as a part.",),
    reading=LOST + r"Its terms follow from (21), (22) and (25): the root of the bound on the sum of squares off the "
    r"diagonal, term by term, and $L_\infty$ for the diagonal. (22) is with halves of the samples, so that $m$ is even "
    "there; for odd $m$ another constant is needed.",
    parts=(
        Part(
            "square",
            r"The bracket squared is $m^2 \left( L_2^2 + L_2 L_\infty \sqrt{\frac4m \ln \frac1\delta} + \frac{4}{3 m} "
            r"L_\infty^2 \ln \frac1\delta \right)$, the bound that (22) and (25) give, and twice the products of its "
            "terms.",
            unhunted="an identity in the discrepancies, $m$ and $\\delta$, which the engine decides at every value",
        ),
    ),
)

equation_18 = Claim(
    id="diverse.equation-18",
    source=PAPER.section("", "equation (18)", "reconstructed"),
    status=Status.TRUE,
    title="The smallest singular value is an eigenvalue of a kernel matrix near its mean",
    says=r"$s_m(D)^2 = n \lambda_m(G_n) \ge n (\lambda_m(G) - \|G_n - G\|)$ for all units and samples.",
    where=ALL,
    reading=LOST + "The proof of Lemma 5 goes through the matrix of the units and its mean; which of both steps bears "
    "which number, (18) or (19), is our choice.",
    parts=(
        printed(
            "gram",
            r"$D^\top D$ has the entries $\#\{k : w_k \cdot x_i \ge 0, w_k \cdot x_j \ge 0\} \; x_i \cdot x_j$, and "
            r"$s_m(D)^2 = \lambda_m(D^\top D)$.",
            ANY_SIZE,
            Step(
                r"The product of two columns is $\sum_k v_k^2 1[w_k \cdot x_i \ge 0] 1[w_k \cdot x_j \ge 0] \, "
                r"x_i \cdot "
                r"x_j$, and $v_k^2 = 1$.",
                cites="the definition of $D$",
            ),
            Step("Squared singular values are eigenvalues of the Gram matrix.", cites="linear algebra"),
            unhunted="an equality of fractions: the exact check draws networks with kinks and without, as a hunt would",
        ),
        printed(
            "weyl",
            r"$\lambda_m(G_n) \ge \lambda_m(G) - \|G_n - G\|$.",
            ANY_SIZE,
            Step(
                r"For a unit vector $v$, $v^\top G_n v \ge v^\top G v - |v^\top (G_n - G) v|$.",
                cites="Weyl's inequality",
            ),
        ),
    ),
)

equation_19 = Claim(
    id="diverse.equation-19",
    source=PAPER.section("", "equation (19)", "reconstructed"),
    status=Status.TRUE,
    title="The mean of the kernel matrix, and its first eigenfunctions",
    says=r"$G = E \, G_n$ for uniform units, and $\lambda_m(G) \ge \lambda_m(G^{[m]})$, where $G^{[m]}$ has the "
    r"entries "
    r"$\sum_{u \le m} \gamma_u \phi_u(x_i) \phi_u(x_j)$.",
    where=ALL | {r"\phi_u": r"eigenfunctions of $g$, orthonormal under the uniform probability"},
    reading=LOST + "The proof of Lemma 6 cuts the expansion (10) after $m$ terms; which number that bears is our "
    "choice.",
    parts=(
        printed(
            "mean",
            r"For units with independent uniform directions $E \, G_n = G$, entry by entry.",
            ANY_SIZE,
            Step(
                r"$E \, 1[w \cdot x_i \ge 0] 1[w \cdot x_j \ge 0] = \frac{\pi - \arccos x_i \cdot x_j}{2 \pi}$.",
                uses="diverse.theorem-8:both-active",
            ),
            Step(r"An entry of $G_n$ is a mean of these, times $x_i \cdot x_j$.", uses="diverse.equation-18:gram"),
            unhunted="a mean over units, which a simulation compares",
        ),
        printed(
            "truncation",
            r"$\lambda_m(G) \ge \lambda_m(G^{[m]})$.",
            ANY_SIZE,
            Step(
                r"$G - G^{[m]} = \sum_{u > m} \gamma_u \phi_u(x_i) \phi_u(x_j)$ with $\gamma_u \ge 0$ is positive "
                "semidefinite.",
                cites="Mercer's theorem",
            ),
            Step("So no eigenvalue is smaller.", cites="Weyl's monotonicity"),
            unhunted="a sum of positive semidefinite matrices, compared in the plane, where the eigenfunctions are "
            "cosines",
        ),
    ),
)

lemma_5 = Claim(
    id="diverse.lemma-5",
    source=PAPER.section("", "Lemma 5", "reconstructed"),
    status=Status.VACUOUS,
    title="The bound on the smallest singular value has no probability",
    says=r"For fixed units and $c \ge 1$, with probability at least $1 - m e^{- m \gamma_m / 8} - 2 m^2 e^{- 4 "
    r"\ln^2 d} - "
    r"\delta$, $s_m(D)^2 \ge \frac{n m \gamma_m}{2} - c \, n \, \rho(W)$.",
    where=ALL | SLICES | {r"\delta": r"$0 < \delta < 1$"},
    reading=LOST
    + r"It joins Lemmas 6 and 7, whose exceptional probabilities add up; the exponent $4 \ln^2 d$ is that of "
    r"$c = 2 \sqrt 2$ in the proof of (21). The units are fixed, as in Lemma 7.",
    reason=r"$m \gamma_m \le \frac12$, so that $m e^{- m \gamma_m / 8} > 1$ for two or more samples: the probability "
    "promised is below zero.",
    repair=r"What the proof gives without chance: $s_m(D)^2 \ge n (\lambda_m(G) - \|G_n - G\|)$ (equation 18). With it "
    "ours.lemma-6-replacement bounds the first term.",
    parts=(
        printed(
            "bound",
            r"$P(s_m(D)^2 \ge \frac{n m \gamma_m}{2} - c \, n \, \rho(W)) \ge 1 - m e^{- m \gamma_m / 8} - 2 "
            r"m^2 e^{- 4 "
            r"\ln^2 d} - \delta$.",
            "true because nothing is promised",
            Step(r"For $m \ge 2$ the right side is below zero.", uses="below-zero"),
            Step(
                r"For $m = 1$, $s_1(D)^2$ is the entry of $D^\top D$, the number of units active on the sample.",
                uses="diverse.equation-18:gram",
            ),
            Step(
                r"It is at least $n (\frac12 - L_\infty)$, and $L_\infty \le c \rho(W)$ for $c \ge 1$.",
                uses="ours.schur-bound:active",
            ),
            Step(r"$\frac{\gamma_1}{2} \le \frac14 < \frac12$.", uses="diverse.beta:cap"),
            unhunted=NOTHING,
        ),
        derived(
            "below-zero",
            r"$1 - m e^{- m \gamma_m / 8} - 2 m^2 e^{- 4 \ln^2 d} - \delta < 0$ for all $m \ge 2$ and $d \ge "
            r"2$: there is no "
            "size from which it would begin to say something.",
            "all dimensions and numbers of samples",
            Step(r"$1 - m e^{- m \gamma_m / 8} < 0$.", uses="diverse.lemma-6:below-zero"),
            Step("What is taken away beside it is positive.", cites="exponentials are positive"),
            unhunted=r"it has no assumption, and $\gamma_m$ is a number for each pair $(d, m)$",
        ),
    ),
)

schur_bound = Claim(
    id="ours.schur-bound",
    source=PAPER.section("", "in place of Lemma 5", "ours"),
    status=Status.TRUE,
    title="A bound on the smallest singular value for all units and samples",
    says=r"$s_m(D)^2 \ge \lambda_m(X X^\top) \, \min_l \#\{k : w_k \cdot x_l \ge 0\} \ge n \left( \frac12 - L_\infty "
    r"\right) \lambda_m(X X^\top)$, where the first bound holds for samples of any length. It says something "
    r"only for $m "
    r"\le d$, and needs no chance.",
    where=ALL | SLICES | {"X": "the samples, shape (m, d)"},
    parts=(
        derived(
            "bound",
            r"$s_m(D)^2 \ge \lambda_m(X X^\top) \min_l \#\{k : w_k \cdot x_l \ge 0\}$.",
            ANY_SIZE,
            Step(
                r"$D^\top D = (S S^\top) \circ (X X^\top)$ with the indicators $S$, shape $(m, n)$.",
                uses="diverse.equation-18:gram",
            ),
            Step(
                r"With $\lambda = \lambda_m(X X^\top)$, $(S S^\top) \circ (X X^\top - \lambda I)$ is positive "
                r"semidefinite, "
                r"and $(S S^\top) \circ I$ has the numbers of active units on its diagonal.",
                cites="Schur's product theorem",
            ),
        ),
        derived(
            "active",
            r"$\#\{k : w_k \cdot x_l \ge 0\} \ge n (\frac12 - L_\infty(W))$ for every sample.",
            "any units; exact in the plane",
            Step(
                r"The share of active units less $\frac12$ is the discrepancy of the slice $S_{x_l x_l}$, a "
                r"half space.",
                cites="the definitions of the slice and of its discrepancy",
            ),
            Step(r"It is at least $- L_\infty$.", cites="the definition of the largest discrepancy"),
            unhunted="a slice against the supremum over slices, which the exact check computes",
        ),
    ),
)

random_weights = Claim(
    id="ours.random-weights",
    source=PAPER.section("", "in place of Corollary 2", "ours"),
    status=Status.TRUE,
    title="Random units: half of what is expected, but for an exponentially small chance",
    says=r"For any samples and units with independent uniform directions, $s_m(D)^2 \ge \frac{n \lambda_m(G)}{2}$ with "
    r"probability at least $1 - m \exp \left( - \frac{n \lambda_m(G)}{8 \|X\|^2} \right)$.",
    where=ALL | {"X": r"the samples, shape (m, d), $\|X\|$ its largest singular value"},
    parts=(
        derived(
            "bound",
            r"$P(s_m(D)^2 < \frac{n \lambda_m(G)}{2}) \le m \exp \left( - \frac{n \lambda_m(G)}{8 \|X\|^2} \right)$.",
            ANY_SIZE,
            Step(
                r"$D^\top D = \sum_k Z_k$, $Z_k = \mathrm{diag}(a_k) X X^\top \mathrm{diag}(a_k)$ with the indicators "
                r"$a_k$: independent, positive semidefinite, $\|Z_k\| \le \|X\|^2$.",
                uses="diverse.equation-18:gram",
            ),
            Step(r"$E Z_k = G$.", uses="diverse.equation-19:mean"),
            Step(
                r"$P(\lambda_m(\sum_k Z_k) < (1 - \epsilon) n \lambda_m(G)) \le m \exp(- \epsilon^2 n "
                r"\lambda_m(G) / (2 "
                r"\|X\|^2))$; take $\epsilon = \frac12$.",
                cites="the matrix Chernoff bound, Tropp 2012, Theorem 1.1",
            ),
            unhunted="a probability over random units, for which one draw shows nothing",
        ),
        Part(
            "orthonormal-samples",
            r"For $m = d$ orthonormal samples, where $s_m(D)^2$ is the least of $m$ independent binomial "
            r"numbers with $n$ "
            r"tries and the chance $\frac12$, the probability of less than $\frac n4$ is at most $m e^{- n / "
            r"16}$, for $m = "
            r"2, 10, 100$ and $n = 16, 64, 256$.",
            Role.OURS,
            strength=CERTIFIED,
            why="nine probabilities in balls",
            universal=False,
        ),
    ),
)
