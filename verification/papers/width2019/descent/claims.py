"""How often descent ends where the theorem on local minima applies, and how far off it is elsewhere."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status
from verification.papers.width2019.paper import PAPER

TRIALS = "descents from random starts are instances"
REFUSED = "If it is true, the chance that descents of any seed refuse it is below one in a million (exact tests)."


def observed(name: str, says: str) -> Part:
    """A part that descents bear out."""
    return Part(name, says, Role.OURS, strength=CONSISTENT, why=TRIALS)


where_descent_ends = Claim(
    id="ours.where-descent-ends",
    source=PAPER.section("4", "beyond Theorem 1", "ours"),
    status=Status.TRUE,
    title="Descent often ends at stationary kinks, where $L = J$ mostly fails",
    says=r"The theorem that $L = J$ holds at regular critical points. Gradient descent of small ReLU networks ends "
    r"there, or at points where some pre-activations vanish and zero lies in Clarke's gradient, at stationary kinks, "
    r"or where neither is found. With one hidden layer and noise for targets most ends at rest are such kinks, and "
    r"$L > J$ at most of these.",
    where={
        "L, J": r"$\frac12 \|\hat Y - Y\|^2$ and $\frac12 \|(I - P) \operatorname{vec} Y\|^2$, $P$ the projector on "
        r"the range of the blocks $D^{(1)}, \ldots, D^{(H+1)}$ with derivative zero at kinks, as printed",
        "regular": "no pre-activation vanishes but for want of input, and the gradient does",
        "stationary kink": "some pre-activations vanish, their gradients are independent, and the loss has a zero "
        "gradient for some slopes between those that meet there",
        "open": "an end near which neither is found: descent is not at rest, or nothing shows that it is",
        "rest": "regular critical point or stationary kink",
    },
    assumptions=(
        r"Full-batch gradient descent with momentum 0.9 and steps that fall to zero; 20 Gaussian samples of 3 inputs "
        r"unless the configuration says otherwise, one output, weights $N(0, 2/n)$ for $n$ units before.",
        "Targets are noise, or a random network of the same shape and 1 percent of noise in their variance.",
        "Critical points are found by Newton's method within 0.1 of where descent ended, in float64.",
    ),
    parts=(
        observed(
            "regular-ends",
            r"$L = J$, within $10^{-8}$ of $\frac12 \|Y\|^2$, at every end that is a regular critical point.",
        ),
        observed(
            "stationary-kinks",
            r"With one hidden layer and noise for targets at least two of three ends at rest are stationary kinks. "
            + REFUSED,
        ),
        observed(
            "gap-at-kinks",
            r"At two of three of these kinks or more, $L - J$ is above $10^{-4}$ of $\frac12 \|Y\|^2$. " + REFUSED,
        ),
        observed(
            "more-often-with-noise",
            r"With one hidden layer of one or two units the share of stationary kinks among ends at rest is larger for "
            r"noise than for a random network's outputs with little noise, for each width. " + REFUSED,
        ),
        observed(
            "silent-ends",
            r"With two hidden layers of one unit each, at least half of the ends at rest are silent: the outputs are "
            r"zero on all samples, a regular critical point at which $L = J$ says no more than $L = \frac12 \|Y\|^2$. "
            + REFUSED,
        ),
    ),
)
