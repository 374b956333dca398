"""The wording of Example 2 and of what holds beyond it: regions drawn by random signs."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.paper import PAPER

WRITTEN = "an argument for every number of lines and neurons, whose identities are proved separately"

example_2 = Claim(
    id="pnn.example-2",
    source=PAPER.section("5.3", "Example 2", "reconstructed"),
    status=Status.TRUE_IF_REPAIRED,
    title="Most sign regions are good",
    says=r"Give $t$ neurons on each of $R$ lines fair independent signs. With probability "
    r"$P = \sum_{j=d}^{R} \binom{R}{j} (1 - 2^{1-t})^j \, 2^{(1-t)(R-j)}$ at least $d$ lines are mixed, and the "
    r"region has no "
    r"bad local minimum.",
    where={"t": "neurons on each line", "R": "number of lines", "d": "inputs"},
    assumptions=("matched network", "fair independent signs"),
    reason="The count is right, but d mixed lines make a region good only where they span all lines, and with one "
    "neuron "
    "on each line no line is ever mixed.",
    repair=r"At least two neurons on each line, and lines in general position: any $d$ of them independent.",
    reading=r"The displayed formula is lost in our copy. With fair independent signs and at least $d$ lines "
    r"that carry both, the binomial sum follows. Ours: the letter $t$ for the neurons of a line.",
    parts=(
        Part(
            "probability",
            r"At least $d$ of the $R$ lines are mixed with probability $P$.",
            strength=DERIVED,
            why="an induction over the lines, whose step is proved",
            argument=(
                Step(
                    r"Of the $2^t$ sign patterns of a line all but two are mixed, a share $m = 1 - 2^{1-t}$, and "
                    r"lines are "
                    r"independent: a further line raises the count with probability $m$.",
                    cites="fair independent signs",
                ),
                Step(
                    r"The binomial law has this step and starts from no line; sum it from $d$ on.", uses="one-more-line"
                ),
            ),
            unhunted="a binomial law in three whole numbers, counted exactly",
        ),
        Part(
            "one-more-line",
            r"With $b(R, j) = \binom{R}{j} m^j (1 - m)^{R-j}$, $m = 1 - 2^{1-t} = (2^t - 2) / 2^t$: $b(0, 0) = 1$, "
            r"$b(R+1, j) = m\, b(R, j-1) + (1-m)\, b(R, j)$, $b(R+1, 0) = (1-m)\, b(R, 0)$ and "
            r"$b(R+1, R+1) = m\, b(R, R)$.",
            Role.OURS,
            unhunted="a binomial law in three whole numbers, counted exactly",
        ),
        Part(
            "no-bad-minimum",
            r"A region with at least $d$ mixed lines has no bad local minimum.",
            expected=False,
            refuted_by="dependent-lines",
        ),
        counterexample(
            "dependent-lines",
            r"$d = 3$, $t = 2$, lines $e_1, e_2, (\frac{3}{5}, \frac{4}{5}, 0), e_3$, target $(1, -1)$ on every line. "
            r"With probability $\frac{1}{32}$ the first three lines are mixed and the neurons of the fourth positive, "
            r"and this region has a local minimum with positive risk.",
        ),
        Part(
            "repaired",
            r"If $t \geq 2$ and any $d$ of the lines are independent, then with probability $P$ at least $d$ lines are "
            r"mixed, and every local minimum in the closed region at which at least $d$ lines have a positive and a "
            r"negative weight is global; in the region itself all are.",
            Role.REPAIRED,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(r"With probability $P$ at least $d$ lines are mixed.", uses="probability"),
                Step(
                    r"Local minima at which $d$ lines have a positive and a negative weight are global.",
                    uses="ours.good-regions:good-regions",
                ),
            ),
            unhunted="the condition on its regions is that of ours.good-regions:good-regions, which is hunted;"
            " what is left is a probability",
        ),
        Part(
            "one-neuron-a-line",
            r"For $t = 1$ every term with $j \geq 1$ vanishes: $P = 0$ for every $d \geq 1$.",
            Role.OURS,
            unhunted="every term has a factor that is zero",
        ),
    ),
)


good_regions = Claim(
    id="ours.good-regions",
    source=PAPER.section("5.3", "beyond Example 2", "ours"),
    status=Status.TRUE,
    title="When a region of Example 2 is good, and how fast most become so",
    says=r"With two or more neurons on each line and lines in general position, $d$ mixed lines make a region good. "
    r"The chance $1 - P$ of fewer falls like a geometric sequence in the number of neurons on each line, and in that "
    r"of lines up to a power of it.",
    where={"t": "neurons on each line", "R": "number of lines", "d": "inputs", "P": "as in Example 2"},
    assumptions=("matched network", "fair independent signs", r"any $d$ of the lines are independent"),
    parts=(
        Part(
            "good-regions",
            r"With $t \geq 2$ and any $d$ lines independent, a local minimum at which at least $d$ lines have a "
            r"positive and a negative weight is global; other weights may be zero.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Any $d$ lines are independent, so $d$ mixed ones span the space of inputs.",
                    cites="general position",
                ),
                Step(
                    "Then every local minimum has zero risk; zero weights count for neither sign.",
                    uses="pnn.theorem-7:repaired",
                ),
            ),
        ),
        Part(
            "ratio",
            r"With $p = 2^{1-t}$ the terms $j - 1$ and $j$ of the binomial law have the ratio $\frac{j p}{(R - j + "
            r"1)(1 - p)}$.",
            Role.OURS,
            unhunted="a quotient of binomial terms, which the engine decides",
        ),
        Part(
            "limits",
            r"$1 - P$ is asymptotically $\binom{R}{d-1} (1 - p)^{d-1} p^{R-d+1}$, $p = 2^{1-t}$, as $R$ grows with "
            r"$t \geq 2$ "
            r"fixed, and as $t$ grows with $R \geq d$ fixed. More exactly, with "
            r"$\theta = \frac{(d-1) p}{(R-d+2)(1-p)}$, as soon as $\theta < 1$ it lies between this term and "
            r"$\frac{1}{1 - \theta}$ times it.",
            Role.OURS,
            strength=DERIVED,
            why="a geometric series bounds the finite sum",
            argument=(
                Step(r"$1 - P$ is the sum of the terms $j < d$ of the binomial law.", uses="pnn.example-2:probability"),
                Step(
                    r"Each of them is at most $\theta$ times the next one, as the ratio increases with $j$.",
                    uses="ratio",
                ),
                Step(
                    r"So where $\theta < 1$ the sum lies between its last term and $\frac{1}{1 - \theta}$ times "
                    r"it; and $\theta$ tends to $0$ in both limits.",
                    cites="geometric series",
                ),
            ),
            unhunted="limits in whole numbers, which no finite ones refute, and a geometric bound of the tail by ratio",
        ),
    ),
)
