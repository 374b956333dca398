"""The wording of a degree-one network's risk and of when it vanishes: Theorem 4 and Corollary 2."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.wording import LAWS

NETS = {
    r"w_i, w_i^*": "weights of the neurons of network and target, each on a coordinate axis, shape (inputs,)",
    r"h(x; W)": r"the output $\sum_i \max(w_i \cdot x, 0)$",
    r"L(W)": r"the risk $E\,(h(x; W) - h(x; W^*))^2$ for $x \sim N(0, I)$",
    r"q, q^*": r"sums of $|w|$ over the neurons of each input, shape (inputs,)",
    r"C": r"the matrix with 1 on its diagonal and $c = \frac{2}{\pi}$ off it, shape (inputs, inputs)",
}

theorem_4 = Claim(
    id="pnn.theorem-4",
    source=PAPER.section("5.2", "Theorem 4", "reconstructed"),
    status=Status.TRUE,
    title="The degree-one risk is two sums of squares",
    says=r"$L(W) = \frac{1}{4}\left\|\sum_i w_i - \sum_i w_i^*\right\|^2 + \frac{1}{4}(q - q^*)^\top C (q - q^*)$, "
    r"whatever the numbers of neurons.",
    where=NETS,
    assumptions=("Every neuron of network and target sees one input.",),
    reading=r"The displayed formula is lost in our copy. The risk is defined in words, so that its value is "
    r"determined; how it is written is our choice; the matrix $C$ is equation (5.9).",
    parts=(
        Part(
            "value",
            r"$L = \frac{1}{4}\left\|\sum_i w_i - \sum_i w_i^*\right\|^2 + \frac{1}{4}(q - q^*)^\top C (q - q^*)$.",
        ),
        Part(
            "symmetric-laws",
            rf"The same under {LAWS} and for which $E\,|x_r|\,|x_s| = \psi(0)$ for different inputs, with "
            r"the kernel $\psi$ of equation (5.13).",
            Role.OURS,
            strength=DERIVED,
            why="a case of a written argument",
            argument=(
                Step("The axes are lines, on which the target lies.", uses="pnn.theorem-6:symmetric-laws"),
                Step(
                    r"Their kernel matrix is $C$: $\psi(1) = 1$ and $\psi(0) = \frac{2}{\pi}$.",
                    uses="pnn.psi.closed-form:ends",
                ),
            ),
            unhunted="with the normal law it is value, which is hunted",
        ),
    ),
)

corollary_2 = Claim(
    id="pnn.corollary-2",
    source=PAPER.section("5.2", "Corollary 2", "reconstructed"),
    status=Status.TRUE,
    title="When a degree-one network fits its target exactly",
    says=r"$L(W) = 0$ if and only if $\sum_i w_i = \sum_i w_i^*$ and $q = q^*$.",
    where=NETS,
    assumptions=("Every neuron of network and target sees one input.",),
    reading=r"The displayed formula is lost in our copy. It is the zero set of Theorem 4.",
    parts=(
        Part(
            "zero-set",
            r"$L(W) = 0 \iff \sum_i w_i = \sum_i w_i^*$ and $q = q^*$.",
            unhunted="two squares with a definite matrix: pnn.theorem-4:value is hunted, and spectrum decides "
            "the matrix",
        ),
        Part(
            "spectrum",
            r"The eigenvalues of $C$ are $1 - c$, $d - 1$ times, and $1 + (d-1) c$; all are positive.",
            Role.OURS,
            unhunted="two eigenvectors in symbolic size, which the engine multiplies",
        ),
    ),
)
