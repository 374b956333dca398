"""The kernel of two lines: its closed form and its expansions."""

from verification.claim import Claim, Part, Status, Step
from verification.papers.pnn2017.kernel.inequalities import COSINE, beside, derived, ours
from verification.papers.pnn2017.kernel.inequalities import bounds as bounds
from verification.papers.pnn2017.kernel.inequalities import figure_6 as figure_6
from verification.papers.pnn2017.kernel.inequalities import lipschitz as lipschitz
from verification.papers.pnn2017.kernel.inequalities import tail as tail
from verification.papers.pnn2017.kernel.on_spheres import funk_hecke as funk_hecke
from verification.papers.pnn2017.kernel.on_spheres import plane as plane
from verification.papers.pnn2017.paper import PAPER

UNIT = {"u, v": "unit vectors, shape (inputs,)"}
CLOSED_FORM = r"\psi(\rho) = \frac{2}{\pi}(\sqrt{1-\rho^2} + \rho \arcsin \rho)"
TAYLOR = r"\psi(\rho) = \frac{2}{\pi} \sum_{n \ge 0} a_n \rho^{2n}"
MEAN_OF_SIGNS = r"E\,\mathrm{sign}(u \cdot x)\,\mathrm{sign}(v \cdot x)"
MEAN_OF_RELUS = r"E\,\max(u \cdot x, 0)\max(v \cdot x, 0)"
HERMITE = r"E\,|g|\,\mathrm{He}_{2m}(g) = \sqrt{\frac{2}{\pi}} (-1)^{m-1} (2m-3)!!"

