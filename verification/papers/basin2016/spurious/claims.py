"""The spurious minima of Safran & Shamir's sequel, found again and certified, and how often descent meets them."""

from verification.claim import CERTIFIED, CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.basin2016.paper import PAPER

TRIALS = "descents from random starts are instances"
BOXES = "the critical points are known as balls only"
BEYOND = PAPER.section("5", "beyond the paper: Safran & Shamir, arXiv:1712.08968", "ours")
REFUSED = "If it is true, the chance that descents of any seed refuse it is below one in a million (exact tests)."
NETS = {
    "W": "weights $w_i$ of the student, shape (k, k)",
    "x": r"inputs, $x \sim N(0, I)$; the teacher's weights are the unit vectors, without loss of generality",
    "f(w, v)": r"$E \max(w \cdot x, 0) \max(v \cdot x, 0)$",
    r"\theta, p, q": r"the angle of $w$ and $v$, and their norms",
    "r": r"the number of neurons turned against their teacher neurons; one where nothing is said",
    r"\hat w, \hat v, n, n'": r"unit vectors of $w$ and $v$, and those across $w$ towards $v$ and back",
}


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part that has a proof in symbols."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


def derived(name: str, says: str, unhunted: str = "") -> Part:
    """A part on derivatives of f in any number of inputs."""
    steps = (
        Step(
            r"$f$ depends on $p^2$, $q^2$ and $w \cdot v$ alone. Turn the inputs so that $w$ lies along the first and "
            r"$v$ in the plane of the first two.",
            cites="the normal law does not change with a rotation",
        ),
        Step(
            r"A third input, across both, shows the derivatives in every further one, which enters these three numbers "
            r"alike.",
            uses="in-coordinates",
        ),
    )
    return Part(name, says, Role.OURS, strength=DERIVED, why="any number of inputs", argument=steps, unhunted=unhunted)


def certified(name: str, says: str) -> Part:
    """A part that some points with certified properties settle."""
    return Part(name, says, Role.OURS, strength=CERTIFIED, why=BOXES, universal=False)


def observed(name: str, says: str) -> Part:
    """A part that descents bear out."""
    return Part(name, says, Role.OURS, strength=CONSISTENT, why=TRIALS)


spurious_minima = Claim(
    id="ours.spurious-minima-6-7-8",
    source=BEYOND,
    status=Status.TRUE,
    title="Gaussian inputs, orthonormal teacher: strict local minima that are not global, from 6 neurons on",
    says=r"$F(W) = \frac{1}{2} E \left(\sum_i \max(w_i \cdot x, 0) - \sum_j \max(x_j, 0)\right)^2$ has strict local "
    r"minima with $F > 0$ for $k$ neurons and $k$ orthonormal teacher neurons, $k = 6, 7, 8$ and more.",
    where=NETS,
    parts=(
        ours(
            "pair",
            r"$f(w, v) = \frac{p q}{2 \pi} (\sin\theta + (\pi - \theta) \cos\theta)$, and $f(w, w) = \frac{1}{2} p^2$.",
            unhunted="an identity in the angle and two norms, which the engine decides",
        ),
        derived(
            "gradient",
            r"$\nabla_w f = \frac{1}{2\pi} (q \sin\theta\, \hat w + (\pi - \theta)\, v)$ for $w, v$ that are not "
            r"parallel.",
            unhunted="an identity in the angle and two norms, which the engine decides",
        ),
        derived(
            "hessian",
            r"$\nabla_w^2 f = \frac{q \sin\theta}{2 \pi p} (I - \hat w \hat w^\top + n n^\top)$ and $\nabla_w "
            r"\nabla_v f = \frac{1}{2\pi} ((\pi - \theta) I + \hat w n^\top + \hat v n'^\top)$ for $w, v$ that are "
            r"not parallel.",
            unhunted="an identity in the angle and two norms, which the engine decides",
        ),
        ours(
            "in-coordinates",
            r"For $w = p\, e_1$, $v = q (\cos\theta\, e_1 + \sin\theta\, e_2)$ in three inputs, $0 < \theta < \pi$, "
            r"these are the first derivatives of $f$ in $w$, and the second in $w$ and in $w$ and $v$.",
            unhunted="derivatives in coordinates of the plane and one input across it, which the engine takes",
        ),
        certified(
            "minima",
            r"For $k = 6, 7, 8$ there is a box of radius $10^{-9}$ in all $k^2$ weights with exactly one critical "
            r"point of $F$; the Hessian is positive definite on all of the box and $F > 0$ there, while the least "
            r"value of $F$ is 0. It is a strict local minimum and not a global one.",
        ),
        certified("larger-nets", r"The same for $k = 9, 10, 11, 12$ and $20$."),
        certified(
            "other-forms",
            r"They are not the only ones: so is the critical point of a matrix of six numbers in which $r$ neurons are "
            r"turned against their teacher neurons, $w_{ii} < 0$, for $k = 6$ with $r = 6$ ($F \approx 0.0557$), for "
            r"$k = 7$ with $r = 6$ ($0.0553$) and $7$ ($0.0622$), for $k = 8$ with $r = 2$ ($0.0398$), $6$ ($0.0550$), "
            r"$7$ ($0.0618$) and $8$ ($0.0677$). Their risks differ from one another and from those of the minima "
            r"with one turned neuron, so that none is a renaming of another.",
        ),
        certified(
            "saddle-at-five",
            r"For $k = 5$ the critical point of the same family is no local minimum: on the whole box around it the "
            r"curvature in one direction is negative.",
        ),
    ),
)

