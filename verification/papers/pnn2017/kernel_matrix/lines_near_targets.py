"""The wording of Lemma 2 and of what holds beyond it: lines near the target's."""

from verification.claim import Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.pnn2017.paper import PAPER

PAIRS = {
    "U, U^*": "unit vectors on the lines and on the target's lines, as rows, each of shape (lines, inputs), row by row",
    "A, B, C": r"$\psi[U U^\top]$, $\psi[U U^{*\top}]$ and $\psi[U^* U^{*\top}]$, each of shape (lines, lines)",
    "S": r"the Schur complement $C - B^\top A^{-1} B$",
    "G": r"the gap $A - B - B^\top + C$",
    r"\|\cdot\|, \|\cdot\|_F": "the operator norm and the Frobenius norm",
}
TOGETHER = Step("The kernel matrix of all lines together is semidefinite.", uses="pnn.lemma-1:semidefinite")
DEFINITE = Step(r"$A$ is definite, as the lines of $U$ are distinct.", uses="ours.distinct-lines:definite")
DISTINCT = "The lines of $U$ are distinct: no two rows are equal or opposite."


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part beyond the paper that has a proof in symbols."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


lemma_2 = Claim(
    id="pnn.lemma-2",
    source=PAPER.section("6", "Lemma 2", "reconstructed"),
    status=Status.AMBIGUOUS,
    title="The Schur complement is small where the lines are near the target's",
    says=r"For as many lines as target lines, in pairs, $\|S\| \le (\|U\| + \|U^*\|) \|U - U^*\|_F$; and where the "
    r"condition of Theorem 9 holds, the risk at local optima is at most $\frac14 \|S\| \|q^*\|^2$, so that lines near "
    r"the target's make it small.",
    where=PAIRS
    | {
        "q^*": "masses of the target, the sums of $|w^*|$ on each target line, shape (lines,)",
        "w^*_i": r"weights of the target neurons, $w_i^* = \|w_i^*\| u_i^*$, shape (target neurons, inputs)",
        "u_i": "for each target neuron a unit vector on a line of the network, in either direction, shape (inputs,)",
        r"\theta": "the angle between $u$ and $u^*$, in $[0, \\pi]$",
    },
    assumptions=(DISTINCT,),
    reason=r"The bound on the matrix is true, and more is. In words the lemma says further that it bounds the risk "
    r"where the condition of Theorem 9 holds, and that can be read in two ways. As the condition printed there, both "
    r"signs on at least $d$ lines, it fails where the theorem fails: the part on counted lines. As the condition under "
    r"which the theorem's conclusion holds, no zero weight and both signs on lines that span $\mathbb{R}^d$, it is "
    r"true: the part on lines that span. Nothing in the text at hand decides between them. Without the condition "
    r"nothing is bounded: $\frac14 q^{*\top} S q^*$ bounds the least risk from below only.",
    reading=r"The displayed formula is lost in our copy. A bound linear in $\|U - U^*\|_F$, by the Lipschitz "
    r"constant of $\psi$, fits the surviving proof; the factor $\|U\| + \|U^*\|$ is what its steps yield here. "
    r"In words: that it bounds the risk when the condition of Theorem 9 holds, which can be read in two ways.",
    parts=(
        derived(
            "norm",
            r"$\|S\| \le (\|U\| + \|U^*\|) \|U - U^*\|_F$.",
            "it joins inequalities between matrices of any size",
            TOGETHER,
            DEFINITE,
            Step(r"Hence $\|S\| \le \|A - B\| + \|C - B\|$.", uses="ours.lemma-8-sharp:norm"),
            Step(
                r"$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$, so the entries of $A - B$ are at most those of "
                r"$U (U - U^*)^\top$ in size, and those of $C - B$ at most those of $(U^* - U) U^{*\top}$.",
                uses="pnn.psi.lipschitz:constant",
            ),
            Step(
                r"Hence $\|A - B\| \le \|U (U - U^*)^\top\|_F \le \|U\| \|U - U^*\|_F$, and correspondingly "
                r"$\|C - B\| \le \|U^*\| \|U - U^*\|_F$.",
                cites=r"$\|X\| \le \|X\|_F$ and $\|X Y\|_F \le \|X\| \|Y\|_F$ (Horn and Johnson, Matrix Analysis, 5.6)",
            ),
            role=Role.PRINTED,
        ),
        derived(
            "risk-where-lines-span",
            r"In an open orthant of the coefficients in which the lines with both signs span $\mathbb{R}^d$ and every "
            r"line has a neuron, every local minimum has $L \le \frac14 \|S\| \|q^*\|^2$.",
            "it rests on Theorem 9, repaired",
            Step(r"There $L = \frac14 q^{*\top} S q^*$.", uses="pnn.theorem-9:repaired"),
            Step(
                r"This is at most $\frac14 \|S\| \|q^*\|^2$.",
                cites="a quadratic form is at most the norm of its matrix times the squared length",
            ),
            role=Role.PRINTED,
            unhunted="where those lines span, a local minimum is global by pnn.theorem-9:repaired, which is "
            "hunted, and has $z = 0$",
        ),
        Part(
            "risk-where-lines-are-counted",
            r"Wherever at least $d$ lines carry both signs, every local minimum has $L \le \frac14 \|S\| \|q^*\|^2$.",
            expected=False,
            refuted_by="dependent-lines",
        ),
        counterexample(
            "dependent-lines",
            r"Three inputs, lines $e_1$, $e_2$, $(\frac35, \frac45, 0)$, $e_3$ with two neurons each, target weights "
            r"$+1$ and $-1$ on each of $e_1$, $e_2$, $(\frac{5}{13}, \frac{12}{13}, 0)$, $e_3$: with both signs on the "
            r"first three lines and two positive weights on $e_3$ there is a local minimum with $L$ about 0.34, and "
            r"$\frac14 \|S\| \|q^*\|^2$ is below 0.04.",
        ),
        Part(
            "risk-without-condition",
            r"Whatever the signs, with two or more neurons a line the least risk is at most "
            r"$\frac14 \|S\| \|q^*\|^2$.",
            Role.OURS,
            expected=False,
            refuted_by="schur-below-risk",
        ),
        counterexample(
            "schur-below-risk",
            r"Two inputs, lines $e_1, e_2$, target weights $\frac{1}{\sqrt2}(1, 1)$ and $(0, \frac{1}{10})$: the least "
            r"risk is $\frac12 - \frac{J_1(\pi/4)^2}{\pi (\pi + 1)} = 0.06714\ldots$ with "
            r"$J_1(\theta) = \sin\theta + (\pi - \theta) \cos\theta$, and "
            r"$\frac14 \|S\| \|q^*\|^2 = 0.05318\ldots$ is smaller.",
        ),
        ours(
            "relu-distance",
            r"$E (\max(u \cdot x, 0) - \max(u^* \cdot x, 0))^2 = "
            r"1 - \frac{1}{\pi} (\sin\theta + (\pi - \theta) \cos\theta)$ for unit vectors.",
            unhunted="a function of one angle, which the engine decides",
        ),
        ours(
            "sine-integral",
            r"$1 - \cos\theta - \left(1 - \frac{1}{\pi} (\sin\theta + (\pi - \theta) \cos\theta)\right) = "
            r"\frac{1}{\pi} \int_0^\theta t \sin t\, dt$, and $1 - \cos\theta = \frac12 \|u - u^*\|^2$.",
            unhunted="a function of one angle, which the engine decides",
        ),
        derived(
            "sine-inequality",
            r"$1 - \frac{1}{\pi} (\sin\theta + (\pi - \theta) \cos\theta) \le 1 - \cos\theta = \frac12 \|u - u^*\|^2$ "
            r"for $0 \le \theta \le \pi$.",
            "the sign of an integral",
            Step(r"The difference is an integral of $t \sin t \ge 0$ over a part of $[0, \pi]$.", uses="sine-integral"),
            unhunted="a function of one angle, which the engine decides",
        ),
        derived(
            "continuity",
            r"If the network has a neuron on the line of $u_i$ for each $i$, one of its own, then the least risk is at "
            r"most $\frac12 \left(\sum_i \|w_i^*\| \|u_i - u_i^*\|\right)^2$.",
            "the triangle inequality for any number of neurons",
            Step(
                r"Take the weights $w_i = \|w_i^*\| u_i$, and zero for neurons to spare. The root of the risk is "
                r"at most $\sum_i \|w_i^*\|$ times the root mean square of "
                r"$\max(u_i \cdot x, 0) - \max(u_i^* \cdot x, 0)$.",
                cites="Minkowski's inequality",
            ),
            Step(
                r"The square of that distance is $1 - \frac{1}{\pi} (\sin\theta_i + (\pi - \theta_i) \cos\theta_i)$.",
                uses="relu-distance",
            ),
            Step(r"This is at most $\frac12 \|u_i - u_i^*\|^2$.", uses="sine-inequality"),
            unhunted="the triangle inequality over neurons, each by sine-inequality in one angle",
        ),
    ),
)

