"""The wording of the kernel on spheres: its eigenvalues, and its series and equation in the plane."""

from verification.claim import Claim, Status, Step
from verification.papers.pnn2017.kernel.inequalities import beside, derived, ours

MULTIPLIER = (
    r"\mu_\ell = (-1)^{\ell/2 - 1} "
    r"\frac{\Gamma(\frac{d}{2}) \Gamma(\frac{\ell-1}{2})}{2\pi\,\Gamma(\frac{\ell+d+1}{2})}"
)
FOURIER = r"\psi(\cos\theta) = \frac{8}{\pi^2} \sum_{n \in \mathbb{Z}} \frac{e^{2in\theta}}{(4n^2-1)^2}"

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
        derived(
            "absolute-value",
            rf"The multiplier of $|u \cdot y|$ is ${MULTIPLIER}$ for even $\ell$ and 0 for odd $\ell$.",
            Step(
                r"The multiplier is the mean of $|t| P_\ell(t)$ over one coordinate $t$ of the sphere, $P_\ell$ the "
                r"Legendre polynomial in $d$ inputs, $P_\ell(1) = 1$; for odd $\ell$ it vanishes by symmetry.",
                cites="Funk and Hecke's theorem",
            ),
            Step(
                r"$P_\ell$ times the density is a multiple of $D^\ell (1 - t^2)^{\ell + (d-3)/2}$, and "
                r"derivatives of lower "
                r"order vanish at 1.",
                cites="Rodrigues' formula",
            ),
            Step(
                r"Integrating by parts twice leaves the value of $D^{\ell - 2}$ at 0, which the binomial series gives.",
                uses="rodrigues",
            ),
            unhunted="an integral in one whole degree and the number of inputs, by a theorem that is cited; "
            "nothing is assumed of a net",
        ),
        derived(
            "kernel",
            r"The multiplier of $\psi(u \cdot v)$ is $d\,\mu_\ell^2$: positive for even $\ell$, 0 for odd $\ell$.",
            Step(
                r"Write $x = r y$ with $y$ uniform on the sphere and $r$ independent of it. Then "
                r"$\psi(u \cdot v) = E r^2 \, E_y |u \cdot y| |v \cdot y|$: its operator is $E r^2$ times the "
                r"square of "
                r"that of $|u \cdot y|$, and multipliers of a product are products.",
                cites="independence of norm and direction of a Gaussian vector",
            ),
            Step(r"$E r^2 = d$, and the square of $\mu_\ell$ is not zero for even $\ell$.", uses="radius"),
            Step(r"The multiplier of $|u \cdot y|$ is $\mu_\ell$, or 0 for odd $\ell$.", uses="absolute-value"),
            unhunted="an integral in one whole degree and the number of inputs, by a theorem that is cited; "
            "nothing is assumed of a net",
        ),
        ours(
            "rodrigues",
            r"$(t F' - F)' = t F''$; with Rodrigues' constant, twice the density's constant, and the coefficient of "
            r"$t^{\ell - 2}$ in $(1 - t^2)^{\ell + (d-3)/2}$ times $(\ell - 2)!$, the product is $\mu_\ell$ for "
            r"$\ell = 2k + 2$ and symbolic $d$, $k$; for $\ell = 0$ the integral is.",
            unhunted="identities in the degree and the number of inputs, kept symbolic",
        ),
        ours(
            "radius",
            r"$E r^2 = \int r^{d+1} e^{-r^2/2} dr / \int r^{d-1} e^{-r^2/2} dr = d$, and "
            r"$\frac{\Gamma(\frac{d}{2}) \Gamma(\frac{\ell - 1}{2})}{2 \pi \Gamma(\frac{\ell + d + 1}{2})} > 0$ "
            r"for even "
            r"$\ell \ge 2$ and symbolic $d$; for $\ell = 0$ its size is positive.",
            unhunted="identities in the degree and the number of inputs, kept symbolic",
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
        derived(
            "fourier",
            rf"${FOURIER}$, and the series converges absolutely.",
            Step(
                r"The Fourier coefficients are those of the series; $\sin 2 n \theta$ contributes nothing, as "
                r"$\psi$ is even "
                r"about $\frac{\pi}{2}$.",
                uses="fourier-coefficients",
            ),
            Step(
                r"They are summable and $\psi$ is continuous.",
                cites="a continuous function with summable Fourier coefficients is the sum of its series",
            ),
            unhunted="one function's Fourier series, by coefficients that the engine integrates",
        ),
        ours(
            "fourier-coefficients",
            r"$\frac{1}{\pi} \int_0^\pi \psi(\cos\theta) \cos(2 n \theta) d\theta = \frac{8}{\pi^2} "
            r"\frac{1}{(4 n^2 - 1)^2}$ for every integer $n$, and $\psi$ is even about $\frac{\pi}{2}$.",
            unhunted="one function's Fourier series, by coefficients that the engine integrates",
        ),
        ours(
            "green",
            r"$(D^2 + 1)^2 \psi = 0$ on $(0, \pi)$; at 0, $\psi$ and its first two derivatives are continuous and the "
            r"third jumps by $\frac{8}{\pi}$.",
            unhunted="a differential equation of one function, which the engine decides",
        ),
    ),
)
