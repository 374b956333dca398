"""Matched networks: the risk, when it vanishes, which regions have only global minima, equally spaced lines."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.matched.random_signs import WRITTEN
from verification.papers.pnn2017.matched.random_signs import example_2 as example_2
from verification.papers.pnn2017.matched.random_signs import good_regions as good_regions
from verification.papers.pnn2017.matched.risk import GAUSSIAN, LINES, MATCHED
from verification.papers.pnn2017.matched.risk import corollary_3 as corollary_3
from verification.papers.pnn2017.matched.risk import theorem_6 as theorem_6
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.wording import LAWS

theorem_7 = Claim(
    id="pnn.theorem-7",
    source=PAPER.section("5.3", "Theorem 7", "reconstructed"),
    status=Status.FALSE,
    title="Regions of a matched network without bad local minima",
    says=r"For a matched network in $d$ inputs, take a region of weights in which at least $d$ lines have neurons of "
    r"both "
    r"signs. Every local minimum in it is global.",
    where=LINES | {"region": "all weights with given signs $s_i$ of the coefficients $c_i$"},
    assumptions=(GAUSSIAN, f"{MATCHED}, each of which has a neuron"),
    reason="Distinct lines need not be independent: three mixed lines in a plane leave a direction across it free. "
    "Where zero weights are admitted and counted as negative, two inputs suffice for a counterexample.",
    repair="The lines with a positive and a negative weight span what all lines span: for instance $d$ independent "
    "ones. Other weights may be zero.",
    reading=r"In words: at least $d$ lines with neurons of both signs. Two readings of a zero weight are "
    r"possible, as the sign in Section 5.3 is not defined at zero: under the literal one, $s(0) = -1$, the "
    r"second counterexample counts; where zero weights are left out, the first one, which has none.",
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
        Part(
            "dependent-lines-laws",
            rf"Under {LAWS} and for whose lines $E\,|u_r \cdot x|\,|u_s \cdot x| = \psi(u_r \cdot u_s)$, the network "
            r"without zero weights has such a local minimum too: the lines in the plane have both signs, $e_3$ two "
            r"positive weights, and $L = \frac{\kappa}{1 + \kappa} \approx 0.335$. At the target's weights $L = 0$.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step("The risk is the same function of the weights,", uses="pnn.theorem-6:symmetric-laws"),
                Step(
                    "of which this is known; the target's weights are weights of the network.", uses="dependent-lines"
                ),
            ),
            unhunted="one network",
        ),
        counterexample(
            "zero-weights",
            r"$d = 2$, lines at $0$, $60$ and $210$ degrees, target $(\frac{1}{2}, \frac{1}{2})$, "
            r"$(\frac{1}{2}, \frac{1}{2})$, $(1, -1)$. With $J(t) = \sin t + (\pi - t) \cos t$, $x = J(\frac{\pi}{6}) "
            r"/ (\pi + J(\frac{\pi}{3}) - \frac{2}{\pi} J(\frac{5 \pi}{6})^2) \approx 0.548$ and "
            r"$y = 1 - \frac{2}{\pi} J(\frac{5 \pi}{6}) x \approx 0.984$, a local minimum "
            r"$(1 + x, 0), (1 + x, 0), (\frac{y}{2}, \frac{y}{2})$ has the risk "
            r"$\frac{1}{2} - \frac{x}{\pi} J(\frac{\pi}{6}) \approx 0.0177$. "
            r"Under the convention that a zero weight has the sign $-1$ its first two lines count as mixed; where "
            r"zero "
            r"weights have no sign the statement does not speak of it.",
        ),
        Part(
            "repaired",
            r"Let the mixed lines, those with a positive and a negative weight, span the span of all lines. Then every "
            r"local minimum has $z = 0$, $q = q^*$ and $L = 0$. Weights may be zero, on mixed lines and on others, but "
            r"count for neither sign.",
            Role.REPAIRED,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Let $g = \frac{1}{2} U z$ and $b = \frac{1}{2} \psi[U U^\top] (q - q^*)$. At a local minimum "
                    r"$g_r + b_r "
                    r"= 0$ on a line with a positive weight and $g_r - b_r = 0$ on one with a negative weight. On "
                    r"mixed "
                    r"lines therefore $g_r = b_r = 0$.",
                    uses="ours.first-order-test:criterion",
                ),
                Step(
                    r"So $z$ is orthogonal to all mixed lines; it is a sum of multiples of the lines, which the "
                    r"mixed lines span. Hence $z = 0$ and $g = 0$.",
                    cites="linear algebra: a vector orthogonal to what spans it is zero",
                ),
                Step(
                    r"With $g = 0$ a line has $b_r = 0$ where it has a weight that is not zero, and $b_r \geq 0$ where "
                    r"its weights are all zero, that is $q_r = 0$. So $b \cdot q = 0$ and $b \cdot q^* \geq 0$.",
                    uses="ours.first-order-test:criterion",
                ),
                Step(
                    r"$4 L = \|z\|^2 + (q - q^*)^\top \psi[U U^\top] (q - q^*) = 2\, b \cdot (q - q^*) = "
                    r"- 2\, b \cdot q^* \leq 0$, and $L \geq 0$: so $L = 0$.",
                    uses="pnn.theorem-6:value",
                ),
                Step(
                    r"Then $(q - q^*)^\top \psi[U U^\top] (q - q^*) = 0$; the lines are distinct, so the matrix is "
                    r"positive definite and $q = q^*$.",
                    uses="ours.distinct-lines:definite",
                ),
            ),
        ),
        Part(
            "symmetric-laws",
            r"Let the law of the inputs be any that is symmetric with covariance $I$ and under which products of two "
            r"ReLUs of projections have means; the lines, each with a neuron, need be neither distinct nor unit "
            r"vectors. If the lines with a positive and a negative weight span the span of all lines, every local "
            r"minimum has $z = 0$ and $L = 0$; other weights may be zero.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"$h - h^* = \frac12 z \cdot x + \frac12 e(x)$ with $e(x) = \sum_r (q_r - q_r^*) |u_r \cdot x|$. "
                    r"The first summand is odd in $x$, the second even, so that "
                    r"$L = \frac14 \|z\|^2 + \frac14 E\,e(x)^2$.",
                    cites="symmetry of the law, its covariance",
                ),
                Step(
                    r"With $g_r = \frac12 u_r \cdot z$ and $b_r = \frac12 E\,e(x) |u_r \cdot x|$ the slope at a "
                    r"positive weight of line $r$ is $g_r + b_r$, at a negative one $b_r - g_r$, and to the two sides "
                    r"of a zero weight it is one and the other: at a local minimum the first two are 0, the last two "
                    r"not negative, and on mixed lines $g_r = b_r = 0$.",
                    cites="a one-sided derivative at a minimum is not negative",
                ),
                Step(
                    r"So $z$, a sum of multiples of the lines, is orthogonal to what spans them: $z = 0$ and $g = 0$.",
                    cites="linear algebra: a vector orthogonal to what spans it is zero",
                ),
                Step(
                    r"Every line has a neuron, so that $b_r \geq 0$, and $b_r = 0$ where $q_r > 0$. Hence "
                    r"$E\,e(x)^2 = 2 \sum_r (q_r - q_r^*) b_r = - 2 \sum_r q_r^* b_r \leq 0$, and $L = 0$.",
                    cites="a mean of squares is not negative",
                ),
            ),
            unhunted="with the normal law it is in what repaired says, which is hunted",
        ),
        Part(
            "normal-inputs",
            r"For $x \sim N(0, I)$ in any number of inputs and lines that each have a neuron, distinct or not: if the "
            r"lines with a positive and a negative weight span the span of all lines, every local minimum has $z = 0$ "
            r"and $L = 0$.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(Step("The normal law is among those of symmetric-laws.", uses="symmetric-laws"),),
            unhunted="of distinct lines it is in what repaired says, which is hunted",
        ),
        Part(
            "plane",
            r"For $d = 2$ the statement holds as it stands where a zero weight counts for neither sign: with two "
            r"distinct lines that have a positive and a negative weight each.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    "Two distinct lines in the plane are independent, so two lines with a positive and a negative "
                    "weight span it.",
                    cites="linear algebra",
                ),
                Step("Hence the condition of the repaired statement holds.", uses="repaired"),
            ),
        ),
    ),
)