lemma_2_sharp = Claim(
    id="ours.lemma-2-sharp",
    source=PAPER.section("6", "beyond Lemma 2", "ours"),
    status=Status.TRUE,
    title="The Schur complement is of second order in the distance of the lines",
    says=r"$0 \preceq S \preceq G$ and $\|S\| \le \mathrm{tr}\,G \le \|U - U^*\|_F^2$. The constant 1 is the least "
    r"possible, and the operator norm of $U - U^*$ would not do.",
    where=PAIRS | {r"\theta_i": "the angle between row $i$ of $U$ and row $i$ of $U^*$"},
    assumptions=(DISTINCT,),
    parts=(
        derived(
            "sandwich",
            r"$0 \preceq S \preceq G$, and $G$ has the entries "
            r"$E (|u_i^* \cdot x| - |u_i \cdot x|)(|u_j^* \cdot x| - |u_j \cdot x|)$.",
            "it rests on Lemma 1, for any number of lines",
            TOGETHER,
            DEFINITE,
            Step(r"Hence $0 \preceq S \preceq G$.", uses="ours.lemma-8-sharp:sandwich"),
            Step(
                r"Multiplying out the product of differences gives the entries of $A - B - B^\top + C$.",
                uses="pnn.psi.closed-form:value",
            ),
        ),
        ours(
            "above-by-an-integral",
            r"$\psi(\cos\theta) - \cos\theta = \frac{2}{\pi} \int_0^\theta t \sin t\, dt$, "
            r"$0 \le \theta \le \pi$.",
            unhunted="a function of one angle, which the engine decides",
        ),
        derived(
            "above-the-diagonal",
            r"$\psi(\rho) - \rho = \frac{2}{\pi} (\sin\theta - \theta \cos\theta) \ge 0$ at $\rho = \cos\theta$, "
            r"$0 \le \theta \le \pi$.",
            "the sign of an integral",
            Step(r"The integrand is not negative on $[0, \pi]$.", uses="above-by-an-integral"),
            unhunted="a function of one angle, which the engine decides",
        ),
        derived(
            "trace",
            r"$\|S\| \le \mathrm{tr}\,G \le \|U - U^*\|_F^2$.",
            "it rests on Lemma 1, for any number of lines",
            Step(r"$0 \preceq S \preceq G$.", uses="sandwich"),
            Step(
                r"So $\|S\| \le \|G\| \le \mathrm{tr}\,G$.",
                cites="the largest eigenvalue of a semidefinite matrix is at most its trace, and is monotone",
            ),
            Step(
                r"The diagonal of $G$ is $2 - 2 \psi(\cos\theta_i)$, as $\psi(1) = 1$.",
                uses="pnn.psi.closed-form:ends",
            ),
            Step(
                r"$2 - 2 \psi(\cos\theta_i) \le 2 - 2 \cos\theta_i = \|u_i - u_i^*\|^2$; sum over $i$.",
                uses="above-the-diagonal",
            ),
        ),
        ours(
            "order",
            r"For one line and one target line at angle $\theta$, $S = 1 - \psi(\cos\theta)^2 = "
            r"\theta^2 - \frac{4}{3\pi} \theta^3 + O(\theta^4)$, and $S / \|u - u^*\|^2 \to 1$ as $\theta \to 0$.",
            unhunted="a function of one angle, which the engine decides",
        ),
        counterexample(
            "not-the-operator-norm",
            r"The axes of the plane, turned inwards to $(20, 1)$ and $(1, 20)$: $\|S\| > \|U - U^*\|^2$.",
        ),
    ),
)
