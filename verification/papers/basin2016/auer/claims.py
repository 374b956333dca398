"""A single ReLU unit with 2^d basins, one of them good, and what width does to it."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.basin2016.paper import PAPER

COORDINATES = "the weights are independent, in any number: a written argument over the proof for one"
SEPARATE = Step(
    r"Each sample has one input that is not zero, so the loss is a sum of functions of one weight each, over $2d$.",
    cites="the definition of the loss",
)

auer = Claim(
    id="ours.auer",
    source=PAPER.section("4", "beyond the paper: after Auer, Herbster & Warmuth (1996)", "ours"),
    status=Status.TRUE,
    title="One unit has a good basin in $2^d$; a wide network has almost only good ones",
    says=r"Take the samples $e_j$ with target 2 and $-e_j$ with target 1, $j = 1, \dots, d$. A single unit $\max(w "
    r"\cdot x, 0)$ has $2^d$ basins, and a random start lies in the best one with probability $2^{-d}$. A two-layer "
    r"network fits the data exactly, and its random start lies in a basin of least loss zero with a probability that "
    r"tends to one with its width.",
    where={
        "w": "weights of the single unit, shape (d,)",
        "d": "number of inputs; there are $2d$ samples, and the loss is the mean of squares over them",
        "n": "number of neurons of the two-layer network, output weights of any size and sign",
    },
    assumptions=("Starts are random with independent weights, positive and negative with equal chance, never zero.",),
    parts=(
        Part(
            "one-weight",
            r"$(\max(w, 0) - 2)^2 + (\max(-w, 0) - 1)^2$ is $(w - 2)^2 + 1$ for $w > 0$ and $(w + 1)^2 + 4$ for $w < "
            r"0$; its slopes at zero are $-4$ to the right and $2$ to the left.",
            Role.OURS,
            unhunted="a function of one number in two pieces, which the engine decides",
        ),
        Part(
            "basins",
            r"The single unit has exactly $2^d$ local minima, all strict, one inside each orthant; with $b$ negative "
            r"weights the loss there is $\frac{d + 3b}{2d}$, so that one minimum is global, with loss $\frac{1}{2}$.",
            Role.OURS,
            strength=DERIVED,
            why=COORDINATES,
            argument=(
                SEPARATE,
                Step(
                    r"A point is a local minimum of a sum over separate weights if and only if each weight is one of "
                    r"its own term: 2 or $-1$, of value 1 or 4, both strict; at zero the term falls to either side.",
                    uses="one-weight",
                ),
            ),
            unhunted="a sum of functions of one weight each, by one-weight: nothing is left to draw but the "
            "number of weights",
        ),
        Part(
            "law",
            r"The least loss in the basin of a random start is $\frac{d + 3b}{2d}$, $b \sim \mathrm{Bin}(d, "
            r"\frac{1}{2})$, and descent in small steps ends there: at the optimum with probability $2^{-d}$, at "
            r"$\frac{5}{4}$ on average.",
            Role.OURS,
            strength=DERIVED,
            why=COORDINATES,
            argument=(
                Step(r"The orthant of the start is the basin, with its minimum inside.", uses="basins"),
                Step(
                    r"In it the loss is a sum of squares of distances from the minimum, and descent goes straight "
                    r"along each weight without a change of sign.",
                    uses="one-weight",
                ),
                Step(r"The number of negative weights is binomial.", cites="independent signs of equal chance"),
            ),
            unhunted="the law of a random start",
        ),
        Part(
            "networks",
            r"A two-layer network's random start lies in a basin of least loss zero with probability $\sum_{p=1}^n "
            r"\binom{n}{p} 2^{-n} (1 - 2^{1-p})^d$.",
            Role.OURS,
            strength=DERIVED,
            why="any numbers of neurons and inputs: a written argument, exhausted for small ones",
            argument=(
                Step(
                    r"The basin has least loss zero if and only if each sample has an active neuron of positive "
                    r"output weight. If one is missing, its prediction is not positive and the target is.",
                    cites="a prediction in a cell: a sum of any sizes, with the signs of the active output weights",
                ),
                Step(
                    r"Given $p$ positive output weights, an input has both signs among their weights with probability "
                    r"$1 - 2 \cdot 2^{-p}$ for $p \geq 1$ and never for $p = 0$; the inputs are independent.",
                    cites="independent signs of equal chance",
                ),
            ),
            unhunted="the law of a random start",
        ),
        Part(
            "enumerated",
            r"All sign patterns of a single unit with at most 8 inputs, and of networks with $n (d + 1) \leq 16$ and "
            r"at most 7 neurons and inputs, give these probabilities exactly.",
            Role.OURS,
        ),
    ),
)
