"""Which points of a porcupine network are local minima, and which local minima are bad: results of ours."""

from verification.claim import DERIVED, PROVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.landscape.at_zero import zero_is_a_maximum as zero_is_a_maximum
from verification.papers.pnn2017.wording import ANY_TARGET, FORCES, GAUSSIAN, NETWORK, WRITTEN, ours

first_order_test = Claim(
    id="ours.first-order-test",
    source=ours("beyond Theorems 5 and 7"),
    status=Status.TRUE,
    title="An exact first-order test for local minima",
    says=r"Weights $c$ are a local minimum of the risk exactly if every neuron $i$, on line $r$, has $g_r + b_r = 0$ "
    r"where "
    r"$c_i > 0$, $g_r = b_r$ where $c_i < 0$, and $b_r \geq |g_r|$ where $c_i = 0$. No second-order test is needed.",
    where=NETWORK | FORCES,
    assumptions=(GAUSSIAN, ANY_TARGET, "zero weights admitted"),
    parts=(
        Part(
            "split",
            r"$\max(c t, 0) = \frac{1}{2} (c t + |c| |t|)$ for real $c, t$, so that $h(x) = \frac{1}{2} \left( "
            r"\sum_i w_i "
            r"\cdot x + \sum_r q_r |u_r \cdot x| \right)$.",
            Role.OURS,
            unhunted="an identity in two numbers, by the cases of their signs, which the engine decides",
        ),
        Part(
            "increase",
            r"For $c, c'$ in one closed orthant, $L(c') - L(c) = \sum_i 2 E[f_i (h - h^*)] \, (|c_i'| - |c_i|) + E "
            r"(h' - h)^2$, "
            r"where $h'$ is the network at $c'$ and $f_i = \max(s_i u_{r(i)} \cdot x, 0)$, $s_i$ the orthant's "
            r"signs.",
            Role.OURS,
            unhunted="an identity of quadratic forms, which the engine decides for symbols",
        ),
        Part(
            "slopes",
            r"$2 E[\max(s u_r \cdot x, 0) (h - h^*)] = s g_r + b_r$ for $s = \pm 1$.",
            Role.OURS,
            unhunted="an identity that pnn.equation-7.13:stationary has as a case, which is hunted",
        ),
        Part(
            "criterion",
            r"$c$ is a local minimum if and only if $g_r + b_r = 0$ where $c_i > 0$, $g_r = b_r$ where $c_i < 0$ and "
            r"$b_r \geq |g_r|$ where $c_i = 0$, for all neurons $i$ and their lines $r$.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Finitely many closed orthants contain $c$, and together they contain a neighbourhood of it. So "
                    r"$c$ is a "
                    r"local minimum exactly if it is one within each of these orthants.",
                    cites="a finite union of closed sets",
                ),
                Step(
                    r"Within one of them, in the sizes $m_i = |c_i| \geq 0$, the risk is a quadratic: its slope in "
                    r"$m_i$ is "
                    r"$2 E[f_i (h - h^*)]$, and what remains of a change of the risk is a mean of squares.",
                    uses="increase",
                ),
                Step(
                    r"That slope is $b_r + g_r$ where the orthant's sign is $+$ and $b_r - g_r$ where it is $-$.",
                    uses="slopes",
                ),
                Step(
                    r"Necessary: within the orthant $m_i > 0$ can move both ways and $m_i = 0$ upwards, so at a "
                    r"local minimum "
                    r"the slope vanishes where $c_i \neq 0$ and is not negative where $c_i = 0$. A neuron at zero "
                    r"may take "
                    r"either sign: $b_r + g_r \geq 0$ and $b_r - g_r \geq 0$, that is $b_r \geq |g_r|$.",
                    cites="a one-sided derivative at a minimum is not negative",
                ),
                Step(
                    r"Sufficient: then for every $c'$ in such an orthant all terms slope times $|c_i'| - |c_i|$ are "
                    r"non-negative, so $L(c') \geq L(c)$.",
                    uses="increase",
                ),
            ),
            unhunted="the first-order condition of a convex function on each orthant, from increase and "
            "slopes; the certificates of the hunts for bad minima rest on it",
        ),
    ),
)


