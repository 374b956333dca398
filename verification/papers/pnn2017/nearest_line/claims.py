"""The error of a porcupine network that follows the nearest line, and what it costs in lines: Section 7.3."""

from verification.claim import Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.nets.claims import NETS, SPARSE, derived, ours
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

theorem_14 = Claim(
    id="pnn.theorem-14",
    source=PAPER.section("7.3", "Theorem 14", "reconstructed"),
    status=Status.TRUE,
    title="The error of following the nearest line",
    says=r"If the lines are an angular $\delta$-net, then $R \le k M \sqrt{2 d (1 - \cos\delta)}$.",
    where=NETS | CLASS,
    assumptions=(GAUSSIAN, LINES, ORIENTATIONS),
    reading="The displayed formula is lost in our copy. The bound is read as what Lemma 4 gives for $k$ neurons that "
    r"follow their nearest lines, with $E \|x\| \le \sqrt d$; solved for the angle it gives the count of Corollary 6. "
    "Both readings of Definition 2 are checked.",
    parts=(
        ours(
            "moved",
            r"$\|w - \|w\| u\|^2 = 2 \|w\|^2 (1 - \cos\theta)$ for a unit vector $u$ at the angle $\theta$.",
            unhunted="an identity in one angle, which the engine decides",
        ),
        derived(
            "mean",
            r"$R_1 \le k M \sqrt{2 (1 - \cos\delta)} \, E \|x\| \le k M \sqrt{2 d (1 - \cos\delta)}$.",
            "a sum over any number of neurons",
            *FOLLOWED,
            Step(r"$E \|x\| \le \sqrt{E \|x\|^2} = \sqrt d$.", cites="Jensen's inequality"),
            unhunted="the mean is at most the root mean square, whose bound is hunted in root-mean-square",
        ),
        derived(
            "root-mean-square",
            r"$R_2 \le k M \sqrt{2 d (1 - \cos\delta)}$, in the other reading.",
            "a sum over any number of neurons",
            *FOLLOWED,
            Step(r"$\sqrt{E \|x\|^2} = \sqrt d$.", cites="the variance of a standard normal variable"),
        ),
    ),
)

