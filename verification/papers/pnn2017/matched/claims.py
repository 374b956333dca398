"""Matched networks: the risk, when it vanishes, which regions have only global minima, equally spaced lines."""

from verification.claim import CERTIFIED, DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.paper import PAPER

WRITTEN = "an argument for every number of lines and neurons, whose identities are proved separately"
LINES = {
    r"u_r": "unit vectors, one a line, the lines distinct, shape (inputs,); $U$ has them as rows",
    r"w_i = c_i u_{r(i)}": "weights on the lines, shape (inputs,); $w_i^*$ those of the target, on the same lines",
    r"q_r": "sum of $|c_i|$ over the neurons of line $r$, shape (lines,); $q^*$ the target's",
}
GAUSSIAN = r"$x \sim N(0, I)$, output weights all one, $h(x) = \sum_i \max(w_i \cdot x, 0)$"
MATCHED = "the target's weights lie on the lines of the network"

theorem_6 = Claim(
    id="pnn.theorem-6",
    source=PAPER.section("5.3", "Theorem 6", "reconstructed"),
    status=Status.TRUE,
    title="The matched risk is two squares",
    says=r"For a matched network $L = \frac{1}{4} \| \sum_i w_i - \sum_i w_i^* \|^2 "
    r"+ \frac{1}{4} (q - q^*)^\top \psi[U U^\top] (q - q^*)$, with $\psi$ applied to every entry.",
    where=LINES,
    assumptions=(GAUSSIAN, MATCHED),
    parts=(
        Part(
            "value",
            r"$L = \frac{1}{4} \|z\|^2 + \frac{1}{4} (q - q^*)^\top \psi[U U^\top] (q - q^*)$, $z = \sum_i w_i - "
            r"\sum_i w_i^*$.",
        ),
        Part(
            "orientation",
            r"Turning a line, $u_r \to -u_r$, leaves $\psi[U U^\top]$ as it is: $\psi(-\rho) = \psi(\rho)$.",
            Role.OURS,
        ),
        Part(
            "acute-angles",
            r"The cosines of the acute angles between lines do not replace $K = U U^\top$: for four lines at "
            r"multiples "
            r"of $45$ degrees the matrix $|K|$ is indefinite, with the eigenvalue $1 - \sqrt{2}$.",
            Role.OURS,
            universal=False,
        ),
    ),
)

corollary_3 = Claim(
    id="pnn.corollary-3",
    source=PAPER.section("5.3", "Corollary 3", "reconstructed"),
    status=Status.TRUE,
    title="When the matched risk vanishes",
    says=r"If $\psi[U U^\top]$ is positive definite, then $L = 0$ exactly if $\sum_i w_i = \sum_i w_i^*$ and $q = "
    r"q^*$.",
    where=LINES,
    assumptions=(GAUSSIAN, MATCHED, r"$\psi[U U^\top]$ positive definite"),
    parts=(
        Part(
            "equivalence",
            r"$L = 0$ if and only if $\sum_i w_i = \sum_i w_i^*$ and $q = q^*$.",
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"$4 L$ is $\|z\|^2$ plus the value of $\psi[U U^\top]$ at $q - q^*$.",
                    uses="pnn.theorem-6:value",
                ),
                Step(
                    r"Both terms are non-negative, so $L = 0$ exactly if both vanish; a positive definite form "
                    r"vanishes "
                    r"at $0$ only. Hence $z = 0$ and $q = q^*$, and these two suffice.",
                    cites="definition of positive definite",
                ),
            ),
        ),
        Part(
            "automatic",
            "The hypothesis holds whenever the lines are distinct.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"$\psi[U U^\top]$ is the Gram matrix of the functions $|u_r \cdot x|$, and it is positive "
                    r"definite "
                    r"exactly if the lines are distinct.",
                    uses="ours.distinct-lines:definite",
                ),
            ),
        ),
        Part(
            "sums-on-lines",
            r"The signed sums of the lines need not agree with the target's once there are more lines than inputs: "
            r"on "
            r"$e_1, e_2, (\frac{3}{5}, \frac{4}{5})$ two networks have the same $q$ and $\sum_i w_i$, and differ in "
            r"them.",
            Role.OURS,
            universal=False,
        ),
    ),
)

