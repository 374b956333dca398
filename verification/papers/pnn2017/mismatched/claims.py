"""Networks whose target lies on other lines: the risk, its lower bound, and what Theorem 9 says of minima."""

from verification.claim import CERTIFIED, DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.mismatched.one_target_neuron import theorem_9_vacuous as theorem_9_vacuous
from verification.papers.pnn2017.mismatched.wording import INPUTS, NETWORK, SCHUR, SYMBOLS
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.wording import LAWS

theorem_8 = Claim(
    id="pnn.theorem-8",
    source=PAPER.section("6", "Theorem 8", "reconstructed"),
    status=Status.TRUE,
    title="The risk against a target on other lines",
    says=r"With $V$ the rows of $U$ and of $U^*$ stacked, $L(W) = \frac14 \|z\|^2 + \frac14 "
    r"\begin{pmatrix} q \\ -q^* \end{pmatrix}^{\top} \psi[V V^\top] \begin{pmatrix} q \\ -q^* \end{pmatrix}$.",
    where={**SYMBOLS, "V": "rows of U, then of U*, shape (lines + target lines, inputs)"},
    assumptions=(INPUTS, NETWORK),
    reading=r"The displayed formula is lost in our copy. The risk is defined in words, so that its value is "
    r"determined; how it is written is our choice; the kernel is equation (5.13). Where the paper asks for a "
    r"rank of $U$ of at least $d$, it can only be $d$.",
    parts=(
        Part("value", r"$L(W)$ has this value for every number of inputs, lines and neurons."),
        Part(
            "symmetric-laws",
            rf"The same under {LAWS} and for which $E\,|v_r \cdot x|\,|v_s \cdot x| = \psi(v_r \cdot "
            r"v_s)$ for all rows of $V$.",
            Role.OURS,
            strength=DERIVED,
            why="a case of a statement for lines without neurons",
            argument=(
                Step(
                    r"The rows of $V$ are lines; those of $U^*$ have no neuron of the network, those of $U$ none of "
                    r"the target.",
                    uses="pnn.theorem-6:symmetric-laws",
                ),
            ),
            unhunted="with the normal law it is value, which is hunted",
        ),
    ),
)

SEMIDEFINITE = "it rests on the kernel matrix being semidefinite, for every number of lines"

