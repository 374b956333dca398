"""Section 5.2 of the porcupine paper: networks whose neurons see one input each, and Figure 10."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.degree_one.published_counts import figure_10 as figure_10
from verification.papers.pnn2017.degree_one.risk import NETS
from verification.papers.pnn2017.degree_one.risk import corollary_2 as corollary_2
from verification.papers.pnn2017.degree_one.risk import theorem_4 as theorem_4
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.wording import LAWS

MASSES = {
    **NETS,
    r"P_r, N_r": "sums of the positive weights of input $r$ and of the sizes of its negative ones",
    r"P_r^*, N_r^*": "the same of the target",
    r"g, b": r"the forces $g = \frac{1}{2}\left(\sum_i w_i - \sum_i w_i^*\right)$ and $b = \frac{1}{2} C (q - q^*)$",
    r"d": "number of inputs",
}
AXES = "Every neuron sees one input, and every input has at least one neuron."
KAPPA = r"\kappa = 1 - \frac{c^2 (d-1)}{1 + c (d-2)}"

FIRST_ORDER = (
    Step(
        r"At a local minimizer a positive neuron of input $r$ has slope $g_r + b_r = 0$, a negative one "
        r"$b_r - g_r = 0$, and a zero neuron has both $b_r + g_r \geq 0$ and $b_r - g_r \geq 0$.",
        uses="slopes",
    ),
)

ONE_SOLUTION = (
    Step(
        r"$C$ restricted to the inputs $r > 1$ is positive definite, so $b_r = 0$ has one solution for "
        r"given $q_1$,",
        uses="pnn.corollary-2:spectrum",
    ),
    Step(
        r"the one with equal differences; $g_1 + b_1 = 0$ is linear in $q_1$ with the coefficient "
        r"$\frac{1 + \kappa}{2} > 0$ and has the solution stated.",
        uses="region-equations",
    ),
    Step(
        r"The value is $\|g\|^2 + \frac12 b \cdot (q - q^*)$, to which the inputs $r > 1$ add nothing.",
        uses="value-from-forces",
    ),
)

theorem_5 = Claim(
    id="pnn.theorem-5",
    source=PAPER.section("5.2", "Theorem 5", "reconstructed"),
    status=Status.TRUE,
    title="Degree-one networks: with both signs on every input, local minima are global",
    says=r"In a region where every input has a positive and a negative weight, every local minimizer is global. "
    r"Regions where some input has weights of one sign only may contain bad local minimizers.",
    where={**MASSES, r"\kappa": rf"${KAPPA}$"},
    assumptions=(
        AXES,
        "All weights are non-zero, except where a part says otherwise.",
        "Local optimizer is read as local minimizer.",
    ),
    reading=r"The published proof treats non-zero weights only; Section 5.2 presupposes a non-zero element. The "
    r"second sentence says that other regions may have bad local optima. Ours: optimizer is read as minimizer; "
    r"points with zero weights; and exactly when the regions with one input of one sign have bad minimizers.",
    parts=(
        Part(
            "mixed-regions",
            r"If every input has a positive and a negative weight, a local minimizer has $L(W) = 0$.",
            strength=DERIVED,
            why="the passage from slopes to minimizers is a written argument; the identities under it are proved",
            argument=(
                *FIRST_ORDER,
                Step(
                    r"So on an input with both signs $g_r = b_r = 0$; if all inputs have both, $g = 0$ and $b = 0$.",
                    uses="slopes",
                ),
                Step(
                    r"$L = \|g\|^2 + \frac{1}{2} b \cdot (q - q^*)$, which vanishes with $g$ and $b$.",
                    uses="value-from-forces",
                ),
            ),
        ),
        Part(
            "zero-weights",
            r"A local minimizer at which no input has all its weights strictly of one sign, zero weights admitted, is "
            r"global: its risk is the least over all networks on these inputs.",
            Role.OURS,
            strength=DERIVED,
            why="the passage from slopes to minimizers is a written argument; the identities under it are proved",
            argument=(
                *FIRST_ORDER,
                Step(
                    r"An input with both signs has $g_r = b_r = 0$; one with a zero weight and others of one sign has "
                    r"$b_r = |g_r|$ and $p_r g_r + q_r b_r = 0$, where $p_r = P_r - N_r$; one with zero weights only "
                    r"has $b_r \geq |g_r|$ and $p_r = q_r = 0$. So $b_r \geq |g_r|$ and "
                    r"$p_r g_r + q_r b_r = 0$ on every input.",
                    uses="slopes",
                ),
                Step(
                    r"For any other network with sums $p', q'$ the risk differs by "
                    r"$g \cdot (p' - p) + b \cdot (q' - q) + \frac{1}{4}\|p' - p\|^2 "
                    r"+ \frac{1}{4}(q' - q)^\top C (q' - q)$.",
                    uses="expansion",
                ),
                Step(r"The last two terms are not negative.", uses="pnn.corollary-2:spectrum"),
                Step(
                    r"The first two are $g \cdot p' + b \cdot q' \geq \sum_r (b_r - |g_r|)\, q'_r \geq 0$, since "
                    r"$|p'_r| \leq q'_r$. So no network has a smaller risk.",
                    uses="expansion",
                ),
            ),
            unhunted="mixed-regions is hunted with zero weights admitted too, as a convenience that finds nothing",
        ),
        Part(
            "symmetric-laws",
            r"Let the law of the inputs be any that is symmetric with covariance $I$ and under which products of two "
            r"ReLUs of projections have means. If every input has a positive and a negative weight, others may be "
            r"zero, a local minimizer has $L(W) = 0$.",
            Role.OURS,
            strength=DERIVED,
            why="a case of a written argument",
            argument=(
                Step(
                    "The inputs are its lines, all of them with both signs, and span; the target lies on them. Other "
                    "weights may be zero there too.",
                    uses="pnn.theorem-7:symmetric-laws",
                ),
            ),
            unhunted="with the normal law it is mixed-regions, which is hunted",
        ),
        Part(
            "slopes",
            r"Moving a neuron of input $r$ outwards by $t$ changes $L$ by $(b_r + g_r)\, t + \frac{1}{2} t^2$ on the "
            r"positive side of zero and by $(b_r - g_r)\, t + \frac{1}{2} t^2$ on the negative side.",
            Role.OURS,
            unhunted="an identity of quadratic forms in sums and masses, which the engine decides; "
            "pnn.theorem-4:value, from which it follows, is hunted",
        ),
        Part(
            "value-from-forces",
            r"$L = \|g\|^2 + \frac{1}{2}\, b \cdot (q - q^*)$.",
            Role.OURS,
            unhunted="an identity of quadratic forms in sums and masses, which the engine decides; "
            "pnn.theorem-4:value, from which it follows, is hunted",
        ),
        Part(
            "expansion",
            r"With $p = \sum_i w_i$, $L(p', q') - L(p, q) = g \cdot (p' - p) + b \cdot (q' - q) "
            r"+ \frac{1}{4}\|p' - p\|^2 + \frac{1}{4}(q' - q)^\top C (q' - q)$.",
            Role.OURS,
            unhunted="an identity of quadratic forms in sums and masses, which the engine decides; "
            "pnn.theorem-4:value, from which it follows, is hunted",
        ),
        Part(
            "other-regions",
            r"Regions where some input has weights of one sign only may contain bad local minimizers: so for $d = 2$, "
            r"positive weights on input 1, both signs on input 2, and a target with $P_r^* = N_r^* = 1$.",
            universal=False,
        ),
        Part(
            "region-equations",
            r"Let input 1 have positive weights only, $N_1 = 0$, and let $b_r = 0$ for $r > 1$, $e = q_1 - q_1^*$. "
            r"The $q_r - q_r^*$, $r > 1$, that are all equal to $-\frac{c}{1 + c (d-2)} e$ make $b_r = 0$ and "
            r"$b_1 = \frac{\kappa}{2} e$. At $q_1 = P_1^* - \frac{1 - \kappa}{1 + \kappa} N_1^*$ then $g_1 + b_1 = 0$, "
            r"$g_1^2 + \frac{1}{2} b_1 e = \frac{\kappa}{1 + \kappa} {N_1^*}^2$ and "
            r"$q_r - q_r^* = \frac{2 c N_1^*}{(1 + \kappa)(1 + c (d-2))}$.",
            Role.OURS,
            unhunted="an identity of quadratic forms in sums and masses, which the engine decides; "
            "pnn.theorem-4:value, from which it follows, is hunted",
        ),
        Part(
            "one-signed-input",
            r"Let input 1 have two or more neurons, all of positive weight, and every other input both signs. Such a "
            r"region has a bad local minimizer if and only if $N_1^* > 0$ and "
            r"$(1 + \kappa) P_1^* > (1 - \kappa) N_1^*$; its value is $\frac{\kappa}{1 + \kappa} {N_1^*}^2$, and "
            r"$q_1 = P_1^* - \frac{1 - \kappa}{1 + \kappa} N_1^*$. For all negative weights exchange $P_1^*$ and "
            r"$N_1^*$.",
            Role.OURS,
            strength=DERIVED,
            why="the passage from slopes to minimizers is a written argument; the identities under it are proved",
            argument=(
                Step(
                    r"In the region a local minimizer has $g_1 + b_1 = 0$ and $g_r = b_r = 0$ for $r > 1$. There the "
                    r"risk is convex, so these equations suffice.",
                    uses="slopes",
                ),
                *ONE_SOLUTION,
                Step(
                    r"The solution lies in the region if and only if $q_1 > 0$, which is the condition, and each "
                    r"$q_r > |p_r|$, $r > 1$, where $p_r = p_r^*$ and $q_r - q_r^*$ is positive if $N_1^* > 0$ and "
                    r"zero if not; in the latter case the value is zero.",
                    uses="region-equations",
                ),
                Step(
                    r"The value is positive if $N_1^* > 0$, since $\kappa > 0$; for $d = 1$ it is $1$.",
                    uses="kappa",
                ),
                Step(
                    r"It is not the least one then: two neurons of opposite signs on each input reach zero, with the "
                    r"masses of the target, and zero weights count among networks.",
                    uses="pnn.corollary-2:zero-set",
                ),
            ),
            unhunted="the solution of the linear equations of region-equations, as functions of three numbers;"
            " that mixed inputs are needed is what the hunt of mixed-regions finds",
        ),
        Part(
            "one-signed-laws",
            rf"Under {LAWS} and for which $E\,|x_r|\,|x_s| = \psi(0)$ for different inputs: let one input have weights "
            r"of one sign and all others both signs, zero weights admitted there; let $P^*$ be the target's mass of "
            r"this sign on that input and $N^*$ that of the other. At a local minimizer the sizes of the weights on "
            r"that input sum to $P^* - \frac{1 - \kappa}{1 + \kappa} N^*$, and "
            r"$L = \frac{\kappa}{1 + \kappa} {N^*}^2$.",
            Role.OURS,
            strength=DERIVED,
            why="the passage from slopes to minimizers is a written argument; the identities under it are proved",
            argument=(
                Step("The risk is the same function of the weights,", uses="pnn.theorem-4:symmetric-laws"),
                Step(
                    r"whose slopes at a local minimizer are $g_1 + b_1 = 0$ and, also with zero weights beside both "
                    r"signs, $g_r = b_r = 0$ for $r > 1$, for positive weights on input 1.",
                    uses="slopes",
                ),
                *ONE_SOLUTION,
                Step(r"Here $\kappa > 0$; for $d = 1$ it is $1$.", uses="kappa"),
                Step("Exchange $x$ and $-x$ for negative weights.", cites="symmetry of the law"),
            ),
            unhunted="the solution of the linear equations of region-equations, as that of one-signed-input",
        ),
        Part(
            "bad-regions-laws",
            r"Under the same laws, let every input have two or more neurons. The region where those of one input have "
            r"weights of one sign and every other input has both signs has a bad local minimizer if and only if "
            r"$N^* > 0$ and $(1 + \kappa) P^* > (1 - \kappa) N^*$, with the masses of that input as in "
            r"one-signed-laws; whether zero weights are admitted on the others makes no difference.",
            Role.OURS,
            strength=DERIVED,
            why="the passage from slopes to minimizers is a written argument; the identities under it are proved",
            argument=(
                Step("The risk is the same function of the weights,", uses="pnn.theorem-4:symmetric-laws"),
                Step(
                    "so that it has the minimizers, bad or not, that it has under the normal law.",
                    uses="one-signed-input",
                ),
                Step(
                    r"A bad one with zero weights elsewhere has the sum and the value stated too: the sum is positive, "
                    r"and so is the value, as no risk is below zero.",
                    uses="one-signed-laws",
                ),
                Step("Exchange inputs, and $x$ and $-x$ for negative weights.", cites="symmetry of the law"),
            ),
            unhunted="the solution of the linear equations of region-equations, as that of one-signed-input",
        ),
        Part(
            "kappa",
            r"$\kappa = \frac{(1 - c)(1 + (d-1) c)}{1 + (d-2) c}$ lies strictly between 0 and 1 for $d \geq 2$ and "
            r"decreases with $d$ towards $1 - c$.",
            Role.OURS,
            unhunted="a function of $d$ and one number, which the engine decides",
        ),
        Part(
            "one-input",
            r"For $d = 1$, $\kappa = 1$: the value is $\frac{1}{2} {N^*}^2$, the risk at $q_1 = P^*$, as in Theorem 2.",
            Role.OURS,
            unhunted="one value in one mass",
        ),
        Part(
            "both-signs-do-not-suffice",
            r"There are targets with both signs on every input, already for $d = 2$, for which the region of all "
            r"positive weights on input 1 and both signs on the others has no local minimizer.",
            Role.OURS,
            universal=False,
        ),
    ),
)