corollary_6 = Claim(
    id="pnn.corollary-6",
    source=PAPER.section("7.3", "Corollary 6", "reconstructed"),
    status=Status.TRUE_IF_REPAIRED,
    title="Polynomially many lines for a given error",
    says=r"For weights with at most $s$ non-zero entries, $R \le \epsilon$ with at most "
    r"$\frac12 \binom{d}{s} \left(1 + \frac{2 k M \sqrt d}{\epsilon}\right)^s$ lines, and with $\frac{k}{2} \left(1 + "
    r"\frac{2 k M \sqrt d}{\epsilon}\right)^s$ where the supports are known.",
    where=CLASS | {"s": SPARSE["s"], "d": NETS["d"], r"\epsilon": "the error allowed, positive"},
    assumptions=(GAUSSIAN, "Nets are of lines, as in Lemma 5 repaired.", ORIENTATIONS),
    reason="For large errors the angle that the proof asks for is above a right angle or none at all, and the number "
    "of lines falls below one, so that no network with a line is so small. (Without any line the zero function would "
    "do.)",
    repair=r"Ask for $\epsilon \le k M \sqrt{2 d}$, which is $\delta \le \frac{\pi}{2}$.",
    reading="The displayed formula is lost in our copy. It is read as the count of Corollary 5 at the angle for which "
    r"the bound of Theorem 14 is $\epsilon$. Nothing in the text at hand fixes a limit for $\epsilon$; the printed "
    r"part is read without one. That a set of lines holds at least one is our choice: with the empty set admitted the "
    r"statement holds for large $\epsilon$ too, which is a part of ours.",
    parts=(
        Part(
            "every-error",
            r"For every $\epsilon > 0$ there is a set of so few lines, at least one, with $R \le \epsilon$.",
            expected=False,
            refuted_by="less-than-one-line",
        ),
        counterexample(
            "less-than-one-line",
            r"$d = s = 2$, $k = M = 1$, $\epsilon = 10$: the number is below 1, and the cosine of the angle would be "
            r"below $-1$.",
        ),
        derived(
            "no-lines",
            r"Without any line $R_1 \le R_2 \le \frac{k M}{\sqrt2}$, which is at most $\epsilon$ for every $\epsilon "
            r"\ge k M \sqrt{2 d}$.",
            "the triangle inequality for any number of neurons",
            Step(
                r"The zero function errs by $f$, whose root mean square is at most the sum of those of its neurons, "
                r"$\frac{\|w_j\|}{\sqrt2}$ each.",
                cites="Minkowski's inequality; half of the second moment of a normal variable",
            ),
            Step(r"The mean error is no larger.", uses="pnn.definition-2:ordered"),
            role=Role.OURS,
            unhunted="pnn.corollary-5 at the angle that the part on it names, with "
            "pnn.theorem-14:root-mean-square, which is hunted",
        ),
        ours(
            "angle",
            r"For $1 - \cos\delta = \frac{\epsilon^2}{2 d k^2 M^2}$, the bound of Theorem 14 is $\epsilon$ and "
            r"$\sqrt{\frac{2}{1 - \cos\delta}} = \frac{2 k M \sqrt d}{\epsilon}$; $\delta = \frac{\pi}{2}$ at "
            r"$\epsilon = k M \sqrt{2 d}$.",
            unhunted="an identity in one angle, which the engine decides",
        ),
        derived(
            "lines",
            r"For $0 < \epsilon \le k M \sqrt{2 d}$, at most $\frac12 \binom{d}{s} \left(1 + \frac{2 k M \sqrt "
            r"d}{\epsilon}\right)^s$ lines give $R_1 \le R_2 \le \epsilon$.",
            "it rests on nets that are not explicit",
            Step(
                r"Choose $\delta$ with $1 - \cos\delta = \frac{\epsilon^2}{2 d k^2 M^2} \le 1$, so "
                r"$0 < \delta \le \frac{\pi}{2}$.",
                uses="angle",
            ),
            Step(r"So many lines are a $\delta$-net of the sparse vectors.", uses="pnn.corollary-5:sparse"),
            Step(r"The root mean square error is at most $\epsilon$.", uses="pnn.theorem-14:root-mean-square"),
            Step(r"So is the mean error.", uses="pnn.definition-2:ordered"),
            role=Role.REPAIRED,
            unhunted="pnn.corollary-5 at the angle that the part on it names, with "
            "pnn.theorem-14:root-mean-square, which is hunted",
        ),
        derived(
            "known-supports",
            r"For such $\epsilon$ and known supports of the $k$ neurons, at most $\frac{k}{2} \left(1 + \frac{2 k M "
            r"\sqrt d}{\epsilon}\right)^s$ lines do.",
            "it rests on nets that are not explicit",
            Step(r"Choose the same $\delta \le \frac{\pi}{2}$.", uses="angle"),
            Step(r"So many lines are a $\delta$-net for the supports.", uses="pnn.corollary-5:known-supports"),
            Step(r"The root mean square error is at most $\epsilon$.", uses="pnn.theorem-14:root-mean-square"),
            Step(r"So is the mean error.", uses="pnn.definition-2:ordered"),
            role=Role.REPAIRED,
            unhunted="pnn.corollary-5 at the angle that the part on it names, with "
            "pnn.theorem-14:root-mean-square, which is hunted",
        ),
    ),
)

