"""Theorem 8, the moments that it needs, and the regulariser made of it."""

from verification.claim import Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import SLICES, UNITS, printed

theorem_8 = Claim(
    id="diverse.theorem-8",
    source=PAPER.section("", "Theorem 8", "reconstructed"),
    status=Status.TRUE,
    title="The mean squared discrepancy is a sum over pairs of units",
    says=r"$L_2(W)^2 = \frac{1}{n^2} \sum_{i, j} k(w_i \cdot w_j)^2 - E k^2$, the sum with its diagonal, whose terms "
    r"are $\frac14$.",
    where=UNITS | SLICES,
    reading="Our copy has lost the fractions and the range of the sum: the paper calls it an analogue of Stolarsky's "
    "identity and gives the kernel in words, which leaves only whether the diagonal is in the sum; the definition "
    "decides that it is.",
    parts=(
        printed(
            "identity",
            r"$L_2(W)^2 = \frac{1}{n^2} \sum_{i, j} k(w_i \cdot w_j)^2 - E k^2$ for all units, also equal or "
            "antipodal ones.",
            "units of any number in any dimension",
            Step(
                r"$1[w \in S_{xy}] = 1[w \cdot x \ge 0] \, 1[w \cdot y \ge 0]$, and $x, y$ are independent with one "
                r"law, so that $E \, 1[v \in S_{xy}] \, 1[w \in S_{xy}] = P(v \cdot x \ge 0, w \cdot x \ge 0)^2 "
                r"= k(v \cdot w)^2$.",
                uses="both-active",
            ),
            Step(
                r"$A(S_{xy}) = E_u 1[u \in S_{xy}]$ for a uniform direction $u$ independent of all, so that "
                r"$E \, A(S_{xy}) 1[w \in S_{xy}] = E_u k(u \cdot w)^2$ and $E \, A(S_{xy})^2 = E k^2$.",
                cites="Fubini's theorem",
            ),
            Step(
                r"$E_u k(u \cdot w)^2$ is the same for all directions $w$, hence $E k^2$; the cross term "
                r"$- 2 E k^2$ and the last term $E k^2$ leave $- E k^2$.",
                cites="the uniform law does not change under rotations",
            ),
            unhunted="an equality without an assumption to drop: a simulation compares it for units of every kind",
        ),
        derived(
            "both-active",
            r"A uniform direction $x$ has $v \cdot x \ge 0$ and $w \cdot x \ge 0$ with probability $k(v \cdot w)$.",
            "directions in any dimension",
            Step(
                r"$4 \cdot 1[a \ge 0] 1[b \ge 0] = (1 + \mathrm{sign}\, a)(1 + \mathrm{sign}\, b)$ where $a b \ne 0$, "
                r"almost surely; each sign has mean 0. The direction of $x \sim N(0, I)$ is uniform, and signs do "
                r"not see its length: for $v \ne \pm w$ the product of the signs has the mean "
                r"$\frac{2}{\pi} \arcsin v \cdot w$.",
                cites="Sheppard 1899; pnn.psi.derivatives proves it",
            ),
            Step(
                r"At $v = w$ it is 1, at $v = -w$ it is $-1$: what $\frac{2}{\pi} \arcsin$ is there.",
                cites=r"$\arcsin 1$ and $\arcsin(-1)$",
            ),
            Step(r"So the probability is $\frac14 + \frac{\arcsin t}{2 \pi} = k(t)$.", uses="kernel"),
            unhunted="an equality in one number, the cosine: a grid of the circle compares it",
        ),
        Part(
            "kernel",
            r"$\frac14 + \frac{\arcsin t}{2 \pi} = \frac{\pi - \arccos t}{2 \pi}$ for $-1 \le t \le 1$.",
            Role.OURS,
            unhunted="an identity in one number $t$, which the engine decides at every value",
        ),
    ),
)

