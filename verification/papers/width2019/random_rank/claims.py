"""The rank of a pattern with random samples, the law of the loss it leaves, and how seldom a pattern is realisable."""

from verification.claim import Claim, Part, Role, Status, Step, derived
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import PATTERN

matroid = Claim(
    id="ours.rank-by-matroid-union",
    source=PAPER.section("3", "the rank behind Proposition 2", "ours"),
    status=Status.TRUE,
    title="The rank for random samples, from the pattern alone",
    says=r"For normal $X$ the rank of $\tilde D$ is almost surely "
    r"$\rho = \min_T (m - |T| + d_x \, \mathrm{rank} \Lambda_T)$ over all sets $T$ of rows.",
    where=PATTERN,
    parts=(
        derived(
            "colourings",
            r"The largest sum $\sum_c \mathrm{rank} \Lambda_{T_c}$ over partitions of the rows into $d_x$ sets is "
            r"$\rho$.",
            "patterns of any size; enumerated on instances",
            Step("It is the rank of the union of $d_x$ copies of the rows' matroid.", cites="Edmonds' matroid union"),
            unhunted="an equality of two whole numbers for each pattern, with nothing assumed: the exact check "
            "enumerates the partitions",
        ),
        derived(
            "rank",
            r"$\mathrm{rank} \tilde D = \rho$ almost surely.",
            "patterns of any size; exact on instances",
            Step(
                r"At most: the rows outside $T$ have at most rank $m - |T|$; those of $T$ lie in a space of dimension "
                r"$d_x \, \mathrm{rank} \Lambda_T$.",
                cites="the rows of $\\tilde D$ are products of rows",
            ),
            Step(
                r"At least: with $x_i = e_{c(i)}$ $\tilde D$ falls into blocks, of rank $\rho$ for the best $c$.",
                uses="colourings",
            ),
            Step(
                "A minor that is not 0 there is a polynomial in $X$ that vanishes on a set of measure 0.",
                cites="the zero set of a polynomial",
            ),
            unhunted="a rank that random samples have with probability 1: the exact check counts patterns "
            "against ranks of nets in fractions",
        ),
    ),
)

beta = Claim(
    id="ours.beta-law",
    source=PAPER.section("3", "the law behind Proposition 2", "ours"),
    status=Status.TRUE,
    title="The loss left for random targets has a Beta law",
    says=r"For normal $X$ and $Y$ and a fixed pattern, $\|(I - P[\tilde D]) Y\|^2 \sim \chi^2_{m - \rho}$, and its "
    r"share "
    r"of $\|Y\|^2$, of the law $\mathrm{Beta}(\frac{m - \rho}{2}, \frac{\rho}{2})$, is independent of $\|Y\|^2$. Rank "
    r"0 "
    r"leaves all, rank $m$ nothing.",
    where=PATTERN | {r"\rho": r"the rank of $\tilde D$, almost surely constant"},
    parts=(
        derived(
            "law",
            r"$\|(I - P[\tilde D]) Y\|^2 \sim \chi^2_{m - \rho}$. For $0 < \rho < m$ the share has the law "
            r"$\mathrm{Beta}(\frac{m - \rho}{2}, \frac{\rho}{2})$, mean $\frac{m - \rho}{m}$, and is independent of "
            r"$\|Y\|^2$.",
            "a law for any size; simulated for one pattern",
            Step(
                r"The rank is $\rho$ almost surely, and $Y$ is independent of $X$.",
                uses="ours.rank-by-matroid-union:rank",
            ),
            Step(
                r"The squared lengths of $Y$ off and along a fixed space of dimension $\rho$ are independent, "
                r"$\chi^2_{m - \rho}$ and $\chi^2_\rho$.",
                cites="rotation of a normal vector",
            ),
            Step(
                "The share of one in the sum of both has a Beta law and is independent of the sum.",
                cites="ratios of Gamma variables",
            ),
            unhunted="the law of a projection of random targets",
        ),
    ),
)

wendel = Claim(
    id="ours.wendel",
    source=PAPER.section("3", "fixed patterns and random samples", "ours"),
    status=Status.TRUE,
    title="A pattern fixed beforehand is hardly ever one of the network's",
    says=r"A unit's pattern, fixed before $X$ is drawn, is $1[X w > 0]$ for some $w \ne 0$ with the chance "
    r"$2^{-(m - 1)} \sum_{j < d_x} \binom{m - 1}{j}$. Proposition 2 speaks of fixed patterns: of local minima of a "
    "network it says nothing without a bound over all patterns.",
    where=PATTERN,
    parts=(
        derived(
            "chance",
            r"The chance is $2^{-(m - 1)} \sum_{j < d_x} \binom{m - 1}{j}$.",
            "any numbers of samples and inputs; simulated and counted in the plane",
            Step(
                r"A pattern is that of some $w \ne 0$ if and only if it is that of one off all kinks: on the kink of "
                r"$w$ lie at most $d_x - 1$ samples, or all if $m < d_x$; they are independent, so that some $w$ "
                "nearby has them all on its negative side.",
                cites="samples in general position",
            ),
            Step(
                "Changing the signs of samples keeps their law, so that all patterns are equally likely; samples in "
                r"general position have $2 \sum_{j < d_x} \binom{m - 1}{j}$ of the $2^m$.",
                cites="Cover's count of cells; Wendel 1962",
            ),
            unhunted="a probability over random samples, counted exactly in two whole numbers",
        ),
        Part(
            "value",
            r"For $m = 100$ and $d_x = 10$ it lies between $2.9 \cdot 10^{-18}$ and $3.1 \cdot 10^{-18}$.",
            Role.OURS,
        ),
    ),
)
