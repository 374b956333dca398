"""Symbols and assumptions that claims on targets on other lines share."""

LINES = "unit vectors of the network's lines, rows of U, shape (lines, inputs)"
SYMBOLS = {
    r"u_r": LINES,
    r"u^*_j": "unit vectors of the target's lines, rows of U*, shape (target lines, inputs)",
    r"q_r": "sum of the norms of the weights on line r, shape (lines,); q* the same for the target",
    r"p_r": "signed sum of the weights' coefficients on line r, shape (lines,); p* the same for the target",
    r"z": r"$\sum_i w_i - \sum_j w^*_j = U^\top p - U^{*\top} p^*$, shape (inputs,)",
    r"\Psi_{11}, \Psi_{12}, \Psi_{22}": r"$\psi[U U^\top]$, $\psi[U U^{*\top}]$, $\psi[U^* U^{*\top}]$, entry by "
    r"entry; $\Psi_{21}$ is the transpose of $\Psi_{12}$",
}
SCHUR = r"$S = \Psi_{22} - \Psi_{21} \Psi_{11}^{+} \Psi_{12}$"
NETWORK = (
    r"$h(x; W) = \sum_i \max(w_i \cdot x, 0)$ with $w_i = c_i u_{r(i)}$, and the target alike on the lines $u^*_j$"
)
INPUTS = r"$x \sim N(0, I)$"
