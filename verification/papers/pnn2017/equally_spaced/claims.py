"""Equally spaced lines in the plane: the spectrum of the kernel matrix in closed form, and its decay."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.equally_spaced.least_by_lines import MIDDLE, SPACED
from verification.papers.pnn2017.equally_spaced.least_by_lines import figure_7 as figure_7
from verification.papers.pnn2017.paper import PAPER

EIGENVALUES = {
    "R": "number of lines",
    "j": "index of the eigenvalue, 0 to R - 1",
    r"\alpha, \beta": "the angles of Example 1",
}


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
    reading=r"The displayed formula is lost in our copy. The lines are given in words; the closed form of the "
    r"eigenvalues is ours.",
    parts=(
        Part(
            "eigenvalues",
            r"$\lambda_j = \frac{1}{2R} (\csc^2 \alpha + \csc^2 \beta) - \frac{1}{\pi} (\cot \alpha - \cot \beta)$ "
            r"for every "
            r"$R \geq 1$ and $0 \leq j < R$.",
            strength=DERIVED,
            why="sums of any number of terms, of which the engine proves the steps",
            argument=(
                Step(
                    r"$\psi$ is even, so the entry for two lines depends on the difference of their indices "
                    r"modulo $R$: the "
                    r"eigenvalues are the sums over $m$ of $\psi(\cos\frac{\pi m}{R}) \cos\frac{2 \pi j m}{R}$.",
                    cites="the eigenvalues of a symmetric circulant matrix",
                ),
                Step(
                    r"These terms are sines and cosines of $2 m \alpha$ and $2 m \beta$, some times $m$.",
                    uses="row-terms",
                ),
                Step(r"Their sums from $m = 0$ to $R - 1$ telescope,", uses="antidifferences"),
                Step(r"to the closed form.", uses="ends"),
            ),
            unhunted="two whole numbers $R$ and $j$, of which the check goes through the first hundreds; "
            "nothing is drawn",
        ),
        Part(
            "positive",
            "All eigenvalues are positive: the matrix is positive definite.",
            strength=DERIVED,
            why="it compares an integral with the trapezoidal rule",
            argument=(
                Step(
                    r"For $1 \leq j < R$ both angles lie in $(0, \pi)$, and $\pi \lambda_j$ is the trapezoidal "
                    r"rule for "
                    r"$\csc^2$ between them minus the integral.",
                    uses="trapezoid",
                ),
                Step(
                    r"$\csc^2$ is strictly convex there, so that the rule exceeds the integral.",
                    cites="the trapezoidal rule of a convex function",
                ),
                Step(
                    r"For $j = 0$, with $x = \frac{\pi}{2R} \leq \frac{\pi}{2}$, $\lambda_0 = \frac1R \csc^2 x + "
                    r"\frac2\pi "
                    r"\cot x > 0$.",
                    uses="trapezoid",
                ),
            ),
            unhunted="two whole numbers $R$ and $j$, of which the check goes through the first hundreds; "
            "nothing is drawn",
        ),
        Part(
            "row-terms",
            r"$\psi(\cos t) = \frac{2}{\pi} (\sin t + (\frac{\pi}{2} - t) \cos t)$ on $[0, \pi]$, and at $t = "
            r"\frac{\pi "
            r"m}{R}$ its product with $\cos\frac{2 \pi j m}{R}$ is $\frac{1}{\pi} (\sin 2 m \beta - \sin 2 m \alpha + "
            r"(\frac{\pi}{2} - \frac{\pi m}{R}) (\cos 2 m \alpha + \cos 2 m \beta))$.",
            Role.OURS,
            unhunted="identities in $R$, $j$ and one angle, which the engine decides",
        ),
        Part(
            "antidifferences",
            r"$-\frac{\cos (2m-1) a}{2 \sin a}$, $\frac{\sin (2m-1) a}{2 \sin a}$ and $m \frac{\sin (2m-1) a}{2 "
            r"\sin a} + "
            r"\frac{\cos 2 m a}{4 \sin^2 a}$ grow by $\sin 2 m a$, $\cos 2 m a$ and $m \cos 2 m a$ from $m$ to "
            r"$m + 1$.",
            Role.OURS,
            unhunted="identities in $R$, $j$ and one angle, which the engine decides",
        ),
        Part(
            "ends",
            r"At $2 R a$ an odd multiple of $\pi$ what these grow by from 0 to $R$, put together, is the share "
            r"of $a$ in "
            r"$\lambda_j$.",
            Role.OURS,
            unhunted="identities in $R$, $j$ and one angle, which the engine decides",
        ),
        Part(
            "trapezoid",
            r"$\pi \lambda_j = \frac{\pi}{2R} (\csc^2 \alpha + \csc^2 \beta) - (\cot \alpha - \cot \beta)$, "
            r"$\beta - \alpha "
            r"= \frac{\pi}{R}$, $(-\cot)' = \csc^2$ and $(\csc^2)'' = 4 \csc^2 \cot^2 + 2 \csc^4$; and the value for "
            r"$j = 0$.",
            Role.OURS,
            unhunted="identities in $R$, $j$ and one angle, which the engine decides",
        ),
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
            unhunted="an identity in $n$, which the engine decides",
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
            unhunted="two whole numbers and a series in one index, by a theorem that is cited",
        ),
        Part(
            "convex-terms",
            r"$\frac{d^2}{dt^2} \frac{1}{(4 t^2 - 1)^2} = \frac{320 t^2 + 16}{(4 t^2 - 1)^4} > 0$ for $|t| > "
            r"\frac{1}{2}$.",
            Role.OURS,
            unhunted="an identity in $n$, which the engine decides",
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
            unhunted="two whole numbers, of which balls go through the first; convex terms carry it on",
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
            unhunted="an identity in $n$, which the engine decides",
        ),
        Part(
            "decay",
            r"As $R$ grows these values are $\frac{\pi^2}{6 R^3} + \frac{\pi^4}{30 R^5}$ for even and "
            r"$\frac{\pi^2}{6 R^3} "
            r"+ \frac{\pi^4}{5 R^5}$ for odd $R$, up to $O(R^{-7})$: a staircase of even and odd counts.",
            Role.OURS,
            unhunted="an expansion as $R$ grows, which no finite $R$ refutes",
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
                    r"$\frac{\pi}{4}$, both have no term in $x$, and from $x^3$ on coefficients that are positive "
                    r"multiples of those of the tangent.",
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
            unhunted="one whole number, of which balls go through the first; every term of the series is positive",
        ),
    ),
)
