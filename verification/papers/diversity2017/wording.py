"""Words and parts that the topics of this wing share."""

from verification.claim import Part, Role, Step, derived

LOST = "The display is lost in our copy. "
ANY_SIZE = "networks and samples of any size"

UNITS = {
    "w_1, ..., w_n": "the units' weights, shape (units, inputs), none of them zero; only their directions matter here",
    "d": "the number of inputs, at least 2",
    "k(t)": r"$\frac{\pi - \arccos t}{2 \pi}$, at directions $u, v$ with $u \cdot v = t$",
}

SLICES = {
    r"S_{xy}": r"the slice of the directions $w$ with $w \cdot x \ge 0$ and $w \cdot y \ge 0$; $A(S_{xy})$ its share "
    "of the sphere",
    r"\mathrm{dsp}(W, S)": r"$\frac1n \#\{k : w_k \in S\} - A(S)$",
    r"L_\infty(W)": r"the supremum of $|\mathrm{dsp}(W, S_{xy})|$ over all $x, y$",
    "L_2(W)^2": r"$E \, \mathrm{dsp}(W, S_{xy})^2$ for independent uniform directions $x, y$",
    "E k^2": r"the mean of $k(u \cdot v)^2$ for independent uniform directions $u, v$",
}

STACKED = {
    "D": r"the matrix whose column $l$ stacks $v_k 1[w_k \cdot x_l \ge 0] \, x_l$ over the units, $v_k = \pm 1$; "
    "shape (units inputs, samples)",
}

RHO_OF_17 = (
    r"L_\infty + \frac{\ln d}{\sqrt d} \left( m L_2 + m^{3/4} \left( 4 \ln \frac1\delta \right)^{1/4} "
    r"\sqrt{L_\infty L_2} + m^{1/2} \left( \frac43 \ln \frac1\delta \right)^{1/2} L_\infty \right)"
)
RHO = {r"\rho(W)": f"${RHO_OF_17}$, equation (17)"}

SAMPLES = {
    "x_1, ..., x_m": "samples, unit vectors in $d$ inputs; independent and uniform where a probability is spoken of",
    "s_m(D)": r"the $m$-th largest singular value of $D$, 0 where $D$ has fewer rows",
    "G_n, G": r"$\frac1n D^\top D$, and $g(x_i \cdot x_j)$ with $g(t) = t \, \frac{\pi - \arccos t}{2 \pi}$, shape "
    r"(m, m); $\lambda_m$ the least eigenvalue",
    r"\gamma_m": "the $m$-th largest eigenvalue of $g$ on the sphere",
}
BOUND = SAMPLES | RHO


def printed(name: str, says: str, why: str, *steps: Step, unhunted: str = "") -> Part:
    """A printed part that rests on a written argument."""
    return derived(name, says, why, *steps, role=Role.PRINTED, unhunted=unhunted)


def repaired(says: str, why: str, *steps: Step, name: str = "repaired", unhunted: str = "") -> Part:
    """The repair of a printed part; it rests on a written argument."""
    return derived(name, says, why, *steps, role=Role.REPAIRED, unhunted=unhunted)


def existing(name: str, says: str) -> Part:
    """A part of ours that one instance settles."""
    return Part(name, says, Role.OURS, universal=False)
