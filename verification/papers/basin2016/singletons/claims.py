"""Theorem 2 of the basin paper: singleton data."""

from verification.claim import Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import ours

NETS = {
    r"w_i, v_i": "weights of neuron $i$, shape (inputs,), and its output weight; independent, each spherically "
    "symmetric and never zero (Assumption 1)",
    r"n, d": "numbers of neurons and of inputs",
    r"\mathrm{Bas}": r"the least loss in the closed cell of the start, all parameters with its signs",
    "need": r"a coordinate, a side of it and an output sign $b$: samples lie on this side, and every best prediction "
    r"there has the sign $b$",
    r"p": r"the number of positive output weights, so that $p \sim \mathrm{Bin}(n, \frac12)$; $q = n - p$",
    r"a_b, c_b": r"numbers of coordinates of which both sides, or exactly one side, need the output sign $b$",
}
FAIR = "basin.assumption-1:fair-signs"

theorem_2 = Claim(
    id="basin.theorem-2",
    source=PAPER.section("4", "Theorem 2"),
    status=Status.TRUE,
    title="On singleton data a wide random net starts in a basin with an optimum",
    says=r"If every sample has at most one non-zero coordinate, then $\mathrm{Bas}$ is the optimum with probability at "
    r"least $1 - 2d\left(\frac34\right)^n$. The bound says nothing for $n \leq \frac{\ln 2d}{\ln (4/3)}$; where every "
    r"side of every coordinate has a need, it is exact to first order as $n$ grows.",
    where=NETS,
    assumptions=(
        "Two layers, no biases, a loss convex in the prediction. Samples that are zero are left out (Definition 2).",
        r"The optimum is over networks of every width; where the bound is positive, those of width $n$ attain it. Of a "
        r"convex loss without a minimizer, as the logistic one, the best prediction is $\pm\infty$, with its sign.",
    ),
    parts=(
        derived(
            "bound",
            r"$P[\mathrm{Bas} = \text{optimum}] \geq 1 - 2d\left(\frac34\right)^n$.",
            "the union bound over any number of needs",
            Step(r"If every need is covered, $\mathrm{Bas}$ is the optimum.", uses="coverage"),
            Step(
                r"All $n$ neurons miss a given need with chance $\left(\frac34\right)^n$; there are at most $2d$.",
                uses="missed",
            ),
            Step(r"The chance that any is missed is at most the sum of these chances.", cites="Boole's inequality"),
            role=Role.PRINTED,
        ),
        derived(
            "missed",
            r"One random neuron covers a given need with chance $\frac14$: its output sign and the sign of its weight "
            r"on the coordinate are two independent fair coins.",
            "it rests on a probability",
            Step("The two signs are independent and fair, and never zero.", uses=FAIR),
            Step("Of the four pairs of signs one covers a given need.", uses="signs"),
            unhunted="a probability for two fair coins, with nothing to draw",
        ),
        ours(
            "signs",
            r"Of the four pairs of an output sign and a weight's sign one covers a given need of the coordinate. Of "
            r"the eight signs of a neuron with two inputs five miss both of two needs on different coordinates with "
            r"one output sign; four do if they share a coordinate or differ in the output sign.",
        ),
        derived(
            "coverage",
            r"$\mathrm{Bas}$ is the optimum if and only if every need is covered: some neuron has the need's output "
            r"sign and a weight on the need's side of its coordinate.",
            "a written argument for any number of samples and any convex loss; enumerated and solved on small nets",
            Step(
                r"On the cell, $z_i = |v_i| w_i$ runs through all vectors whose coordinates have the start's signs (or "
                r"are zero), and the prediction at $t e_j$ is $|t| s$ with the slope $s = \sum_i b_i [\pm z_{ij}]_+$ "
                r"of that side, $b_i$ the sign of $v_i$.",
                uses="ours.basin-value-is-convex:cone",
            ),
            Step(
                r"Coordinate $j$ of $z_i$ enters the slope of one side of coordinate $j$ and no other. So the "
                r"slopes vary independently, each through the cone spanned by the output signs $b$ of the neurons "
                r"on its side: $\{0\}$, a half-line or the line.",
                cites="the cone spanned by a set of signs on a line",
            ),
            Step(
                r"The loss is a sum of convex functions of one slope each. Such a function has its infimum on a "
                r"half-line from zero exactly if some best slope is zero or has its sign.",
                cites="convex functions of one variable",
            ),
        ),
        derived(
            "probability",
            r"All needs are covered with the chance $\sum_p \binom{n}{p} 2^{-n} G_+(p) G_-(q)$, where "
            r"$G_b(k) = \left(1 - 2 \cdot 2^{-k} + 0^k\right)^{a_b} \left(1 - 2^{-k}\right)^{c_b}$ and $0^0 = 1$.",
            "any numbers of neurons and of needs: counts by induction, and independence",
            Step("All $n + nd$ signs are independent and fair: chances are counts.", uses=FAIR),
            Step(
                r"Given the output signs, of which $\binom{n}{p}$ have $p$ plus, a coordinate that needs the output "
                r"sign $b$ concerns the $k$ neurons with this sign alone. A coordinate whose sides need different "
                r"output signs counts as one side with each. The columns of weight signs of different coordinates, and "
                r"of neurons of different output signs, are chosen independently, so that their counts multiply.",
                cites="counting independent choices",
            ),
            Step(
                r"Of the $2^k$ columns $2^k - 2 + 0^k$ hold both signs, and $2^k - 1$ a plus.",
                uses="counting",
            ),
            unhunted="a probability in two whole numbers and a table of needs, counted exactly; coverage, on "
            "which it rests, and the bound below it are hunted",
        ),
        ours(
            "counting",
            r"Sort the columns of $k$ signs by the signs that they hold: none, plus alone, minus alone, both. The "
            r"numbers $(0^k, 1 - 0^k, 1 - 0^k, 2^k - 2 + 0^k)$ are right for $k = 0$, add up to $2^k$, and follow one "
            r"another from $k$ to $k + 1$ by the matrix of what one more sign does; $\binom{n}{p}$ follows Pascal's "
            r"rule.",
            unhunted="a count in one whole number, carried from $k$ to $k + 1$ by the engine",
        ),
        derived(
            "one-input",
            r"For one coordinate whose two sides both have a need, whether of one sign or of two, it is "
            r"$1 - 2\left(\frac34\right)^n + \left(\frac12\right)^n$.",
            "a sum over any number of neurons",
            Step(
                r"With both needs of one sign the summand is $1 - 2 \cdot 2^{-p} + 0^p$, with one of each "
                r"$(1 - 2^{-p})(1 - 2^{-q})$.",
                uses="probability",
            ),
            Step(
                r"$\sum_p \binom{n}{p} 2^{-n} x^p y^{n-p} = \left(\frac{x + y}{2}\right)^n$.",
                cites="the binomial theorem",
            ),
            unhunted="the sum of probability for one coordinate: one whole number, of which the check goes "
            "through the first",
        ),
        derived(
            "pairs",
            r"One neuron misses two given needs with chance $\frac58$ if they stand on different coordinates and have "
            r"the same output sign, with chance $\frac12$ if they share a coordinate or differ in the output sign.",
            "it rests on a probability",
            Step(
                "A pair concerns the signs of one neuron on two coordinates at most, independent and fair.", uses=FAIR
            ),
            Step("Five of the eight miss both, or four.", uses="signs"),
            unhunted="a probability for two fair coins, with nothing to draw",
        ),
        derived(
            "tight",
            r"If all $2d$ sides have a need, the chance to fail is at least $2d\left(\frac34\right)^n - "
            r"d(2d-1)\left(\frac58\right)^n$: the printed bound is exact to first order as $n$ grows.",
            "the second Bonferroni inequality over any number of needs",
            Step(r"Each need is missed with chance $\left(\frac34\right)^n$.", uses="missed"),
            Step(
                r"Two of the $d(2d-1)$ pairs are missed together with chance $\left(\frac58\right)^n$ at most.",
                uses="pairs",
            ),
            Step(
                "A union has at least the sum of its chances less the sum over pairs.",
                cites="Bonferroni's inequality",
            ),
            unhunted="an inequality in two whole numbers, which the check goes through",
        ),
    ),
)

