"""The error of a porcupine network that follows the nearest line, and what it costs in lines: Section 7.3."""

from verification.claim import Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.nearest_line.errors import CLASS, FOLLOW, FOLLOWED, GAUSSIAN, LINES, ORIENTATIONS
from verification.papers.pnn2017.nearest_line.errors import definition_2 as definition_2
from verification.papers.pnn2017.nearest_line.errors import lemma_4 as lemma_4
from verification.papers.pnn2017.nets.claims import NETS, SPARSE, derived, ours
from verification.papers.pnn2017.paper import PAPER

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
            unhunted="a sum of the neurons' own root mean squares, each one number",
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
            unhunted="pnn.corollary-5 at the angle that the part on it names, with mean and root-mean-square",
        ),
    ),
)