corollary_4 = Claim(
    id="pnn.corollary-4",
    source=PAPER.section("6", "Corollary 4", "reconstructed"),
    status=Status.TRUE,
    title="The Schur complement bounds the risk from below",
    says=rf"$L(W) \ge \frac14 q^{{*\top}} S q^*$ for all weights, with {SCHUR}.",
    where={**SYMBOLS, r"S": "Schur complement, shape (target lines, target lines)"},
    assumptions=(INPUTS, NETWORK),
    reading=r"The displayed formula is lost in our copy. The bound is what is left of Theorem 8 at the best "
    r"masses, the value of equation (6.8). Ours: the pseudo-inverse, and when the bound is attained.",
    parts=(
        Part("lower-bound", r"On distinct lines $L(W) \ge \frac14 q^{*\top} S q^*$, with the inverse of $\Psi_{11}$."),
        Part(
            "repeated-lines",
            r"The same on lines of which some are equal or opposite, with the pseudo-inverse.",
            Role.OURS,
            strength=DERIVED,
            why=SEMIDEFINITE,
            argument=(
                Step(r"Four times the difference is the sum of two squares,", uses="completed-square"),
                Step(r"neither of which is negative.", uses="pnn.lemma-1:semidefinite"),
            ),
            unhunted="the same square for singular matrices, by squares; lower-bound is hunted on distinct lines",
        ),
        Part(
            "squares",
            r"Where $\Psi_{12} = \Psi_{11} Y$, $4 L = \|z\|^2 + (q - Y q^*)^\top \Psi_{11} (q - Y q^*) + "
            r"q^{*\top} (\Psi_{22} - Y^\top \Psi_{11} Y) q^*$.",
            Role.OURS,
            unhunted="an identity of quadratic forms, which the engine decides for symbols; lower-bound, which"
            " follows, is hunted",
        ),
        Part(
            "completed-square",
            r"With $X = \Psi_{11}^{+} \Psi_{12}$, $\Psi_{11} X = \Psi_{12}$ and "
            r"$4 L = \|z\|^2 + (q - X q^*)^\top \Psi_{11} (q - X q^*) + q^{*\top} S q^*$.",
            Role.OURS,
            strength=DERIVED,
            why=SEMIDEFINITE,
            argument=(
                Step(r"The kernel matrix of all lines together is semidefinite.", uses="pnn.lemma-1:semidefinite"),
                Step(
                    r"So the range of $\Psi_{12}$ lies in that of $\Psi_{11}$: $\Psi_{11} X = \Psi_{12}$, and "
                    r"$X^\top \Psi_{11} X = \Psi_{21} \Psi_{11}^{+} \Psi_{12}$.",
                    cites="Albert 1969, on positive semidefinite block matrices and pseudo-inverses",
                ),
                Step(r"Put $Y = X$.", uses="squares"),
            ),
            unhunted="an identity of quadratic forms, which the engine decides for symbols; lower-bound, which"
            " follows, is hunted",
        ),
        Part(
            "two-neurons",
            r"On one line the coefficients $\frac12 (q + p)$ and $-\frac12 (q - p)$ have the signed sum $p$ and the "
            r"absolute sum $q$ wherever $|p| \le q$.",
            Role.OURS,
            unhunted="two numbers and the cases of their signs, which the engine decides",
        ),
        Part(
            "equality",
            r"With two or more neurons on each line, some $W$ reaches the bound exactly if there are $q \ge 0$ with "
            r"$\Psi_{11} q = \Psi_{12} q^*$ and $p$ with $|p_r| \le q_r$ for all $r$ and $U^\top p = U^{*\top} p^*$.",
            Role.OURS,
            strength=DERIVED,
            why="a written argument from the completed square, for every number of lines",
            argument=(
                Step(
                    r"$4 L$ exceeds the bound's fourfold by $\|z\|^2$ and the value of $\Psi_{11}$ at $q - X q^*$,",
                    uses="completed-square",
                ),
                Step(r"which is positive semidefinite: both are at least zero.", uses="pnn.lemma-1:semidefinite"),
                Step(
                    r"So $L$ equals the bound exactly if $z = 0$, that is $U^\top p = U^{*\top} p^*$, and the second "
                    r"term vanishes, which means $\Psi_{11} (q - X q^*) = \Psi_{11} q - \Psi_{12} q^* = 0$.",
                    cites="A positive semidefinite form vanishes exactly on the kernel of its matrix",
                ),
                Step(r"$L$ depends on $W$ through $p$ and $q$ alone.", uses="pnn.theorem-8:value"),
                Step(
                    r"On a line with two neurons or more every pair with $|p_r| \le q_r$ is reached, all further "
                    r"neurons at zero;",
                    uses="two-neurons",
                ),
                Step(
                    r"and no weights reach another, since $|\sum_i c_i| \le \sum_i |c_i|$.",
                    cites="The triangle inequality",
                ),
            ),
            unhunted="when a sum of three squares vanishes, each given by completed-square and two-neurons: an"
            " equality, at which rounding alone decides",
        ),
    ),
)

REGION = r"an open orthant of the coefficients $c$, so all weights non-zero"

