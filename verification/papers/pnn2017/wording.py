"""Words and symbols that claims on the landscape share."""

from verification.papers.pnn2017.paper import PAPER

WRITTEN = "an argument for every number of lines and neurons, whose identities are proved separately"
NETWORK = {
    r"u_r": "unit vectors, one a line, shape (inputs,); $U$ has them as rows",
    r"c_i": "coefficients of the neurons, shape (neurons,): the weights are $w_i = c_i u_{r(i)}$",
    r"z": r"$\sum_i w_i - \sum_i w_i^*$, shape (inputs,)",
    r"q_r": "sum of $|c_i|$ over the neurons of line $r$, shape (lines,); $q^*$ the norms of the target's weights "
    r"$w_j^*$",
}


FORCES = {
    r"g": r"odd force $\frac{1}{2} U z$, shape (lines,)",
    r"b": r"even force $\frac{1}{2} (\psi[U U^\top] q - \psi[U U^{*\top}] q^*)$, shape (lines,)",
}


GAUSSIAN = r"$x \sim N(0, I)$, output weights all one, $L = E (h - h^*)^2$"


ANY_TARGET = "any target network, its weights on the lines or not"


def ours(label):
    """The place of a result of ours beside Section 5."""
    return PAPER.section("5", label, "ours")


LAWS = (
    "every law of the inputs that is symmetric with covariance $I$, under which products of two ReLUs of projections "
    "have means"
)
