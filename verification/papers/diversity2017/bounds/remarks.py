"""The wording of Section 4's remarks on the units: more of them, and equal ones."""

from verification.claim import Claim, Status, Step
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import ANY_SIZE, BOUND, STACKED, existing, printed

growth = Claim(
    id="diverse.section-4.growth-with-n",
    source=PAPER.section("4", "a remark on the smallest singular value", "reconstructed"),
    status=Status.TRUE,
    title="More units do not make the smallest singular value smaller",
    says=r"$s_m(D)$ increases with $n$: a unit more never makes it smaller. It need not make it larger.",
    where=BOUND | STACKED,
    reading="Our notes have the remark in words; read strictly it would be false, read as not falling it is true.",
    parts=(
        printed(
            "grows",
            r"With a further unit $s_m(D)$ is at least what it was.",
            ANY_SIZE,
            Step(
                r"$D^\top D$ gains the Gram matrix of the new rows, which is positive semidefinite.",
                uses="diverse.equation-18:gram",
            ),
            Step("So no eigenvalue falls.", cites="Weyl's monotonicity"),
            unhunted="a positive semidefinite matrix is added: the exact check draws networks as a hunt would, and its "
            "variant takes a unit away",
        ),
        existing(
            "not-strictly",
            r"For $x = (1, 0), (\frac35, \frac45)$ and $w = (1, 0)$ the unit $(-1, -1)$, active on no sample, leaves "
            r"$D^\top D$ as it is.",
        ),
    ),
)

equal_weights = Claim(
    id="diverse.section-4.equal-weights",
    source=PAPER.section("4", "a remark on equal units", "reconstructed"),
    status=Status.TRUE,
    title="Equal units leave $D$ a rank of at most $d$",
    says=r"If all units have one weight vector, $D$ has less than full column rank for $m > d$.",
    where=BOUND | STACKED,
    reading="Our notes have the remark as: equal weights give a rank below $m$. For $m \\le d$ the rank may be $m$, so "
    "that $m > d$ is understood.",
    parts=(
        printed(
            "rank",
            r"If $w_1 = \dots = w_n$, the rank of $D$ is at most $d$, and below $m$ for $m > d$.",
            ANY_SIZE,
            Step(
                r"Column $l$ is $1[w \cdot x_l \ge 0] (v_1 x_l, \dots, v_n x_l)$, in a space of dimension $d$.",
                cites="the definition of $D$",
            ),
            unhunted="a range inside a space of dimension $d$, whatever the samples: ranks of drawn networks "
            "are compared",
        ),
        existing("reached", r"For $w = (1, 0)$ and $x = (1, 0), (\frac35, \frac45)$ the rank is 2, all of $m = d$."),
    ),
)
