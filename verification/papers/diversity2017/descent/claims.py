"""Descent of the regulariser goes on to opposite pairs, where D loses rank; that of the symmetric one does not."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.diversity2017.frequencies import REFUSED
from verification.papers.diversity2017.paper import PAPER

TRIALS = "descents from random starts are instances"
SIZES = (
    r"Samples and starts are uniform on the sphere; $d = 20$, $n = 40$ and $m = 500$, unless the configuration says "
    "otherwise, with $m > d(d + 1)$.",
    "Descent with a fixed step keeps units on the sphere.",
)
WHERE = {
    "R": r"the mean over pairs of units of $k(w_i \cdot w_j)^2$, $k(t) = \frac{\pi - \arccos t}{2 \pi}$, at directions",
    r"R_{\mathrm{sym}}": r"the mean over pairs of units of $\arcsin(w_i \cdot w_j)^2$, at directions",
    "s_m(D)": r"the smallest singular value of the matrix $D$, shape (units times inputs, m), whose column for the "
    r"sample $x$ stacks $v_k 1[w_k \cdot x \ge 0] x$ over the units",
}


def observed(name: str, says: str) -> Part:
    """A part that descents bear out at the sizes of the run, and that is not known for others."""
    return Part(name, f"{says} {REFUSED}", Role.OURS, expected=None, strength=CONSISTENT, why=TRIALS)


collapses = Claim(
    id="ours.descent-collapses",
    source=PAPER.section("", "beyond Figure 4", "ours"),
    status=Status.OPEN,
    title="Descent of the regulariser ends where $D$ has lost its rank",
    says=r"At $n = 2 d$ and $m > d(d + 1)$ descent of $R$ from random units ends at $d$ pairs of opposite units, those "
    r"of different pairs orthogonal, where $s_m(D) = 0$.",
    where=WHERE,
    assumptions=SIZES,
    reason="That only these units have the least $R$, and that they leave $D$ without full rank, is derived in "
    "ours.simplex-and-cross-polytope and ours.cross-polytope-rank; that descent finds them from almost every start is "
    "seen, and not known.",
    parts=(
        observed("rank", r"$s_m(D)$ ends below a hundredth of where it began, with a chance of two thirds or more."),
        observed(
            "least",
            r"$R$ ends within a thousandth of $\frac{d - 1}{8 (2 d - 1)}$, its value at such pairs, with a chance "
            "of two thirds or more.",
        ),
    ),
)

symmetric = Claim(
    id="ours.symmetric-regulariser",
    source=PAPER.section("", "beyond Figure 4", "ours"),
    status=Status.OPEN,
    title="Without its odd part the regulariser keeps the rank of $D$",
    says=r"Descent of $R_{\mathrm{sym}}$, which is $R$ without its odd part up to constants (ours.symmetrised-kernel), "
    r"leaves $s_m(D)$ away from zero.",
    where=WHERE,
    assumptions=SIZES,
    reason="That it keeps the rank is seen at the sizes of the run, and not known. No argument here "
    "excludes a descent that ends without it at other sizes. Nor does it always raise the singular value: the figure's "
    "caption counts the trials in which it ends lower than it began.",
    parts=(observed("rank", r"$s_m(D)$ ends below half of where it began, with a chance of one third or less."),),
)
