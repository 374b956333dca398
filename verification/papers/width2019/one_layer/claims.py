"""Lemma 5, that points without a derivative have measure zero, and a bound on the rank of D."""

from verification.claim import PROVED, Claim, Part, Status, Step, counterexample, derived
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import (
    ANY_POINT,
    DATA,
    MATRICES,
    READINGS,
    REGULAR,
    existing,
    printed,
    repaired,
)

ANY_NET = "networks of any size; exact on instances"
ALL = DATA | MATRICES

lemma_5 = Claim(
    id="width.lemma-5",
    source=PAPER.section("B", "Lemma 5", "reconstructed"),
    status=Status.FALSE,
    title="One hidden layer: the loss at a local minimum without the output weights",
    says=r"For $H = 1$, $d_y = 1$: at every differentiable local minimum $L = \frac12 \|(I - P[\tilde D]) Y\|^2$ with "
    r"$\tilde D = (\Lambda_1 X \; \cdots \; \Lambda_d X)$.",
    where=ALL | {r"\Lambda_k": "the diagonal matrix of the derivatives of unit $k$ on the samples"},
    assumptions=(READINGS, REGULAR),
    reason=r"At E3 the output weight is 0 and the unit has two kinks: $\hat Y$ is differentiable, the point a local "
    r"minimum, and the convention $\Lambda = 0$ takes the wrong rows.",
    repair="At regular local minima.",
    reading="Primes and signs are lost in our copy; the proof of Proposition 2, which uses the lemma, fixes it.",
    parts=(
        Part("value", "At every differentiable local minimum.", expected=False, refuted_by="e3"),
        counterexample(
            "e3",
            r"At E3 (its data in ours.kinks) $2L = 4 + v^2 (w_1^2 + w_2^2 + (w_1 - w_2)^2)$ on both sides of the "
            r"kinks, "
            r"which give one derivative of $\hat Y$. $L = 2$, and the right side is 1.",
            PROVED,
        ),
        repaired(
            r"At a regular local minimum $L = \frac12 \|(I - P[\tilde D]) Y\|^2$.",
            ANY_NET,
            Step(
                r"The gradient by $w_k$ is $v_k X^\top \Lambda_k r = 0$: where $v_k \ne 0$, $r$ is orthogonal to "
                r"$\Lambda_k X$.",
                uses="width.lemma-1:repaired",
            ),
            Step(
                r"Where $v_k = 0$, $\hat Y$ does not depend on $w_k$: the points with $w_k$ moved a little are regular "
                r"local minima too, and the derivative by $v_k$ vanishes at all of them: "
                r"$w^\top X^\top \Lambda_k r = 0$ for all $w$ near $w_k$, so that $X^\top \Lambda_k r = 0$.",
                cites="the first-order condition, and a linear function that vanishes near a point",
            ),
            Step(
                r"$\hat Y = \sum_k v_k \Lambda_k X w_k$ lies in the range of $\tilde D$.", uses="width.lemma-1:product"
            ),
            Step("So $-r$ is what it leaves of $Y$.", cites="the characterisation of an orthogonal projection"),
        ),
    ),
)

measure_zero = Claim(
    id="width.measure-zero",
    source=PAPER.section("", "points without a derivative", "reconstructed"),
    status=Status.TRUE,
    title="Points at which the loss is not differentiable have measure zero",
    says="The set of points at which $L$ is not differentiable has Lebesgue measure zero; so have the points that are "
    "not regular.",
    where=DATA,
    assumptions=(REGULAR,),
    reading="A sentence in words, whose formula is lost from our copy, and the section where it stands; that it is "
    "about the weights for fixed samples is the paper's setting.",
    parts=(
        printed(
            "almost-all",
            "For almost all weights the point is regular, so that $L$ is differentiable.",
            "the measure of zero sets of polynomials, layer by layer",
            Step(
                "With the signs of all values given, those of the next layer are polynomials in the weights. There are "
                "finitely many patterns of signs.",
                cites="the definition of the network",
            ),
            Step(
                "Such a polynomial vanishes on a set of measure zero or identically; where it vanishes identically on "
                "an open set of weights with these signs the point is regular in this value.",
                cites="the zero set of a polynomial",
            ),
            Step("A finite union of sets of measure zero has measure zero.", cites="measure"),
            Step("At a regular point $D$ is the derivative of the output.", uses="width.lemma-1:repaired"),
            unhunted="a set of measure zero, which no point drawn refutes",
        ),
    ),
)

rank_bound = Claim(
    id="ours.rank-bound",
    source=PAPER.section("4", "the rank of the derivatives", "ours"),
    status=Status.TRUE,
    title="Each hidden unit takes one from the rank of $D$",
    says=r"$\mathrm{rank} D \le \sum_{l = 1}^{H + 1} d_{l - 1} d_l - \sum_{l = 1}^{H} d_l$ at every point.",
    where=ALL
    | {"d_l": r"units of layer $l$; $d_0$ inputs, $d_{H + 1}$ outputs", "e_k": "the unit vector of place $k$"},
    parts=(
        derived(
            "relations",
            r"$D_k^{(l)} W^{(l)}_{\cdot k} = \sum_j W^{(l + 1)}_{kj} D_j^{(l + 1)} e_k$ for every hidden unit $k$ of "
            r"every "
            "layer $l$, at kinks too.",
            ANY_NET,
            Step(
                r"The left side is what the outputs' slopes make of $\Lambda_k^{(l)} G_k^{(l)} = \Phi_k^{(l)}$, and "
                r"so is "
                "the right side.",
                cites="the definition of $D$",
            ),
            unhunted=ANY_POINT,
        ),
        derived(
            "bound",
            r"$\mathrm{rank} D \le \sum_l d_{l - 1} d_l - \sum_{l \le H} d_l$ at every point.",
            ANY_NET,
            Step(
                "Each hidden unit gives one linear relation between the columns of $D$.",
                uses="relations",
            ),
            Step(
                r"In a dependence with coefficients $c_k^{(l)}$ between relations, two units that a weight other than "
                r"0 "
                "joins have equal coefficients, and a unit that one joins to an input or an output has the coefficient "
                "0. So relations are dependent only where units hang together that are joined to no input and no "
                "output.",
                cites="comparing coefficients",
            ),
            Step(
                r"Such units have $D_k^{(l)} = 0$, at least one column each, which no other relation involves: each of "
                "them takes one from the rank as well.",
                cites="no path leads from them to an output",
            ),
            unhunted="a rank of fractions, kinks included, with nothing assumed: the exact check draws nets for it "
            "as a hunt would",
        ),
        existing(
            "attained",
            "It can be attained: two inputs, two ReLUs, one output and eight samples have rank 4.",
        ),
        existing(
            "not-always",
            "It need not be, for one hidden layer either: one input and three ReLUs have rank 2, the bound is 3; two "
            "inputs and two linear units have rank 2, the bound is 4.",
        ),
    ),
)
