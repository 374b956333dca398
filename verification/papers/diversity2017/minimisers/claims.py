"""The least values of the regulariser for few units, and the collapse that they bring."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import SLICES, STACKED, UNITS

REGULARISER = UNITS | {
    "R": r"$\frac{1}{n (n - 1)} \sum_{i \ne j} k(w_i \cdot w_j)^2$, at directions",
    "u": r"$\pi - \arccos t$, so that $t = - \cos u$ and $k(t)^2 = \frac{u^2}{4 \pi^2}$, $0 \le u \le \pi$",
    "h(t)": r"$\frac{1}{16} + \frac{t}{4 \pi} + \left( \frac{1}{4 \pi} - \frac{1}{16} \right) t^2$",
}

minimisers = Claim(
    id="ours.simplex-and-cross-polytope",
    source=PAPER.section("", "beyond equation (28): the least value of the regulariser", "ours"),
    status=Status.TRUE,
    title="The regulariser is least at the simplex, and at the cross-polytope for twice as many units as inputs",
    says=r"$R \ge \left( \frac14 - \frac{1}{2 \pi} \arcsin \frac{1}{n - 1} \right)^2$ for all units, with equality at "
    r"a regular simplex, $n \le d + 1$; for $n = 2 d$, $R \ge \frac{d - 1}{8 (2 d - 1)}$, with equality at the "
    r"cross-polytope alone: $d$ opposite pairs, orthogonal to each other.",
    where=REGULARISER | SLICES,
    parts=(
        Part(
            "slopes",
            r"The first three derivatives of $k^2$ by $t$ are $\frac{u}{2 \pi^2 \sin u}$, $\frac{\sin u - u \cos u}{2 "
            r"\pi^2 \sin^3 u}$ and $\frac{u (2 + \cos 2 u) - \frac32 \sin 2 u}{2 \pi^2 \sin^5 u}$.",
            Role.OURS,
            unhunted="three identities in one number, which the engine decides at every value",
        ),
        Part(
            "numerators",
            r"$\sin u - u \cos u$ and $u (2 + \cos 2 u) - \frac32 \sin 2 u$ are 0 at $u = 0$ and have the derivatives "
            r"$u \sin u$ and $4 \sin u (\sin u - u \cos u)$.",
            Role.OURS,
            unhunted="identities in one number, which the engine decides at every value",
        ),
        derived(
            "convex",
            r"$k^2$ rises and is strictly convex for $-1 < t < 1$, and its third derivative is positive.",
            "from signs to monotony",
            Step("Both numerators rise from 0 for $0 < u < \\pi$: they are positive.", uses="numerators"),
            Step("So are the derivatives.", uses="slopes"),
            unhunted="the signs of two functions of one number, certified on the whole interval",
        ),
        derived(
            "simplex",
            r"$R \ge \left( \frac14 - \frac{1}{2 \pi} \arcsin \frac{1}{n - 1} \right)^2$ for all $n \ge 2$ units in "
            r"any number of inputs, with equality at a regular simplex, which has $n \le d + 1$.",
            "units in any number and dimension",
            Step(
                r"$0 \le |\sum_i w_i|^2 = n + \sum_{i \ne j} w_i \cdot w_j$: the mean of $w_i \cdot w_j$ is at least "
                r"$- \frac{1}{n - 1}$.",
                cites="units of length 1",
            ),
            Step(
                r"$k^2$ is convex and rises: its mean is at least its value at that mean, and this at least that at $- "
                r"\frac{1}{n - 1}$.",
                uses="convex",
            ),
            Step(
                r"$k(t) = \frac14 + \frac{\arcsin t}{2 \pi}$.",
                uses="diverse.theorem-8:kernel",
            ),
            Step(
                r"In a regular simplex all products are $- \frac{1}{n - 1}$.",
                cites="$n$ equal products and a sum of units that is 0",
            ),
        ),
        Part(
            "tangent",
            r"$k^2 = h$ at $t = -1$ and at $t = 0$, where the slopes agree too; $h(1) = \frac{1}{2 \pi}$.",
            Role.OURS,
            unhunted="four numbers, each decided by the engine",
        ),
        Part(
            "sum",
            r"$\frac{1}{n (n - 1)} \left( \frac{n^2}{16} + \left( \frac{1}{4 \pi} - \frac{1}{16} \right) \frac{n^2}{d} "
            r"- \frac{n}{2 \pi} \right) = \frac{d - 1}{8 (2 d - 1)}$ at $n = 2 d$.",
            Role.OURS,
            unhunted="an identity in one whole number",
        ),
        derived(
            "cross-polytope",
            r"$R \ge \frac{d - 1}{8 (2 d - 1)}$ for $n = 2 d$ units in $d$ inputs, with equality at a cross-polytope.",
            "units in any dimension",
            Step(
                r"$k(t)^2 - h(t) = \frac{1}{6} f'''(\xi) (t + 1) t^2 \ge 0$ for $-1 \le t < 1$, $f = k^2$ and some "
                r"$\xi$ between.",
                uses="tangent",
            ),
            Step(r"The third derivative $f'''$ is positive.", uses="convex"),
            Step(
                r"$\sum_{i, j} w_i \cdot w_j \ge 0$ and $\sum_{i, j} (w_i \cdot w_j)^2 \ge \frac{n^2}{d}$: a square, "
                r"and the squared length of $\sum_i w_i w_i^\top$, whose trace is $n$. So the sum of $h$ over $i \ne "
                r"j$ is at least $\frac{n^2}{16} + (\frac{1}{4 \pi} - \frac{1}{16}) \frac{n^2}{d} - n h(1)$; where two "
                r"units are equal, $k^2 = \frac14 > \frac{1}{2 \pi} = h(1)$.",
                cites=r"Cauchy-Schwarz; $4 > \pi > 2$",
            ),
            Step("At $n = 2 d$ that is the bound.", uses="sum"),
            Step(
                r"In a cross-polytope each unit has one opposite, with $k = 0$, and $2 d - 2$ orthogonal to it, with "
                r"$k^2 = \frac{1}{16}$.",
                cites=r"adding up: $\frac{2 d - 2}{16 (2 d - 1)}$",
            ),
        ),
        derived(
            "only",
            r"Of $2 d$ units only a cross-polytope has $R = \frac{d - 1}{8 (2 d - 1)}$.",
            "units in any dimension",
            Step(
                r"Equality asks for $k^2 = h$ at every pair, $w_i \cdot w_j \in \{-1, 0\}$, and for $\sum_{i, j} w_i "
                r"\cdot w_j = 0$.",
                uses="cross-polytope",
            ),
            Step(
                r"No two units are equal, so that none has two opposites; as the sum of all products is 0, each has "
                r"one. These are $d$ opposite pairs, orthogonal to each other.",
                cites="counting: $n$ less the number of ordered opposite pairs is 0",
            ),
        ),
        derived(
            "discrepancy",
            r"The cross-polytope has $L_2^2 = \frac{1}{16 d} - \frac{\psi_1(d/2)}{8 \pi^2}$, the least of $2 d$ units.",
            "all dimensions at once",
            Step(r"$L_2^2$ is $R$ up to constants.", uses="diverse.equation-28:discrepancy"),
            Step("$R$ is least there.", uses="cross-polytope"),
            Step(r"$E k^2 = \frac{1}{16} + \frac{\psi_1(d/2)}{8 \pi^2}$.", uses="ours.pair-moments:closed-form"),
            Step(
                r"$\frac{2 d - 1}{2 d} \cdot \frac{d - 1}{8 (2 d - 1)} + \frac{1}{8 d} - \frac{1}{16} = \frac{1}{16 "
                r"d}$.",
                cites="adding fractions",
            ),
            unhunted="an equality in one whole number, compared up to 200 inputs; that it is least is hunted as $R$",
        ),
    ),
)

rank = Claim(
    id="ours.cross-polytope-rank",
    source=PAPER.section("", "beyond equation (28): what the least regulariser does to the rank", "ours"),
    status=Status.TRUE,
    title="Where the regulariser is least for twice as many units as inputs, $D$ loses its rank",
    says=r"For the $2 d$ units of least $R$ the rank of $D$ is at most $d^2 + d$, where no sample is orthogonal to a "
    "unit: its least singular value is 0 for more samples than that, although there are $2 d^2$ rows.",
    where=REGULARISER | STACKED,
    parts=(
        derived(
            "rank",
            r"For $p$ pairs of opposite units and samples none of which is orthogonal to a unit, the rank of $D$ is at "
            r"most $(p + 1) d$.",
            "units and samples in any number and dimension",
            Step(
                r"Of the two blocks of a pair $\pm w$, up to the signs $v$, one is $x$ and the other 0. Their sum is "
                r"$x$, their difference $\pm x$ as $w \cdot x > 0$ or not: an invertible change of the rows of $D$.",
                cites=r"$1[a \ge 0] + 1[-a \ge 0] = 1$ for $a \ne 0$",
            ),
            Step(
                "All $p$ sums are the same $d$ rows; with the $p d$ rows of differences that makes $(p + 1) d$ at "
                "most.",
                cites="equal rows add nothing to the rank",
            ),
        ),
        Part(
            "reached",
            r"The cross-polytope reaches $d^2 + d$ with $d^2 + d + 1$ samples, in 2, 3 and 4 inputs.",
            Role.OURS,
            strength=PROVED,
            universal=False,
        ),
        Part(
            "others",
            r"There are four units in the plane and seven samples for which $D$ has rank 7, where the cross-polytope "
            r"has 6.",
            Role.OURS,
            strength=PROVED,
            universal=False,
        ),
        derived(
            "least-regulariser",
            r"For $n = 2 d$ and $m > d^2 + d$ samples, uniform on the sphere, units at which $R$ is least and that do "
            r"not depend on the samples have $s_m(D) = 0$ almost surely.",
            "samples in any number and dimension",
            Step("They are a cross-polytope, $d$ opposite pairs.", uses="ours.simplex-and-cross-polytope:only"),
            Step(
                "Almost surely no sample is orthogonal to one of them.",
                cites="finitely many great spheres, fixed before the samples, have area 0",
            ),
            Step(r"So the rank is at most $d^2 + d < m$.", uses="rank"),
            unhunted="it follows from the rank, which is hunted",
        ),
        Part(
            "turned-to-a-sample",
            r"Turned after the samples they may keep the rank: with $(1, 0)$ for the first of the seven samples of the "
            r"plane, on an axis, the cross-polytope has $D$ of rank 7.",
            Role.OURS,
            strength=PROVED,
            universal=False,
        ),
    ),
)

symmetrised = Claim(
    id="ours.symmetrised-kernel",
    source=PAPER.section("", "beyond equation (28): the regulariser without its odd part", "ours"),
    status=Status.TRUE,
    title="Without its odd part the regulariser is a mean of squared arcsines up to constants",
    says=r"$k(t)^2 + k(-t)^2 = \frac18 + \frac{\arcsin^2 t}{2 \pi^2}$: opposite units then cost as much as equal ones.",
    where=REGULARISER | {r"R_{sym}": r"$\frac{1}{n (n - 1)} \sum_{i \ne j} \arcsin^2(w_i \cdot w_j)$"},
    parts=(
        Part(
            "identity",
            r"$k(t)^2 + k(-t)^2 = \frac18 + \frac{\arcsin^2 t}{2 \pi^2}$ for $-1 \le t \le 1$.",
            Role.OURS,
            unhunted="an identity in one number $t$, which the engine decides at every value",
        ),
        Part(
            "no-collapse",
            r"At $n = 2 d$ the cross-polytope has $R_{sym} = \frac{\pi^2}{4 (2 d - 1)}$; for $d = 2$ the directions at "
            r"0, $\frac{\pi}{4}$, $\frac{\pi}{2}$ and $\frac{3 \pi}{4}$ have less, $\frac{\pi^2}{24}$: it is not least "
            r"at the cross-polytope there.",
            Role.OURS,
            strength=PROVED,
            universal=False,
        ),
    ),
)