theorem_7 = Claim(
    id="pnn.theorem-7",
    source=PAPER.section("5.3", "Theorem 7", "reconstructed"),
    status=Status.FALSE,
    title="Regions of a matched network without bad local minima",
    says=r"For a matched network in $d$ inputs, take a region of weights in which at least $d$ lines have neurons of "
    r"both "
    r"signs. Every local minimum in it is global.",
    where=LINES | {"region": "all weights with given signs $s_i$ of the coefficients $c_i$"},
    assumptions=(GAUSSIAN, MATCHED),
    reason="Distinct lines need not be independent: three mixed lines in a plane leave a direction across it free. "
    "Where zero weights are admitted and counted as negative, two inputs suffice for a counterexample.",
    repair="No weight is zero, and the mixed lines span what all lines span: for instance $d$ independent mixed lines.",
    parts=(
        Part(
            "at-least-d-mixed-lines",
            r"With at least $d$ lines that have neurons of both signs, every local minimum is global.",
            expected=False,
            refuted_by="dependent-lines",
        ),
        counterexample(
            "dependent-lines",
            r"$d = 3$, lines $e_1, e_2, (\frac{3}{5}, \frac{4}{5}, 0), e_3$, two neurons each, target $(1, -1)$ on "
            r"every "
            r"line: a local minimum without zero weights has three mixed lines and the risk "
            r"$\frac{\kappa}{1 + \kappa} \approx 0.335$, where $\kappa$ is the Schur complement of $\psi[U U^\top]$ "
            r"for "
            r"the first three lines.",
        ),
        counterexample(
            "zero-weights",
            r"$d = 2$, lines at $0$, $60$ and $210$ degrees, target $(\frac{1}{2}, \frac{1}{2})$, "
            r"$(\frac{1}{2}, \frac{1}{2})$, $(1, -1)$: a local minimum $(1 + x, 0), (1 + x, 0), (\frac{y}{2}, "
            r"\frac{y}{2})$ "
            r"has the risk $\frac{1}{2} - \frac{x J}{\pi} \approx 0.0177$ with $J = \frac{1}{2} + \frac{5 \sqrt{3} "
            r"\pi}{12}$. "
            r"Under the convention that a zero weight has the sign $-1$ its first two lines count as mixed; where "
            r"zero "
            r"weights have no sign the statement does not speak of it.",
        ),
        Part(
            "repaired",
            r"Let no weight be zero and let the lines with neurons of both signs span the span of all lines. Then "
            r"every "
            r"local minimum has $z = 0$, $q = q^*$ and $L = 0$.",
            Role.REPAIRED,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Let $g = \frac{1}{2} U z$ and $b = \frac{1}{2} \psi[U U^\top] (q - q^*)$. At a local minimum "
                    r"$g_r + b_r "
                    r"= 0$ on a line with a positive neuron and $g_r - b_r = 0$ on one with a negative neuron. On "
                    r"mixed "
                    r"lines therefore $g_r = b_r = 0$.",
                    uses="ours.first-order-test:criterion",
                ),
                Step(
                    r"So $z$ is orthogonal to all mixed lines; it is a sum of multiples of the lines, which the "
                    r"mixed lines "
                    r"span. Hence $z = 0$, so $g = 0$, and as every line has a neuron $b_r = \pm g_r = 0$ on all "
                    r"lines: "
                    r"$\psi[U U^\top] (q - q^*) = 0$.",
                    cites="linear algebra: a vector orthogonal to what spans it is zero",
                ),
                Step(r"Both terms of the risk vanish, so $L = 0$.", uses="pnn.theorem-6:value"),
                Step(
                    r"The lines are distinct, so $\psi[U U^\top]$ is invertible and $q = q^*$.",
                    uses="ours.distinct-lines:definite",
                ),
            ),
        ),
        Part(
            "plane",
            r"For $d = 2$ and non-zero weights the statement holds as it stands.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    "Two distinct lines in the plane are independent, so two mixed lines span the plane.",
                    cites="linear algebra",
                ),
                Step("Hence the condition of the repaired statement holds.", uses="repaired"),
            ),
        ),
    ),
)

