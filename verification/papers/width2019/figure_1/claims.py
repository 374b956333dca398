"""What Figure 1 is to show: J falls with width, with depth and with training."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.width2019.paper import PAPER

RUNS = "networks at random weights and after training are instances"
REFUSED = "If it is true, the chance that the runs of any seed refuse it is below one in a million (exact tests)."


def printed(name: str, says: str) -> Part:
    """A printed part that runs bear out."""
    return Part(name, f"{says} {REFUSED}", strength=CONSISTENT, why=RUNS)


figure_1 = Claim(
    id="width.figure-1",
    source=PAPER.section("", "Figure 1"),
    status=Status.AMBIGUOUS,
    title="$J$ falls with width and depth, and with training, on the synthetic data",
    says=r"Figure 1 shows $J$, the right side of equation (4.2), over depths and widths, at random weights and after "
    r"training, as falling with each of them. The parts hold it against networks on the paper's synthetic data.",
    where={
        "J": r"$\frac12 \|(I - P) \operatorname{vec} Y\|^2$, $P$ the projector on the range of the network's blocks",
        "synthetic data": "10 Gaussian inputs, targets of a random tanh network of seven hidden layers of 50 units",
    },
    assumptions=(
        "ReLU networks without biases, stochastic gradient descent with the printed rate, momentum and batch.",
        "The grid of depths and widths, the repetitions and what else the paper leaves unsaid are as configured.",
    ),
    reason="The figure has no numbers, and its depths and widths, the coding of targets, the reduction of the loss, "
    "the scale of inputs, repetitions and precision are not given; how $J$ moves in training depends on them.",
    parts=(
        printed(
            "width",
            r"At random weights and after training, the wider of two networks of one depth has no larger $J$ in law, "
            r"on the same data.",
        ),
        printed(
            "depth",
            r"After training, a network of two hidden layers has no larger $J$ in law than one of one hidden layer and "
            r"the same width, on the same data.",
        ),
        printed(
            "training",
            r"Whatever the data drawn, training lowers $J$ at least as often as it raises it, on average over the "
            r"cells of the grid, cells with equal $J$ left out; over repetitions the median of the mean change of $J$ "
            "over the grid is no rise.",
        ),
        Part(
            "not-always",
            r"It is a tendency: training raises $J$ in some network of the grid, on one of the data sets.",
            Role.OURS,
            strength=CONSISTENT,
            why=RUNS,
            universal=False,
        ),
    ),
)