constant_coordinate = Claim(
    id="basin.constant-coordinate",
    source=PAPER.section("4", "remark on biases"),
    status=Status.FALSE,
    title="A constant coordinate for biases, and the theorems on good starts",
    says="That the samples have one more coordinate, which is constant, does not affect the validity of the theorems.",
    where=NETS,
    assumptions=("Theorem 2 is read with samples that have at most one non-zero coordinate beside the constant one.",),
    reason="Of samples with a constant coordinate Theorem 2 is false: a basin of bent functions needs neurons that "
    "bend between the samples, not only signs on the sides of zero.",
    repair="In Theorem 2 the constant counts as a coordinate, and samples with two are no singletons. Theorems 3, 4 "
    "and 5 hold for samples so extended where these meet their assumptions.",
    parts=(
        Part(
            "theorem-2",
            r"For samples with at most one non-zero coordinate beside a constant one $P[\mathrm{Bas} = \text{optimum}] "
            r"\geq 1 - 2d\left(\frac34\right)^n$.",
            expected=False,
            refuted_by="three-in-a-row",
        ),
        counterexample(
            "three-in-a-row",
            r"One input beside a constant one: samples $(3, 1), (4, 1), (5, 1)$, targets $1, -1, 1$, twenty neurons. A "
            r"network of three neurons has no error. With chance $\left(1 - \frac1\pi \arctan\frac18\right)^{20}$ no "
            r"neuron changes its sign among the samples; then all networks of the cell are linear there, and err by "
            r"$\frac89$ at least. So the chance of an optimum is at most $0.56$; the bound says $1 - "
            r"2d\left(\frac34\right)^{20} > 0.98$, for $d = 1$ and for $d = 2$.",
        ),
        derived(
            "extended-samples",
            r"Theorems 3 (repaired), 4 and 5 hold for samples with a constant coordinate that meet their assumptions.",
            "they speak of samples of any kind",
            Step("Extended samples are samples: of rank $r$ and at most 1 in norm,", uses="basin.theorem-3:repaired"),
            Step("or as many as are independent,", uses="basin.theorem-4:bound"),
            Step("or clustered about independent centres.", uses="basin.theorem-5:printed"),
            role=Role.REPAIRED,
            unhunted="a probability over random starts, by Theorem 4, whose coverage is hunted",
        ),
    ),
)
