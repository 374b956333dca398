"""Equally spaced lines in the plane: the spectrum of the kernel matrix in closed form, and its decay."""

from verification.claim import CERTIFIED, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

SPACED = r"$R$ lines in the plane at the angles $\frac{\pi m}{R}$, $m = 0, \dots, R - 1$"
EIGENVALUES = {
    "R": "number of lines",
    "j": "index of the eigenvalue, 0 to R - 1",
    r"\alpha, \beta": "the angles of Example 1",
}
MIDDLE = r"$j = \lfloor \frac{R}{2} \rfloor$"


example_1 = Claim(
    id="pnn.example-1",
    source=PAPER.section("5.3", "Example 1", "reconstructed"),
    status=Status.TRUE,
    title="Equally spaced lines in the plane",
    says=r"For $R$ equally spaced lines in the plane $\psi[U U^\top]$ is a circulant matrix and positive definite. "
    r"Its "
    r"eigenvalues are $\lambda_j = \frac{1}{2R} (\csc^2 \alpha + \csc^2 \beta) - \frac{1}{\pi} (\cot \alpha - \cot "
    r"\beta)$ "
    r"with $\alpha = \frac{\pi (2j - 1)}{2R}$, $\beta = \frac{\pi (2j + 1)}{2R}$; the closed form is ours.",
    where=EIGENVALUES,
    assumptions=(SPACED,),
    parts=(
        Part(
            "eigenvalues",
            r"$\lambda_j = \frac{1}{2R} (\csc^2 \alpha + \csc^2 \beta) - \frac{1}{\pi} (\cot \alpha - \cot \beta)$ "
            r"for every "
            r"$R \geq 1$ and $0 \leq j < R$.",
        ),
        Part("positive", "All eigenvalues are positive: the matrix is positive definite."),
    ),
)