pair_moments = Claim(
    id="ours.pair-moments",
    source=PAPER.section("", "beyond Theorem 8: the moments of the squared kernel", "ours"),
    status=Status.TRUE,
    title="The mean of the squared kernel in closed form",
    says=r"$E k^2 = \frac{1}{16} + \frac{\psi_1(d/2)}{8 \pi^2}$, $\psi_1$ the trigamma function: a rational number "
    r"plus a rational multiple of $\pi^{-2}$.",
    where=UNITS | {r"\theta": r"$\arcsin(u \cdot v)$, of density proportional to $\cos^{d - 2} \theta$"},
    parts=(
        Part(
            "small-dimensions",
            r"$E k^2 = \frac{1}{12}, \; \frac18 - \frac{1}{2 \pi^2}, \; \frac{1}{12} - \frac{1}{8 \pi^2}, \; "
            r"\frac18 - \frac{5}{9 \pi^2}, \; \frac{1}{12} - \frac{5}{32 \pi^2}, \; \frac18 - \frac{259}{450 \pi^2}$ "
            r"for $d = 2, \dots, 7$.",
            Role.OURS,
            unhunted="six numbers, each decided by the engine",
        ),
        derived(
            "closed-form",
            r"$E k^2 = \frac{1}{16} + \frac{\psi_1(d/2)}{8 \pi^2}$ for all $d \ge 2$.",
            "all dimensions at once",
            Step(r"$k = \frac14 + \frac{\theta}{2 \pi}$.", uses="diverse.theorem-8:kernel"),
            Step(
                r"$E \theta = 0$, so that "
                r"$E k^2 = \frac{1}{16} + \frac{E \theta^2}{4 \pi^2}$; wanted is $E \theta^2 = \frac12 \psi_1(d/2)$.",
                cites=r"the law of a coordinate of a uniform direction: the density of $\theta$ is even",
            ),
            Step(
                r"With $I_d = \int \cos^{d-2}$ and $M_d = \int \theta^2 \cos^{d-2}$ over "
                r"$[-\frac{\pi}{2}, \frac{\pi}{2}]$: $M_{d+2} = \frac{d-1}{d} M_d - \frac{2}{d^2} I_{d+2}$ and "
                r"$I_{d+2} = \frac{d-1}{d} I_d$, as the total derivative shows whose integral vanishes. So "
                r"$E \theta^2$ at $d + 2$ is that at $d$ minus $\frac{2}{d^2}$.",
                uses="recurrence",
            ),
            Step(
                r"$\frac12 \psi_1(d/2)$ falls by $\frac{2}{d^2}$ as well, and both tend to 0: the law of $\theta$ "
                "concentrates at 0.",
                cites=r"$\psi_1(z) - \psi_1(z + 1) = z^{-2}$; the law of $u \cdot v$ has the variance $\frac1d$",
            ),
            unhunted="an equality in one whole number $d$: balls compare it from 2 to 1,500",
        ),
        derived(
            "variance",
            r"$\mathrm{Var} \, k^2 = \frac{\psi_1(d/2)}{32 \pi^2} + \frac{4 \psi_1(d/2)^2 - \psi_3(d/2)}{128 \pi^4}$ "
            r"for all $d \ge 2$, $\psi_3$ the second derivative of $\psi_1$; $\frac{1}{180}$ in the plane.",
            "all dimensions at once",
            Step(
                r"$k^2 = \frac{1}{16} + \frac{\theta}{4 \pi} + \frac{\theta^2}{4 \pi^2}$, and odd moments of $\theta$ "
                r"are 0: the variance is $\frac{E \theta^2}{16 \pi^2} + \frac{E \theta^4 - (E \theta^2)^2}{16 \pi^4}$.",
                uses="diverse.theorem-8:kernel",
            ),
            Step(
                r"$E \cos l \theta = \Gamma(d/2)^2 / (\Gamma(\frac{d + l}{2}) \Gamma(\frac{d - l}{2}))$: its logarithm "
                r"has the cumulants $\frac12 \psi_1(d/2)$ and $- \frac18 \psi_3(d/2)$ of $\theta$, so that $E \theta^4 "
                r"= \frac34 \psi_1(d/2)^2 - \frac18 \psi_3(d/2)$.",
                cites=r"Cauchy's integral of $\cos^{d-2} \theta \, \cos(l \theta)$",
            ),
            unhunted="an equality in one whole number $d$: balls compare it from 2 to 1,500",
        ),
        Part(
            "recurrence",
            r"$\frac{d}{d \theta} \left( \frac{\theta^2 \sin \theta \cos^{d-1} \theta}{d} + \frac{2 \theta \cos^d "
            r"\theta}{d^2} \right) = \theta^2 \cos^d \theta - \frac{d - 1}{d} \theta^2 \cos^{d-2} \theta + "
            r"\frac{2}{d^2} \cos^d \theta$, and $\frac{d}{d \theta} \frac{\sin \theta \cos^{d-1} \theta}{d} = "
            r"\cos^d \theta - \frac{d-1}{d} \cos^{d-2} \theta$.",
            Role.OURS,
            unhunted="two identities in $d$ and $\\theta$, which the engine decides at every value",
        ),
    ),
)

