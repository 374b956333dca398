"""What local minima are compared with: regressions on features; linear nets; features of full rank."""

from verification.claim import PROVED, Claim, Part, Status, Step, counterexample
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import DATA, LINEAR, MATRICES, READINGS, REGULAR, printed, repaired

ANY_NET = "networks of any size; exact on instances"
ALL = DATA | MATRICES | LINEAR
STAR = (
    r"At E3 (its data in ours.kinks) $2L = 4 + v^2 (w_1^2 + w_2^2 + (w_1 - w_2)^2)$ on both sides of the kinks: a "
    r"local "
    r"minimum, in $\Theta_{1, 0}$. "
)

remark_1 = Claim(
    id="width.remark-1",
    source=PAPER.section("5", "Remark 1", "reconstructed"),
    status=Status.FALSE,
    title="Local minima with linear units are no worse than regression on their features",
    says=r"At a differentiable local minimum in $\Theta_{d_y, t}$, (i) $L$ is at most the least loss of linear "
    r"regression "
    r"on $\Phi^{(l)}$, $l = t, \dots, H$; (ii) it is less by the terms of the units' blocks.",
    where=ALL,
    assumptions=(READINGS, REGULAR),
    reason="As Theorem 2: a ReLU with $G = 0$ counts as linear. At E1 and E3 the least loss of linear regression is "
    "smaller than $L$.",
    repair="Both hold at regular local minima with strictly linear units, (ii) with equality.",
    reading="The remark's formulas are lost from our copy, and nothing at hand fixes them. Its two halves are read "
    "from Theorem 2: (i) the first term of (5.1) alone, (ii) the sum.",
    parts=(
        Part("regression", "(i) as printed.", expected=False, refuted_by="e3"),
        Part("terms", "(ii) as printed.", expected=False, refuted_by="e3"),
        counterexample(
            "e3",
            STAR + r"$L = 2$; the least loss of linear regression is $\frac95$, less than $L$: neither (i) holds nor "
            "(ii), whose terms are not negative.",
            PROVED,
        ),
        counterexample(
            "e1",
            r"At E1, in $\Theta_{1, 0}$ too, $2L = 4 + P^2 + q^2 + (P - q)^2$ on both sides of the kinks; $L = 2$, "
            r"and the "
            r"least loss of linear regression is $\frac95$.",
            PROVED,
        ),
        repaired(
            r"At a regular local minimum with strictly linear units $L$ is at most the least loss of regression on "
            r"$\Phi^{(l)}$, for $l = t, \dots, H$.",
            ANY_NET,
            Step(r"$L$ is the right side of (5.1) with $S = (l)$.", uses="width.theorem-2:repaired"),
            Step("Its first term is the regression's loss, and the others are not positive.", cites="signs of squares"),
        ),
        repaired(
            "At a regular local minimum with strictly linear units the regression's loss less $L$ is half the sum of "
            "the terms.",
            ANY_NET,
            Step("(5.1) is an equality.", uses="ours.equality-5.1:equality"),
            name="repaired-terms",
            unhunted="regular critical points are solved for, not drawn: the exact check makes them in "
            "fractions, and its variants leave the critical point",
        ),
    ),
)

after_corollary_1 = Claim(
    id="width.after-corollary-1",
    source=PAPER.section("5", "after Corollary 1", "reconstructed"),
    status=Status.FALSE,
    title="Not every local minimum is as good as regression on its features",
    says=r"Every differentiable local minimum is no worse than any regression on the features $\Phi^{(l)}$.",
    where=ALL,
    assumptions=(REGULAR,),
    reason=r"Without linear units, as Definition 1 asks for them, a dead unit is a regular local minimum: nothing "
    r"there "
    "depends on the weights.",
    repair=r"In $\Theta_{d_y, t}$, with strictly linear units, at regular local minima, for $l \ge t$.",
    reading="The sentence says 'any basis function regression'; that the bases are the network's own features is our "
    "reading, the weakest one.",
    parts=(
        Part("any", "Every differentiable local minimum as printed.", expected=False, refuted_by="dead"),
        counterexample(
            "dead",
            r"$x = 1$, $y = 1$, one ReLU with $w = -1$, $v = 1$: the output is 0 for all weights with $w < 0$, so that "
            r"the point is a regular local minimum. $L = \frac12$; linear regression has the loss 0.",
            PROVED,
        ),
        repaired(
            r"At a regular local minimum in $\Theta_{d_y, t}$ with strictly linear units $L$ is at most the least "
            r"loss of "
            r"regression on $\Phi^{(l)}$, $l \ge t$.",
            ANY_NET,
            Step("It is Remark 1 (i), repaired.", uses="width.remark-1:repaired"),
        ),
    ),
)

deep_linear = Claim(
    id="width.deep-linear",
    source=PAPER.section("5", "deep linear networks", "reconstructed"),
    status=Status.TRUE,
    title="Local minima of deep linear networks are global",
    says=r"If all activations are linear and every layer has at least $d_y$ units, every local minimum is global, with "
    "the least loss of linear regression.",
    where=ALL,
    assumptions=("The paper cites Theorem 1 for it; Theorem 2 is meant (E9).",),
    reading="The sentence after Theorem 2 in words; that every layer must be as wide as the outputs comes from "
    r"$|S(l)| \ge d_y$.",
    parts=(
        printed(
            "global",
            r"With all slopes 1 and all widths at least $d_y$ a local minimum has the least loss of linear regression.",
            ANY_NET,
            Step(
                r"Linear units are strictly linear, and with $S(l)$ all units of layer $l$ every point lies in "
                r"$\Theta_{d_y, 0}$: $X^\top (\hat Y - Y) = 0$.",
                uses="width.lemma-4:repaired",
            ),
            Step(
                r"$\hat Y = X W^{(1)} \cdots W^{(H + 1)}$ is in the range of $X$: it is the regression's prediction.",
                cites="the normal equations",
            ),
            Step(
                "A product of matrices is a matrix: no weights have a smaller loss.",
                cites="a linear network is a linear function",
            ),
            unhunted="regular critical points are solved for, not drawn: the exact check makes them in "
            "fractions, and its variants leave the critical point",
        ),
    ),
)

full_rank = Claim(
    id="width.full-rank-features",
    source=PAPER.section("", "features of full rank", "reconstructed"),
    status=Status.TRUE,
    title="Where the last features have rank $m$ every local minimum is global",
    says=r"If $\Phi^{(H)}$ has rank $m$ at a local minimum, its loss is 0, at kinks too.",
    where=ALL,
    reading=r"Signs are lost in our copy: 'rank at least $m$' is read, which for $m$ rows is rank $m$.",
    parts=(
        printed(
            "global",
            r"At a local minimum at which $\Phi^{(H)}$ has rank $m$, $L = 0$.",
            ANY_NET,
            Step(
                r"In $W^{(H + 1)}$ alone $L$ is a convex quadratic function, differentiable at every point: "
                r"$\Phi^{(H)\top} (\hat Y - Y) = 0$.",
                cites="the first-order condition",
            ),
            Step(r"The columns of $\Phi^{(H)}$ span all vectors: $\hat Y = Y$.", cites="rank"),
            unhunted="critical points, kinks among them, are solved for, not drawn: the exact check makes them in "
            "fractions, and its variants leave the critical point",
        ),
    ),
)
