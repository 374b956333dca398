"""The kernel of two lines: its closed form and its expansions."""

from verification.claim import Claim, Part, Status
from verification.papers.pnn2017.paper import PAPER

closed_form = Claim(
    id="pnn.psi.closed-form",
    source=PAPER.section("5.3", "equation (5.9)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel of two lines in closed form",
    says=r"For unit vectors $u, v$ with $\rho = u \cdot v$ and $x \sim N(0, I)$, the kernel "
    r"$\psi(\rho) = E\,|u \cdot x|\,|v \cdot x|$ equals $\frac{2}{\pi}(\sqrt{1-\rho^2} + \rho \arcsin \rho)$.",
    where={r"u, v": "unit vectors, shape (inputs,)", r"\rho": "cosine of the angle between them, in [-1, 1]"},
    parts=(
        Part("value", r"$\psi(\rho) = \frac{2}{\pi}(\sqrt{1-\rho^2} + \rho \arcsin \rho)$ for $-1 < \rho < 1$."),
        Part("ends", r"$\psi$ is even, $\psi(0) = \frac{2}{\pi}$ and $\psi(\pm 1) = 1$."),
    ),
)
