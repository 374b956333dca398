"""Lemmas 1 to 3 on the network as a product and on projectors."""

from verification.claim import PROVED, Claim, Part, Status, Step, counterexample
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import ANY_POINT, DATA, MATRICES, READINGS, REGULAR, ours, printed, repaired

PROJECTOR = {r"P[M]": r"the orthogonal projector onto the range of $M$"}
ANY_NET = "networks of any size; exact on instances"

lemma_1 = Claim(
    id="width.lemma-1",
    source=PAPER.section("A", "Lemma 1", "reconstructed"),
    status=Status.FALSE,
    title="The output is $D$ times the weights; that $D$ is its derivative fails at kinks",
    says=r"For $l = 1, \dots, H$: (i) $\mathrm{vec}(\hat Y) = D^{(l)} \mathrm{vec}(W^{(l)})$; (ii) where $\hat Y$ is "
    r"differentiable, its derivative by $\mathrm{vec}(W^{(l)})$ is $D^{(l)}$.",
    where=DATA | MATRICES,
    assumptions=(READINGS, REGULAR),
    reason=r"With two hidden layers $\hat Y$ may be differentiable where a unit's value is 0, because two units have "
    r"one slope together (E2) or the next layer undoes the kink (E16). There $\Lambda$ is 0 by convention, and the "
    "derivative is not.",
    repair=r"(ii) holds at regular points.",
    reading="Square roots, transposes and signs are lost in our copy; the definition of $D$ in the paper's Section 4 "
    "and the use of the lemma in its proofs fix the formula. That slopes up to 1 are admitted, which E2 needs, is our "
    "reading of a lost sign; E16 needs a slope of one half alone.",
    parts=(
        printed(
            "product",
            r"$\mathrm{vec}(\hat Y) = D^{(l)} \mathrm{vec}(W^{(l)})$ for every point, at kinks too, and also for "
            r"$l = H + 1$.",
            ANY_NET,
            Step(
                r"$\Phi^{(l)} = \Lambda^{(l)} \circ G^{(l)}$ entry by entry, as $\mathrm{act}(z) = \mathrm{act}'(z) z$ "
                r"for $z \ne 0$ and both sides are 0 for $z = 0$.",
                cites="positive homogeneity of the activation",
            ),
            Step(
                r"Put this into $\hat Y = \Phi^{(H)} W^{(H + 1)}$ layer by layer down to $G^{(l)} = \Phi^{(l - 1)} "
                r"W^{(l)}$: the factors are those of $D^{(l)}$.",
                cites="the definition of $D^{(l)}$",
            ),
            unhunted=ANY_POINT,
        ),
        Part(
            "derivative",
            r"Where $\hat Y$ is differentiable, its derivative by $\mathrm{vec}(W^{(l)})$ is $D^{(l)}$.",
            expected=False,
            refuted_by="e16",
        ),
        counterexample(
            "e16",
            r"At E16 (its data in ours.kinks) $\hat Y = X u$ on both sides of the kink, a polynomial. "
            r"The derivative of $\hat Y_1$ by $W^{(1)}$ is $(0, -\frac12)$; the first row of $D^{(1)}$ is 0.",
            PROVED,
        ),
        counterexample(
            "e2",
            r"At E2 both sides of the kink give $\hat Y$ one derivative, in which that of $\hat Y_1$ by "
            r"$W^{(1)}_1$ is 1; the first row of $D^{(1)}$ is 0.",
            PROVED,
        ),
        repaired(
            r"At a regular point the derivative of $\mathrm{vec}(\hat Y)$ by $\mathrm{vec}(W^{(l)})$ is $D^{(l)}$.",
            ANY_NET,
            Step(
                r"Near a regular point every unit keeps on every sample the slope $\Lambda_{ik}$: its value keeps its "
                r"sign, or its slope is 1 on both sides, or it stays 0 whatever the slope.",
                cites="continuity",
            ),
            Step(
                r"With $\Lambda$ constant $D^{(l)}$ does not depend on $W^{(l)}$, and $\mathrm{vec}(\hat Y)$ is linear "
                r"in $\mathrm{vec}(W^{(l)})$ with this matrix. A unit that stays 0 adds nothing.",
                uses="product",
            ),
        ),
    ),
)

lemma_2 = Claim(
    id="width.lemma-2",
    source=PAPER.section("A", "Lemma 2", "reconstructed"),
    status=Status.TRUE,
    title="Projectors onto orthogonal ranges add up",
    says=r"If $A^\top B = 0$, then $P[(A \; B)] = P[A] + P[B]$, whatever the ranks of $A$ and $B$.",
    where=PROJECTOR | {"A, B": "matrices with equally many rows"},
    reading=r"Our copy has lost the transpose in $A^\top B = 0$: the lemma is used on blocks whose columns are "
    r"orthogonal, and $A B$ is not defined for them.",
    parts=(
        printed(
            "sum",
            r"$P[(A \; B)] = P[A] + P[B]$ if $A^\top B = 0$.",
            "matrices of any size and rank; exact on instances",
            Step(
                r"$P[A] P[B] = A (A^\top A)^+ A^\top B (B^\top B)^+ B^\top = 0$, so that $P[A] + P[B]$ is symmetric "
                r"and its own square: an orthogonal projector.",
                cites="the projector onto a range by the pseudo-inverse",
            ),
            Step(
                r"It fixes the columns of $A$ and of $B$, and maps everything into the sum of their ranges: its range "
                r"is that of $(A \; B)$.",
                cites="a projector is determined by its range",
            ),
            unhunted="projectors of fractions, drawn by the exact check, whose variants drop that the ranges "
            "are orthogonal",
        ),
        ours(
            "not-without",
            r"For $A = (1, 0)^\top$ and $B = (1, 1)^\top$, with $A^\top B = 1$, it fails: $P[(A \; B)]$ is the "
            r"identity, and $P[A] + P[B]$ has the entry $\frac32$.",
        ),
    ),
)

lemma_3 = Claim(
    id="width.lemma-3",
    source=PAPER.section("A", "Lemma 3", "reconstructed"),
    status=Status.TRUE,
    title="The projection onto $D$, block by block",
    says=r"$\|P[(I - P[\Phi_S]) D] y\|^2 = \sum_{l \le H} \sum_k \|P[N_k^{(l)} (I - P[\Phi_S]) D_k^{(l)}] y\|^2$.",
    where=DATA
    | MATRICES
    | {
        r"\Phi_S": r"$I_{d_y} \otimes \Phi^{(s)}$ for $s$ in $S$, side by side; $S$ any subset of the layers, or empty",
        "N_k^{(l)}": r"$I$ less the projector onto all blocks $N (I - P[\Phi_S]) D$ before",
        "D": r"here the blocks of the layers $l \le H$ alone",
    },
    reading=r"The order of blocks is the paper's; any order gives the same sum, not the same terms. $I$ has the size "
    r"$m d_y$ (the paper's first block has $I_m$, its erratum E7).",
    parts=(
        printed(
            "sum",
            r"The identity holds at every point and for every $S$, whatever the ranks of the blocks.",
            "blocks of any number, size and rank; exact on instances",
            Step(
                r"The blocks $N_k^{(l)} (I - P[\Phi_S]) D_k^{(l)}$ are orthogonal to each other and span together the "
                r"range of $(I - P[\Phi_S]) D$.",
                cites="Gram-Schmidt for blocks",
            ),
            Step(
                "The projector is the sum of theirs, and by their orthogonality so are the squared norms.",
                uses="width.lemma-2:sum",
            ),
            unhunted=ANY_POINT,
        ),
    ),
)