SPACED = r"$R$ lines in the plane at the angles $\frac{\pi m}{R}$, $m = 0, \dots, R - 1$"
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
    where={"R": "number of lines", "j": "index of the eigenvalue, 0 to R - 1", r"\alpha, \beta": "angles"},
    assumptions=(SPACED,),
    parts=(
        Part(
            "eigenvalues",
            r"$\lambda_j = \frac{1}{2R} (\csc^2 \alpha + \csc^2 \beta) - \frac{1}{\pi} (\cot \alpha - \cot \beta)$ "
            r"for every "
            r"$R \geq 1$ and $0 \leq j < R$.",
        ),
        Part(
            "positive",
            "The matrix is positive definite.",
            strength=DERIVED,
            why="every eigenvalue is a series of positive terms, summed by a cited theorem",
            argument=(Step(r"Every $\lambda_j$ is a sum of positive terms.", uses="series"),),
        ),
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
                Step(r"What results is the closed form of $\lambda_j$.", uses="eigenvalues"),
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

example_2 = Claim(
    id="pnn.example-2",
    source=PAPER.section("5.3", "Example 2", "reconstructed"),
    status=Status.TRUE_IF_REPAIRED,
    title="Most sign regions are good",
    says=r"Give $t$ neurons on each of $R$ lines fair independent signs. With probability "
    r"$P = \sum_{j=d}^{R} \binom{R}{j} (1 - 2^{1-t})^j \, 2^{(1-t)(R-j)}$ at least $d$ lines are mixed, and the "
    r"region has no "
    r"bad local minimum.",
    where={"t": "neurons on each line", "R": "number of lines", "d": "inputs"},
    assumptions=("matched network", "fair independent signs"),
    reason="The count is right, but d mixed lines make a region good only where they span all lines, and with one "
    "neuron "
    "on each line no line is ever mixed.",
    repair=r"At least two neurons on each line, and lines in general position: any $d$ of them independent.",
    parts=(
        Part(
            "probability",
            r"At least $d$ of the $R$ lines are mixed with probability $P$.",
            strength=DERIVED,
            why="a binomial law; the count over all sign patterns is exact for small sizes",
            argument=(
                Step(
                    r"Of the $2^t$ equally likely sign patterns of a line two are of one sign: it is mixed with "
                    r"probability $1 - 2^{1-t}$.",
                    cites="counting",
                ),
                Step(
                    "The lines are independent, so the number of mixed lines is binomial.",
                    cites="binomial distribution",
                ),
            ),
        ),
        Part(
            "good-regions",
            r"With $t \geq 2$ and any $d$ lines independent, a region with at least $d$ mixed lines has, without "
            r"zero weights, "
            r"no local minimum but global ones.",
            Role.REPAIRED,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Any $d$ lines are independent, so $d$ mixed lines span the space of inputs.",
                    cites="general position",
                ),
                Step(
                    "Then every local minimum without zero weights has zero risk.",
                    uses="pnn.theorem-7:repaired",
                ),
            ),
        ),
        Part(
            "one-neuron-a-line",
            r"For $t = 1$ every term with $j \geq 1$ vanishes: $P = 0$ for every $d \geq 1$.",
            Role.OURS,
        ),
        Part(
            "ratio",
            r"With $p = 2^{1-t}$ the terms $j - 1$ and $j$ of the binomial law have the ratio $\frac{j p}{(R - j + "
            r"1)(1 - p)}$.",
            Role.OURS,
        ),
        Part(
            "limits",
            r"$1 - P$ is asymptotically $\binom{R}{d-1} (1 - p)^{d-1} p^{R-d+1}$, $p = 2^{1-t}$, as $R$ grows with "
            r"$t \geq 2$ "
            r"fixed, and as $t$ grows with $R \geq d$ fixed: more exactly, between this term and $\frac{1}{1 - "
            r"\theta}$ times "
            r"it, where $\theta = \frac{(d-1) p}{(R-d+2)(1-p)} < 1$.",
            Role.OURS,
            strength=DERIVED,
            why="a geometric series bounds the finite sum",
            argument=(
                Step(r"$1 - P$ is the sum of the terms $j < d$ of the binomial law.", uses="probability"),
                Step(
                    r"Each of them is at most $\theta$ times the next one, as the ratio increases with $j$.",
                    uses="ratio",
                ),
                Step(
                    r"So the sum lies between its last term and $\frac{1}{1 - \theta}$ times it; and $\theta$ tends "
                    r"to $0$ in "
                    r"both limits.",
                    cites="geometric series",
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
                Step(r"The least eigenvalue is that at " + MIDDLE + ".", uses="pnn.example-1:least"),
                Step(
                    r"With $x = \frac{\pi}{2R}$ it is $e(x)$ for even $R$ and $o(x)$ for odd $R \geq 3$.",
                    uses="pnn.example-1:least-values",
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
