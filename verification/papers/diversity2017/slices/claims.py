"""The definitions of slices and discrepancies as far as they assert something, and what the proofs take from them."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import SLICES, UNITS, printed

ERRORS = {
    "E_{ij}": r"$\frac1n \sum_k 1[w_k \cdot x_i \ge 0] \, 1[w_k \cdot x_j \ge 0] - k(x_i \cdot x_j)$ for samples "
    "$x_1, ..., x_m$, independent and uniform on the sphere",
    r"\Sigma^2": r"the variance of $E_{12}^2$",
}

definitions = Claim(
    id="diverse.equations-11-to-15",
    source=PAPER.section("", "equations (11) to (15)", "reconstructed"),
    status=Status.TRUE,
    title="A slice has the area of the angle that is left of a half turn",
    says=r"$A(S_{xy}) = \frac{\pi - \theta}{2 \pi}$ for an angle $\theta$ between $x$ and $y$; the discrepancies are "
    "the largest size and the mean square of the share of units in a slice less this.",
    where=UNITS | SLICES,
    assumptions=("no unit is zero: equation (15) divides by its length, and a zero unit would lie in every slice",),
    reading="The displays are lost in our copy; the words around them, the proof of Theorem 8 and the use of $L_2$ and "
    "$L_\\infty$ in (23) to (25) fix what they define. Which of them bears which number is our guess.",
    parts=(
        printed(
            "area",
            r"$A(S_{xy}) = \frac{\pi - \theta}{2 \pi}$ in every dimension $d \ge 2$.",
            "directions in any dimension",
            Step(
                r"$A(S_{xy})$ is the probability that a uniform direction $w$ has $w \cdot x \ge 0$ and $w \cdot y \ge "
                r"0$, which is $k(x \cdot y)$.",
                uses="diverse.theorem-8:both-active",
            ),
            Step(
                r"$k(\cos \theta) = \frac{\pi - \theta}{2 \pi}$.",
                cites=r"the definition of $k$: $\arccos \cos \theta = \theta$ from 0 to $\pi$",
            ),
            unhunted="an equality in one number, the angle: a simulation compares it",
        ),
        derived(
            "below-the-largest",
            r"$L_2(W) \le L_\infty(W)$.",
            "units in any number and dimension",
            Step("The mean of a square is at most its supremum.", cites="monotonicity of the expectation"),
        ),
        derived(
            "mean",
            r"$E \, \mathrm{dsp}(W, S_{xy}) = 0$ for all units: the discrepancy has no bias.",
            "units in any number and dimension",
            Step(
                r"$E \, 1[w \in S_{xy}] = P(w \cdot x \ge 0) \, P(w \cdot y \ge 0) = \frac14$ for every direction $w$.",
                cites="$x$ and $y$ are independent, and $x$ and $-x$ have one law",
            ),
            Step(r"So is $E \, A(S_{xy})$, the mean of this over a uniform $w$.", cites="Fubini's theorem"),
            unhunted="an equality without an assumption to drop, decided in fractions for units in the plane",
        ),
    ),
)

dsp_bound = Claim(
    id="diverse.dsp-bound",
    source=PAPER.section("", "the bound on the discrepancy of a slice", "reconstructed"),
    status=Status.TRUE,
    title="No discrepancy exceeds 2, nor 1, which is reached",
    says=r"$|\mathrm{dsp}(W, S)| \le 2$ for every slice $S$.",
    where=UNITS | SLICES,
    reading="Our notes have the bound as 2; what it bounds is the difference of two numbers between 0 and 1.",
    parts=(
        printed(
            "bound",
            r"$|\mathrm{dsp}(W, S_{xy})| \le 2$.",
            "units in any number and dimension",
            Step(r"It is at most 1.", uses="range"),
            unhunted="weaker than the range, which is hunted",
        ),
        derived(
            "range",
            r"$-\frac12 \le \mathrm{dsp}(W, S_{xy}) \le 1$.",
            "units in any number and dimension",
            Step(
                r"The share of units is at least 0 and at most 1; the area is at least 0 and at most $\frac12$.",
                uses="diverse.equations-11-to-15:area",
            ),
        ),
        Part(
            "ends",
            r"Both ends are reached: two units in three inputs leave a slice of area 0 that holds both, and one unit "
            r"in the plane leaves out a half circle.",
            Role.OURS,
            strength=PROVED,
            universal=False,
        ),
        derived(
            "least",
            r"$L_\infty(W) \ge \min(1, \frac{d - 1}{n})$ for all units: it is 1 for $n < d$.",
            "units in any number and dimension",
            Step(
                r"Of the units take any $\min(n, d - 1)$; a direction $x$ is orthogonal to all of them.",
                cites="$d - 1$ linear equations in $d$ unknowns have a solution other than 0",
            ),
            Step(
                r"$S_{x, -x}$ are the directions orthogonal to $x$: these units are in it, and its area is 0.",
                uses="diverse.equations-11-to-15:area",
            ),
        ),
    ),
)

equation_23 = Claim(
    id="diverse.equation-23",
    source=PAPER.section("", "equation (23)", "reconstructed"),
    status=Status.TRUE,
    title="No entry errs by more than the largest discrepancy",
    says=r"$\max_{i, j} |E_{ij}| \le L_\infty(W)$.",
    where=UNITS | SLICES | ERRORS,
    reading="The display is lost in our copy; the bound on the diagonal and on the Bernstein term of (17), in "
    "$L_\\infty$, needs this.",
    parts=(
        printed(
            "bound",
            r"$|E_{ij}| \le L_\infty(W)$ for all units and samples, also for $i = j$.",
            "units and samples in any number and dimension",
            Step(
                r"$1[w \cdot x_i \ge 0] \, 1[w \cdot x_j \ge 0] = 1[w \in S_{x_i x_j}]$ and $k(x_i \cdot x_j) = "
                r"A(S_{x_i "
                r"x_j})$, so that $E_{ij} = \mathrm{dsp}(W, S_{x_i x_j})$.",
                uses="diverse.equations-11-to-15:area",
            ),
            Step(r"$L_\infty$ is the supremum over all slices.", cites="the definition of the largest discrepancy"),
        ),
    ),
)

equation_24 = Claim(
    id="diverse.equation-24",
    source=PAPER.section("", "equation (24)", "reconstructed"),
    status=Status.TRUE,
    title="An entry's mean square is the squared discrepancy",
    says=r"$E \, E_{12}^2 = L_2(W)^2$.",
    where=UNITS | SLICES | ERRORS,
    reading="The display is lost in our copy; the mean of the U-statistic in (22) has to be $L_2^2$ for (17) to "
    "follow.",
    parts=(
        printed(
            "mean",
            r"$E \, E_{12}^2 = L_2(W)^2$ for units that do not depend on the samples.",
            "units in any number and dimension",
            Step(r"$E_{12} = \mathrm{dsp}(W, S_{x_1 x_2})$.", uses="diverse.equations-11-to-15:area"),
            Step("Samples are independent uniform directions.", cites="the definition of the squared discrepancy"),
            unhunted="an equality of means, for which a simulation stands",
        ),
        derived(
            "diagonal",
            r"$E \, E_{11}^2 = \frac{1}{n^2} \sum_{k, l} k(w_k \cdot w_l) - \frac14$, another number: in the mean of "
            r"(22) "
            "the two samples must differ.",
            "units in any number and dimension",
            Step(
                r"$E \, 1[w_k \cdot x \ge 0] \, 1[w_l \cdot x \ge 0] = k(w_k \cdot w_l)$.",
                uses="diverse.theorem-8:both-active",
            ),
            Step(
                r"$E_{11}$ is the share of units with $w_k \cdot x \ge 0$ less $\frac12$, its own mean.",
                cites="$x$ and $-x$ have one law",
            ),
            unhunted="an equality of means, for which a simulation stands",
        ),
    ),
)

equation_25 = Claim(
    id="diverse.equation-25",
    source=PAPER.section("", "equation (25)", "reconstructed"),
    status=Status.TRUE,
    title="The variance of a squared entry",
    says=r"$\Sigma^2 \le L_2(W)^2 L_\infty(W)^2$.",
    where=UNITS | SLICES | ERRORS,
    reading=r"The display is lost in our copy; the term $\sqrt{L_\infty L_2}$ of (17) is the fourth root of this "
    r"bound.",
    parts=(
        printed(
            "bound",
            r"$\Sigma^2 \le L_2^2 L_\infty^2$.",
            "units in any number and dimension",
            Step(r"It is at most $L_2^2 (L_\infty^2 - L_2^2)$.", uses="sharper"),
            unhunted="weaker than the sharper bound, which is hunted",
        ),
        derived(
            "sharper",
            r"$\Sigma^2 \le L_2^2 (L_\infty^2 - L_2^2)$.",
            "units in any number and dimension",
            Step(r"$0 \le E_{12}^2 \le L_\infty^2$.", uses="diverse.equation-23:bound"),
            Step(r"$E \, E_{12}^2 = L_2^2$.", uses="diverse.equation-24:mean"),
            Step(
                r"$\mathrm{Var} Z = E Z^2 - (E Z)^2 \le b \, E Z - (E Z)^2$ for $0 \le Z \le b$, at $Z = E_{12}^2$ and "
                r"$b "
                r"= L_\infty^2$.",
                cites=r"$Z^2 \le b Z$",
            ),
        ),
    ),
)

polygon = Claim(
    id="ours.n-gon",
    source=PAPER.section("", "beyond Theorem 8: units in the plane", "ours"),
    status=Status.TRUE,
    title="In the plane equally spaced units are the most diverse",
    says=r"$n$ equally spaced units in the plane have $L_2^2 = \frac{1}{6 n^2}$, the least of all $n$ units, and "
    r"$L_\infty = \frac1n$ for odd $n$, $\frac2n$ for even $n$.",
    where=UNITS | SLICES,
    parts=(
        derived(
            "squared",
            r"$L_2^2 = \frac{1}{6 n^2}$ for every $n \ge 1$.",
            "all numbers of units at once",
            Step(
                r"The unit $j$ places on is at an angle of $\frac{2 \pi}{n} \min(j, n - j)$, so that $k = \frac12 - "
                r"\frac{\min(j, n - j)}{n}$, and all units have the same sum of $k^2$.",
                cites="the definition of $k$",
            ),
            Step(
                r"$\sum_j k^2 = \frac{n}{12} + \frac{1}{6 n}$, and over $n$ it is $\frac{1}{12} + \frac{1}{6 n^2}$.",
                uses="sums",
            ),
            Step(r"$L_2^2$ is this less $E k^2 = \frac{1}{12}$.", uses="diverse.theorem-8:identity"),
            Step(r"$E k^2 = \frac{1}{12}$ in the plane.", uses="ours.pair-moments:small-dimensions"),
            unhunted="an equality in one whole number, decided in fractions for twelve of them",
        ),
        Part(
            "sums",
            r"$\sum_{j = 0}^{n - 1} \left( \frac12 - \frac{\min(j, n - j)}{n} \right)^2 = \frac{n}{12} + \frac{1}{6 "
            r"n}$, "
            "$n$ odd or even.",
            Role.OURS,
            unhunted="two identities in one whole number, which the engine decides at every value",
        ),
        derived(
            "largest",
            r"$L_\infty = \frac1n$ for odd $n$ and $\frac2n$ for even $n$.",
            "all numbers of units at once",
            Step(
                r"A closed arc that holds $j \ge 1$ units is at least $\frac{j - 1}{n}$ of a turn long, and one that "
                r"holds $j$ at most $\frac{j + 1}{n}$: no arc has $|\mathrm{dsp}| > \frac1n$, and one unit alone has "
                r"$\frac1n$.",
                cites=r"units are a share of $\frac1n$ of a turn apart",
            ),
            Step(
                r"The slice $S_{x, -x}$ is two opposite points of area 0: it can hold two units for even $n$, one for "
                r"odd $n$.",
                uses="diverse.equations-11-to-15:area",
            ),
            unhunted="an equality in one whole number, decided in fractions for fourteen of them",
        ),
        derived(
            "least",
            r"$L_2(W)^2 \ge \frac{1}{6 n^2}$ for all $n$ units in the plane.",
            "units anywhere in the plane",
            Step(
                r"Let unit $k$ be followed $j$ places on, around the circle, after $a$ of a turn. Then $k(w_k \cdot "
                r"w_{k + "
                r"j})^2 = (\frac12 - a)^2$, also for $a > \frac12$, where the angle is the rest of the turn; for $j = "
                r"0$ "
                "it is $\\frac14$, with $a = 0$.",
                cites=r"$\frac12 - (1 - a) = - (\frac12 - a)$",
            ),
            Step(
                r"Over all $k$ these $a$ have the mean $\frac{j}{n}$, and $(\frac12 - a)^2$ is convex: its mean is at "
                r"least "
                r"$(\frac12 - \frac{j}{n})^2$.",
                cites="$j$ times around the circle are $j$ turns; Jensen's inequality",
            ),
            Step(r"Over $j$ this is what equally spaced units have.", uses="squared"),
            Step(r"$L_2^2$ is the mean of all $k^2$ less a constant.", uses="diverse.theorem-8:identity"),
        ),
        derived(
            "only",
            r"Only equally spaced units have $L_2(W)^2 = \frac{1}{6 n^2}$.",
            "units anywhere in the plane",
            Step(
                r"$(\frac12 - a)^2$ is strictly convex: at $j = 1$ equality in the argument asks for equal gaps.",
                uses="least",
            ),
        ),
    ),
)