theorem_9 = Claim(
    id="pnn.theorem-9",
    source=PAPER.section("6", "Theorem 9", "reconstructed"),
    status=Status.FALSE,
    title="Local minima where enough lines carry both signs",
    says=r"In a region of sign vectors where at least $d$ lines carry neurons of both signs, every local minimum $W$ "
    r"has $\sum_i w_i = \sum_j w^*_j$ and $L(W) = \frac14 q^{*\top} S q^*$, so it is a global minimum.",
    where={**SYMBOLS, r"S": r"$\Psi_{22} - \Psi_{21} \Psi_{11}^{-1} \Psi_{12}$", r"d": "number of inputs"},
    assumptions=(INPUTS, NETWORK, r"the lines $u_r$ are distinct, have a neuron each and span $\mathbb{R}^d$"),
    reason="$d$ distinct lines need not span the space: with three of them in a plane of three inputs there are bad "
    "local minima without any zero weight. Where zero weights are admitted it fails in two more ways. For a target "
    "of one neuron on none of the lines it holds of nothing: a region whose lines with both signs span the space has "
    "no local minimum, and one with as many in a plane can have a bad one.",
    repair=r"Ask that all weights are non-zero and that the lines with both signs span $\mathbb{R}^d$.",
    reading=r"The displayed formula is lost in our copy. In words: at least $d$ lines with neurons of both "
    r"signs. The value is that of Corollary 4. Two readings of a zero weight are possible, the literal $s(0) = "
    r"-1$ and that it belongs to no region; both are checked, and the first counterexample has no zero weight.",
    parts=(
        Part(
            "value",
            r"Wherever at least $d$ lines carry both signs, every local minimum has $z = 0$ and "
            r"$L = \frac14 q^{*\top} S q^*$, and is global.",
            expected=False,
            refuted_by="dependent-lines",
        ),
        counterexample(
            "dependent-lines",
            r"Three inputs, lines $e_1$, $e_2$, $(\frac35, \frac45, 0)$, $e_3$ with two neurons each, target weights "
            r"$+1$ and $-1$ on each of $e_1$, $e_2$, $(\frac{5}{13}, \frac{12}{13}, 0)$, $e_3$. With both signs on "
            r"the first three lines and two positive weights on $e_3$ there is a local minimum with $z \ne 0$ and "
            r"$L = \frac14 q^{*\top} S q^* + \frac{k v^2}{4 (1 + k)}$, about 0.3417 instead of 0.0083, where $v$ is "
            r"the last entry of $\Psi_{11}^{-1} \Psi_{12} q^*$ and $\frac1k$ the last diagonal entry of "
            r"$\Psi_{11}^{-1}$; another network has a smaller risk.",
        ),
        Part(
            "dependent-lines-laws",
            rf"Under {LAWS} and for which $E\,|u \cdot x|\,|v \cdot x| = \psi(u \cdot v)$ for the unit vectors of "
            r"all lines of network and target, the network without zero weights has such a local minimum too, with $L$ "
            r"about $0.3417$ instead of $0.0083$; another network has a smaller risk.",
            Role.OURS,
            strength=DERIVED,
            why="a case of a certified one, for other laws",
            argument=(
                Step("The risk is the same function of the weights,", uses="pnn.theorem-8:symmetric-laws"),
                Step("of which this is known.", uses="dependent-lines"),
            ),
            unhunted="one network",
        ),
        counterexample(
            "zero-weights",
            r"If the sign of a zero weight counts as $-1$ (the literal reading of the definition; a reading under "
            r"which such points are left out is not touched): two inputs, lines at 0, 60 and 30 degrees, target "
            r"weights $\frac12, \frac12$ at 0, $\frac12, \frac12$ at 60, and $+1, -1$ at 28 degrees. One positive "
            r"and one zero weight on each of the first two lines, two negative ones on the third: a local minimum "
            r"with $L$ about 0.01807 instead of 0.00024, and not global.",
        ),
        counterexample(
            "zero-line",
            r"If zero weights are admitted, whatever their sign: lines at 0, 60 and 120 degrees, target weights $+1$ "
            r"and $-1$ at 30 degrees. For one $t > 0$ weights $\pm t$ on each of the first two lines and zero weights "
            r"on the third are a global minimum with $L = 1 - \frac{2 (1/\pi + 1/\sqrt3)^2}{7/6 + \sqrt3/\pi}$, about "
            r"0.0661 and not $\frac14 q^{*\top} S q^*$, about 0.0347.",
        ),
        Part(
            "one-target-neuron",
            r"The bound need not be attained: for lines $e_1$, $e_2$ and "
            r"one target neuron of norm 1 at 45 degrees the global minimum is $\frac12 - \frac{J^2}{\pi (\pi + 1)}$, "
            r"$J = \frac{1}{\sqrt2} (1 + \frac{3\pi}{4})$, about 0.0671 against the bound 0.0527, at two positive "
            r"weights with $z \ne 0$.",
            Role.OURS,
            strength=CERTIFIED,
            why="strict inequalities between transcendental numbers, in balls",
            universal=False,
        ),
        Part(
            "repaired",
            rf"In {REGION}, in which the lines with both signs span $\mathbb{{R}}^d$, every local minimum has "
            r"$z = 0$, $\Psi_{11} q = \Psi_{12} q^*$ and $L = \frac14 q^{*\top} S q^*$, and is global.",
            Role.REPAIRED,
            strength=DERIVED,
            why="a written argument from the first-order conditions; its links are proved",
            argument=(
                Step(
                    r"Let $g = \frac12 U z$ and $b = \frac12 (\Psi_{11} q - \Psi_{12} q^*)$. All weights being "
                    r"non-zero, a local minimum has $g_r + b_r = 0$ on each line $r$ with a positive weight and "
                    r"$g_r = b_r$ on each line with a negative one. A line with both has $g_r = b_r = 0$, so "
                    r"$u_r \cdot z = 0$.",
                    uses="ours.first-order-test:criterion",
                ),
                Step(
                    r"The lines with both signs span $\mathbb{R}^d$, so $z$ is orthogonal to every vector and "
                    r"$z = 0$. Then $g = 0$, and each remaining line has $b_r = \pm g_r = 0$. So "
                    r"$\Psi_{11} q = \Psi_{12} q^*$.",
                    cites="A vector orthogonal to a spanning set is zero",
                ),
                Step(
                    r"With $z = 0$ and $\Psi_{11} q = \Psi_{12} q^*$ both squares in the completed square vanish, so "
                    r"$L = \frac14 q^{*\top} S q^*$,",
                    uses="pnn.corollary-4:completed-square",
                ),
                Step(r"which no weights undercut: the minimum is global.", uses="pnn.corollary-4:lower-bound"),
            ),
        ),
    ),
)
