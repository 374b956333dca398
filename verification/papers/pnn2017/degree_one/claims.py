"""Section 5 of the porcupine paper: networks whose neurons see one input each, and Figure 10."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

NETS = {
    r"w_i, w_i^*": "weights of the neurons of network and target, each on a coordinate axis, shape (inputs,)",
    r"h(x; W)": r"the output $\sum_i \max(w_i \cdot x, 0)$",
    r"L(W)": r"the risk $E\,(h(x; W) - h(x; W^*))^2$ for $x \sim N(0, I)$",
    r"q, q^*": r"sums of $|w|$ over the neurons of each input, shape (inputs,)",
    r"C": r"the matrix with 1 on its diagonal and $c = \frac{2}{\pi}$ off it, shape (inputs, inputs)",
}
MASSES = {
    **NETS,
    r"P_r, N_r": "sums of the positive weights of input $r$ and of the sizes of its negative ones",
    r"P_r^*, N_r^*": "the same of the target",
    r"g, b": r"the forces $g = \frac{1}{2}\left(\sum_i w_i - \sum_i w_i^*\right)$ and $b = \frac{1}{2} C (q - q^*)$",
    r"d": "number of inputs",
}
AXES = "Every neuron sees one input, and every input has at least one neuron."
KAPPA = r"\kappa = 1 - \frac{c^2 (d-1)}{1 + c (d-2)}"

theorem_4 = Claim(
    id="pnn.theorem-4",
    source=PAPER.section("5.2", "Theorem 4", "reconstructed"),
    status=Status.TRUE,
    title="The degree-one risk is two sums of squares",
    says=r"$L(W) = \frac{1}{4}\left\|\sum_i w_i - \sum_i w_i^*\right\|^2 + \frac{1}{4}(q - q^*)^\top C (q - q^*)$, "
    r"whatever the numbers of neurons.",
    where=NETS,
    assumptions=("Every neuron of network and target sees one input.",),
    parts=(
        Part(
            "value",
            r"$L = \frac{1}{4}\left\|\sum_i w_i - \sum_i w_i^*\right\|^2 + \frac{1}{4}(q - q^*)^\top C (q - q^*)$.",
        ),
    ),
)

corollary_2 = Claim(
    id="pnn.corollary-2",
    source=PAPER.section("5.2", "Corollary 2", "reconstructed"),
    status=Status.TRUE,
    title="When a degree-one network fits its target exactly",
    says=r"$L(W) = 0$ if and only if $\sum_i w_i = \sum_i w_i^*$ and $q = q^*$.",
    where=NETS,
    assumptions=("Every neuron of network and target sees one input.",),
    parts=(
        Part("zero-set", r"$L(W) = 0 \iff \sum_i w_i = \sum_i w_i^*$ and $q = q^*$."),
        Part(
            "spectrum",
            r"The eigenvalues of $C$ are $1 - c$, $d - 1$ times, and $1 + (d-1) c$; all are positive.",
            Role.OURS,
        ),
    ),
)

FIRST_ORDER = (
    Step(
        r"At a local minimizer a positive neuron of input $r$ has slope $g_r + b_r = 0$, a negative one "
        r"$b_r - g_r = 0$, and a zero neuron has both $b_r + g_r \geq 0$ and $b_r - g_r \geq 0$.",
        uses="slopes",
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
        ),
        Part(
            "slopes",
            r"Moving a neuron of input $r$ outwards by $t$ changes $L$ by $(b_r + g_r)\, t + \frac{1}{2} t^2$ on the "
            r"positive side of zero and by $(b_r - g_r)\, t + \frac{1}{2} t^2$ on the negative side.",
            Role.OURS,
        ),
        Part("value-from-forces", r"$L = \|g\|^2 + \frac{1}{2}\, b \cdot (q - q^*)$.", Role.OURS),
        Part(
            "expansion",
            r"With $p = \sum_i w_i$, $L(p', q') - L(p, q) = g \cdot (p' - p) + b \cdot (q' - q) "
            r"+ \frac{1}{4}\|p' - p\|^2 + \frac{1}{4}(q' - q)^\top C (q' - q)$.",
            Role.OURS,
        ),
        Part(
            "one-signed-input",
            r"Let input 1 have two or more neurons, all of positive weight, and every other input both signs. Such a "
            r"region has a bad local minimizer if and only if $N_1^* > 0$ and "
            r"$(1 + \kappa) P_1^* > (1 - \kappa) N_1^*$; its value is $\frac{\kappa}{1 + \kappa} {N_1^*}^2$, and "
            r"$q_1 = P_1^* - \frac{1 - \kappa}{1 + \kappa} N_1^*$. For all negative weights exchange $P_1^*$ and "
            r"$N_1^*$.",
            Role.OURS,
        ),
        Part(
            "kappa",
            r"$\kappa = \frac{(1 - c)(1 + (d-1) c)}{1 + (d-2) c}$ lies strictly between 0 and 1 for $d \geq 2$ and "
            r"decreases with $d$ towards $1 - c$.",
            Role.OURS,
        ),
        Part(
            "one-input",
            r"For $d = 1$, $\kappa = 1$: the region of two or more positive weights has bad minimizers if and only if "
            r"$P^*, N^* > 0$, of value $\frac{1}{2} {N^*}^2$, as Theorem 2 says.",
            Role.OURS,
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

figure_10 = Claim(
    id="pnn.figure-10",
    source=PAPER.section("8.1", "Figure 10"),
    status=Status.TRUE,
    title="Descent on degree-one networks ends in bad minima less often the more neurons each input has",
    says=r"For $d = 5$ inputs and $k$ neurons, of 100 trials for each $k/d$ in 2, 3, 4, 5 and 10, stochastic gradient "
    r"descent ended in 55, 51, 22, 17 and 4 bad local minima.",
    where={
        r"k/d": "neurons for each input",
        "bad": r"the final loss over the mean square of the outputs exceeds $10^{-6}$",
        "replay": "training with the authors' random numbers and shuffles, trial by trial",
        "fixed": "the same trials, the same batches in every epoch",
        "fresh": "random numbers of ours, the same batches in every epoch",
    },
    assumptions=("The threshold for bad ends and the learning rate's decay are those of the authors' program.",),
    parts=(
        Part(
            "published-counts",
            r"The replayed trials end in bad minima as often as published: for each $k/d$ an exact test of the two "
            r"counts does not reject equal rates.",
            strength=CONSISTENT,
            why="training runs are instances",
        ),
        Part(
            "fewer-with-more-neurons",
            r"The rate of bad ends falls as $k/d$ grows from 2 to 10.",
            strength=CONSISTENT,
            why="training runs are instances",
        ),
        Part(
            "fixed-batches",
            r"With the same batches in every epoch the replayed trials end in bad minima equally often (an exact "
            r"paired test does not reject it), and at least four in five of them are judged alike.",
            Role.OURS,
            strength=CONSISTENT,
            why="training runs are instances",
        ),
        Part(
            "fresh-seeds",
            r"Fresh random numbers give the published rates: exact tests of equal rates refuse it neither at any $k/d$ "
            r"nor for all together. Each refuses true ones once in ten million. With a hundred published trials at "
            r"each $k/d$ and a thousand fresh ones a difference of 0.3 would be seen at one $k/d$, of 0.2 at 10, "
            r"where the "
            r"published rate is 0.04, and one of 0.1 common to all.",
            Role.OURS,
            strength=CONSISTENT,
            why="training runs are instances",
        ),
        Part(
            "same-trials",
            r"The replayed trials are the published ones: of $n$ of them as many end badly as of $n$ drawn from the "
            r"printed hundred, up to five trials in a hundred; for all hundred that is the printed count up to "
            r"five.",
            Role.OURS,
            strength=CONSISTENT,
            why="training runs are instances",
        ),
        Part(
            "ends-are-minima",
            r"Bad ends are bad local minima of the empirical risk, up to what descent had still to go: from at least "
            r"98 of 100 of them, up to chance, descent keeps every sign and ends at the least loss of the sign "
            r"region, and that is "
            r"positive.",
            Role.OURS,
            strength=CONSISTENT,
            why="training runs are instances",
        ),
        Part(
            "one-signed-inputs",
            r"Bad ends from which descent keeps every sign have an input whose weights are all of one sign. From "
            r"one with "
            r"both signs on every input it would lead to zero, by the proof of Theorem 5 for the empirical risk: "
            r"of the "
            r"ends at most one in two hundred, up to chance, is a trial that was stopped on its way there.",
            Role.OURS,
            strength=CONSISTENT,
            why="training runs are instances",
        ),
        Part(
            "threshold",
            r"Of all ends the threshold $10^{-6}$ calls at most one in two hundred bad although descent leads to zero "
            r"loss, and at most one in twenty good although it leads to a local minimum of positive loss, both up to "
            r"chance.",
            Role.OURS,
            strength=CONSISTENT,
            why="training runs are instances",
        ),
    ),
)