in_descent = Claim(
    id="ours.spurious-minima-in-descent",
    source=BEYOND,
    status=Status.TRUE,
    title="Descent meets the minimum with one turned neuron, and spurious minima the more often the more neurons",
    says=r"The minima with one turned neuron are matrices of five numbers. Gradient descent on $F$ from weights $N(0, "
    r"\frac{1}{k})$ ends at the teacher or at a strict local minimum of positive risk, the more often the larger $k$ "
    r"is, and less often with one neuron more than the teacher; with six to eight neurons it is nearly always that "
    "one.",
    where=NETS,
    parts=(
        Part(
            "five-numbers",
            r"Up to renaming, each of the certified minima with one turned neuron has five different weights: $w_{ii}$ "
            r"and $w_{ij}$ of the first $k - 1$ neurons, their weight on the last input, the last neuron's weights on "
            r"the first inputs, and $w_{kk} < 0$.",
            Role.OURS,
            strength=DERIVED,
            why="it holds for the exact critical points, which are known by their uniqueness",
            argument=(
                Step(
                    r"$F(P W Q) = F(W)$ for permutations $P$ of the neurons and $Q$ of the inputs.",
                    cites="the law of $x$ and the teacher's sum do not change with the order of the inputs",
                ),
                Step(
                    r"The box is centred at a matrix of that form, so that renaming the first $k - 1$ neurons and "
                    r"inputs alike maps it to itself and critical points to critical points. There is one: it stays "
                    r"in place.",
                    uses="ours.spurious-minima-6-7-8:minima",
                ),
            ),
            unhunted="a statement on finitely many minima, each certified",
        ),
        observed(
            "ends",
            r"With as many neurons as the teacher, at least 99 of 100 descents end near a global minimum, the teacher "
            r"with its neurons renamed, or a strict local minimum of positive risk: no weight is farther off than "
            r"$0.01$. " + REFUSED,
        ),
        observed(
            "ends-of-six-to-eight",
            r"For $k = 6, 7, 8$ at least 95 of 100 spurious ends are the certified minima with one turned neuron, up "
            r"to renaming, though there are others. " + REFUSED,
        ),
        observed(
            "more-often-with-more-neurons", r"The share of descents with a spurious end rises with $k$. " + REFUSED
        ),
        observed(
            "one-neuron-more",
            r"With $k + 1$ neurons against $k$ the share of spurious ends is smaller, for each $k$. " + REFUSED,
        ),
    ),
)
