"""Words and parts that the topics of this wing share."""

from verification.claim import Part, Role, Step, derived

DATA = {
    "X, Y": "samples, shape (m, inputs), and targets, shape (m, outputs); $m, d_x, d_y$ their sizes",
    r"W^{(l)}": r"weights of layer $l = 1, \dots, H + 1$, shape (units before, units after); no biases",
    r"G^{(l)}, \Phi^{(l)}": r"$\Phi^{(0)} = X$, $G^{(l)} = \Phi^{(l - 1)} W^{(l)}$ and $\Phi^{(l)}$ its activation: "
    "$z$ for $z > 0$, $a z$ else, one slope $a$ a unit (ReLU: 0)",
    r"\hat Y, r": r"$\Phi^{(H)} W^{(H + 1)}$, shape (m, outputs), and $r = \mathrm{vec}(\hat Y - Y)$",
    "L": r"the loss $\frac12 \|\hat Y - Y\|^2$",
}
MATRICES = {
    r"\Lambda": "derivatives of the activations, and 0 where there is none (the paper's convention)",
    r"D^{(l)}, D": r"what the derivative of $\mathrm{vec}(\hat Y)$ by $W^{(l)}$ is with these $\Lambda$; all layers "
    r"$l = 1, \dots, H + 1$ side by side",
    "P[M]": r"the orthogonal projector onto the range of $M$",
    "J": r"$\frac12 \|(I - P[D]) \mathrm{vec}(Y)\|^2$, the right side of (4.2)",
}
LINEAR = {
    "S(l)": r"units of layer $l = t + 1, \dots, H + 1$, $S(H + 1)$ all outputs; $\Theta_{n, t}$: (i) $|S(l)| \ge n$, "
    r"(ii) $\Phi = G$ on the samples for units of $S(l)$, (iii) they feed units of $S(l + 1)$ alone",
    "P_l": r"the product $A^{(l + 2)} \cdots A^{(H + 1)}$ of the weights from $S(l + 1)$ on, between linear units",
    r"\Phi_S": r"$I_{d_y} \otimes \Phi^{(s)}$ for $s$ in $S$, side by side",
    "N_k^{(l)}": r"$I$ less the projector onto all blocks $N (I - P[\Phi_S]) D$ before",
}
REGULAR = (
    r"A point is regular if for every unit and every sample $G_{ik} \ne 0$, or $a = 1$, or $G_{ik} = 0$ for all "
    "weights nearby, as where all that the unit reads stays 0."
)
PATTERN = {
    "X, Y": "samples, shape (m, $d_x$), and targets, shape (m,), with independent standard normal entries",
    r"\Lambda": r"a fixed pattern, shape (m, d); $\Lambda_T$ its rows in $T$, $\Lambda_k$ the diagonal matrix of "
    "column $k$",
    r"\tilde D": r"$(\Lambda_1 X \; \cdots \; \Lambda_d X)$, shape (m, $k$) with $k = d_x d$",
}
ANY_POINT = "an equality of fractions at every point, kinks included: the exact check draws nets for it as a hunt would"
READINGS = (
    r"Of a differentiable local minimum the paper's words support two readings: $L$ is differentiable there (R1), or "
    r"$\hat Y$ is (R2, its Lemma 1). Beside them: $L$ is smooth nearby (R1'), $\hat Y$ is continuously differentiable "
    "nearby (R3), the point is regular (R4). Under R4 what is printed about critical points is true; nothing printed "
    "supports R4."
)


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part beyond the paper that an engine proves."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


def printed(name: str, says: str, why: str, *steps: Step, unhunted: str = "") -> Part:
    """A printed part that rests on a written argument."""
    return derived(name, says, why, *steps, role=Role.PRINTED, unhunted=unhunted)


def repaired(says: str, why: str, *steps: Step, name: str = "repaired", unhunted: str = "") -> Part:
    """The repair of a printed part; it rests on a written argument."""
    return derived(name, says, why, *steps, role=Role.REPAIRED, unhunted=unhunted)


def existing(name: str, says: str) -> Part:
    """A part of ours that one instance settles."""
    return Part(name, says, Role.OURS, universal=False)
