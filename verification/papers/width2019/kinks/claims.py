"""Four points with kinks that meet the printed assumptions, and at which the printed statements fail."""

from verification.claim import Claim, Part, Status, Step, derived
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import DATA, ours

ONE_NETWORK = "one network with its numbers, decided by the engine on both sides of its kinks"

COVERS = (
    "Nearby one of two cells holds, given by the sign of what is zero at the point, and on each the loss is the given "
    "polynomial."
)


def minimum(point: str, says: str) -> Part:
    """That a point is a local minimum, from what the engine decides on both sides of its kinks."""
    return derived(
        f"{point}-minimum",
        says,
        "that other signs stay is continuity",
        Step(
            "What is not zero at the point keeps its sign nearby.",
            cites="continuity",
        ),
        Step(
            "The two values that are zero there have opposite signs nearby, or are zero together, where both "
            "polynomials hold.",
            uses=point,
        ),
        Step(r"On both sides, $2L$ less its value at the point is the given sum of squares, not negative.", uses=point),
        unhunted=ONE_NETWORK,
    )


kinks = Claim(
    id="ours.kinks",
    source=PAPER.section("", "differentiable local minima", "ours"),
    status=Status.TRUE,
    title="Local minima with kinks at which the loss, or the output, is differentiable",
    says=r"A value $G_{ik} = 0$ need not show: kinks of two samples may cancel in the loss (E1); two units may have "
    r"one slope together (E2); an output weight may be 0 (E3); a second layer may undo the kink of the first (E16). At "
    r"each of these four points the convention that $\Lambda$ is 0 where there is no derivative makes $D$ wrong, or "
    "local minimality gives less than the paper takes from it.",
    where=DATA,
    assumptions=(COVERS,),
    parts=(
        ours(
            "e1",
            r"E1: one ReLU, $x = (0, 1), (0, -1), (1, -1), (1, 0)$, $y = (-1, 1, 0, 2)$, $w = (1, 0)$, $v = 1$. On "
            r"both sides of the kinks of samples 1 and 2, $2L = 4 + P^2 + q^2 + (P - q)^2$ with $P = v w_1 - 1$ and "
            r"$q = v w_2$. At the point $L = 2$ and $J = 1$.",
            unhunted=ONE_NETWORK,
        ),
        minimum("e1", "E1 is a local minimum, and $L$ is a polynomial nearby."),
        ours(
            "e2",
            r"E2: $H = 2$, a linear unit, then two ReLUs; $x = (1, 0), (0, 1), (1, 1), (-1, -2), (1, -1)$, "
            r"$y = (-\frac{1}{10}, \frac{9}{10}, \frac{11}{10}, -2, -1)$, $W^{(1)} = (0, 1)^\top$, "
            r"$W^{(2)} = (1, -1)$, $W^{(3)} = (1, -1)^\top$. With $a, b$ the slopes of the output along the two units, "
            r"times $W^{(1)}_2$, and $(s, r) = \frac{W^{(1)}_1}{W^{(1)}_2} (a, b)$: "
            r"$2L = \frac{3}{100} + s^2 + A^2 + (A + s)^2 + (r + 2B)^2 + (r - B)^2$ with $A = a - 1$, $B = b - 1$, "
            r"where $W^{(1)}_1 \ge 0$; where it is $\le 0$, with $k = 1 - \frac{1}{10 a}$, "
            r"$c = 1 + \frac{1}{10 b}$, it is $\frac{3}{100} + (s + k A)^2 + (2 - k^2) A^2 + "
            r"3 (r + \frac{c}{3} B)^2 + (5 - \frac{c^2}{3}) B^2$. At the point both sides give "
            r"one derivative of $\hat Y$; in that of $\hat Y_1$ by $W^{(1)}_1$ it is 1, in $D^{(1)}$ it is 0; "
            r"$L = \frac{3}{200}$ and $J = \frac{59}{4600}$.",
            unhunted=ONE_NETWORK,
        ),
        ours(
            "e2-coefficients",
            r"With $a = b = \frac12 + t$, $a^2 (2 - k^2)$ and $b^2 (5 - \frac{c^2}{3})$ are polynomials in $t$ whose "
            r"coefficients are positive.",
            unhunted=ONE_NETWORK,
        ),
        derived(
            "e2-minimum",
            r"E2 is a local minimum: $L \ge \frac{3}{200}$ wherever $a, b \ge \frac12$ and the other signs are those "
            r"of the point.",
            "signs on an interval, from coefficients",
            Step(r"$2L - \frac{3}{100}$ is the given sum of squares.", uses="e2"),
            Step(
                r"For $a, b \ge \frac12$ the coefficients $2 - k^2$ and $5 - \frac{c^2}{3}$ are positive.",
                uses="e2-coefficients",
            ),
            unhunted=ONE_NETWORK,
        ),
        ours(
            "e3",
            r"E3: one ReLU, the samples of E1, $y = (-1, 1, -1, 1)$, $w = (1, 0)$, $v = 0$. On both sides "
            r"$2L = 4 + v^2 (w_1^2 + w_2^2 + (w_1 - w_2)^2)$, and at the point both give one derivative of "
            r"$\hat Y$. There $L = 2$ and $X^\top r = (0, 1)^\top$; the least loss of linear regression is "
            r"$\frac95$.",
            unhunted=ONE_NETWORK,
        ),
        minimum("e3", r"E3 is a local minimum: $2 L \ge 4$ nearby."),
        ours(
            "e16",
            r"E16: $H = 2$, one leaky unit of slope $\frac12$ a layer, $x = (0, 1), (1, 0), (1, 1)$, "
            r"$y = (-1, -\frac32, \frac12)$, $W^{(1)} = (1, 0)^\top$, $W^{(2)} = -1$, $W^{(3)} = 1$. On both sides "
            r"$\hat Y = X u$ with $u = \frac12 W^{(2)} W^{(3)} W^{(1)}$, a polynomial, and "
            r"$2L = 3 + \|X (u - u_0)\|^2$, $u_0$ the value at the point. The derivative of $\hat Y_1$ by $W^{(1)}$ is "
            r"$(0, -\frac12)$, the row of $D^{(1)}$ is $(0, 0)$; $L = \frac32$ and $J = \frac12$.",
            unhunted=ONE_NETWORK,
        ),
        minimum("e16", "E16 is a local minimum, and the outputs are polynomials nearby."),
    ),
)
