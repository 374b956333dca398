"""Matched networks: the risk, when it vanishes, which regions have only global minima, equally spaced lines."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step, counterexample
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
        ),
        Part(
            "one-neuron-a-line",
            r"For $t = 1$ every term with $j \geq 1$ vanishes: $P = 0$ for every $d \geq 1$.",
            Role.OURS,
        ),
    ),
)


good_regions = Claim(
    id="ours.good-regions",
    source=PAPER.section("5.3", "beyond Example 2", "ours"),
    status=Status.TRUE,
    title="When a region of Example 2 is good, and how fast most become so",
    says=r"With two or more neurons on each line and lines in general position, $d$ mixed lines make a region good. "
    r"The chance $1 - P$ of fewer falls geometrically with the number of lines, and with that of neurons.",
    where={"t": "neurons on each line", "R": "number of lines", "d": "inputs", "P": "as in Example 2"},
    assumptions=("matched network", "fair independent signs", r"any $d$ of the lines are independent"),
    parts=(
        Part(
            "good-regions",
            r"With $t \geq 2$ and any $d$ lines independent, a region with at least $d$ mixed lines has, without "
            r"zero weights, "
            r"no local minimum but global ones.",
            Role.OURS,
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
            "ratio",
            r"With $p = 2^{1-t}$ the terms $j - 1$ and $j$ of the binomial law have the ratio $\frac{j p}{(R - j + "
            r"1)(1 - p)}$.",
            Role.OURS,
        ),
        Part(
            "limits",
            r"$1 - P$ is asymptotically $\binom{R}{d-1} (1 - p)^{d-1} p^{R-d+1}$, $p = 2^{1-t}$, as $R$ grows with "
            r"$t \geq 2$ "
            r"fixed, and as $t$ grows with $R \geq d$ fixed. More exactly, with "
            r"$\theta = \frac{(d-1) p}{(R-d+2)(1-p)}$, as soon as $\theta < 1$ it lies between this term and "
            r"$\frac{1}{1 - \theta}$ times it.",
            Role.OURS,
            strength=DERIVED,
            why="a geometric series bounds the finite sum",
            argument=(
                Step(r"$1 - P$ is the sum of the terms $j < d$ of the binomial law.", uses="pnn.example-2:probability"),
                Step(
                    r"Each of them is at most $\theta$ times the next one, as the ratio increases with $j$.",
                    uses="ratio",
                ),
                Step(
                    r"So where $\theta < 1$ the sum lies between its last term and $\frac{1}{1 - \theta}$ times "
                    r"it; and $\theta$ tends to $0$ in both limits.",
                    cites="geometric series",
                ),
            ),
        ),
    ),
)
