"""The kernel's spectrum on the sphere, and the least mean error with a number of lines."""

from verification.claim import Claim, Part, Role, Status, Step, derived
from verification.papers.pnn2017.paper import PAPER

SPECTRUM = {
    "d": "the number of inputs, at least 2",
    r"k": "a degree, even and at least 0",
    "P_k": r"the Legendre polynomial of degree $k$ in $d$ inputs, with $P_k(1) = 1$",
    "N_k": r"the number of independent harmonics, $\binom{d + k - 1}{k} - \binom{d + k - 3}{k - 2}$, where the "
    r"last is 0 for $k = 0$",
    r"\lambda_k": r"$d \left(\frac{\Gamma(d/2) \, \Gamma((k - 1)/2)}{2 \pi \, \Gamma((k + d + 1)/2)}\right)^2$",
    "A": r"$\frac{2^d}{\pi^2} d \, \Gamma(d/2)^2$",
}
LINES = {
    "r": "the number of distinct lines",
    "S(u)": r"the Schur complement $1 - \Psi_{21} \Psi_{11}^{-1} \Psi_{12}$ of the lines and one target line $u$",
    r"\tau_r": r"the sum of the eigenvalues, with multiplicities, beyond the $r$ largest",
    "C_d": r"$\frac{A}{3 (d - 2)!} (d - 1)!^{-3/(d - 1)}$: 0.2702 for $d = 2$, 0.2251 for $d = 3$",
}
DIRECTIONS = "Target directions are uniform on the sphere."


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part that has a proof in symbols."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


spectrum = Claim(
    id="ours.spectrum",
    source=PAPER.section("7.1", "beyond Theorem 11: the kernel's spectrum", "ours"),
    status=Status.TRUE,
    title="The kernel's full spectrum on the sphere",
    says=r"Under the uniform law on the sphere, $\psi(u \cdot v)$ has the eigenvalues $\lambda_k$, "
    r"$k = 0, 2, 4, \dots$, with multiplicities $N_k$, and 0 on odd functions. They fall, sum to 1 and "
    r"decay like $A k^{-(d + 2)}$.",
    where=SPECTRUM,
    parts=(
        derived(
            "eigenvalues",
            r"The eigenvalues are $\lambda_k > 0$ with multiplicity $N_k$ for even $k$, and 0 for odd degrees; "
            r"$\psi(t) = \sum_k N_k \lambda_k P_k(t)$.",
            "an infinite series of functions",
            Step(
                r"The operator multiplies harmonics of even degree $k$ by $\lambda_k$ and those of odd degree by 0.",
                uses="pnn.psi.funk-hecke:kernel",
            ),
            Step(
                r"The harmonics of all degrees form an orthogonal basis of the square-integrable functions, $N_k$ of "
                r"them of degree $k$.",
                cites="Mueller, Spherical Harmonics, 1966",
            ),
            Step(
                r"A continuous semidefinite kernel is the sum of eigenvalues times products of eigenfunctions; those "
                r"of degree $k$ sum to $N_k P_k(u \cdot v)$.",
                cites="Mercer's theorem and the addition theorem",
            ),
            unhunted="values in two whole numbers, by pnn.psi.funk-hecke:kernel; nothing is assumed of a net",
        ),
        ours(
            "falling",
            r"$\frac{\lambda_{k+2}}{\lambda_k} = \left(\frac{k - 1}{k + d + 1}\right)^2 < 1$.",
            unhunted="a quotient of two values in $k$ and $d$, which the engine decides",
        ),
        derived(
            "trace",
            r"$\sum_k N_k \lambda_k = 1$ over even $k$.",
            "an infinite series",
            Step(r"Put $t = 1$ in the series, where $P_k(1) = 1$.", uses="eigenvalues"),
            Step(r"$\psi(1) = 1$.", uses="pnn.psi.closed-form:ends"),
            unhunted="values in two whole numbers, by pnn.psi.funk-hecke:kernel; nothing is assumed of a net",
        ),
        ours(
            "constant",
            r"$d \left(\frac{\Gamma(d/2)}{2 \pi} \left(\frac{k}{2}\right)^{-(d + 2)/2}\right)^2 = A k^{-(d + 2)}$.",
            unhunted="a quotient of two values in $k$ and $d$, which the engine decides",
        ),
        derived(
            "asymptotics",
            r"$\lambda_k k^{d + 2} \to A$.",
            "a limit of gamma functions",
            Step(
                r"$\frac{\Gamma((k - 1)/2)}{\Gamma((k + d + 1)/2)} \left(\frac{k}{2}\right)^{(d + 2)/2} \to 1$.",
                cites="Stirling's formula: Gamma(x + a)/Gamma(x + b) is x to the power a - b to first order",
            ),
            Step(r"With the power for the quotient, $\lambda_k$ becomes $A k^{-(d + 2)}$.", uses="constant"),
            unhunted="a limit in $k$, which no finite degree refutes",
        ),
    ),
)

