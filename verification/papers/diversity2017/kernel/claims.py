"""Equations (8), (9) and (20), the kernel in closed form, and (10), its expansion."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import STACKED, UNITS, printed

SAMPLES = STACKED | {
    "x_1, ..., x_m": "samples of length 1, shape (samples, inputs)",
    "G_n": r"$\frac1n D^\top D$",
    "g(t)": r"$t \, k(t)$",
}

equation_8 = Claim(
    id="diverse.equation-8",
    source=PAPER.section("", "equation (8)", "reconstructed"),
    status=Status.TRUE,
    title="The mean of the activations' Gram matrix is a kernel matrix",
    says=r"$E_w \, 1[w \cdot x \ge 0] \, 1[w \cdot y \ge 0] \; x \cdot y = g(x \cdot y)$ for a uniform direction $w$: "
    r"the mean of $G_n$ over units is $G$.",
    where=UNITS | SAMPLES,
    reading="The display is lost in our copy; that $G_n$ tends to $G$ for many uniform units, and the kernel in words, "
    "fix it.",
    parts=(
        derived(
            "entries",
            r"$G_n(i, j) = x_i \cdot x_j \, \frac1n \sum_k 1[w_k \cdot x_i \ge 0] \, 1[w_k \cdot x_j \ge 0]$, whatever "
            "the signs $v_k$.",
            "any units and samples",
            Step(
                r"Entry $(i, j)$ of $D^\top D$ is the sum over $k$ of $v_k^2 \, 1[w_k \cdot x_i \ge 0] \, 1[w_k \cdot "
                r"x_j \ge 0] \, x_i \cdot x_j$, and $v_k^2 = 1$.",
                cites="the product of matrices by blocks of rows",
            ),
            unhunted="an identity without an assumption but the signs, compared in fractions",
        ),
        printed(
            "mean",
            r"$E \, G_n(i, j) = g(x_i \cdot x_j)$ for units that are uniform directions.",
            "samples in any number and dimension",
            Step("Each unit adds one such product.", uses="entries"),
            Step(
                r"It has the mean $x_i \cdot x_j \, k(x_i \cdot x_j)$.",
                uses="diverse.theorem-8:both-active",
            ),
            unhunted="an equality of means, for which a simulation stands",
        ),
    ),
)

equation_9 = Claim(
    id="diverse.equation-9",
    source=PAPER.section("", "equation (9)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel in closed form",
    says=r"$g(x \cdot y) = \left( \frac12 - \frac{\arccos x \cdot y}{2 \pi} \right) x \cdot y$.",
    where=UNITS | SAMPLES,
    reading="The fraction is lost in our copy; the kernel is that of one layer of steps, which is known since Cho and "
    "Saul 2009, and the diagonal $g(1) = \\frac12$ is used in the text.",
    parts=(
        printed(
            "closed-form",
            r"$P(w \cdot x \ge 0, w \cdot y \ge 0) = \frac12 - \frac{\arccos x \cdot y}{2 \pi}$ for a uniform "
            r"direction $w$, in every dimension.",
            "directions in any dimension",
            Step("It is $k(x \\cdot y)$.", uses="diverse.theorem-8:both-active"),
            Step(r"$k(t) = \frac{\pi - \arccos t}{2 \pi}$.", uses="diverse.theorem-8:kernel"),
            unhunted="an equality in one number, the cosine: balls compare it",
        ),
    ),
)

equation_20 = Claim(
    id="diverse.equation-20",
    source=PAPER.section("", "equation (20)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel again, as the area of a slice",
    says=r"$E_w \, 1[w \cdot x \ge 0] \, 1[w \cdot y \ge 0] = A(S_{xy}) = \frac12 - \frac{\arccos x \cdot y}{2 \pi}$.",
    where=UNITS | SAMPLES,
    reading="The display is lost in our copy; our notes count it among those that give the kernel.",
    parts=(
        printed(
            "area",
            r"$A(S_{xy}) = \frac12 - \frac{\arccos x \cdot y}{2 \pi}$.",
            "directions in any dimension",
            Step(
                "The area of a slice is what is left of a half turn, over a turn.",
                uses="diverse.equations-11-to-15:area",
            ),
            unhunted="an equality in one number, the angle, decided in fractions for arcs",
        ),
    ),
)

equation_10 = Claim(
    id="diverse.equation-10",
    source=PAPER.section("", "equation (10)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel's expansion, in which many degrees are missing",
    says=r"$g(x \cdot y) = \sum_u \gamma_u \, \phi_u(x) \, \phi_u(y)$ with $\gamma_u \ge 0$ and harmonics $\phi_u$ "
    r"that are orthonormal under the uniform probability on the sphere.",
    where=UNITS
    | SAMPLES
    | {r"\gamma_u": "the eigenvalues, each as often as there are independent harmonics of its degree"},
    reading="The measure is not printed in our copy; with the surface measure the bound of Lemma 6 would be off by the "
    "sphere's area, so that we take the probability.",
    parts=(
        printed(
            "expansion",
            r"$g(x \cdot y) = \sum_u \gamma_u \, \phi_u(x) \, \phi_u(y)$, $\gamma_u \ge 0$, uniformly in $x$ and $y$.",
            "directions in any dimension",
            Step(
                r"$g(x \cdot y)$ is a mean of products $1[w \cdot x \ge 0] x \cdot 1[w \cdot y \ge 0] y$: no quadratic "
                r"form of its matrix is negative.",
                uses="diverse.equation-8:mean",
            ),
            Step(
                "A continuous kernel of this kind has such an expansion, which converges uniformly.",
                cites="Mercer's theorem",
            ),
            Step(
                "Its eigenfunctions are harmonics.",
                cites=r"the Funk-Hecke theorem: $g$ depends on $x \cdot y$ alone",
            ),
            unhunted="an equality with a series that has no end: the rest is compared with what is left of the trace",
        ),
        Part(
            "odd-part",
            r"$\frac12 (g(t) - g(-t)) = \frac{t}{4}$.",
            Role.OURS,
            unhunted="an identity in one number $t$, which the engine decides at every value",
        ),
        derived(
            "missing-degrees",
            r"$\gamma = 0$ for every odd degree from 3 on: the kernel is not strictly positive definite.",
            "all odd degrees and dimensions",
            Step(
                r"$g$ is $\frac{t}{4}$ plus an even function.",
                uses="odd-part",
            ),
            Step(
                "The eigenvalue at a degree is the integral of $g$ against its Legendre polynomial, which is odd for "
                "odd degrees, and orthogonal to $t$ but for degree 1.",
                cites="the Funk-Hecke theorem",
            ),
            unhunted="an equality in two whole numbers: balls compare it",
        ),
        Part(
            "singular",
            r"The samples $\pm (1, 0)$, $\pm (0, 1)$, $\pm (\frac35, \frac45)$, all different, have a singular kernel "
            r"matrix: the form at the coefficients $\pm (\frac35, \frac45, -1)$ is 0.",
            Role.OURS,
            strength=PROVED,
            universal=False,
        ),
    ),
)
