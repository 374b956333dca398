"""The wording of the kernel's inequalities, and what the claims on the kernel share."""

from verification.claim import DERIVED, Claim, Part, Role, Source, Status, Step
from verification.papers.pnn2017.paper import PAPER

COSINE = {r"\rho": r"cosine of the angle between two lines, in $[-1, 1]$"}
WRITTEN = "monotony, convexity or induction is a written argument; the identities under it are proved"


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part that goes beyond the paper, to be proved."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


def beside(label: str) -> Source:
    """The place of a statement of ours about the kernel, beside the paper's formula for it."""
    return PAPER.section("5.3", label, "ours")


def derived(name: str, says: str, *steps: Step, role: Role = Role.OURS, unhunted: str = "") -> Part:
    """A part that rests on a written argument."""
    return Part(name, says, role, strength=DERIVED, why=WRITTEN, argument=steps, unhunted=unhunted)


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
        derived(
            "bound",
            r"$T_N(\rho) \le \frac{1}{3 \pi^{3/2}} \rho^{2N} (N-1)^{-3/2}$ for $N \ge 2$, $|\rho| \le 1$.",
            Step(
                r"With $c_n = \binom{2n}{n} 4^{-n}$, $a_n = c_n / (2n-1)^2$, and $W_{2n} < W_{2n-1}$ for the integrals "
                r"$W_m$ of $\sin^m$ over $[0, \frac{\pi}{2}]$ says $c_n^2 < \frac{1}{\pi n}$.",
                uses="upper-identities",
            ),
            Step(
                r"The squares of the bounds $(16 \pi)^{-1/2} (n - \frac12)^{-5/2}$ and $(\pi n)^{-1/2} "
                r"(2n-1)^{-2}$ have "
                r"the ratio $1 + \frac{1}{2n-1} > 1$, so $a_n$ is below the former.",
                uses="upper-identities",
            ),
            Step(
                r"The power is convex, so that its sum over $n \ge N$ is at most its integral from $N - 1$; and "
                r"$\rho^{2n} \le \rho^{2N}$.",
                cites="the midpoint rule for a convex function",
            ),
            Step(r"The integral gives the bound.", uses="upper-identities"),
            unhunted="one number and one whole number: the terms of a series against an integral, by "
            "identities that the engine decides",
        ),
        derived(
            "sharp",
            r"$T_N(\pm 1) \ge \frac{1}{3 \pi^{3/2}} N^{-3/2}$ for $N \ge 1$.",
            Step(
                r"$W_{2n} > W_{2n+1}$ says $c_n^2 > \frac{2}{\pi (2n+1)}$, and $(2n+1)(2n-1)^4 < 32 n^5$, so that "
                r"$a_n \ge \frac{1}{4 \sqrt\pi} n^{-5/2}$.",
                uses="lower-identities",
            ),
            Step(
                r"The power falls, so that its sum over $n \ge N$ is at least its integral from $N$.",
                cites="the integral test",
            ),
            Step(r"The integral gives the bound.", uses="lower-identities"),
            unhunted="one number and one whole number: the terms of a series against an integral, by "
            "identities that the engine decides",
        ),
        ours(
            "upper-identities",
            r"$W_{2n} = \frac{\pi}{2} c_n$ and $W_{2n-1} = \frac{1}{2 n c_n}$ have the start and the recurrence "
            r"of these "
            r"integrals; the ratio of the squares is $1 + \frac{1}{2n-1}$; $(x^{-5/2})'' = \frac{35}{4} x^{-9/2}$; and "
            r"$\frac{2}{\pi} \frac{1}{4 \sqrt\pi} \int_M^\infty x^{-5/2} dx = \frac{1}{3 \pi^{3/2}} M^{-3/2}$.",
            unhunted="one number and one whole number: the terms of a series against an integral, by "
            "identities that the engine decides",
        ),
        ours(
            "lower-identities",
            r"The same of $W_m$ and of the integral; and $32 n^5 - (2n+1)(2n-1)^4$ is a polynomial in $n - 1$ with "
            r"positive coefficients.",
            unhunted="one number and one whole number: the terms of a series against an integral, by "
            "identities that the engine decides",
        ),
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
        derived(
            "constant",
            r"$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$, and no constant below 1 will do; "
            r"$|\psi'(\rho)| = 1$ only for $\rho = \pm 1$.",
            Step(
                r"$\psi'' > 0$ inside, so $\psi'$ rises strictly, from $-1$ at $-1$ to $1$ at $1$.",
                uses="slope-identities",
            ),
            Step(
                r"So no quotient of differences exceeds 1, and those at $\rho = 1$ tend to $\psi'(1) = 1$.",
                cites="the mean value theorem",
            ),
            unhunted="functions of one or two numbers between $-1$ and $1$, by derivatives that the engine "
            "decides there",
        ),
        derived(
            "slope",
            r"$|\psi'(\rho) - \psi'(\sigma)| \le \sqrt2\,|\rho - \sigma|^{1/2}$, with equality for "
            r"$\rho = -\sigma = 1$; $\psi'$ is not Lipschitz, since $1 - \psi'(1 - \epsilon)$ over $\epsilon^{1/2}$ "
            r"tends to $\frac{2\sqrt2}{\pi}$.",
            Step(
                r"Let $\rho, \sigma$ be the cosines of $m \mp h$, $0 \le h \le m \le \pi - h$. Then "
                r"$|\psi'(\rho) - \psi'(\sigma)| = \frac{4h}{\pi}$ and $|\rho - \sigma| = 2 \sin m \sin h$.",
                uses="angle-identities",
            ),
            Step(
                r"$\sin m \ge \sin h$, as the difference is twice a cosine times a sine of angles in "
                r"$[0, \frac{\pi}{2}]$.",
                uses="angle-identities",
            ),
            Step(r"$\sin h \ge \frac{2h}{\pi}$ for $h \le \frac{\pi}{2}$.", cites="Jordan's inequality"),
            Step(
                r"So $|\rho - \sigma| \ge \frac{8 h^2}{\pi^2}$, at which the power times $\sqrt2$ is $\frac{4h}{\pi}$. "
                r"Equality and the limit are computed.",
                uses="angle-identities",
            ),
            unhunted="functions of one or two numbers between $-1$ and $1$, by derivatives that the engine "
            "decides there",
        ),
        derived(
            "gap",
            r"$0 \le \epsilon - \frac{4\sqrt2}{3\pi} \epsilon^{3/2} - (1 - \psi(1 - \epsilon)) \le "
            r"\frac{3\pi - 8}{6\sqrt2\,\pi} \epsilon^{5/2}$ for $0 \le \epsilon \le 2$.",
            Step(
                r"At $\epsilon = 2 s^2$, $1 - \psi(1 - \epsilon) = 2 s^2 - \sum_{n \ge 0} g_n s^{2n+3}$ with all "
                r"$g_n > 0$: twice integrated, the binomial series of $(1 - s^2)^{-1/2}$.",
                uses="gap-identities",
            ),
            Step(
                r"The leading term is $g_0 s^3$. What the others add, over $s^5$, is a series of positive terms "
                r"that rises "
                r"with $s$, and at $s = 1$, by Abel's theorem, it is $2 - g_0 - (1 - \psi(-1))$.",
                cites="power series with positive coefficients; Abel's theorem",
            ),
            Step(r"That is the constant stated.", uses="gap-identities"),
            unhunted="functions of one or two numbers between $-1$ and $1$, by derivatives that the engine "
            "decides there",
        ),
        ours(
            "slope-identities",
            r"$\psi'' \sqrt{1 - \rho^2} = \frac{2}{\pi}$, $\psi'(1) = 1$ and $\psi'(-1) = -1$.",
            unhunted="identities in one number, which the engine decides",
        ),
        ours(
            "angle-identities",
            r"$\cos(m - h) - \cos(m + h) = 2 \sin m \sin h$, "
            r"$\sin m - \sin h = 2 \cos\frac{m + h}{2} \sin\frac{m - h}{2}$, "
            r"$\frac{4h}{\pi} = \sqrt2 (\frac{8 h^2}{\pi^2})^{1/2}$, $\psi'(1) - \psi'(-1) = \sqrt2 \cdot "
            r"2^{1/2}$, and "
            r"$1 - \psi'(1 - 2 s^2) = \frac{4}{\pi} \arcsin s$.",
            unhunted="identities in one number, which the engine decides",
        ),
        ours(
            "gap-identities",
            r"With $g_n = \frac{16}{\pi} \binom{2n}{n} 4^{-n} \frac{1}{(2n+1)(2n+3)} > 0$, "
            r"$\frac{d}{ds} \frac{1}{4s} \frac{d}{ds} g_n s^{2n+3} = \frac{4}{\pi} \binom{2n}{n} 4^{-n} s^{2n}$; "
            r"$\psi'(1 - 2 s^2)$ is 1 at 0 with the slope $-\frac{4}{\pi} (1 - s^2)^{-1/2}$; and the two constants.",
            unhunted="identities in one number, which the engine decides",
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
        derived(
            "linear",
            r"$|\rho| \le \psi(\rho)$ for $|\rho| \le 1$.",
            Step(
                r"On $[0, 1]$ the slope of $\psi - \rho$ is $-\frac{2}{\pi} \arccos \rho \le 0$, and $\psi(1) = 1$: it "
                r"falls to 0.",
                uses="linear-identities",
            ),
            Step(r"$\psi$ is even.", uses="pnn.psi.closed-form:ends"),
            unhunted="an inequality in one number between $-1$ and $1$, where balls cover every value",
        ),
        derived(
            "tangent",
            r"$\frac{2}{\pi} + \frac{\rho^2}{\pi} \le \psi(\rho)$ for $|\rho| \le 1$.",
            Step(
                r"The difference has value and slope 0 at 0 and a second derivative "
                r"$\frac{2}{\pi} \frac{\rho^2}{s + s^2} \ge 0$, $s = \sqrt{1 - \rho^2}$.",
                uses="tangent-identities",
            ),
            Step("So it is convex with its minimum, 0, at 0.", cites="a convex function lies above its tangents"),
            unhunted="an inequality in one number between $-1$ and $1$, where balls cover every value",
        ),
        derived(
            "chord",
            r"$\psi(\rho) \le \frac{2}{\pi} + (1 - \frac{2}{\pi}) \rho^2$ for $|\rho| \le 1$.",
            Step(
                r"As a function of $t = \rho^2$ the difference vanishes at 0 and 1 and has the second derivative "
                r"$-\frac{k}{2 \pi \rho^3}$, where $k = \frac{\rho}{\sqrt{1 - \rho^2}} - \arcsin \rho$ vanishes "
                r"at 0 and "
                r"has the slope $\rho^2 (1 - \rho^2)^{-3/2} \ge 0$.",
                uses="chord-identities",
            ),
            Step("So it is concave in $t$, and above its chord, 0.", cites="a concave function lies above its chords"),
            unhunted="an inequality in one number between $-1$ and $1$, where balls cover every value",
        ),
        ours(
            "linear-identities",
            r"$\psi' - 1 = -\frac{2}{\pi} \arccos \rho$ and $\psi(1) = 1$.",
            unhunted="derivatives and values of functions of one number, which the engine decides",
        ),
        ours(
            "tangent-identities",
            r"$\psi - \frac{2}{\pi} - \frac{\rho^2}{\pi}$ has the second derivative "
            r"$\frac{2}{\pi} \frac{\rho^2}{s + s^2}$, $s = \sqrt{1 - \rho^2}$, and value and slope 0 at 0.",
            unhunted="derivatives and values of functions of one number, which the engine decides",
        ),
        ours(
            "chord-identities",
            r"The second derivative in $\rho^2$ of $\frac{2}{\pi} + (1 - \frac{2}{\pi}) \rho^2 - \psi$ is "
            r"$-\frac{k}{2 \pi \rho^3}$; $k(0) = 0$ and $k' = \rho^2 (1 - \rho^2)^{-3/2}$; at $\rho = 0$ and $1$ the "
            r"difference is 0.",
            unhunted="derivatives and values of functions of one number, which the engine decides",
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
    reading=r"The figure draws the kernel beside $|\rho|$; what is stated of the two curves is read off it.",
    parts=(
        derived(
            "above",
            r"$|\rho| < \psi(\rho)$ for $|\rho| < 1$, with equality for $\rho = \pm 1$.",
            Step(
                r"At the angle $\theta$ in $(0, \frac{\pi}{2}]$ $\psi - \rho$ has the slope "
                r"$\frac{2}{\pi} \theta \sin\theta > 0$ and starts from 0. So $\psi > \rho$ for $0 \le \rho < "
                r"1$, and $\psi$ "
                r"is even; at the ends both are 1.",
                uses="angle-slopes",
            ),
            role=Role.PRINTED,
            unhunted="an inequality in one number between $-1$ and $1$, where balls cover every value",
        ),
        derived(
            "below-one",
            r"$\psi(\rho) < 1$ for $|\rho| < 1$; $\psi$ falls on $[-1, 0]$ and rises on $[0, 1]$.",
            Step(
                r"The slope is $\frac{2}{\pi} \arcsin \rho$, which has the sign of $\rho$, and $\psi(\pm 1) = 1$.",
                uses="slopes",
            ),
            role=Role.PRINTED,
            unhunted="an inequality in one number between $-1$ and $1$, where balls cover every value",
        ),
        ours(
            "angle-slopes",
            r"$\frac{d}{d\theta} (\psi(\cos\theta) - \cos\theta) = \frac{2}{\pi} \theta \sin\theta$, 0 at "
            r"$\theta = 0$; "
            r"$\psi(-\rho) = \psi(\rho)$; $\psi(1) = 1$.",
            unhunted="derivatives and values of functions of one number, which the engine decides",
        ),
        ours(
            "slopes",
            r"$\psi' = \frac{2}{\pi} \arcsin \rho$, in the angle $\frac{d}{d\theta} \psi(\cos\theta) = -\frac{2}{\pi} "
            r"(\frac{\pi}{2} - \theta) \sin\theta$, and $\psi(\pm 1) = 1$.",
            unhunted="derivatives and values of functions of one number, which the engine decides",
        ),
    ),
)
