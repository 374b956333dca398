"""What Figures 8 and 9 assert of the Schur values of random lines, and what can be said beyond."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

SYMBOLS = {
    r"S": r"the Schur complement $\Psi_{22} - \Psi_{21} \Psi_{11}^{-1} \Psi_{12}$, shape (target lines, target lines)",
    r"d, r, r^*": "numbers of inputs, lines and target lines",
}
SIZES = "The paper's own sizes are lost; these are ours, as the configuration says."
RANDOM = "Lines and target lines are independent and uniform; the lines of a draw are added to, never drawn anew."
DRAWS = "random draws are instances"
BY_ARGUMENT = "an argument in writing, from statements on any lines"

figure_8 = Claim(
    id="pnn.figure-8",
    source=PAPER.section("7.1", "Figure 8", "reconstructed"),
    status=Status.TRUE,
    title="With more random lines the Schur value falls, further than that of the nearest lines alone",
    says=r"For $(d, r^*)$ = (5, 5), (10, 10), (15, 20) and (30, 30) the spectral norm of the Schur complement of $r$ "
    r"random lines falls as $r$ grows, and is at most that of the target lines' nearest lines alone, equation (6.6) "
    r"with $S_N$ for $S$. For a target of masses $q$ the risk is at least $\frac{1}{4} q^\top S q \le \frac{1}{4} "
    r"\|q\|^2 \|S\|$; a network need not attain it (pnn.attainment).",
    where=SYMBOLS
    | {
        "S_N": r"the Schur complement of those lines alone that are nearest to some target line, the shape of $S$",
        "N": r"$E\, e e^\top$ for the errors $e_j$ of the target lines' features, each replaced by the best multiple "
        r"of the nearest line's, shape (target lines, target lines)",
        r"\tau_r": r"the sum of the kernel's eigenvalues, with multiplicities, beyond the $r$ largest",
    },
    assumptions=(SIZES, RANDOM),
    reading="Of the figure only words are left: its pairs, equation (6.6), that the curves fall, and that their tail "
    "is "
    "linear. Its axes and numbers of lines are lost. A linear tail is read as one on two logarithmic axes, up to "
    "constant factors; that is our choice.",
    parts=(
        Part(
            "falls",
            r"$\|S\|$ rises nowhere as lines are added.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(r"Random lines are distinct with probability 1.", cites="a uniform direction hits no given line"),
                Step(r"Each further line leaves $0 \preceq S_+ \preceq S$.", uses="pnn.theorem-10:distinct"),
            ),
            unhunted="each line added is pnn.theorem-10:order, which is hunted",
        ),
        Part(
            "order",
            r"$\|S\| \le \|S_N\| \le \|N\|$.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"The nearest lines are some of the distinct lines; each of the others, added to them, leaves $0 "
                    r"\preceq S_+ \preceq S$. So $S \preceq S_N$.",
                    uses="pnn.theorem-10:distinct",
                ),
                Step(
                    r"Features of the nearest lines with coefficients $C$, shape (lines, target lines), leave $S_N + "
                    r"(C - \Psi_{11}^{-1} \Psi_{12})^\top \Psi_{11} (C - \Psi_{11}^{-1} \Psi_{12}) \succeq S_N$, and "
                    r"$N$ is what one such $C$ leaves.",
                    cites="completing the square",
                ),
            ),
            unhunted="lines added one by one are pnn.theorem-10:order, which is hunted; the rest is a square completed",
        ),
        Part(
            "linear-tail",
            r"Both axes logarithmic, the tail is linear in this sense: however many lines there are, the mean of "
            r"$\|S\|$ "
            r"stays between two parallel straight lines of slope $-\frac{3}{d - 1}$. Not checked: that it comes to one "
            r"straight line, there or on other axes, and that it does at the numbers of lines drawn, where it bends "
            r"with "
            r"$\tau_r$: there it is between 1 and 10 times $\tau_r$.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"For a fixed number of random target lines the mean norm is of the order $r^{-3/(d - 1)}$: from "
                    r"some "
                    r"number of lines on between two multiples of it.",
                    uses="ours.decay-in-lines:norm",
                ),
                Step(
                    r"The logarithm of a multiple of $r^{-3/(d - 1)}$ is a straight line in $\log r$ of that slope.",
                    cites="the logarithm of a product",
                ),
            ),
            unhunted="an order as lines are added, which no finite number of lines refutes",
        ),
        Part(
            "nearest",
            r"$\|S\|$ falls faster than $\|S_N\|$: for each pair the exponent fitted to it is below that fitted to "
            r"$\|S_N\|$.",
            strength=CONSISTENT,
            why=DRAWS,
        ),
        Part(
            "nearest-exponent",
            r"The mean diagonal of $N$ falls like $r^{-2/(d-1)}$: its exponent over the last octaves is that of its "
            r"exact mean, and so is its value at the most lines.",
            Role.OURS,
            strength=CONSISTENT,
            why=DRAWS,
        ),
        Part(
            "lower-bound",
            r"The means of $\|S\|$ and of the mean diagonal of $S$ are at least $\tau_r$, at every $r$.",
            Role.OURS,
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"For any lines the mean over a uniform target line is at least $\tau_r$.",
                    uses="ours.decay-lower-bound:mean",
                ),
                Step(r"So is the mean norm for random target lines.", uses="ours.decay-lower-bound:norm"),
            ),
            unhunted="means over random targets, not single ones",
        ),
        Part(
            "rate",
            r"The mean diagonal of $S$ stays within a factor of 6 of $\tau_r$, which falls like $r^{-3/(d-1)}$ "
            r"in the end. Where the lines are as many as the harmonics of degree up to 6 (here for $d = 5$), "
            r"its exponent over the last octaves is within 0.12 of that of $\tau_r$ over the same sizes.",
            Role.OURS,
            strength=CONSISTENT,
            why=DRAWS,
        ),
    ),
)

figure_9 = Claim(
    id="pnn.figure-9",
    source=PAPER.section("7.1", "Figure 9"),
    status=Status.TRUE,
    title="The Schur value of random lines in proportion to the inputs comes to its limit",
    says=r"For $r = d$ with $\frac{r^*}{r} = \frac{1}{4}, \frac{1}{2}, 1, 2$ and $r = 4 d$ with $\frac{r^*}{r} = "
    r"\frac{1}{4}, \frac{1}{2}$ the spectral norm of the Schur complement of random lines comes to "
    r"$(1 - \frac{2}{\pi})(1 + \frac{r^*}{r})$ as $d$ grows.",
    where=SYMBOLS,
    assumptions=(SIZES, "Lines and target lines are independent and uniform; each draw has its own."),
    parts=(
        Part(
            "limit",
            r"At the largest $d$ the mean norm is at $(1 - \frac{2}{\pi})(1 + \frac{r^*}{r})$, up to the correction of "
            r"finite size and the fluctuation that are predicted.",
            strength=CONSISTENT,
            why=DRAWS,
        ),
        Part(
            "rate",
            r"The distance of the draws to it falls like $\frac{1}{d}$, up to 0.1 in the exponent: correction and "
            r"fluctuation are both of that order.",
            Role.OURS,
            strength=CONSISTENT,
            why=DRAWS,
        ),
        Part(
            "band",
            r"The draws fill the band of two standard deviations $\frac{2}{\pi d}(1 + \frac{r^*}{r})$ about the "
            r"value at finite size: over all sizes a share between 0.90 and 0.98 lies inside, of a normal variable "
            r"0.954.",
            Role.OURS,
            strength=CONSISTENT,
            why=DRAWS,
        ),
        Part(
            "remainder",
            r"The mean norm is its value at finite size up to a remainder of order $\frac{1}{d^2}$: fitted by "
            r"$\frac{C}{d^2}$, $|C| \le 20 \frac{r}{d}$. So the curve of that value misses means that are known to a "
            r"few in ten thousand, at small $d$ most of all.",
            Role.OURS,
            strength=CONSISTENT,
            why=DRAWS,
        ),
    ),
)
