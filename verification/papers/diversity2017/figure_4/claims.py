"""What Figure 4 is to show: a larger smallest singular value for a smaller R; and that this is no rule."""

from verification.claim import CONSISTENT, PROVED, Claim, Part, Role, Status
from verification.papers.diversity2017.frequencies import REFUSED
from verification.papers.diversity2017.paper import PAPER

TRIALS = "random units and samples are instances"
WHERE = {
    "R": r"the mean over pairs of units of $k(w_i \cdot w_j)^2$, $k(t) = \frac{\pi - \arccos t}{2 \pi}$, at directions",
    "s_m(D)": r"the smallest singular value of the matrix $D$, shape (units times inputs, m), whose column for the "
    r"sample $x$ stacks $v_k 1[w_k \cdot x \ge 0] x$ over the units",
}

figure_4 = Claim(
    id="diverse.figure-4",
    source=PAPER.section("", "Figure 4"),
    status=Status.AMBIGUOUS,
    title="Descent of the regulariser raises the smallest singular value",
    says=r"For $n = d = 100$ and $m = 3000$ samples $s_m(D)$ is larger after $R$ has been minimised than before.",
    where=WHERE,
    assumptions=(
        "Samples and starts are uniform on the sphere, and sizes as printed unless the configuration says otherwise; "
        "descent keeps units on the sphere.",
    ),
    reason="How $R$ was minimised, for how long and how often is not said. With few steps from random starts the "
    "singular value is seen to rise; where descent goes on with twice as many units as inputs and more than "
    "$d (d + 1)$ samples, to fall to zero (ours.descent-collapses).",
    parts=(
        Part(
            "rises",
            r"$s_m(D)$ is larger after descent of $R$ than at a random start, on the same samples, with a chance of "
            r"one half or more. " + REFUSED,
            strength=CONSISTENT,
            why=TRIALS,
        ),
    ),
)

no_rule = Claim(
    id="ours.regulariser-and-singular-value",
    source=PAPER.section("", "beyond Figure 4", "ours"),
    status=Status.TRUE,
    title="A smaller $R$ does not mean a larger smallest singular value",
    says=r"There are units with $R(W) < R(W')$ and $s_m(D(W)) < s_m(D(W'))$ on the same samples.",
    where=WHERE,
    parts=(
        Part(
            "in-the-plane",
            r"For the samples $(2, 1), (1, 2), (-1, 3), (-3, 1), (-2, -3), (1, -4), (4, -1)$, $m = 7$: the units $\pm "
            r"(1, 0), \pm (0, 1)$ have $R = \frac{1}{24}$ and $D$ of rank 6, so that $s_7(D) = 0$; with $(1, 1)$ for "
            r"$(1, 0)$, $R = \frac{19}{384}$, which is larger, and $D$ has rank 7. Lengths of samples change no rank.",
            Role.OURS,
            strength=PROVED,
            universal=False,
        ),
        Part(
            "opposite-pairs",
            r"For $n = d = 100$ and $m = 3000$, unless the configuration says otherwise, there are samples and units "
            r"on the sphere for which $n/2$ pairs of opposite axes have a smaller $R$ than the units, and $s_m(D)$ "
            "below four fifths of theirs.",
            Role.OURS,
            strength=CONSISTENT,
            why="singular values in float64",
            universal=False,
        ),
    ),
)
