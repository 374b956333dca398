"""What Table 1 says of the regulariser, and what as many starts without it do."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.diversity2017.frequencies import REFUSED
from verification.papers.diversity2017.paper import PAPER

RUNS = "trained students are instances"


def observed(name: str, says: str, role: Role = Role.OURS, expected: bool | None = True) -> Part:
    """A part that runs bear out or leave open."""
    return Part(name, f"{says} {REFUSED}", role, expected, strength=CONSISTENT, why=RUNS)


table_1 = Claim(
    id="diverse.table-1",
    source=PAPER.section("", "Table 1", "reconstructed"),
    status=Status.OPEN,
    title="Training with the regulariser lowers training and test loss",
    says=r"Students trained on the loss plus a coefficient times $R$ reach smaller training and test losses than "
    r"without: in the printed means of five runs for $n = 100, 150, 300$ units in 100 inputs, not for $n = 200$.",
    where={
        "R": "the mean of the squared kernel over pairs of units, equation (28)",
        "coefficient": "the weight of $R$ in the loss, one of several, chosen in each trial on validation data",
        "n": "the number of units of the student; the teacher has as many units as there are inputs",
    },
    assumptions=(
        "Stochastic gradient descent with momentum 0.9 and rate 0.1 on samples uniform on the sphere; by default a "
        "fifth of the printed sizes, and fewer steps. Everything else as configured.",
        "With and without $R$ students have the same teacher, samples, order of batches and weights at the start.",
        "Every number of units and trial has a teacher, samples and starts of its own.",
    ),
    reading="Our copy has the sizes, rate, momentum, number of steps and the printed means with their deviations; it "
    "lacks the batch, the number of samples, the scale of the starts and of the teacher, the output weights, the "
    "factor of the loss and on which data the coefficient is chosen.",
    reason="The printed runs are five of a size, and the protocol is not given; at a fifth of "
    "the size our runs do not decide it.",
    parts=(
        observed(
            "chosen-lowers",
            "With $R$, its coefficient chosen on validation data, the training loss is smaller than without with a "
            "chance of at least one half, on average over the numbers of units; and so is the test loss.",
            Role.PRINTED,
            None,
        ),
        observed(
            "strongest-raises",
            "With the largest coefficient alone the test loss is larger than without with a chance of at least two "
            "thirds, on average over the numbers of units.",
        ),
        observed(
            "starts-do-as-well",
            "Without $R$, the best on validation data of as many starts as there are coefficients has a test loss that "
            "is no larger than with $R$ and the chosen coefficient, with a chance of at least one half, on average "
            "over the numbers of units.",
        ),
    ),
)