no_one_signed_line = Claim(
    id="ours.no-one-signed-line",
    source=ours("beyond Theorem 5"),
    status=Status.TRUE,
    title="A local minimum without a strictly one-signed line is global",
    says=r"Call a line strictly one-signed if all its $c_i > 0$ or all its $c_i < 0$. A local minimum without such a "
    r"line is "
    r"global, for every target, every law of the inputs and every convex loss. For the squared loss, a local minimum "
    r"with "
    r"$b_r \geq 0$ on all strictly one-signed lines is global.",
    where=NETWORK | FORCES | {r"P_r, N_r": r"sums of $\max(c_i, 0)$ and of $\max(-c_i, 0)$ over line $r$"},
    assumptions=(
        "in the part on convex losses: any law of inputs and labels for which the risk is finite; lines in any number",
        "in the part on slopes: Gaussian inputs, squared loss, any target",
    ),
    parts=(
        Part(
            "masses",
            r"$\max(c t, 0) = \max(c, 0) \max(t, 0) + \max(-c, 0) \max(-t, 0)$, so that the network depends on its "
            r"weights "
            r"through $P$ and $N$ alone, and linearly.",
            Role.OURS,
            unhunted="an identity in two numbers, by the cases of their signs",
        ),
        Part(
            "global",
            r"Let $R(c) = E \, \ell(h(x), y)$ with $\ell$ convex in its first argument. A local minimum of $R$ "
            r"without a "
            r"strictly one-signed line is a global minimum.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Inside a closed orthant $h$ is linear in the sizes $|c_i|$, since there $P$ and $N$ are.",
                    uses="masses",
                ),
                Step(
                    r"So $R$ is convex on every closed orthant, and the local minimum $c$ is a minimum on each "
                    r"closed orthant "
                    r"that contains $c$.",
                    cites="a convex function of a linear map is convex; its local minima are global",
                ),
                Step(
                    r"Let $c'$ be any weights, with masses $P', N'$. We place them on $c$'s neurons within such an "
                    r"orthant, "
                    r"line by line. A line with some $c_i > 0$ and some $c_j < 0$: put $P_r'$ on $i$ and $N_r'$ on "
                    r"$j$. A line "
                    r"of one neuron at zero: give the orthant the sign of the one neuron of $c'$. Any other line has "
                    r"a neuron "
                    r"$j$ at zero and another neuron $i$, and not both signs: give the orthant one sign at $i$, its "
                    r"own if "
                    r"$c_i \neq 0$, and the other sign at $j$; put one mass on $i$ and the other on $j$. Zeros "
                    r"elsewhere.",
                    cites="case distinction",
                ),
                Step(
                    r"The weights so placed have the masses of $c'$, hence the same network, hence the risk $R(c')$; "
                    r"and they lie "
                    r"in a closed orthant that contains $c$. So $R(c') \geq R(c)$.",
                    uses="masses",
                ),
            ),
        ),
        Part(
            "squared-loss",
            r"For the squared loss, any network as target and any law of the inputs under which products of two ReLUs "
            r"of projections have means: on lines that each have a neuron, a local minimum without a strictly "
            r"one-signed line has at most the risk of every network on these lines, whatever its numbers of neurons on "
            r"them.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"The network is linear in the masses $P, N \geq 0$, so that the risk, the mean of a square, is a "
                    r"convex quadratic of them; a network of other numbers of neurons has masses too.",
                    uses="masses",
                ),
                Step(
                    r"At the local minimum every line has a neuron at or above zero and one at or below it: $P_r$ can "
                    r"grow by itself, and so can $N_r$, and each that is positive can also fall. So the slopes in the "
                    r"masses are not negative, and zero where the mass is positive.",
                    cites="a one-sided derivative at a minimum is not negative",
                ),
                Step(
                    r"For any other masses the risk is at least this one plus the slopes times the differences, which "
                    r"are not negative.",
                    cites="a convex function lies above its tangents",
                ),
            ),
            unhunted="with the network's own numbers of neurons it is a case of global, which is hunted",
        ),
        Part(
            "slopes-decide",
            r"For the squared loss, a local minimum with $b_r \geq 0$ on every strictly one-signed line is global. "
            r"If every line "
            r"has two neurons or more, a local minimum is global only if this holds.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"As a function of $(P, N)$ with all entries $\geq 0$ the risk is a convex quadratic: it is the "
                    r"risk of a "
                    r"network with one neuron on either side of every line. Its slopes are $b_r + g_r$ and $b_r - "
                    r"g_r$.",
                    uses="ours.first-order-test:slopes",
                ),
                Step(
                    r"A point is its minimum exactly if every slope is non-negative, and zero where the mass is "
                    r"positive.",
                    uses="ours.first-order-test:increase",
                ),
                Step(
                    r"At a local minimum of the network a mixed line has both slopes zero; a line with a neuron at "
                    r"zero has "
                    r"both non-negative and those of positive masses zero; a strictly positive line has $b_r + g_r = "
                    r"0$, so "
                    r"that its other slope is $2 b_r$, and a strictly negative one has $b_r - g_r = 0$ and $2 b_r$.",
                    uses="ours.first-order-test:criterion",
                ),
                Step(
                    r"So it minimises over all masses exactly if $b_r \geq 0$ on all strictly one-signed lines. Then "
                    r"it is "
                    r"global; and where every line has two neurons all masses are attained, so global minima "
                    r"minimise over "
                    r"all masses.",
                    uses="masses",
                ),
            ),
            unhunted="a condition on forces that no certificate of a bad minimum needs: global, which is "
            "hunted, covers the regions without a line of one sign",
        ),
        counterexample(
            "absolute-loss",
            r"The criterion by slopes fails for the absolute loss. Samples $(1, 1), (-1, 1), (0, \frac{1}{2})$ with "
            r"labels "
            r"$2, 1, 0$, lines $e_1, e_2$, weights $\frac{1}{2}, \frac{1}{2}$ on $e_1$ and $1, -1$ on $e_2$: a local "
            r"minimum of "
            r"the summed loss with the value $\frac{1}{2}$, where one more neuron on either side of $e_1$ has the "
            r"slope $+1$. The "
            r"least value is $0$.",
            strength=PROVED,
        ),
    ),
)
