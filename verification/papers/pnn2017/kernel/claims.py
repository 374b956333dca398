"""The kernel of two lines: its closed form and its expansions."""

from verification.claim import Claim, Part, Role, Status
from verification.papers.pnn2017.paper import PAPER

COSINE = {r"\rho": "cosine of the angle between two lines, in [-1, 1]"}
CLOSED_FORM = r"$\psi(\rho) = \frac{2}{\pi}(\sqrt{1-\rho^2} + \rho \arcsin \rho)$"


def ours(name: str, says: str) -> Part:
    """A part that goes beyond the paper, to be proved."""
    return Part(name, says, Role.OURS)


closed_form = Claim(
    id="pnn.psi.closed-form",
    source=PAPER.section("5.3", "equation (5.9)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel of two lines in closed form",
    says=r"For unit vectors $u, v$ with $\rho = u \cdot v$ and $x \sim N(0, I)$, the kernel "
    r"$\psi(\rho) = E\,|u \cdot x|\,|v \cdot x|$ equals $\frac{2}{\pi}(\sqrt{1-\rho^2} + \rho \arcsin \rho)$.",
    where={r"u, v": "unit vectors, shape (inputs,)", r"\rho": "cosine of the angle between them, in [-1, 1]"},
    parts=(
        Part("value", CLOSED_FORM + r" for $-1 < \rho < 1$."),
        Part("ends", r"$\psi$ is even, $\psi(0) = \frac{2}{\pi}$ and $\psi(\pm 1) = 1$."),
    ),
)

taylor = Claim(
    id="pnn.psi.taylor",
    source=PAPER.section("5.3", "Taylor series of the kernel", "ours"),
    status=Status.TRUE,
    title="All Taylor coefficients of the kernel, and that none is negative",
    says=r"On $[-1, 1]$, $\psi(\rho) = \frac{2}{\pi} \sum_{n \ge 0} a_n \rho^{2n}$ with "
    r"$a_n = \frac{1}{4^n (2n-1)^2} \binom{2n}{n} > 0$. The series has radius of convergence 1 and converges "
    r"absolutely and uniformly on the closed interval.",
    where=COSINE | {"a_n": "rational: 1, 1/2, 1/24, 1/80, 5/896, ..."},
    parts=(
        ours("coefficients", r"$\psi(\rho) = \frac{2}{\pi} \sum_n a_n \rho^{2n}$ for $|\rho| < 1$."),
        ours("positive", r"$a_n > 0$ for every $n \ge 0$."),
        ours("sum", r"$\sum_n a_n = \frac{\pi}{2}$, so that the series converges absolutely up to $\rho = \pm 1$."),
    ),
)

tail = Claim(
    id="pnn.psi.tail",
    source=PAPER.section("5.3", "Taylor tail of the kernel", "ours"),
    status=Status.TRUE,
    title="How fast the kernel's Taylor series converges",
    says=r"For $N \ge 2$ and $|\rho| \le 1$ the tail $T_N(\rho) = \frac{2}{\pi} \sum_{n \ge N} a_n \rho^{2n}$ is at most "
    r"$\frac{1}{3 \pi^{3/2}} \rho^{2N} (N-1)^{-3/2}$. At $\rho = \pm 1$ it is at least "
    r"$\frac{1}{3 \pi^{3/2}} N^{-3/2}$, so that neither the constant nor the power can be improved.",
    where=COSINE | {"a_n": "the Taylor coefficients", "N": "where the tail starts, an integer of at least 2"},
    parts=(
        ours("bound", r"$T_N(\rho) \le \frac{1}{3 \pi^{3/2}} \rho^{2N} (N-1)^{-3/2}$ for $N \ge 2$, $|\rho| \le 1$."),
        ours("sharp", r"$T_N(\pm 1) \ge \frac{1}{3 \pi^{3/2}} N^{-3/2}$ for $N \ge 1$."),
    ),
)

derivatives = Claim(
    id="pnn.psi.derivatives",
    source=PAPER.section("5.3", "derivatives of the kernel", "ours"),
    status=Status.TRUE,
    title="The kernel's slope is the correlation of two signs",
    says=r"On $(-1, 1)$, $\psi'(\rho) = \frac{2}{\pi} \arcsin \rho = E\,\mathrm{sign}(u \cdot x)\,\mathrm{sign}(v \cdot x)$ and "
    r"$\psi''(\rho) = \frac{2}{\pi} (1 - \rho^2)^{-1/2}$.",
    where=COSINE | {"u, v": r"unit vectors with $u \cdot v = \rho$, shape (inputs,)"},
    parts=(
        ours(
            "first",
            r"$\psi'(\rho) = \frac{2}{\pi} \arcsin \rho = E\,\mathrm{sign}(u \cdot x)\,\mathrm{sign}(v \cdot x)$.",
        ),
        ours("second", r"$\psi''(\rho) = \frac{2}{\pi} (1 - \rho^2)^{-1/2}$."),
    ),
)

lipschitz = Claim(
    id="pnn.psi.lipschitz",
    source=PAPER.section("5.3", "smoothness of the kernel", "ours"),
    status=Status.TRUE,
    title="The kernel's Lipschitz constant is 1, reached only at the ends",
    says=r"$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$ on $[-1, 1]$, with the least possible constant. The slope is "
    r"Hölder continuous with exponent $\frac12$ and no more, because of the ends: there "
    r"$1 - \psi(1 - \epsilon) = \epsilon - \frac{4\sqrt2}{3\pi} \epsilon^{3/2} + O(\epsilon^{5/2})$.",
    where={r"\rho, \sigma": "cosines, in [-1, 1]", r"\epsilon": "distance from the end, in [0, 2]"},
    parts=(
        ours(
            "constant",
            r"$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$, and no constant below 1 will do; "
            r"$|\psi'(\rho)| = 1$ only for $\rho = \pm 1$.",
        ),
        ours(
            "slope",
            r"$|\psi'(\rho) - \psi'(\sigma)| \le \sqrt2\,|\rho - \sigma|^{1/2}$, with equality for $\rho = -\sigma = 1$; "
            r"$\psi'$ is not Lipschitz, since $1 - \psi'(1 - \epsilon) \sim \frac{2\sqrt2}{\pi} \epsilon^{1/2}$.",
        ),
        ours(
            "gap",
            r"$0 \le \epsilon - \frac{4\sqrt2}{3\pi} \epsilon^{3/2} - (1 - \psi(1 - \epsilon)) \le "
            r"\frac{3\pi - 8}{6\sqrt2\,\pi} \epsilon^{5/2}$ for $0 \le \epsilon \le 2$.",
        ),
    ),
)

arc_cosine = Claim(
    id="pnn.psi.arc-cosine",
    source=PAPER.section("5.3", "relation to the arc-cosine kernels", "ours"),
    status=Status.TRUE,
    title="The kernel and the arc-cosine kernels of a ReLU",
    says=r"With $J_1(\theta) = \sin\theta + (\pi - \theta)\cos\theta$ and $k_0(\theta) = 1 - \frac{\theta}{\pi}$, the kernels "
    r"of Cho and Saul: $E\,\max(u \cdot x, 0)\max(v \cdot x, 0) = \frac{J_1(\theta)}{2\pi}$, "
    r"$\psi(\cos\theta) = \frac{1}{\pi}(J_1(\theta) + J_1(\pi - \theta))$ and $\psi'(\cos\theta) = 2 k_0(\theta) - 1$.",
    where={r"\theta": "the angle between $u$ and $v$, in $[0, \\pi]$", "u, v": "unit vectors, shape (inputs,)"},
    parts=(
        ours("relu", r"$E\,\max(u \cdot x, 0)\max(v \cdot x, 0) = \frac{J_1(\theta)}{2\pi}$."),
        ours(
            "relations",
            r"$\psi(\cos\theta) = \frac{1}{\pi}(J_1(\theta) + J_1(\pi - \theta)) = "
            r"\frac{2}{\pi}(\sin\theta + (\frac{\pi}{2} - \theta)\cos\theta)$ and "
            r"$J_1(\theta) - J_1(\pi - \theta) = \pi \cos\theta$.",
        ),
        ours(
            "order-zero",
            r"$P(u \cdot x > 0, v \cdot x > 0) = \frac12 k_0(\theta)$ and $\psi'(\cos\theta) = 2 k_0(\theta) - 1$.",
        ),
    ),
)

bounds = Claim(
    id="pnn.psi.bounds",
    source=PAPER.section("5.3", "bounds of the kernel", "ours"),
    status=Status.TRUE,
    title="The kernel between a line, a parabola and a chord",
    says=r"$\max(|\rho|, \frac{2}{\pi} + \frac{\rho^2}{\pi}) \le \psi(\rho) \le \frac{2}{\pi} + (1 - \frac{2}{\pi}) \rho^2$ "
    r"on $[-1, 1]$: as a function of $\rho^2$ the kernel is convex, so that it lies above its tangent at 0 and "
    r"below its chord.",
    where=COSINE,
    parts=(
        ours("linear", r"$|\rho| \le \psi(\rho)$ for $|\rho| \le 1$."),
        ours("tangent", r"$\frac{2}{\pi} + \frac{\rho^2}{\pi} \le \psi(\rho)$ for $|\rho| \le 1$."),
        ours("chord", r"$\psi(\rho) \le \frac{2}{\pi} + (1 - \frac{2}{\pi}) \rho^2$ for $|\rho| \le 1$."),
    ),
)

hermite = Claim(
    id="pnn.psi.hermite",
    source=PAPER.section("5.3", "Hermite expansion of the absolute value", "ours"),
    status=Status.TRUE,
    title="Hermite coefficients of the absolute value",
    says=r"For $g \sim N(0, 1)$ and the polynomials $\mathrm{He}_n$ orthogonal under it, "
    r"$E\,|g|\,\mathrm{He}_{2m}(g) = \sqrt{\frac{2}{\pi}} (-1)^{m-1} (2m-3)!!$ for $m \ge 1$, $\sqrt{\frac{2}{\pi}}$ for $m = 0$, and 0 "
    r"for odd degrees. Their squares over $(2m)!$ are $\frac{2}{\pi} a_m$: Mehler's formula gives the Taylor series "
    r"of $\psi$ once more.",
    where={"m": "an integer", "a_m": "the Taylor coefficients of the kernel", "n!!": "the product of n, n - 2, ...; (-1)!! is 1"},
    parts=(
        ours(
            "coefficients",
            r"$E\,|g|\,\mathrm{He}_{2m}(g) = \sqrt{\frac{2}{\pi}} (-1)^{m-1} (2m-3)!!$ for $m \ge 1$; "
            r"$E\,|g| = \sqrt{\frac{2}{\pi}}$; $E\,|g|\,\mathrm{He}_n(g) = 0$ for odd $n$.",
        ),
        ours("mehler", r"$\frac{1}{(2m)!} (E\,|g|\,\mathrm{He}_{2m}(g))^2 = \frac{2}{\pi} a_m$ for every $m \ge 0$."),
    ),
)

funk_hecke = Claim(
    id="pnn.psi.funk-hecke",
    source=PAPER.section("5.3", "spectrum of the kernel on the sphere", "ours"),
    status=Status.TRUE,
    title="The kernel's eigenvalues on the sphere",
    says=r"Under the uniform law on the unit sphere of $d \ge 2$ inputs, $y \mapsto |u \cdot y|$ multiplies spherical "
    r"harmonics of even degree $\ell$ by "
    r"$\mu_\ell = (-1)^{\ell/2 - 1} \frac{\Gamma(\frac{d}{2}) \Gamma(\frac{\ell-1}{2})}{2\pi\,\Gamma(\frac{\ell+d+1}{2})}$ and those of odd "
    r"degree by 0. The kernel $\psi(u \cdot v)$ multiplies them by $d\,\mu_\ell^2$, positive for every even degree.",
    where={"d": "the number of inputs, at least 2", r"\ell": "the degree of the harmonic, at least 0"},
    parts=(
        ours(
            "absolute-value",
            r"The multiplier of $|u \cdot y|$ is "
            r"$\mu_\ell = (-1)^{\ell/2 - 1} \frac{\Gamma(\frac{d}{2}) \Gamma(\frac{\ell-1}{2})}{2\pi\,\Gamma(\frac{\ell+d+1}{2})}$ for "
            r"even $\ell$ and 0 for odd $\ell$.",
        ),
        ours("kernel", r"The multiplier of $\psi(u \cdot v)$ is $d\,\mu_\ell^2$: positive for even $\ell$, 0 for odd $\ell$."),
    ),
)

plane = Claim(
    id="pnn.psi.plane",
    source=PAPER.section("5.3", "the kernel in the plane", "ours"),
    status=Status.TRUE,
    title="In the plane the kernel is a Green function",
    says=r"As a function of the angle, with period $\pi$, "
    r"$\psi(\cos\theta) = \frac{8}{\pi^2} \sum_{n \in \mathbb{Z}} \frac{e^{2in\theta}}{(4n^2-1)^2}$. With $D = \frac{d}{d\theta}$ it solves "
    r"$(D^2 + 1)^2 \psi = \frac{8}{\pi} \delta$: between multiples of $\pi$ it is annihilated, and there only its third "
    r"derivative jumps.",
    where={r"\theta": "the angle between two lines in the plane", r"\delta": "the unit mass at every multiple of $\pi$"},
    parts=(
        ours(
            "fourier",
            r"$\psi(\cos\theta) = \frac{8}{\pi^2} \sum_{n \in \mathbb{Z}} \frac{e^{2in\theta}}{(4n^2-1)^2}$, the series converging "
            r"absolutely.",
        ),
        ours(
            "green",
            r"$(D^2 + 1)^2 \psi = 0$ on $(0, \pi)$; at 0, $\psi$ and its first two derivatives are continuous and the "
            r"third jumps by $\frac{8}{\pi}$.",
        ),
    ),
)

figure_6 = Claim(
    id="pnn.figure-6",
    source=PAPER.section("5.3", "Figure 6", "reconstructed"),
    status=Status.TRUE,
    title="The kernel lies above the absolute value of the cosine",
    says=r"The figure draws $\psi(\rho)$ and $|\rho|$ over $[-1, 1]$: the kernel's curve is even and smooth at 0, lies strictly "
    r"between $|\rho|$ and 1, and meets both at $\rho = \pm 1$ only.",
    where=COSINE,
    parts=(
        Part("above", r"$|\rho| < \psi(\rho)$ for $|\rho| < 1$, with equality for $\rho = \pm 1$."),
        Part("below-one", r"$\psi(\rho) < 1$ for $|\rho| < 1$; $\psi$ decreases on $[-1, 0]$ and increases on $[0, 1]$."),
    ),
)
