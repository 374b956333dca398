"""How many harmonics there are of a degree."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import derived

HARMONICS = {
    "d": "the number of inputs, at least 2",
    "t": "a degree, at least 1",
    "N(d, t)": "the number of independent harmonics of degree $t$ on the sphere in $d$ inputs",
    "n": "the number of units, as everywhere in the paper",
}

multiplicity = Claim(
    id="diverse.multiplicity",
    source=PAPER.section("4", "the multiplicity of the eigenvalues, below equation (10)", "reconstructed"),
    status=Status.FALSE,
    title="The number of harmonics of a degree is divided by the degree",
    says=r"$N(d, t) = \frac{2 t + d - 2}{n} \binom{t + d - 3}{t - 1}$.",
    where=HARMONICS,
    reading="The binomial is lost in our copy; the textbook formula fixes it. The letter under the fraction is $n$ in "
    "our copy, where the textbook has the degree.",
    reason="With the number of units under the fraction the right side depends on the network, and need not be whole.",
    repair=r"$N(d, t) = \frac{2 t + d - 2}{t} \binom{t + d - 3}{t - 1}$: the degree for the number of units.",
    parts=(
        Part(
            "count",
            r"There are $\frac{2 t + d - 2}{n} \binom{t + d - 3}{t - 1}$ independent harmonics of degree $t$, for any "
            "number $n$ of units.",
            expected=False,
            refuted_by="four-units",
        ),
        counterexample(
            "four-units",
            r"For $d = 3$, $t = 2$ and $n = 4$ the formula gives $\frac52$; there are 5.",
            PROVED,
        ),
        derived(
            "degree",
            r"There are $\frac{2 t + d - 2}{t} \binom{t + d - 3}{t - 1}$ independent harmonics of degree $t$.",
            "polynomials of every degree in every number of inputs",
            Step(
                r"There are as many as homogeneous polynomials of degree $t$ beyond those of degree $t - 2$: "
                r"$\binom{d + t - 1}{t} - \binom{d + t - 3}{t - 2}$, the last 0 for $t = 1$.",
                cites="every homogeneous polynomial of degree t is a harmonic one plus |x|^2 times one of degree t - 2",
            ),
            Step(r"That is the formula.", uses="identity"),
            role=Role.REPAIRED,
            unhunted="an equality in two whole numbers: counted for small ones, as the rank of the Laplacian",
        ),
        Part(
            "identity",
            r"$\frac{2 t + d - 2}{t} \binom{t + d - 3}{t - 1} = \binom{d + t - 1}{t} - \binom{d + t - 3}{t - 2}$, the "
            "last 0 for $t = 1$.",
            Role.OURS,
            unhunted="an identity in two whole numbers, which the engine decides at every value",
        ),
    ),
)
