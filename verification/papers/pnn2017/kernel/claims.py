"""The kernel of two lines: its closed form and its expansions."""

from verification.claim import Claim, Part, Role, Source, Status
from verification.papers.pnn2017.paper import PAPER

COSINE = {r"\rho": r"cosine of the angle between two lines, in $[-1, 1]$"}
UNIT = {"u, v": "unit vectors, shape (inputs,)"}
CLOSED_FORM = r"\psi(\rho) = \frac{2}{\pi}(\sqrt{1-\rho^2} + \rho \arcsin \rho)"
TAYLOR = r"\psi(\rho) = \frac{2}{\pi} \sum_{n \ge 0} a_n \rho^{2n}"
MEAN_OF_SIGNS = r"E\,\mathrm{sign}(u \cdot x)\,\mathrm{sign}(v \cdot x)"
MEAN_OF_RELUS = r"E\,\max(u \cdot x, 0)\max(v \cdot x, 0)"
HERMITE = r"E\,|g|\,\mathrm{He}_{2m}(g) = \sqrt{\frac{2}{\pi}} (-1)^{m-1} (2m-3)!!"
MULTIPLIER = (
    r"\mu_\ell = (-1)^{\ell/2 - 1} "
    r"\frac{\Gamma(\frac{d}{2}) \Gamma(\frac{\ell-1}{2})}{2\pi\,\Gamma(\frac{\ell+d+1}{2})}"
)
FOURIER = r"\psi(\cos\theta) = \frac{8}{\pi^2} \sum_{n \in \mathbb{Z}} \frac{e^{2in\theta}}{(4n^2-1)^2}"


def ours(name: str, says: str) -> Part:
    """A part that goes beyond the paper, to be proved."""
    return Part(name, says, Role.OURS)


def beside(label: str) -> Source:
    """The place of a statement of ours about the kernel, beside the paper's formula for it."""
    return PAPER.section("5.3", label, "ours")


