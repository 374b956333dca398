"""Lemma 1, false where output weights vanish, with its repair, and Lemma 2."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import CELL, NETWORK

CONVEX = r"The loss of a prediction is any convex function; only the last part needs a derivative."
ANY_SIZE = "any number of neurons and samples"
CONE = "ours.basin-value-is-convex:cone"
LIFT = {
    "F(z)": "the loss as a convex function of $z$, on the cone of all $z$ of the cell",
    "(W, v)": "a point of the closed cell, with $z_i = |v_i| w_i$",
    r"z^\epsilon": r"$z + \epsilon (z' - z)$, for a point $z'$ of the cone with $F(z') < F(z)$",
    r"g_i": r"the derivative of $F$ at $z$ with respect to $z_i$",
}
LOWER = Step(
    r"Suppose that $z$ does not minimise $F$, and let $F(z') < F(z)$ for some $z'$ of the cone. Then "
    r"$F(z^\epsilon) \le (1 - \epsilon) F(z) + \epsilon F(z') < F(z)$ for $0 < \epsilon \le 1$.",
    uses=CONE,
)
NON_ZERO = (
    r"Where $v_i \ne 0$, keep $v_i$ and take the weights $z_i^\epsilon / |v_i|$: they lie in $C_i$, have "
    r"$|v_i| w_i = z_i^\epsilon$, and tend to $w_i$."
)
CONTRADICTION = (
    r"These points of the closed cell tend to $(W, v)$ with $\epsilon$ and have the loss $F(z^\epsilon) < L(W, v)$: "
    r"then $(W, v)$ is no local minimum."
)

lemma_1 = Claim(
    id="basin.lemma-1",
    source=PAPER.section("4", "Lemma 1"),
    status=Status.FALSE,
    title="Closed cells are basins, but for faces where output weights vanish",
    says="Every closed cell that is not empty is a basin: its sublevel sets are connected, and its local minima are "
    "global.",
    where=NETWORK | CELL | LIFT,
    assumptions=(CONVEX, "The cell is not empty."),
    reason=r"A neuron with output weight 0 reaches, near its weights $w_i$, only multiples of directions near $w_i$. "
    "Where its gradient there is positive it is stuck, although other directions of its cone lead down.",
    repair=r"A local minimum over the closed cell is global if each neuron has $v_i \ne 0$ or $X w_i = 0$. The "
    r"theorems on $\mathrm{Bas}$ are not affected: they use the least value, not the absence of local minima.",
    parts=(
        derived(
            "connected",
            "The sublevel sets of the loss restricted to a closed cell are connected.",
            ANY_SIZE,
            Step(
                r"From any point there is a path in the cell, at constant loss, to one with $v = b$. Where "
                r"$v_i \ne 0$, move $v_i$ to $b_i$ at constant sign and keep $z_i$, by $w_i = z_i / |v_i|$. "
                r"Where $v_i = 0$, shrink $w_i$ to 0 first and then move $v_i$: $z_i = 0$ throughout.",
                uses=CONE,
            ),
            Step(
                r"Two points with $v = b$ are joined by the segment between their $z$, where the convex $F$ is at most "
                r"its larger end value.",
                uses=CONE,
            ),
            Step("So any two points of a sublevel set are joined by a path within it.", cites="path-connected sets"),
            role=Role.PRINTED,
            unhunted="that two points of a sublevel set are not joined is nothing that finitely many points could show",
        ),
        Part(
            "local-is-global",
            "Every local minimum of the loss over a closed cell is global over it.",
            expected=False,
            refuted_by="stuck-face",
        ),
        counterexample(
            "stuck-face",
            r"One neuron, $x_1 = (1, 0)$, $x_2 = (0, 1)$, $y = (1, -3)$, all signs positive, squared loss: for "
            r"$w = (p, q)$ and $v = s$, $L - 5 = s (3 q - p) + \frac12 s^2 (p^2 + q^2)$. At $w = (1, 1)$, $v = 0$ the "
            r"loss is 5, and no less in the cell where $|p - 1|, |q - 1| < \frac12$; but $\mathrm{Bas} = \frac92$.",
            PROVED,
        ),
        Part(
            "not-quasi-convex",
            r"On a closed cell the loss need not even be quasi-convex: for one neuron, one sample $x = 1$ and the "
            r"target 1 the loss $(v w - 1)^2$ is 0 at $(w, v) = (2, \frac12)$ and $(\frac12, 2)$, and $\frac{81}{256}$ "
            r"halfway.",
            universal=False,
        ),
        derived(
            "repaired",
            r"A local minimum $(W, v)$ over the closed cell, with $v_i \ne 0$ or $X w_i = 0$ for every neuron, is "
            r"global over it.",
            ANY_SIZE,
            LOWER,
            Step(NON_ZERO, uses=CONE),
            Step(
                r"Where $v_i = 0$ and $X w_i = 0$, take $v_i = \sqrt\epsilon b_i$ and the weights $w_i + \sqrt\epsilon "
                r"z_i'$: they lie in $C_i$, and on all samples $|v_i| w_i$ is $\epsilon z_i' = z_i^\epsilon$. They "
                r"tend to $w_i$ as well.",
                uses=CONE,
            ),
            Step(CONTRADICTION, uses=CONE),
            role=Role.REPAIRED,
            unhunted="where no neuron is on a face the points of the cell are those of a convex program: the "
            "hunt of rank-one looks at the faces, where it could fail",
        ),
        derived(
            "rank-one",
            r"If $X$ has rank 1, every local minimum over a closed cell is global over it: the counterexample, with "
            r"rank 2 and two samples, is the smallest.",
            ANY_SIZE,
            LOWER,
            Step(NON_ZERO + r" Where $X w_i = 0$, proceed as in the repair.", uses="repaired"),
            Step(
                r"Where $v_i = 0$ and $X w_i \ne 0$: the sums $X z$ of $z$ in $C_i$ form a half-line, so that "
                r"$X z_i' = c X w_i$ with $c \ge 0$. Keep $w_i$ and take $v_i = \epsilon c \, b_i$.",
                cites="cones of dimension one",
            ),
            Step(CONTRADICTION, uses=CONE),
        ),
        derived(
            "stuck-points",
            r"Let $v_i = 0$ and $g_i \cdot w_i > 0$ for the neurons $i$ of a set $S$, and let the others be optimal "
            r"with those of $S$ left out. Then $(W, v)$ is a local minimum over the closed cell. It is global only if "
            r"$z$ minimises $F$.",
            ANY_SIZE,
            Step(
                r"$F(z') - F(z) \ge \sum_i g_i \cdot (z_i' - z_i)$ for every point of the cone.",
                cites="a convex function lies above its tangents",
            ),
            Step(
                r"For $i$ outside $S$, $g_i \cdot (z_i' - z_i) \ge 0$, by the optimality of these blocks.",
                cites="the first-order condition of a convex program",
            ),
            Step(
                r"For $i$ in $S$ it is $|v_i'| g_i \cdot w_i'$, which is not negative for $w_i'$ near $w_i$.",
                cites="continuity of linear functions",
            ),
            unhunted="a statement on a neighbourhood with its tangent: the hunt of local-is-global finds such "
            "points and certifies them",
        ),
    ),
)

lemma_2 = Claim(
    id="basin.lemma-2",
    source=PAPER.section("4", "Lemma 2"),
    status=Status.TRUE,
    title="More neurons do not raise the least loss of a basin",
    says=r"For every subset $I$ of the neurons, $\mathrm{Bas}$ of the network is at most $\mathrm{Bas}$ of the network "
    r"of the neurons in $I$ alone.",
    where=NETWORK | CELL,
    assumptions=("The loss of a prediction is any convex function.",),
    parts=(
        derived(
            "subset",
            r"$\mathrm{Bas}$ of all neurons is at most that of the neurons of any $I$; with $I$ empty, at most the "
            r"loss of the prediction 0.",
            ANY_SIZE,
            Step(r"$z_i = 0$ lies in every cone $C_i$: each point of the cone of $I$ is one of the whole.", uses=CONE),
            role=Role.PRINTED,
        ),
        derived(
            "nested",
            r"Along a sequence of starts, each with one neuron more than the last, $\mathrm{Bas}$ does not increase.",
            ANY_SIZE,
            Step("Each start is a subset of the next.", uses="subset"),
            unhunted="each step is an instance of subset, which is hunted",
        ),
    ),
)
