"""Section 8 of the porcupine paper: random networks on random lines that approximate dense ones."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.pnn2017.paper import PAPER

RUNS = "training runs are instances"
SETTING = {
    r"y": r"the output $\sum_j \max(w^*_j \cdot x, 0)$ of a dense network of 20 neurons, $w^*_j \sim N(0, I/15)$ and "
    r"$x \sim N(0, I)$ of 15 inputs",
    r"k": r"neurons of the porcupine network, two on each of $k/2$ uniform random lines",
    "error": r"mean squared difference of the two outputs over the mean square of $y$ on the test sample, 10,000 "
    "samples to train and as many to test on",
    "simulation": "one target with its samples and lines; its error is the least of ten restarts",
    "replay": "training with the authors' random numbers and shuffles",
    "fresh": "random numbers of ours",
}
AS_PROGRAMMED = (
    "Settings, early stop, normalisation and the least of ten restarts are those of the authors' program: the restarts "
    r"draw new starting weights on the same lines, and there are fifty simulations of each $k$ where the text says 25.",
)

figure_2 = Claim(
    id="pnn.figure-2",
    source=PAPER.section("1", "Figure 2", "reconstructed"),
    status=Status.TRUE,
    title="A porcupine network comes closer to a dense one the more neurons it has",
    says=r"Trained by stochastic gradient descent to approximate a dense network of 15 inputs and 20 neurons, a "
    r"porcupine network leaves an error that falls as its number of neurons $k$ grows.",
    where=SETTING,
    assumptions=AS_PROGRAMMED,
    reading="Of the panel itself only its description is left in our copy. It is read as the experiment of Figure 11, "
    "which is our choice; so are the comparisons with a constant and with an affine function.",
    parts=(
        Part(
            "falls",
            r"The mean error falls with $k$, from 10 to 100 neurons: over all of them, and nowhere does it rise beyond "
            r"chance. That of the optimum on the same lines, from which descent is 5% away at most, falls with every "
            r"ten neurons more.",
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "best-constant",
            r"The error is a share of the mean square of $y$, most of which is the square of its mean. Of the variance "
            r"of $y$ a network of ten neurons leaves more than all, which is what the best constant leaves, one of "
            r"twenty or more neurons leaves less.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "best-affine-function",
            r"Porcupine networks of 30 neurons or fewer approximate the dense network worse, in the mean, than the "
            r"best affine function of the inputs does; from 50 neurons on they do better.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
    ),
)

figure_11 = Claim(
    id="pnn.figure-11",
    source=PAPER.section("8", "Figure 11"),
    status=Status.TRUE,
    title="Errors of random porcupine networks and their distribution",
    says=r"For $d = 15$ inputs and targets of 20 neurons the mean error over the simulations falls from 0.15 at "
    r"$k = 10$ to 0.03 at $k = 100$, and the gamma densities fitted to the errors grow narrower with $k$.",
    where=SETTING,
    assumptions=AS_PROGRAMMED,
    parts=(
        Part(
            "published-curve",
            r"For each $k$ the mean error of the replayed simulations is the published one, up to $5 \cdot 10^{-4}$ "
            r"for reading the figure and 3%; where only some of the fifty were replayed, up to chance too.",
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "distribution",
            r"The gamma densities fitted to the replayed errors at $k = 10, 50, 100$ have the height and place of the "
            r"published ones, and where all fifty were replayed, at least 48 fall into the bins of the published "
            r"histograms.",
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "fresh-seeds",
            r"Fresh random numbers give the published mean errors: two-sample tests reject it for no $k$ and not for "
            r"all together. They refuse a true one less than once in a million; of fifty simulations each, a "
            r"difference of a quarter at one $k$ or of an eighth common to all would be seen. The mean least risk of "
            r"hundreds of draws, without the chance of fresh training, lies within 5% above as published, up to the "
            r"chance of the fifty published ones: there a fifth at one $k$ and a tenth at all would be seen. At $k = "
            r"10$ it is about 0.1545; fifty fresh simulations of one seed came out at 0.160, the published ones at "
            r"0.1485 "
            r"(two-sample $p = 0.0015$, one of ten).",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "without-training",
            r"The exact optimum on the training sample, a non-negative least squares problem, has the published mean "
            r"errors without any training, and the trained networks' test errors within 3% in the mean. The Schur "
            r"value has not.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
        Part(
            "descent-finds-the-optimum",
            r"Descent finds the optimum: for each $k$ the training error of the best restart and its risk exceed the "
            r"least there are by 5% at most in the mean, and none is below.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
        ),
    ),
)
