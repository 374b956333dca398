"""Theorem 4 of the basin paper: as many independent samples as there are."""

from verification.claim import Claim, Role, Status, Step, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import ours

NETS = {
    r"x_t, y_t": r"samples, shape (samples, inputs), and their targets; $m$ samples of rank $m$",
    r"w_i, v_i": "weights of neuron $i$, shape (inputs,), and its output weight; independent, each spherically "
    "symmetric and never zero (Assumption 1)",
    r"n": "number of neurons",
    r"\mathrm{Bas}": r"the least loss in the closed cell of the start, all parameters with its signs",
    "need": r"a sample all of whose best predictions have one sign $b$; for the squared loss, one whose target is not "
    r"zero, and $b$ is its sign",
    r"T, T_+, T_-": "a set of needs, and those of positive and of negative sign in it",
    r"O(U)": r"the chance $P[\langle w, x_t \rangle < 0 \text{ for all } t \in U]$; $O(\emptyset) = 1$",
    r"\theta_{st}": "the angle between two samples",
}

theorem_4 = Claim(
    id="basin.theorem-4",
    source=PAPER.section("4", "Theorem 4"),
    status=Status.TRUE,
    title="On independent samples a wide random net starts in a basin with an optimum",
    says=r"If the $m$ samples have rank $m$, then $\mathrm{Bas}$ is the optimum with probability at least "
    r"$1 - m\left(\frac34\right)^n$. The bound says nothing for $n \leq \frac{\ln m}{\ln (4/3)}$.",
    where=NETS,
    assumptions=(
        "Two layers, no biases, a loss convex in the prediction.",
        r"The optimum is over networks of every width; where the bound is positive, those of width $n$ attain it.",
    ),
    parts=(
        derived(
            "bound",
            r"$P[\mathrm{Bas} = \text{optimum}] \geq 1 - m\left(\frac34\right)^n$.",
            "the union bound over any number of samples",
            Step(r"If every need is covered, $\mathrm{Bas}$ is the optimum.", uses="coverage"),
            Step(
                r"All $n$ neurons miss a given need with chance $\left(\frac34\right)^n$; there are at most $m$.",
                uses="one-sample",
            ),
            Step(r"The chance that any is missed is at most the sum of these chances.", cites="Boole's inequality"),
            role=Role.PRINTED,
            unhunted="a probability, by the union bound over the needs of coverage, which is hunted",
        ),
        derived(
            "coverage",
            r"$\mathrm{Bas}$ is the optimum if and only if every need is covered: some neuron is positive on the "
            r"sample and has the need's output sign.",
            "a written argument for any number of samples and any convex loss; solved on small nets",
            Step(
                r"On the cell, $z_i = |v_i| w_i$ runs through all vectors with the start's signs (or zero) on the "
                r"samples, and the prediction at $x_t$ is $\sum_i b_i [\langle z_i, x_t \rangle]_+$, $b_i$ the "
                r"sign of $v_i$.",
                uses="ours.basin-value-is-convex:cone",
            ),
            Step(
                r"The samples are independent, so $\langle z_i, x_t \rangle$ takes any values of these signs, for "
                r"each $t$ independently of the others.",
                cites="a matrix of full row rank maps onto",
            ),
            Step(
                r"So each prediction varies on its own through the cone of the output signs of the neurons that "
                r"are positive on its sample, and the loss is a sum of convex functions of one prediction each: "
                r"the rest is the argument for singleton data.",
                uses="basin.theorem-2:coverage",
            ),
        ),
        derived(
            "subsets",
            r"All needs are covered with the chance "
            r"$\sum_T (-1)^{|T|} \left(\frac12 O(T_+) + \frac12 O(T_-)\right)^n$, whatever the number of samples.",
            "inclusion and exclusion over any number of needs",
            Step(
                r"A neuron of positive output sign covers nothing of $T$ exactly if it is positive on no sample of "
                r"$T_+$, one of negative sign correspondingly; zero products have no chance, and the output sign is "
                r"fair: one neuron misses $T$ with the chance $\frac12 O(T_+) + \frac12 O(T_-)$, and neurons are "
                r"independent.",
                uses="basin.assumption-1:no-zero-product",
            ),
            Step(
                "The chance that no need is missed is the alternating sum over the sets of needs that are.",
                cites="inclusion and exclusion",
            ),
            unhunted="inclusion and exclusion over the needs of coverage, which is hunted: a law, not a "
            "property of instances",
        ),
        derived(
            "probability",
            r"It is $\sum_p \binom{n}{p} 2^{-n} G_+(p) G_-(n - p)$, where $G_b(k)$ is the product of "
            r"$\sum_U (-1)^{|U|} O(U)^k$ over the subsets $U$ of a group, if the samples that need $b$ fall into "
            r"groups of at most three, each orthogonal to the others. For orthogonal samples "
            r"$G_b(k) = (1 - 2^{-k})^{m_b}$ with the number $m_b$ of samples that need $b$.",
            "any number of neurons and of groups: a recursion, and independence",
            Step(
                r"Whether samples are covered depends on the directions of the neurons alone, whose law is that of "
                r"Gaussian vectors, with independent parts in orthogonal subspaces: chances of groups multiply, and so "
                r"do those of neurons of either output sign, whose number $p$ is binomial.",
                cites="independent coordinates of a Gaussian vector",
            ),
            Step(
                r"Of one group, $k$ neurons cover the samples of $V$ and no others with the chance $P_k(V)$; $V$ all "
                r"of the group is the sum stated.",
                uses="covering-recursion",
            ),
            unhunted="inclusion and exclusion over the needs of coverage, which is hunted: a law, not a "
            "property of instances",
        ),
        ours(
            "covering-recursion",
            r"For one to three samples let $c_S$ be any numbers, one for each set $S$ of samples, with the sums $B_V$ "
            r"over the $S$ inside $V$, which are $O$ of the complement if $c_S$ is the chance that a neuron is "
            r"positive on $S$ alone. Then $P_k(V) = \sum_{W \subseteq V} (-1)^{|V - W|} B_W^k$ is $1$ for the empty "
            r"$V$ and $0$ for others if $k = 0$, and $P_{k+1}(V) = \sum_{W \cup S = V} P_k(W) c_S$.",
            unhunted="sums over at most eight sets in numbers that the engine keeps symbolic, from $k$ to $k + 1$",
        ),
        derived(
            "orthants",
            r"For independent samples $O = \frac12$ for one, $\frac{\pi - \theta_{12}}{2\pi}$ for two and "
            r"$\frac{2\pi - \theta_{12} - \theta_{13} - \theta_{23}}{4\pi}$ for three.",
            "the law of a direction in a plane",
            Step("The sign on one sample is fair.", uses="basin.assumption-1:fair-signs"),
            Step(
                r"For two the direction of $w$ in their plane is uniform on the circle, and it is negative on both on "
                r"the common arc of two half circles.",
                cites="the projection of a spherically symmetric vector to a plane",
            ),
            Step(r"Its share of the circle.", uses="arcs"),
            Step(
                r"For three the chance that none is positive is by inclusion and exclusion $1 - \frac32$ plus the "
                r"three $O$ of pairs less the chance that all are positive, which is $O$ as well: $w$ and $-w$ have "
                r"one law.",
                uses="arcs",
            ),
            unhunted="shares of the sphere in two or three angles: measures, which no direction drawn refutes",
        ),
        ours(
            "arcs",
            r"$\cos\phi$ and $\cos(\phi - \theta)$ vanish at the ends $\frac\pi2, \frac{3\pi}2$ of the half circles "
            r"and at these turned by $\theta$; the arc from $\frac\pi2 + \theta$ to $\frac{3\pi}2$ is the share "
            r"$O_\theta = \frac{\pi - \theta}{2\pi}$ of the circle; and $2 O = 1 - \frac32 + O_a + O_b + O_c$ has the "
            r"solution $O = \frac{2\pi - a - b - c}{4\pi}$.",
            unhunted="identities in the angles, which the engine decides at every value",
        ),
        derived(
            "one-sample",
            r"For a single need the bound is attained: it is covered with chance $1 - \left(\frac34\right)^n$.",
            "independence of any number of neurons",
            Step(
                r"A neuron is of the need's output sign and positive on its sample with chance $\frac14$: two "
                r"independent fair signs.",
                uses="basin.assumption-1:fair-signs",
            ),
            Step(r"Neurons are independent: all miss with chance $\left(\frac34\right)^n$.", cites="independence"),
            unhunted="one whole number, of which the check goes through the first",
        ),
        derived(
            "balanced",
            r"Of $m$ orthogonal samples that all have a need the chance is least if the two signs are needed by as "
            r"many, or nearly.",
            "a general proof for any number of samples; checked in whole numbers",
            Step(
                r"Let $a > b + 1$ samples need either sign. Moving one from the larger side changes the chance by "
                r"$E\left[X^{a-1} Y^b (Y - X)\right]$ with $X = 1 - 2^{-p}$ and $Y = 1 - 2^{-q}$.",
                uses="probability",
            ),
            Step(
                r"Exchanging $p$ and $q$ keeps the law; the mean of both is "
                r"$-\frac12 E\left[(XY)^b (X - Y)(X^{a-1-b} - Y^{a-1-b})\right] \leq 0$.",
                cites="a rising function keeps the order",
            ),
            unhunted="two whole numbers, a table that the check goes through",
        ),
    ),
)
