"""What Figure 3 says of trained units, and that the norm of the weights at the start decides it."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.diversity2017.frequencies import REFUSED
from verification.papers.diversity2017.paper import PAPER

RUNS = "trained students are instances"


def observed(name: str, says: str, role: Role = Role.OURS) -> Part:
    """A part that runs bear out."""
    return Part(name, f"{says} {REFUSED}", role, strength=CONSISTENT, why=RUNS)


figure_3 = Claim(
    id="diverse.figure-3",
    source=PAPER.section("", "Figure 3", "reconstructed"),
    status=Status.AMBIGUOUS,
    title="Trained units stay diverse: their squared discrepancy falls with their number",
    says=r"For students of $n$ units that are trained on a teacher's outputs, $\log L_2(W)^2$ falls with $\log n$, "
    r"with a slope between $-\frac12$ and $-1$.",
    where={
        "L_2(W)^2": "the mean squared discrepancy of the trained units, over slices of the sphere (Theorem 8)",
        "n": "the number of units of the student",
        "slope": "of the line fitted by least squares over all widths, in each trial",
    },
    assumptions=(
        "Plain stochastic gradient descent on half the squared error, each step on new samples, uniform on the sphere; "
        "sizes, steps and rate as configured, by default those of the paper.",
        r"Teacher and students have output weights $+1, -1, +1, \ldots$; the units' directions at the start are "
        "independent and uniform, their norms equal.",
    ),
    reading="Our copy has the sizes, the batch, the rate and the number of steps, and that the slope lies between the "
    "two. It has neither all widths nor the norm of the weights at the start, the output weights, the number of runs.",
    reason="The norm of the weights at the start is not printed. In the median over repetitions the slope lies in the "
    "range at 0.1 and at 1, and it is steeper at 1; at 10 it is below $-1$.",
    parts=(
        observed(
            "slope",
            r"From weights of norm 0.1, and from weights of norm 1, the median of the slope over repetitions lies "
            r"between $-1$ and $-\frac12$.",
            Role.PRINTED,
        ),
        observed(
            "scale-decides",
            r"The slope from norm 1 is in the median steeper than that from norm 0.1, of the same directions on the "
            r"same samples, and the slope from norm 10 is in the median below $-1$, outside the printed range.",
        ),
        observed(
            "less-diverse-than-random",
            r"From norm 0.1, the widest students' $L_2^2$ is in the median not below that of their own random start: "
            r"training does not make the units more diverse.",
        ),
    ),
)