theorem_14_sharp = Claim(
    id="ours.theorem-14-sharp",
    source=PAPER.section("7.3", "beyond Theorem 14", "ours"),
    status=Status.TRUE,
    title="The error of following the nearest line does not grow with the inputs",
    says=r"The bound of Theorem 14 holds without the number of inputs, and that of Corollary 6 with no more of it "
    r"than the number of supports: $R_1 \le k M \sqrt{\frac{1 - \cos\delta}{\pi}}$ and $R_2 \le k M \sqrt{1 - "
    r"\cos\delta}$.",
    where=NETS
    | CLASS
    | {
        r"s, \epsilon": "as in Corollary 6",
        r"\theta": r"the angle between unit vectors $u$ and $v$, $0 < \theta < \pi$",
    },
    assumptions=(GAUSSIAN, LINES, ORIENTATIONS),
    parts=(
        ours(
            "mean-distance",
            r"$E |\max(u \cdot x, 0) - \max(v \cdot x, 0)| = \frac{\|u - v\|}{\sqrt{2 \pi}} = \sqrt{\frac{1 - "
            r"\cos\theta}{\pi}}$.",
            unhunted="an identity in one angle, which the engine decides",
        ),
        ours(
            "slopes",
            r"$1 - \cos\theta$ and $1 - \frac{1}{\pi} (\sin\theta + (\pi - \theta) \cos\theta)$ have the slopes "
            r"$\sin\theta$ and $\frac1\pi (\pi - \theta) \sin\theta$.",
            unhunted="an identity in one angle, which the engine decides",
        ),
        derived(
            "mean",
            r"$R_1 \le k M \sqrt{\frac{1 - \cos\delta}{\pi}}$.",
            "a sum over any number of neurons",
            Step(
                FOLLOW
                + r" The error of neuron $j$ is $\|w_j\|$ times that of two unit vectors at the angle $\theta_j$, "
                r"$\sqrt{\frac{1 - \cos\theta_j}{\pi}}$ (and zero at $\theta_j = 0$).",
                uses="mean-distance",
            ),
            Step(
                r"This is at most $M$ times its value at $\delta$, as $1 - \cos\theta$ grows: its slope is positive "
                r"between 0 and $\pi$.",
                uses="slopes",
            ),
            Step(r"The mean of the size of a sum is at most the sum of the means.", cites="the triangle inequality"),
            role=Role.OURS,
            unhunted="a sum of single neurons, each an equality in one angle by mean-distance",
        ),
        derived(
            "root-mean-square",
            r"$R_2 \le k M \sqrt{1 - \frac{1}{\pi} (\sin\delta + (\pi - \delta) \cos\delta)} \le k M \sqrt{1 - "
            r"\cos\delta}$.",
            "a sum over any number of neurons",
            Step(
                FOLLOW + r" The mean square error of neuron $j$ is $\|w_j\|^2$ times "
                r"$1 - \frac{1}{\pi} (\sin\theta_j + (\pi - \theta_j) \cos\theta_j)$.",
                uses="pnn.lemma-2:relu-distance",
            ),
            Step(
                r"This is at most $M^2$ times its value at $\delta$, as the slope is positive between 0 and $\pi$.",
                uses="slopes",
            ),
            Step(r"The root mean square of a sum is at most the sum of theirs.", cites="Minkowski's inequality"),
            Step(r"The second bound is larger.", uses="pnn.lemma-2:sine-inequality"),
            role=Role.OURS,
        ),
        ours(
            "angle",
            r"These bounds are $\epsilon$ where $\sqrt{\frac{2}{1 - \cos\delta}}$ is $\sqrt{\frac{2}{\pi}} \frac{k M}"
            r"{\epsilon}$ and $\sqrt2 \frac{k M}{\epsilon}$.",
            unhunted="an identity in one angle, which the engine decides",
        ),
        derived(
            "lines",
            r"$\frac12 \binom{d}{s} \left(1 + \sqrt{\frac{2}{\pi}} \frac{k M}{\epsilon}\right)^s$ lines give "
            r"$R_1 \le \epsilon$ for $0 < \epsilon \le \frac{k M}{\sqrt\pi}$, and $\frac12 \binom{d}{s} "
            r"\left(1 + \sqrt2 \frac{k M}{\epsilon}\right)^s$ give $R_2 \le \epsilon$ for $0 < \epsilon \le k M$.",
            "it rests on nets that are not explicit",
            Step(
                r"Choose $\delta$ so that the bound is $\epsilon$; then $1 - \cos\delta$ is $\frac{\pi \epsilon^2}{k^2 "
                r"M^2}$ or $\frac{\epsilon^2}{k^2 M^2}$, at most 1.",
                uses="angle",
            ),
            Step(r"So many lines are a $\delta$-net of the sparse vectors.", uses="pnn.corollary-5:sparse"),
            Step(r"Then $R_1 \le \epsilon$,", uses="mean"),
            Step(r"and in the second case $R_2 \le \epsilon$.", uses="root-mean-square"),
            role=Role.OURS,
            unhunted="pnn.corollary-5 at the angle that the part on it names, with "
            "pnn.theorem-14:root-mean-square, which is hunted",
        ),
    ),
)
