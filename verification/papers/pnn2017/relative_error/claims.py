"""The error relative to the target's size: Proposition 1, and the Schur value over the variance."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.attainment.claims import BY_ARGUMENT, INPUTS, LINES
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.relative_error.over_the_variance import RANDOM
from verification.papers.pnn2017.relative_error.over_the_variance import variance_normalised as variance_normalised

proposition_1 = Claim(
    id="pnn.proposition-1",
    source=PAPER.section("7.1", "Proposition 1", "reconstructed"),
    status=Status.FALSE,
    title="The optimum's risk over the target's mean square",
    says=r"For random lines, with high probability $\min_W L(W) \le (1 - \frac{2}{\pi})(1 + \frac{r^*}{r})\, E "
    r"h^*(x)^2$.",
    where={**LINES, r"h^*": "the target's output", r"\epsilon": r"$\max_r |u_r \cdot w^*|$, in $[0, 1]$"},
    assumptions=(INPUTS, RANDOM, r"any weights $w^*_j \ne 0$ on the target's lines"),
    reason=r"The proof bounds the Schur value, not the least risk. When one target neuron outweighs the others the "
    r"masses that imitate its even part are too small to carry its linear part.",
    repair=r"Read $\frac14 q^{*\top} S q^*$ for the least risk.",
    reading="Equation (7.12) is lost in our copy. This is the form that the proof supports: Theorem 11 bounds the "
    "risk, and equation (11.55), which uses that the masses are not negative, bounds $E h^*(x)^2$ from below. The "
    "condition of Theorem 11 on $r^*$ is lost and may exclude a single target neuron; so the counterexamples with "
    "one heavy neuron have $r^*$ in proportion to $r$.",
    parts=(
        Part(
            "least-risk",
            r"With probability tending to 1, $\min_W L(W) \le (1 - \frac{2}{\pi})(1 + \frac{r^*}{r})\, E h^*(x)^2$.",
            expected=False,
            refuted_by="fails",
        ),
        Part(
            "heavy-neuron",
            r"One draw: there are 2,000 lines in $d = 1000$ inputs and 200 target neurons, one of norm 1 and 199 of "
            r"norm $\frac{1}{40000}$, such that the risk of every network exceeds "
            r"$(1 - \frac{2}{\pi})(1 + \frac{1}{10})\, E h^*(x)^2$.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why="that it is so of every network is argued; the numbers of the draw are certified",
            universal=False,
            argument=(
                Step(
                    r"Against the heavy neuron alone every network has $L \ge \frac12 - \frac{\pi}{8} (\epsilon + "
                    r"\psi(\epsilon))^2$, $\epsilon$ the largest $|u_r \cdot w^*|$ of the draw.",
                    uses="one-target-neuron",
                ),
                Step(
                    r"The light neurons change $\sqrt L$ and $\sqrt{E h^*(x)^2}$ by $\frac{199}{40000 \sqrt2}$ at "
                    "most. That the least risk stays above the bound is certified in balls.",
                    cites="Minkowski's inequality in the space of square-integrable functions",
                ),
            ),
        ),
        Part(
            "square",
            r"For a target $w^*$ of norm 1, with $s = \sum_r q_r$, $X = \epsilon s - p \cdot U w^*$, $Y = "
            r"\psi(\epsilon) s - q \cdot \psi[U w^*]$ and $Z = q^\top \Psi_{11} q - c s^2 - b \|q\|^2$: $4 L(W) = 2 - "
            r"\frac{\pi}{2} (\epsilon + \psi(\epsilon))^2 + \|U^\top p\|^2 + 2 X + 2 Y + Z + b \|q\|^2 + c \left(s - "
            r"\frac{\epsilon + \psi(\epsilon)}{c}\right)^2$, where $b + c = 1$, $c = \frac{2}{\pi}$.",
            Role.OURS,
            unhunted="an identity of quadratic forms, which the engine decides for symbols",
        ),
        Part(
            "one-target-neuron",
            r"If the target is one neuron $w^*$ of norm 1, every network on the lines has "
            r"$L(W) \ge \frac12 - \frac{\pi}{8} (\epsilon + \psi(\epsilon))^2$, while $E h^*(x)^2 = \frac12$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$L$ is Theorem 8's form in $p$ and $q$; that of the empty network is $E h^*(x)^2 = \frac14 (1 + "
                    r"\psi(1)) = \frac12$.",
                    uses="pnn.theorem-8:value",
                ),
                Step(
                    r"$X \ge 0$, as $|p_r| \le q_r$ and $|u_r \cdot w^*| \le \epsilon$.",
                    cites="the triangle inequality",
                ),
                Step(
                    r"$Y \ge 0$: $\psi$ is even with $\psi' = \frac{2}{\pi} \arcsin$, so it rises on $[0, 1]$ and "
                    r"$\psi(u_r \cdot w^*) \le \psi(\epsilon)$.",
                    uses="pnn.psi.derivatives:first",
                ),
                Step(
                    r"$Z \ge 0$: $\psi \ge c$ off the diagonal, and $\psi(1) = 1 = b + c$.",
                    uses="pnn.psi.bounds:tangent",
                ),
                Step(
                    r"So $4 L$ is $2 - \frac{\pi}{2} (\epsilon + \psi(\epsilon))^2$ and what is not negative.",
                    uses="square",
                ),
            ),
            unhunted="a bound by the identity of square, in which random lines decide how large the remainders are",
        ),
        Part(
            "fails",
            r"For $\rho \le \frac{1}{10}$ and targets of one neuron of norm 1 and others of norms that add up to "
            r"$\frac{1}{200}$ at most, the probability of the printed inequality tends to 0.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$P(|u \cdot w^*| > \epsilon) \le 2 e^{-d \epsilon^2/2}$ for a uniform random line, so that "
                    r"$P(\max_r |u_r \cdot w^*| > \frac16) \le 2 \gamma d\, e^{-d/72} \to 0$.",
                    cites="the area of a cap, as in Ball 1997, Lemma 2.2",
                ),
                Step(
                    r"Otherwise every network has $L \ge \frac12 R$ against the heavy neuron alone, with "
                    r"$R = 1 - \frac{\pi}{4} (\frac16 + \psi(\frac16))^2 > 0.48$.",
                    uses="one-target-neuron",
                ),
                Step(
                    r"A neuron of norm $t$ has root mean square $t/\sqrt2$. So the light neurons lower "
                    r"$\sqrt{L}$ and "
                    r"raise $\sqrt{E h^*(x)^2}$ by at most $\frac{1}{200 \sqrt2}$, and "
                    r"$\frac{L}{E h^*(x)^2} \ge \left(\frac{\sqrt{0.48} - 0.005}{1.005}\right)^2 > 0.46$, more than "
                    r"$\frac{11}{10} (1 - \frac{2}{\pi}) < 0.4$.",
                    cites="Minkowski's inequality in the space of square-integrable functions",
                ),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "schur-value",
            r"$\frac14 q^{*\top} S q^* \le \|S\|\, E h^*(x)^2$ for all lines and all targets.",
            Role.REPAIRED,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$4 E h^*(x)^2 = \|w_0\|^2 + q^{*\top} \Psi_{22} q^*$, the risk of the empty network.",
                    uses="pnn.theorem-8:value",
                ),
                Step(
                    r"$q^{*\top} N q^* \ge 0$ for $N = \Psi_{22} - c\, \mathbf{1} \mathbf{1}^\top - b I$: its diagonal "
                    r"is 0, and no other entry is negative, as none of $q^*$ is.",
                    uses="pnn.psi.bounds:tangent",
                ),
                Step(
                    r"So $4 E h^*(x)^2 \ge \|q^*\|^2$, as $(\sum_j q^*_j)^2 \ge \|q^*\|^2$ for $q^* \ge 0$; and "
                    r"$q^{*\top} S q^* \le \|S\| \|q^*\|^2$.",
                    uses="mean-square",
                ),
            ),
            unhunted=r"$q^{*\top} S q^* \le \|S\| \|q^*\|^2$ by the definition of a norm, and $E h^*(x)^2 \ge "
            r"\frac14 \|q^*\|^2$ as no entry of $\Psi_{22}$ is negative",
        ),
        Part(
            "mean-square",
            r"With $N = \Psi_{22} - c\, \mathbf{1} \mathbf{1}^\top - b I$: $\|w_0\|^2 + q^{*\top} \Psi_{22} q^* = "
            r"\|q^*\|^2 + \|w_0\|^2 + q^{*\top} N q^* + c \sum_{i \ne j} q^*_i q^*_j$.",
            Role.OURS,
            unhunted="an identity of quadratic forms, which the engine decides for symbols",
        ),
        Part(
            "repaired",
            r"For every $\delta > 0$, with probability tending to 1, $\frac14 q^{*\top} S q^* \le "
            r"(1 + \delta)(1 - \frac{2}{\pi})(1 + \frac{r^*}{r})\, E h^*(x)^2$ for all weights on the target's "
            r"lines at "
            r"once.",
            Role.REPAIRED,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$\frac14 q^{*\top} S q^* \le \|S\|\, E h^*(x)^2$, whatever the weights.",
                    uses="schur-value",
                ),
                Step(r"$\|S\| \to (1 - \frac{2}{\pi})(1 + \rho)$ in probability.", uses="pnn.theorem-11:limit"),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "factor-superfluous",
            r"$f(t) = \frac{b + b t/r}{b + 2 t/\pi}$ has the slope $\frac{b (b/r - 2/\pi)}{(b + 2 t/\pi)^2}$, and "
            r"$f(1) = b (1 + \frac{1}{r})$.",
            Role.OURS,
            unhunted="a function of one number and its slope, which the engine decides",
        ),
        Part(
            "sharper",
            r"Even $\frac14 q^{*\top} S q^* \le (1 + \delta)(1 - \frac{2}{\pi})\, E h^*(x)^2$ for every $\delta "
            r"> 0$, "
            r"with probability tending to 1: the factor $1 + \frac{r^*}{r}$ is superfluous.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$S = b I + \frac{b c}{b + c r} \mathbf{1} \mathbf{1}^\top + E$ with $c = \frac{2}{\pi}$ and "
                    r"$\|E\| \to 0$ in probability. With $t = \frac{(\sum_j q^*_j)^2}{\|q^*\|^2}$, "
                    r"$q^{*\top} S q^* \le (b + \frac{b t}{r} + \|E\|) \|q^*\|^2$.",
                    uses="pnn.theorem-11:approximation",
                ),
                Step(
                    r"$4 E h^*(x)^2 \ge q^{*\top} \Psi_{22} q^* \ge (b + c t) \|q^*\|^2 \ge \|q^*\|^2$, as "
                    r"$\psi \ge c$ and $t \ge 1$ for $q^* \ge 0$.",
                    uses="pnn.psi.bounds:tangent",
                ),
                Step(
                    r"As $r \ge 1 > \frac{\pi b}{2}$, $f$ falls, and the quotient is at most $f(t) + \|E\| \le f(1) + "
                    r"\|E\| = b (1 + \frac{1}{r}) + \|E\| \to b$.",
                    uses="factor-superfluous",
                ),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
    ),
)
