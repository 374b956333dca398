"""The wording of Figure 7: how the least eigenvalue falls with the number of equally spaced lines."""

from verification.claim import CERTIFIED, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

SPACED = r"$R$ lines in the plane at the angles $\frac{\pi m}{R}$, $m = 0, \dots, R - 1$"
MIDDLE = r"$j = \lfloor \frac{R}{2} \rfloor$"


figure_7 = Claim(
    id="pnn.figure-7",
    source=PAPER.section("5.3", "Figure 7", "reconstructed"),
    status=Status.TRUE,
    title="The least eigenvalue falls as lines are added",
    says=r"The least eigenvalue of $\psi[U U^\top]$ for $R$ equally spaced lines in the plane decreases with $R$ and "
    r"tends to zero.",
    where={"R": "number of lines"},
    assumptions=(SPACED,),
    reading=r"The figure draws the least eigenvalue over the number of lines; what is stated of it is read off "
    r"its curve.",
    parts=(
        Part(
            "decreasing",
            r"The least eigenvalue decreases strictly in $R \geq 1$.",
            strength=DERIVED,
            why="it compares power series, whose coefficients are proved for a general term, and one certified "
            "inequality",
            argument=(
                Step(r"The least eigenvalue is that at " + MIDDLE + ".", uses="ours.equally-spaced-lines:least"),
                Step(
                    r"With $x = \frac{\pi}{2R}$ it is $e(x)$ for even $R$ and $o(x)$ for odd $R \geq 3$.",
                    uses="ours.equally-spaced-lines:least-values",
                ),
                Step(
                    r"With $\tan y = \sum_n t_n y^{2n+1}$: $e(x) = \frac{2}{\pi} \sum_{n \geq 1} 2n \, t_n x^{2n+1}$ "
                    r"and $o(x) = "
                    r"\frac{2}{\pi} \sum_{n \geq 1} (2n - 1) 2^{2n-1} t_n x^{2n+1}$.",
                    uses="coefficients",
                ),
                Step(
                    r"All $t_n > 0$, so both increase in $x$; and $(2n - 1) 2^{2n-1} \geq 2n$ gives $o \geq e$. From "
                    r"odd $R \geq 3$ "
                    r"to $R + 1$, with $x' = \frac{\pi}{2 (R + 1)}$: $o(x) \geq e(x) > e(x')$.",
                    cites="recurrence of the tangent numbers, tan' = 1 + tan^2",
                ),
                Step(
                    r"From even $R \geq 6$ to $R + 1$: $x \geq x' (1 + \frac{2 x'}{\pi})$, so $e(x) \geq \frac{4}{3 "
                    r"\pi} x^3 \geq "
                    r"\frac{4}{3 \pi} x'^3 (1 + \frac{6 x'}{\pi})$. Write $o(x') = \frac{4}{3 \pi} x'^3 (1 + "
                    r"g(x'))$; then "
                    r"$\frac{g(x')}{x'}$ increases in $x' \leq \frac{\pi}{14}$, where it is below $\frac{6}{\pi}$. "
                    r"So $e(x) > o(x')$. "
                    r"The same part holds the steps from $R = 1, \dots, 5$.",
                    uses="one-inequality",
                ),
            ),
            unhunted="one whole number, of which balls go through the first, and a series with positive terms "
            "carries it on",
        ),
        Part(
            "coefficients",
            r"With $f = \tan$ the values at "
            + MIDDLE
            + r" are $\frac{2}{\pi} (x f'(x) - f(x))$ and $\frac{1}{\pi} (x (f'(2x) + 1) - "
            r"f(2x))$; they turn $x^{2n+1}$ into $\frac{2}{\pi} 2n x^{2n+1}$ and, for $n \geq 1$, $\frac{2}{\pi} (2n "
            r"- 1) 2^{2n-1} "
            r"x^{2n+1}$, and $x$ into $0$.",
            Role.OURS,
            unhunted="coefficients of one series, in symbolic order",
        ),
        Part(
            "one-inequality",
            r"At $x = \frac{\pi}{14}$, $\frac{g(x)}{x} < \frac{6}{\pi}$, where $1 + g(x) = \frac{3 \pi}{4 x^3} "
            r"o(x)$; and the least "
            r"eigenvalues for $R = 1, \dots, 6$ decrease strictly.",
            Role.OURS,
            strength=CERTIFIED,
            why="six strict inequalities between explicit numbers, in balls",
        ),
        Part(
            "limits",
            r"$R^3$ times either of the values at " + MIDDLE + r" tends to $\frac{\pi^2}{6}$.",
            Role.OURS,
            unhunted="a limit, which no finite $R$ refutes",
        ),
        Part(
            "vanishes",
            r"The least eigenvalue tends to zero.",
            strength=DERIVED,
            why="a number between zero and one that tends to zero",
            argument=(
                Step(r"It is positive,", uses="pnn.example-1:positive"),
                Step(r"and at most the eigenvalue at " + MIDDLE + ",", uses="ours.equally-spaced-lines:least-values"),
                Step(r"which tends to zero.", uses="limits"),
            ),
            unhunted="a limit, which no finite $R$ refutes",
        ),
    ),
)
