"""The wording of Figure 10: how often descent on degree-one networks ends in bad minima."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.pnn2017.paper import PAPER

figure_10 = Claim(
    id="pnn.figure-10",
    source=PAPER.section("8", "Figure 10"),
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
            r"each $k/d$ and a thousand fresh ones a difference of 0.28 between the shares found would be refused at "
            r"any $k/d$, at 10, where the published rate is 0.04, one of 0.22, and one of 0.11 common to all.",
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