closed_form = Claim(
    id="pnn.psi.closed-form",
    source=PAPER.section("5.3", "equation (5.13)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel of two lines in closed form",
    says=r"For unit vectors $u, v$ with $\rho = u \cdot v$ and $x \sim N(0, I)$, the kernel "
    rf"$\psi(\rho) = E\,|u \cdot x|\,|v \cdot x|$ has the closed form ${CLOSED_FORM}$.",
    where=UNIT | {r"\rho": r"cosine of the angle between them, in $[-1, 1]$"},
    parts=(
        Part("value", rf"${CLOSED_FORM}$ for $-1 < \rho < 1$."),
        Part("ends", r"$\psi$ is even, $\psi(0) = \frac{2}{\pi}$ and $\psi(\pm 1) = 1$."),
    ),
)

taylor = Claim(
    id="pnn.psi.taylor",
    source=beside("Taylor series of the kernel"),
    status=Status.TRUE,
    title="All Taylor coefficients of the kernel, each positive",
    says=rf"On $[-1, 1]$, ${TAYLOR}$ with $a_n = \frac{{1}}{{4^n (2n-1)^2}} \binom{{2n}}{{n}} > 0$. "
    r"The series has radius of convergence 1 and converges absolutely and uniformly on the closed interval.",
    where=COSINE | {"a_n": r"rational numbers: $1, \frac12, \frac{1}{24}, \frac{1}{80}, \ldots$"},
    parts=(
        ours("coefficients", rf"${TAYLOR}$ for $|\rho| < 1$."),
        ours("positive", r"$a_n > 0$ for every $n \ge 0$."),
        ours("sum", r"$\sum_n a_n = \frac{\pi}{2}$, so that the series converges absolutely up to $\rho = \pm 1$."),
    ),
)

tail = Claim(
    id="pnn.psi.tail",
    source=beside("tail of the kernel's Taylor series"),
    status=Status.TRUE,
    title="How fast the kernel's Taylor series converges",
    says=r"The tail $T_N(\rho) = \frac{2}{\pi} \sum_{n \ge N} a_n \rho^{2n}$ is at most "
    r"$\frac{1}{3 \pi^{3/2}} \rho^{2N} (N-1)^{-3/2}$ for $N \ge 2$ and $|\rho| \le 1$. "
    r"At $\rho = \pm 1$ it is at least $\frac{1}{3 \pi^{3/2}} N^{-3/2}$: the constant and the power are the best.",
    where=COSINE | {"a_n": "the Taylor coefficients", "N": "where the tail starts, an integer"},
    parts=(
        ours("bound", r"$T_N(\rho) \le \frac{1}{3 \pi^{3/2}} \rho^{2N} (N-1)^{-3/2}$ for $N \ge 2$, $|\rho| \le 1$."),
        ours("sharp", r"$T_N(\pm 1) \ge \frac{1}{3 \pi^{3/2}} N^{-3/2}$ for $N \ge 1$."),
    ),
)

derivatives = Claim(
    id="pnn.psi.derivatives",
    source=beside("derivatives of the kernel"),
    status=Status.TRUE,
    title="The kernel's slope is the correlation of two signs",
    says=rf"For $-1 < \rho < 1$, $\psi'(\rho) = \frac{{2}}{{\pi}} \arcsin \rho = {MEAN_OF_SIGNS}$ "
    r"and $\psi''(\rho) = \frac{2}{\pi} (1 - \rho^2)^{-1/2}$.",
    where=COSINE | {"u, v": r"unit vectors with $u \cdot v = \rho$, shape (inputs,)"},
    parts=(
        ours("first", rf"$\psi'(\rho) = \frac{{2}}{{\pi}} \arcsin \rho = {MEAN_OF_SIGNS}$."),
        ours("second", r"$\psi''(\rho) = \frac{2}{\pi} (1 - \rho^2)^{-1/2}$."),
    ),
)

lipschitz = Claim(
    id="pnn.psi.lipschitz",
    source=beside("smoothness of the kernel"),
    status=Status.TRUE,
    title="The kernel's Lipschitz constant is 1, reached only at the ends",
    says=r"$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$ on $[-1, 1]$, with the least possible constant. "
    r"The slope is Hölder continuous with exponent $\frac12$ and no more, because of the ends: there "
    r"$1 - \psi(1 - \epsilon) = \epsilon - \frac{4\sqrt2}{3\pi} \epsilon^{3/2} + O(\epsilon^{5/2})$.",
    where={r"\rho, \sigma": "cosines, in $[-1, 1]$", r"\epsilon": "distance from the end, in $[0, 2]$"},
    parts=(
        ours(
            "constant",
            r"$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$, and no constant below 1 will do; "
            r"$|\psi'(\rho)| = 1$ only for $\rho = \pm 1$.",
        ),
        ours(
            "slope",
            r"$|\psi'(\rho) - \psi'(\sigma)| \le \sqrt2\,|\rho - \sigma|^{1/2}$, with equality for "
            r"$\rho = -\sigma = 1$; $\psi'$ is not Lipschitz, since $1 - \psi'(1 - \epsilon)$ over $\epsilon^{1/2}$ "
            r"tends to $\frac{2\sqrt2}{\pi}$.",
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
    source=beside("relation to the arc-cosine kernels"),
    status=Status.TRUE,
    title="The kernel and the arc-cosine kernels of a ReLU",
    says=r"With Cho and Saul's $J_1(\theta) = \sin\theta + (\pi - \theta)\cos\theta$ and "
    rf"$k_0(\theta) = 1 - \frac{{\theta}}{{\pi}}$: ${MEAN_OF_RELUS} = \frac{{J_1(\theta)}}{{2\pi}}$, "
    r"$\psi(\cos\theta) = \frac{1}{\pi}(J_1(\theta) + J_1(\pi - \theta))$ and "
    r"$\psi'(\cos\theta) = 2 k_0(\theta) - 1$.",
    where=UNIT | {r"\theta": r"the angle between $u$ and $v$, in $[0, \pi]$"},
    parts=(
        ours("relu", rf"${MEAN_OF_RELUS} = \frac{{J_1(\theta)}}{{2\pi}}$."),
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
    source=beside("bounds of the kernel"),
    status=Status.TRUE,
    title="The kernel between a line, a parabola and a chord",
    says=r"$\max(|\rho|, \frac{2}{\pi} + \frac{\rho^2}{\pi}) \le \psi(\rho) \le "
    r"\frac{2}{\pi} + (1 - \frac{2}{\pi}) \rho^2$ on $[-1, 1]$: as a function of $\rho^2$ the kernel is convex, "
    r"so that it lies above its tangent at 0 and below its chord.",
    where=COSINE,
    parts=(
        ours("linear", r"$|\rho| \le \psi(\rho)$ for $|\rho| \le 1$."),
        ours("tangent", r"$\frac{2}{\pi} + \frac{\rho^2}{\pi} \le \psi(\rho)$ for $|\rho| \le 1$."),
        ours("chord", r"$\psi(\rho) \le \frac{2}{\pi} + (1 - \frac{2}{\pi}) \rho^2$ for $|\rho| \le 1$."),
    ),
)

hermite = Claim(
    id="pnn.psi.hermite",
    source=beside("Hermite expansion of the absolute value"),
    status=Status.TRUE,
    title="Hermite coefficients of the absolute value",
    says=r"For $g \sim N(0, 1)$ and its orthogonal polynomials $\mathrm{He}_n$, monic of degree $n$, "
    rf"${HERMITE}$ for $m \ge 1$, $\sqrt{{\frac{{2}}{{\pi}}}}$ for $m = 0$, and 0 for odd degrees. "
    r"The squares over $(2m)!$ are $\frac{2}{\pi} a_m$: Mehler's formula gives the Taylor series of $\psi$ once more.",
    where={
        "m": "an integer, at least 0",
        "a_m": "the Taylor coefficients of the kernel",
        "n!!": r"the product of $n, n-2, \ldots$ down to 1; $(-1)!!$ is 1",
    },
    parts=(
        ours(
            "coefficients",
            rf"${HERMITE}$ for $m \ge 1$; $E\,|g| = \sqrt{{\frac{{2}}{{\pi}}}}$; "
            r"$E\,|g|\,\mathrm{He}_n(g) = 0$ for odd $n$.",
        ),
        ours("mehler", r"$\frac{1}{(2m)!} (E\,|g|\,\mathrm{He}_{2m}(g))^2 = \frac{2}{\pi} a_m$ for every $m \ge 0$."),
    ),
)

funk_hecke = Claim(
    id="pnn.psi.funk-hecke",
    source=beside("spectrum of the kernel on the sphere"),
    status=Status.TRUE,
    title="The kernel's eigenvalues on the sphere",
    says=r"Under the uniform law on the unit sphere of $d \ge 2$ inputs, the kernel $|u \cdot y|$ multiplies spherical "
    rf"harmonics of even degree $\ell$ by ${MULTIPLIER}$ and those of odd degree by 0. The kernel "
    r"$\psi(u \cdot v)$ multiplies them by $d\,\mu_\ell^2$, which is positive for every even degree.",
    where={"d": "the number of inputs, at least 2", r"\ell": "the degree of the harmonic, at least 0"},
    parts=(
        ours(
            "absolute-value",
            rf"The multiplier of $|u \cdot y|$ is ${MULTIPLIER}$ for even $\ell$ and 0 for odd $\ell$.",
        ),
        ours(
            "kernel",
            r"The multiplier of $\psi(u \cdot v)$ is $d\,\mu_\ell^2$: positive for even $\ell$, 0 for odd $\ell$.",
        ),
    ),
)

plane = Claim(
    id="pnn.psi.plane",
    source=beside("the kernel in the plane"),
    status=Status.TRUE,
    title="In the plane the kernel is a Green function",
    says=rf"As a function of the angle, with period $\pi$, ${FOURIER}$. With $D = \frac{{d}}{{d\theta}}$ it solves "
    r"$(D^2 + 1)^2 \psi = \frac{8}{\pi} \delta$: between the multiples of $\pi$ the operator annihilates it, and "
    r"there only its third derivative jumps.",
    where={
        r"\theta": "the angle between two lines in the plane",
        r"\delta": r"the unit mass at every multiple of $\pi$",
    },
    parts=(
        ours("fourier", rf"${FOURIER}$, and the series converges absolutely."),
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
    says=r"The figure draws $\psi(\rho)$ and $|\rho|$ over $[-1, 1]$. The kernel's curve is even, falls to its least "
    r"value at 0 and rises again; it lies strictly between $|\rho|$ and 1, and meets them at $\rho = \pm 1$ only.",
    where=COSINE,
    parts=(
        Part("above", r"$|\rho| < \psi(\rho)$ for $|\rho| < 1$, with equality for $\rho = \pm 1$."),
        Part("below-one", r"$\psi(\rho) < 1$ for $|\rho| < 1$; $\psi$ falls on $[-1, 0]$ and rises on $[0, 1]$."),
    ),
)
