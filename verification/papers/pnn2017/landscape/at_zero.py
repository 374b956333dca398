"""The wording of what happens at zero weights."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.wording import ANY_TARGET, GAUSSIAN, NETWORK, WRITTEN, ours

zero_is_a_maximum = Claim(
    id="ours.zero-is-a-maximum",
    source=ours("beyond Theorems 2 and 5"),
    status=Status.TRUE,
    title="Zero weights are a strict local maximum",
    says=r"Where zero weights are admitted, $W = 0$ is a strict local maximum of the risk, unless all target weights "
    r"are "
    r"non-positive multiples of one $u_r$ or one $-u_r$. No other point is a local maximum. So a local optimum has "
    r"to be read as "
    r"a local minimum.",
    where=NETWORK,
    assumptions=(GAUSSIAN, ANY_TARGET, "zero weights admitted"),
    parts=(
        Part(
            "arc",
            r"With $J(\theta) = \sin\theta + (\pi - \theta) \cos\theta$ the slope of the risk at $W = 0$ towards "
            r"a unit "
            r"vector at the angle $\theta$ to one target neuron of norm 1 is $-\frac{1}{\pi} J(\theta)$; "
            r"$J'(\theta) = -(\pi - \theta) \sin\theta$ and $J(\pi) = 0$.",
            Role.OURS,
            unhunted="a function of one angle and its derivative, which the engine decides",
        ),
        Part(
            "slope",
            r"At $W = 0$ the slope towards a unit vector $u$ is $-\frac{1}{\pi} \sum_j \|w_j^*\| (\sin \theta_j + "
            r"(\pi - "
            r"\theta_j) \cos \theta_j)$, $\theta_j$ the angle of $u$ and $w_j^*$: not positive, and zero only if "
            r"every "
            r"non-zero $w_j^*$ has $\theta_j = \pi$.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(r"The slope is linear in the target neurons, each with its norm and its angle.", uses="arc"),
                Step(
                    r"$J' < 0$ inside $(0, \pi)$ and $J(\pi) = 0$, so that $J > 0$ before $\pi$; a sum of such "
                    r"terms with "
                    r"positive weights is zero only if all are.",
                    uses="arc",
                ),
            ),
            unhunted="a sum of functions of one angle each, whose sign arc decides at every angle",
        ),
        Part(
            "maximum",
            r"Unless all $w_j^*$ are non-positive multiples of one $u_r$ or one $-u_r$, $W = 0$ is a strict local "
            r"maximum.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"The slopes at zero towards all $\pm u_r$ are negative: one that is zero makes every target "
                    r"weight a "
                    r"non-positive multiple of that vector.",
                    uses="slope",
                ),
                Step(
                    r"Let $-\sigma < 0$ be the largest of them. In each orthant $L(c) - L(0) \leq -\sigma \sum_i "
                    r"|c_i| + E h^2$.",
                    uses="ours.first-order-test:increase",
                ),
                Step(
                    r"$E h^2 \leq \left( \sum_i |c_i| \right)^2$, because each $E f_i^2 = \frac{1}{2}$. So the risk "
                    r"is below $L(0)$ "
                    r"as soon as $0 < \sum_i |c_i| < \sigma$.",
                    cites="triangle inequality in the space of square-integrable functions",
                ),
            ),
            unhunted="a sum of functions of one angle each, whose sign arc decides at every angle",
        ),
        Part(
            "exception",
            r"If all $w_j^*$ are non-positive multiples of $u = \pm u_r$, then $L(\epsilon u) - L(0) = \frac{1}{2} "
            r"\epsilon^2 > 0$ "
            r"for one neuron moved to $\epsilon u$, $\epsilon > 0$: zero is no local maximum.",
            Role.OURS,
            unhunted=r"an identity in $\epsilon$, which the engine decides",
        ),
        Part(
            "curvature",
            r"Where $c_i \neq 0$ the second derivative of $L$ in $c_i$ is $1$.",
            Role.OURS,
            unhunted="a constant second derivative, which the engine finds",
        ),
        Part(
            "no-other",
            r"No point with $c_i \neq 0$ for some $i$ is a local maximum.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Along $c_i$, as long as it keeps its sign, $L$ is a quadratic with this second derivative:",
                    uses="curvature",
                ),
                Step(
                    r"the risks at $c_i + t$ and $c_i - t$ sum to twice that at $c_i$ and $t^2$, so one of them "
                    r"is larger.",
                    cites="a quadratic is its Taylor polynomial",
                ),
            ),
            unhunted="a constant second derivative, which the engine finds",
        ),
    ),
)