decay_lower_bound = Claim(
    id="ours.decay-lower-bound",
    source=PAPER.section("7.1", "beyond Theorem 11: the decay in the number of lines", "ours"),
    status=Status.TRUE,
    title="No choice of lines beats the tail of the spectrum",
    says=r"For every choice of $r$ lines the mean of $S(u)$ over a uniform direction $u$ is at least $\tau_r$, which "
    r"decays like $C_d r^{-3/(d - 1)}$; so is the mean norm of the Schur complement for random target lines.",
    where=SPECTRUM | LINES,
    assumptions=(DIRECTIONS, "The lines are distinct; they may depend on anything but the target."),
    parts=(
        derived(
            "mean",
            r"$E_u S(u) \ge \tau_r$ for every choice of $r$ lines.",
            "an inequality between operators",
            Step(
                r"Let $\phi_u(x) = |u \cdot x|$ for $x \sim N(0, I)$. The mean of $\phi_u \phi_v$ is "
                r"$\psi(u \cdot v)$, so $S(u)$ is the squared distance of $\phi_u$ from the span of the lines' "
                r"features, $\|\phi_u - \Pi \phi_u\|^2$ with $\Pi$ the projection onto a space of dimension at most "
                r"$r$.",
                uses="pnn.psi.closed-form:value",
            ),
            Step(
                r"With $T = E_u \phi_u \otimes \phi_u$, $E_u S(u) = \mathrm{tr}\,(I - \Pi) T$. The operators "
                r"$F F^\top$ and $F^\top F$ have the same eigenvalues other than 0, so that those of $T$ are those of "
                r"the kernel $\psi(u \cdot v)$ under the uniform law.",
                cites="singular value decomposition of the Hilbert-Schmidt map with kernel |u.x|",
            ),
            Step(r"They are $\lambda_k$, $N_k$ times each.", uses="ours.spectrum:eigenvalues"),
            Step(
                r"$\mathrm{tr}\,\Pi T$ is at most the sum of the $r$ largest eigenvalues, and $\mathrm{tr}\,T$ the sum "
                r"of all.",
                cites="Ky Fan's maximum principle",
            ),
            unhunted="means over random targets, not single ones",
        ),
        derived(
            "norm",
            r"For any number of random target lines, each uniform, $E \|S\| \ge \tau_r$.",
            "it rests on the bound for one target line",
            Step(
                r"The norm of a matrix is at least each entry of its diagonal, and the one for target line $u$ is "
                r"$S(u)$.",
                cites="e'Se is at most the norm of S for a unit vector e",
            ),
            Step(r"Its mean is at least $\tau_r$.", uses="mean"),
            unhunted="means over random targets, not single ones",
        ),
        ours(
            "constant",
            r"Where $\frac{K^{d-1}}{(d-1)!} = r$, $\frac{A K^{-3}}{3 (d-2)!} = C_d r^{-3/(d-1)}$; these are the "
            r"integrals of $\frac{k^{d-2}}{(d-2)!}$ up to $K$ and of $\frac{k^{d-2}}{(d-2)!} A k^{-(d+2)}$ beyond $K$.",
            unhunted="integrals in one number, which the engine takes",
        ),
        derived(
            "rate",
            r"$\tau_r r^{3/(d - 1)} \to C_d$.",
            "a limit of sums",
            Step(
                r"$N_k$ is a polynomial in $k$ (for $k > 0$) with the leading term $\frac{2 k^{d-2}}{(d-2)!}$. So the "
                r"even degrees up to $K$ hold $\frac{K^{d-1}}{(d-1)!}$ harmonics to first order, and a single degree a "
                r"vanishing share of them.",
                cites="the dimension of spherical harmonics (Mueller); sums against integrals of powers",
            ),
            Step(
                r"The eigenvalues fall with the degree, so the largest are those of the first degrees.",
                uses="ours.spectrum:falling",
            ),
            Step(
                r"$\lambda_k$ is $A k^{-(d+2)}$ to first order, so the tail beyond $K$ is the stated integral.",
                uses="ours.spectrum:asymptotics",
            ),
            Step(r"Express it by $r$.", uses="constant"),
            unhunted="a limit in $r$, which no finite number of lines refutes",
        ),
    ),
)