spaced_lines = Claim(
    id="ours.equally-spaced-lines",
    source=PAPER.section("5.3", "beyond Example 1", "ours"),
    status=Status.TRUE,
    title="The least eigenvalue of equally spaced lines, its place and its decay",
    says=r"The eigenvalues of Example 1 are series of positive terms. The least of them is the one at "
    + MIDDLE
    + r"; it exceeds $\frac{\pi^2}{6 R^3}$ for every $R \geq 2$ and is asymptotically equal to it.",
    where=EIGENVALUES,
    assumptions=(SPACED,),
    parts=(
        Part(
            "fractions",
            r"$\frac{1}{(4 n^2 - 1)^2} = \frac{1}{4} \left( \frac{1}{(2n-1)^2} + \frac{1}{(2n+1)^2} - \frac{1}{2n-1} "
            r"+ "
            r"\frac{1}{2n+1} \right)$, and with the sums of these fractions over $n = j + m R$ the series below is "
            r"$\lambda_j$.",
            Role.OURS,
        ),
        Part(
            "series",
            r"$\lambda_j = \frac{8R}{\pi^2} \sum_{m = -\infty}^{\infty} \frac{1}{(4 (j + m R)^2 - 1)^2}$.",
            Role.OURS,
            strength=DERIVED,
            why="it rests on the expansion of the cotangent in partial fractions, which is cited",
            argument=(
                Step(
                    r"For $x, y$ no integers $\sum_m \frac{1}{(m + x)^2} = \pi^2 \csc^2 \pi x$ and $\sum_m \left( "
                    r"\frac{1}{m + x} - \frac{1}{m + y} \right) = \pi (\cot \pi x - \cot \pi y)$; take $x = \alpha / "
                    r"\pi$ "
                    r"and $y = \beta / \pi$.",
                    cites="Mittag-Leffler expansion of the cotangent and its derivative",
                ),
                Step("Split each term into partial fractions and add up.", uses="fractions"),
                Step(r"What results is the closed form of $\lambda_j$.", uses="pnn.example-1:eigenvalues"),
            ),
        ),
        Part(
            "convex-terms",
            r"$\frac{d^2}{dt^2} \frac{1}{(4 t^2 - 1)^2} = \frac{320 t^2 + 16}{(4 t^2 - 1)^4} > 0$ for $|t| > "
            r"\frac{1}{2}$.",
            Role.OURS,
        ),
        Part(
            "least",
            r"For $R \geq 2$ the least eigenvalue is the one at " + MIDDLE + r", the largest the one at $j = 0$.",
            Role.OURS,
            strength=DERIVED,
            why="convexity of every term of the series",
            argument=(
                Step(r"$\lambda_j$ is the series above.", uses="series"),
                Step(
                    r"For real $\frac{1}{2} < j < R - \frac{1}{2}$ every $t = j + m R$ has $|t| > \frac{1}{2}$: all "
                    r"terms, "
                    r"and the sum, are strictly convex in $j$.",
                    uses="convex-terms",
                ),
                Step(
                    r"Exchanging $j$ and $R - j$ permutes the terms, so the sum is symmetric about $\frac{R}{2}$, "
                    r"and among "
                    r"$j = 1, \dots, R - 1$ least at the integers next to it.",
                    cites="a convex function symmetric about a point increases away from it",
                ),
                Step(
                    r"All entries of the matrix are positive and each row sums to $\lambda_0$, so no eigenvalue is "
                    r"larger, "
                    r"and the others are smaller.",
                    cites="Perron's theorem",
                ),
            ),
        ),
        Part(
            "least-values",
            r"At "
            + MIDDLE
            + r" the eigenvalue is $\frac{1}{R} \sec^2 \frac{\pi}{2R} - \frac{2}{\pi} \tan \frac{\pi}{2R}$ for "
            r"even $R$ and $\frac{1}{2R} \left( \sec^2 \frac{\pi}{R} + 1 \right) - \frac{1}{\pi} \tan \frac{\pi}{R}$ "
            r"for odd "
            r"$R \geq 3$.",
            Role.OURS,
        ),
        Part(
            "decay",
            r"As $R$ grows these values are $\frac{\pi^2}{6 R^3} + \frac{\pi^4}{30 R^5}$ for even and "
            r"$\frac{\pi^2}{6 R^3} "
            r"+ \frac{\pi^4}{5 R^5}$ for odd $R$, up to $O(R^{-7})$: a staircase of even and odd counts.",
            Role.OURS,
        ),
        Part(
            "bound",
            r"All eigenvalues exceed $\frac{\pi^2}{6 R^3}$ for every $R \geq 2$.",
            Role.OURS,
            strength=DERIVED,
            why="it compares power series, whose coefficients are proved for a general term",
            argument=(
                Step(r"The least eigenvalue is that at " + MIDDLE + ".", uses="least"),
                Step(r"It has these closed forms.", uses="least-values"),
                Step(
                    r"In powers of $x = \frac{\pi}{2R}$, within their radius of convergence $\frac{\pi}{2}$ or "
                    r"$\frac{\pi}{4}$, "
                    r"both have coefficients that are positive multiples of those of the tangent.",
                    uses="pnn.figure-7:coefficients",
                ),
                Step(
                    r"The tangent's coefficients are non-negative, since $\tan' = 1 + \tan^2$ gives each from the "
                    r"earlier "
                    r"ones by sums of products, and those of odd powers are positive.",
                    cites="recurrence of the tangent numbers",
                ),
                Step(
                    r"Both begin with $\frac{4}{3 \pi} x^3 = \frac{\pi^2}{6 R^3}$, and all that follows is positive.",
                    uses="decay",
                ),
            ),
        ),
    ),
)


figure_7 = Claim(
    id="pnn.figure-7",
    source=PAPER.section("5.3", "Figure 7", "reconstructed"),
    status=Status.TRUE,
    title="The least eigenvalue falls as lines are added",
    says=r"The least eigenvalue of $\psi[U U^\top]$ for $R$ equally spaced lines in the plane decreases with $R$ and "
    r"tends to zero.",
    where={"R": "number of lines"},
    assumptions=(SPACED,),
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
            "vanishes",
            r"The least eigenvalue tends to zero: it is positive and at most the one at "
            + MIDDLE
            + r", and $R^3$ times that "
            r"one tends to $\frac{\pi^2}{6}$.",
        ),
    ),
)
