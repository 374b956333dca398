"""The wording of what the error of a network is, Lemma 4 and Definition 2, and the words that bounds on it share."""

from verification.claim import Claim, Role, Status, Step
from verification.papers.pnn2017.nets.claims import derived, ours
from verification.papers.pnn2017.paper import PAPER

CLASS = {
    "k, M": r"the target is a network of $k$ neurons, $f(x) = \sum_{j=1}^k \max(w_j \cdot x, 0)$ with $\|w_j\| \le M$",
    r"\hat f": "a network on the lines of $N$, any number of neurons on each",
    r"R_1, R_2": r"$\sup_f \inf_{\hat f} E |f(x) - \hat f(x)|$ and "
    r"$\sup_f \inf_{\hat f} \sqrt{E (f(x) - \hat f(x))^2}$, see Definition 2",
}
GAUSSIAN = r"$x \sim N(0, I)$."
ORIENTATIONS = "Each line may carry neurons of both orientations; one of each suffices."
LINES = r"$N$ is a $\delta$-net of lines: every weight is at an angle of at most $\delta$ from a line of $N$."
FOLLOW = (
    r"Take $\hat f = \sum_j \max(\|w_j\| u_j \cdot x, 0)$ with $u_j$ on the line nearest to $w_j$, in the direction "
    r"for which the angle is $\theta_j \le \delta$."
)
FOLLOWED = (
    Step(
        FOLLOW + r" Then $|f(x) - \hat f(x)| \le \sum_j \|w_j - \|w_j\| u_j\| \|x\|$.",
        uses="pnn.lemma-4:bound",
    ),
    Step(
        r"Each of the $k$ terms is at most $M \sqrt{2 (1 - \cos\delta)} \|x\|$, as the cosine decreases.",
        uses="moved",
    ),
)

lemma_4 = Claim(
    id="pnn.lemma-4",
    source=PAPER.section("7.3", "Lemma 4", "reconstructed"),
    status=Status.TRUE,
    title="A neuron's output moves no more than its weight",
    says=r"$|\max(w_1 \cdot x, 0) - \max(w_2 \cdot x, 0)| \le |(w_1 - w_2) \cdot x| \le \|w_1 - w_2\| \|x\|$.",
    where={"w_1, w_2, x": "vectors, shape (inputs,)"},
    reading="The displayed formula is lost in our copy. Nothing in the text at hand fixes it; it is read as the bound "
    "that Theorem 14 needs of one neuron, by the distance of two weights and the norm of the input. The bound "
    "between the two is ours.",
    parts=(
        ours(
            "squares",
            r"For numbers $a, b \ne 0$ of sizes $m, n$, $(a - b)^2 - (\max(a, 0) - \max(b, 0))^2$ is 0 if both are "
            r"positive, $(m - n)^2$ if both are negative, $n (n + 2 m)$ for $a > 0 > b$ and $m (m + 2 n)$ for $a < 0 < "
            r"b$. For vectors, $\left\|\|x\|^2 y - (y \cdot x) x\right\|^2 = \|x\|^2 (\|y\|^2 \|x\|^2 - (y \cdot "
            r"x)^2)$.",
            unhunted="a sum of squares in three numbers, which the engine decides; bound is hunted",
        ),
        derived(
            "bound",
            r"Both inequalities hold for all vectors; the first is equal where both neurons act.",
            "the signs of squares and products, and a limit",
            Step(
                r"With $a = w_1 \cdot x$ and $b = w_2 \cdot x$ not zero, the differences are not negative, and 0 for "
                r"two positive numbers; where one is zero, so by continuity.",
                uses="squares",
            ),
            Step(
                r"With $y = w_1 - w_2$ and $x \ne 0$ a square is not negative: $(y \cdot x)^2 \le \|y\|^2 \|x\|^2$. "
                r"For $x = 0$ all is 0.",
                uses="squares",
            ),
        ),
    ),
)

definition_2 = Claim(
    id="pnn.definition-2",
    source=PAPER.section("7.3", "Definition 2, equation (7.18)", "reconstructed"),
    status=Status.AMBIGUOUS,
    title="The largest error of approximation, in the mean or in mean square",
    says=r"$R = \sup_f \inf_{\hat f} E |f(x) - \hat f(x)|$ over the networks $f$ of a class and the networks $\hat f$ "
    r"on given lines.",
    where=CLASS,
    assumptions=(GAUSSIAN,),
    reason="It cannot be told from the text whether the error is squared, as the risk is. Both readings are kept: "
    "$R_1$, the mean of the size, and $R_2$, the root mean square.",
    reading="Equation (7.18) is lost in our copy. It is read as the error of the best network on the lines for the "
    "worst network of the class. Nothing in the text at hand fixes whether it is squared: both readings are kept.",
    parts=(
        ours(
            "spread",
            r"$E Z^2 - (E |Z|)^2 = E (|Z| - E |Z|)^2$ for a variable $Z$ with a second moment.",
            unhunted="one inequality between two means of any variable, by a sum that the engine decides",
        ),
        derived(
            "ordered",
            r"$R_1 \le R_2$, so that a bound on $R_2$ serves both readings.",
            "least and largest values over any networks",
            Step(r"The mean of a square is not negative: $E |f - \hat f| \le \sqrt{E (f - \hat f)^2}$,", uses="spread"),
            Step(
                r"for every $f$ and $\hat f$, so for the least errors of $f$ and the largest of these.",
                cites="infima and suprema keep the order",
            ),
            role=Role.OURS,
            unhunted="one inequality between two means of any variable, by a sum that the engine decides",
        ),
        ours(
            "merging",
            r"$\max(m t, 0) + \max(n t, 0) = \max((m + n) t, 0)$ for $m, n > 0$: neurons on one line with one "
            r"orientation "
            r"add up to one neuron.",
            unhunted="two numbers of one sign, by the engine",
        ),
        ours(
            "apart",
            r"The two errors differ: a unit neuron replaced by one at a right angle errs by $\frac{1}{\sqrt\pi}$ in "
            r"the mean and by $\sqrt{1 - \frac{1}{\pi}}$ in root mean square.",
            unhunted="two numbers, by the engine",
        ),
    ),
)
