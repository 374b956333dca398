"""Words and parts that the topics of this wing share."""

from verification.claim import Part, Role

NETWORK = {
    "x_t, y_t": "samples, shape (inputs,), and their targets, $t = 1..m$; $X$ has the rows $x_t$",
    "w_i, v_i": "weights, shape (inputs,), and output weight of neuron $i = 1..n$",
    "N(x)": r"$\sum_i v_i \max(w_i \cdot x, 0)$, with the predictions $p_t = N(x_t)$",
    "L": r"a mean over the samples of losses that are convex in the prediction, such as $(p_t - y_t)^2$",
}
CELL = {
    "a_{it}, b_i": r"the signs of a start, $a_{it} = \mathrm{sign}(w_i \cdot x_t)$ and $b_i = \mathrm{sign}(v_i)$",
    r"\mathrm{Bas}": r"the least loss over the closed cell, $a_{it} \, w_i \cdot x_t \ge 0$ and $b_i v_i \ge 0$",
    "z_i": r"$|v_i| w_i$, in the cone $C_i$ of all $z$ with $a_{it} \, z \cdot x_t \ge 0$",
    "D_i": "diagonal, 1 where $a_{it} = 1$, else 0",
}


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part beyond the paper that an engine proves."""
    return Part(name, says, Role.OURS, unhunted=unhunted)