equation_28 = Claim(
    id="diverse.equation-28",
    source=PAPER.section("", "equation (28)", "reconstructed"),
    status=Status.TRUE,
    title="The regulariser is the discrepancy up to constants",
    says=r"With $R(W) = \frac{1}{n (n - 1)} \sum_{i \ne j} k(w_i \cdot w_j)^2$, $L_2(W)^2 = \frac{n - 1}{n} R(W) + "
    r"\frac{1}{4 n} - E k^2$: to make $R$ small is to make $L_2$ small.",
    where=UNITS | {"R": "the regulariser; $n \\ge 2$"},
    reading="The factor before the sum is lost in our copy; a mean over the pairs is our choice, which only the scale "
    "of its weight depends on.",
    parts=(
        Part(
            "split",
            r"$\frac{1}{n^2} \left( n (n - 1) R + \frac{n}{4} \right) = \frac{n - 1}{n} R + \frac{1}{4 n}$: the sum "
            "over all pairs of units, over $n^2$, by $R$.",
            Role.OURS,
            unhunted="an identity in the two numbers $n$ and $R$",
        ),
        printed(
            "discrepancy",
            r"$L_2(W)^2 = \frac{n - 1}{n} R(W) + \frac{1}{4 n} - E k^2$ for $n \ge 2$ units.",
            "it rests on Theorem 8",
            Step(r"$L_2(W)^2 + E k^2$ is the sum over all pairs over $n^2$.", uses="diverse.theorem-8:identity"),
            Step(r"Its diagonal is $n$ times $k(1)^2 = \frac14$; the rest is $n (n - 1) R$.", uses="split"),
            unhunted="an equality without an assumption to drop, affine in what Theorem 8 states",
        ),
        derived(
            "mean",
            r"$E R = E k^2$ for independent uniform units.",
            "units in any number and dimension",
            Step(
                "Two different units are an independent uniform pair.",
                cites="the mean of a sum is the sum of the means",
            ),
            unhunted="an equality of means, for which a simulation stands",
        ),
        derived(
            "least",
            r"$R > E k^2 - \frac{1}{n - 1} (\frac14 - E k^2)$ for every $n \ge 2$: the least $R$ is below its mean "
            r"under uniform units by less than that.",
            "units in any number and dimension",
            Step(r"$L_2^2 = \frac{n - 1}{n} R + \frac{1}{4 n} - E k^2$.", uses="discrepancy"),
            Step(
                r"$L_2^2 > 0$: the area of $S_{xy}$ takes all values from 0 to $\frac12$, the share of units in it "
                r"only multiples of $\frac1n$.",
                uses="diverse.equations-11-to-15:area",
            ),
        ),
        derived(
            "gradient",
            r"By $w_i$ the gradient of $R$ is $\frac{1}{|w_i|} (I - u_i u_i^\top) \, \frac{2}{n (n - 1)} \sum_{j \ne "
            r"i} \frac{k(u_i \cdot u_j)}{\pi \sqrt{1 - (u_i \cdot u_j)^2}} \, u_j$, $u_i$ the direction of $w_i$, "
            r"where no two units are parallel.",
            "weights in any number and dimension",
            Step(
                r"$k^2$ has the derivative $\frac{u}{2 \pi^2 \sin u} = \frac{k}{\pi \sqrt{1 - t^2}}$ by $t$, $u = \pi "
                r"- \arccos t = 2 \pi k$.",
                uses="ours.simplex-and-cross-polytope:slopes",
            ),
            Step(
                r"$u_i$ has the derivative $\frac{1}{|w_i|} (I - u_i u_i^\top)$ by $w_i$, and each pair counts twice.",
                cites="the chain rule",
            ),
            unhunted="an equality at every point, compared with differences",
        ),
    ),
)