closed_form = Claim(
    id="pnn.psi.closed-form",
    source=PAPER.section("5.3", "equation (5.13)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel of two lines in closed form",
    says=r"For unit vectors $u, v$ with $\rho = u \cdot v$ and $x \sim N(0, I)$, the kernel "
    rf"$\psi(\rho) = E\,|u \cdot x|\,|v \cdot x|$ has the closed form ${CLOSED_FORM}$.",
    where=UNIT | {r"\rho": r"cosine of the angle between them, in $[-1, 1]$"},
    reading=r"The displayed formula is lost in our copy. Equation (5.13) defines the kernel that the risk of "
    r"Theorem 6 is written with. The risk being defined in words, the kernel can only be the mean "
    r"$E|u \cdot x||v \cdot x|$ as a function of the cosine; how it is written is our choice. With the "
    r"arccosine it reads $\rho + \frac{2}{\pi} (\sqrt{1-\rho^2} - \rho \arccos \rho)$.",
    parts=(
        Part(
            "value",
            rf"${CLOSED_FORM}$ for $-1 < \rho < 1$.",
            unhunted="a function of one cosine, whose integral the engine takes",
        ),
        Part(
            "ends",
            r"$\psi$ is even, $\psi(0) = \frac{2}{\pi}$ and $\psi(\pm 1) = 1$.",
            unhunted="values of a function of one number, which the engine decides",
        ),
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
        derived(
            "coefficients",
            rf"${TAYLOR}$ for $|\rho| < 1$.",
            Step(
                r"$\psi$ is analytic in the unit disc and solves $(1 - \rho^2) y'' + \rho y' - y = 0$, which asks "
                r"$(k+2)(k+1) c_{k+2} = (k-1)^2 c_k$ of its coefficients.",
                uses="recurrence",
            ),
            Step(
                r"The odd ones vanish with $c_1$; the even ones have the recurrence and the start of "
                r"$\frac{2}{\pi} a_n$: "
                r"by induction they are these.",
                uses="recurrence",
            ),
            unhunted="a power series of one function, by its recurrence, which the engine decides for all terms",
        ),
        derived(
            "positive",
            r"$a_n > 0$ for every $n \ge 0$.",
            Step(r"$a_0 = 1$, and the ratio of two neighbours is positive: induction.", uses="ratio"),
            unhunted="a power series of one function, by its recurrence, which the engine decides for all terms",
        ),
        derived(
            "sum",
            r"$\sum_n a_n = \frac{\pi}{2}$: the series converges absolutely and uniformly on $[-1, 1]$, also at "
            r"$\rho = \pm 1$ to $\psi$, and its radius of convergence is 1.",
            Step(r"$a_n$ are the terms of $F(-\frac12, -\frac12; \frac12; z)$ at $z = 1$.", uses="gauss"),
            Step(r"Its sum is a quotient of gamma functions,", cites="Gauss's theorem on $F(a, b; c; 1)$"),
            Step(r"which is $\frac{\pi}{2}$, so that at $\rho = \pm 1$ the series is $1$,", uses="gauss"),
            Step(r"as is $\psi$.", uses="pnn.psi.closed-form:ends"),
            Step(
                r"All terms are positive, and on $[-1, 1]$ at most those at 1.",
                cites="Weierstrass's test for uniform convergence",
            ),
            Step(r"The ratio of two neighbours tends to 1, so that no larger disc will do.", uses="ratio"),
            unhunted="a power series of one function, by its recurrence, which the engine decides for all terms",
        ),
        ours(
            "recurrence",
            r"$(1 - \rho^2) \psi'' + \rho \psi' - \psi = 0$; the operator turns $\rho^k$ into "
            r"$k (k-1) \rho^{k-2} - (k-1)^2 \rho^k$; $(2n+2)(2n+1) a_{n+1} = (2n-1)^2 a_n$, "
            r"$\frac{2}{\pi} a_0 = \psi(0)$ and $\psi'(0) = 0$.",
            unhunted="a power series of one function, by its recurrence, which the engine decides for all terms",
        ),
        ours(
            "ratio",
            r"$a_0 = 1$ and $\frac{a_{n+1}}{a_n} = \frac{(2n-1)^2}{(2n+1)(2n+2)} > 0$.",
            unhunted="a power series of one function, by its recurrence, which the engine decides for all terms",
        ),
        ours(
            "gauss",
            r"$a_0 = 1$, $a_{n+1} (n + \frac12)(n + 1) = a_n (n - \frac12)^2$, and "
            r"$\Gamma(\frac12) \Gamma(\frac32) / \Gamma(1)^2 = \frac{\pi}{2}$.",
            unhunted="a power series of one function, by its recurrence, which the engine decides for all terms",
        ),
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
        ours(
            "first",
            r"$\psi'(\rho) = \frac{2}{\pi} \arcsin \rho$.",
            unhunted="the slope of a function of one number, which the engine takes",
        ),
        ours(
            "signs",
            rf"$\frac{{2}}{{\pi}} \arcsin \rho = {MEAN_OF_SIGNS}$.",
            unhunted="a function of one angle, whose integral the engine takes",
        ),
        ours(
            "second",
            r"$\psi''(\rho) = \frac{2}{\pi} (1 - \rho^2)^{-1/2}$.",
            unhunted="a function of one angle, whose integral the engine takes",
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
        ours(
            "relu",
            rf"${MEAN_OF_RELUS} = \frac{{J_1(\theta)}}{{2\pi}}$.",
            unhunted="a function of one angle, whose integral the engine takes",
        ),
        ours(
            "relations",
            r"$\psi(\cos\theta) = \frac{1}{\pi}(J_1(\theta) + J_1(\pi - \theta)) = "
            r"\frac{2}{\pi}(\sin\theta + (\frac{\pi}{2} - \theta)\cos\theta)$ and "
            r"$J_1(\theta) - J_1(\pi - \theta) = \pi \cos\theta$.",
            unhunted="a function of one angle, whose integral the engine takes",
        ),
        ours(
            "order-zero",
            r"$P(u \cdot x > 0, v \cdot x > 0) = \frac12 k_0(\theta)$ and $\psi'(\cos\theta) = 2 k_0(\theta) - 1$.",
            unhunted="a function of one angle, whose integral the engine takes",
        ),
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
        derived(
            "coefficients",
            rf"${HERMITE}$ for $m \ge 1$; $E\,|g| = \sqrt{{\frac{{2}}{{\pi}}}}$; "
            r"$E\,|g|\,\mathrm{He}_n(g) = 0$ for odd $n$.",
            Step(
                r"With $f$ the normal density, $-f (x \mathrm{He}_{n-1} + \mathrm{He}_{n-2})$ has the derivative "
                r"$x \mathrm{He}_n f$, so the integral over $x > 0$ is $f(0) \mathrm{He}_{n-2}(0)$.",
                uses="antiderivative",
            ),
            Step(
                r"$\mathrm{He}_n$ has the parity of $n$, and $\mathrm{He}_{2k}(0) = (-1)^k (2k-1)!!$ by induction.",
                uses="antiderivative",
            ),
            unhunted="one whole number, by a recurrence that antiderivative decides for all of them",
        ),
        ours(
            "antiderivative",
            r"By $\mathrm{He}_n = x \mathrm{He}_{n-1} - (n-1) \mathrm{He}_{n-2}$ and $\mathrm{He}_n' = "
            r"n \mathrm{He}_{n-1}$, which that recurrence carries from $n$ to $n + 1$ as it does the parity: the "
            r"derivative above; $(-1)^k (2k-1)!!$ has the recurrence's values at 0; twice $f(0)$ times it is the "
            r"formula.",
            unhunted="identities in one whole number and one variable, kept symbolic",
        ),
        ours(
            "mehler",
            r"$\frac{1}{(2m)!} (E\,|g|\,\mathrm{He}_{2m}(g))^2 = \frac{2}{\pi} a_m$ for every $m \ge 0$.",
            unhunted="identities in one whole number and one variable, kept symbolic",
        ),
    ),
)
