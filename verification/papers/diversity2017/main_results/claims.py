"""Theorems 1 and 3, their corollaries, and the uniform reading of Lemma 7 that they need."""

from verification.claim import CERTIFIED, CONSISTENT, DERIVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import BOUND, SLICES, STACKED, existing, printed

ALL = BOUND | STACKED | SLICES
LOST = "The display is lost in our copy. "
NEVER = "its assumption is never met, and nothing follows from what is never met"
NO_SUCH_DECAY = Step(
    r"The assumption, with constants $c > 0$ and $\beta < 1$ that do not depend on $m$, holds for a bounded "
    r"range of $m$ "
    "alone, in any number of inputs, which may grow with $m$: for large $m$ nothing is claimed.",
    uses="diverse.beta:below-every-such-power",
)
UNIFORM = (
    r"there is $c$ such that for all $d$, $m$ and $\delta$, with probability at least $1 - 2 m^2 e^{- \ln^2 d} - "
    r"\delta$ over the samples, $\|G_n - G\| \le c \, \rho(W)$ for all $W$ at once"
)

theorem_1 = Claim(
    id="diverse.theorem-1",
    source=PAPER.section("", "Theorem 1", "reconstructed"),
    status=Status.VACUOUS,
    title="The lower bound on the smallest singular value is promised to nobody",
    says=r"If $\gamma_m \ge c_0 m^{- \beta}$ with $\beta < 1$, then with probability at least $1 - m e^{- m "
    r"\gamma_m / 8} - "
    r"2 m^2 e^{- 4 \ln^2 d} - \delta$, for any $W$, $s_m(D)^2 \ge c_1 n m^{1 - \beta} - c_2 n \frac{\ln "
    r"d}{\sqrt d} \left( "
    r"m L_2 + m^{3/4} \ln^{1/4} \frac1\delta \sqrt{L_\infty L_2} + m^{1/2} \ln^{1/2} \frac1\delta \, L_\infty "
    r"\right)$.",
    where=ALL | {r"\beta, c_0, c_1, c_2": r"constants that do not depend on $m$, $n$ and $d$"},
    reading=LOST
    + r"It is Lemma 5 with the assumption on the decay put in. The term $n L_\infty$ of (17) is missing in it; "
    r"with $\beta < 1$ and large $m$ the first term absorbs it, as $L_\infty \le 1$. Read with $W$ chosen after the "
    "samples it needs Lemma 7 for all $W$ at once, which is false (last parts).",
    reason=r"For two or more samples the probability promised is below zero, as in Lemma 5; and no $\beta < 1$ "
    r"meets the "
    r"assumption for large $m$, since $m \gamma_m \le \frac12$. There are no sizes at which it would begin to say "
    "something.",
    repair="For fixed samples and random units ours.random-weights, for all units ours.schur-bound and equation 18.",
    parts=(
        printed(
            "bound",
            r"The bound holds with the probability stated, for $m \ge 2$.",
            "true because nothing is promised",
            Step(
                r"For $m \ge 2$ the probability stated is below zero.",
                uses="diverse.lemma-5:below-zero",
            ),
            NO_SUCH_DECAY,
            unhunted="a probability is never below zero, and the assumption is never met: there is nothing to find",
        ),
        derived(
            "no-more-than-units",
            r"$s_m(D)^2 \le \min_l \#\{k : w_k \cdot x_l \ge 0\} \le n$ for all units and unit samples, so that "
            r"$s_m(D)^2 \ge "
            r"c \, n m^{1 - \beta}$ is impossible where $c \, m^{1 - \beta} > 1$.",
            "networks of any size; exact on instances",
            Step(
                r"An eigenvalue of $D^\top D$ is at most the least entry of its diagonal, the number of units "
                r"active on a "
                "sample, for a unit sample.",
                uses="diverse.equation-18:gram",
            ),
            Step("There are $n$ units.", cites="counting"),
            unhunted="the least eigenvalue against the diagonal: the exact check draws networks as a hunt would",
        ),
        Part(
            "uniform",
            f"Lemma 7 for all units at once: {UNIFORM}.",
            Role.OURS,
            expected=False,
            refuted_by="units-after-samples",
        ),
        Part(
            "units-after-samples",
            r"For every $c$ there are $d$, $m$ and $\delta$ with $2 m^2 e^{- \ln^2 d} + \delta < 1$ such that "
            r"almost surely "
            r"there is a $W$ with $\|G_n - G\| > c \, \rho(W)$. With the probability of the theorem, $2 m^2 "
            r"e^{- 4 \ln^2 d}$, and "
            r"the proof's $c = 2 \sqrt 2$ these are $d = 16$, $m = 2 \cdot 10^6$, $\delta = \frac12$.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why="units in numbers without bound",
            argument=(
                Step(
                    r"For almost all samples some $W$ brings $\|G_n - G\| / \rho(W)$ above any number below "
                    r"$\frac{m}{2 d (d - 1)} / \left( 1 + \ln d \sqrt{\frac{4 m}{3 d} \ln \frac1\delta} \right)$.",
                    uses="ours.uniform-lemma-7-fails:every-constant",
                ),
                Step(
                    r"For $m = d^4$ and $\delta = \frac14$ this grows without bound with $d$, like $\sqrt d / "
                    r"\ln d$, and $2 "
                    r"m^2 e^{- \ln^2 d} = 2 e^{8 \ln d - \ln^2 d} < \frac34$ for $\ln d > 8.2$.",
                    cites="arithmetic",
                ),
            ),
            unhunted="units in numbers without bound; the plane, where they can be written down, is hunted",
        ),
        Part(
            "uniform-in-the-plane",
            r"In the plane, with $\delta = \frac12$ and $c = \sqrt 2 / \ln 2$, for which the proof's (21) needs "
            r"no chance: "
            r"$\|G_n - G\| \le c \, \rho(W)$ for all samples and all units.",
            Role.OURS,
            expected=False,
            refuted_by="forty-samples",
        ),
        counterexample(
            "forty-samples",
            r"$m = 40$ samples in the plane, $\frac{1}{160}$ of a turn apart, and $n = 4 \cdot 10^6$ units, equally "
            r"spaced but for 20 at "
            r"each end of each sample's half circle, which are moved across it: $\|G_n - G\| \ge 2 \cdot "
            r"10^{-4}$ and $c \, "
            r"\rho(W) < 1.25 \cdot 10^{-4}$.",
        ),
    ),
)

uniform = Claim(
    id="ours.uniform-lemma-7-fails",
    source=PAPER.section("", "beyond Lemma 7: units that know the samples", "ours"),
    status=Status.TRUE,
    title="Units chosen after the samples have a kernel matrix far from its mean, at a small discrepancy",
    says=r"Move the little mass $\frac h2$ of units across the boundary $x_l^\perp$ of each sample, near $q_l$ "
    r"and near $- "
    r"q_l$, $q_l \perp x_l$: all entries of $G_n - G$ become $- h \, x_i \cdot x_j$ at once, while $L_\infty$ "
    r"grows to $2 (d "
    r"- 1) h$ at most and $L_2$ by less. So Lemma 7, true for fixed units, fails for all units at once, with "
    r"any constant.",
    where=ALL | {"h": "twice the share of units that is moved at one place", "q_l": r"directions orthogonal to $x_l$"},
    parts=(
        derived(
            "every-constant",
            r"For $m \ge 2$ samples in general position and every $\epsilon > 0$ there is a $W$ with $\frac{\|G_n - "
            r"G\|}{\rho(W)} \ge (1 - \epsilon) \, \frac{m}{2 d (d - 1)} / \left( 1 + \ln d \sqrt{\frac{4 m}{3 d} \ln "
            r"\frac1\delta} \right)$.",
            "a limit of many units",
            Step(
                r"Start from the uniform law; for each $l$ and both signs reflect the mass $\frac h2$ of a cap "
                r"around $\pm q_l + "
                r"\eta x_l$ across $x_l^\perp$, the caps so small that only $x_l^\perp$ of all sample "
                r"boundaries meets them. "
                r"Then $S_{x_i x_j}$, $i \ne j$, loses $\frac h2$ at one of $\pm q_i$ and at one of $\pm q_j$; "
                r"$S_{x_i x_i}$ "
                r"loses $\frac h2$ at both. So $E_{ij} = - h$ throughout, and $G_n - G = - h X X^\top$.",
                cites="counting the caps on either side of the boundaries",
            ),
            Step(
                r"$\|X X^\top\| \ge \frac md$: its trace is $m$ and its rank at most $d$.",
                cites="linear algebra",
            ),
            Step(
                r"The boundary of a slice is in two hyperplanes, each of which comes near at most $d - 1$ of "
                r"the $\pm q_l$, "
                r"chosen in general position, once $\eta$ is small. One $l$ adds at most $h$: $L_\infty \le 2 "
                r"(d - 1) h$.",
                cites="d vectors in general position are orthogonal to no common direction; compactness",
            ),
            Step(
                r"As $\eta \to 0$ a random slice comes near any $\pm q_l$ with a chance that vanishes: $L_2 / h "
                r"\to 0$. What is "
                r"left of $\rho(W)$ is at most $L_\infty \left( 1 + \frac{\ln d}{\sqrt d} \sqrt{\frac43 m \ln "
                r"\frac1\delta} "
                r"\right)$.",
                cites="the definition of rho",
            ),
            Step(
                "Many units approximate this law on all slices at once, as closely as wanted against $h$.",
                cites="slices are a Vapnik-Chervonenkis class",
            ),
            unhunted="a limit of many units; the plane, where they can be written down, is hunted in Theorem 1",
        ),
        derived(
            "all-entries",
            r"In the plane, $N$ equally spaced units, $4 | N$, samples on the grid between them: with $s$ units "
            r"moved across "
            r"each end of each sample's half circle, no two ends within $s + 1$ places, every $E_{ij} = - "
            r"\frac{2 s}{N}$, "
            r"$L_\infty \le \frac{2 s + 2}{N}$ and $L_2^2 = \frac{1}{N^2} \left( \frac16 + \frac{2 m s (s + 1) "
            r"(2 s + 1)}{3 N} "
            r"\right)$.",
            "any numbers of units and samples; exact on instances",
            Step(
                r"The slice $S_{x_i x_j}$ is an arc with ends on the grid, of the size that its units make up. "
                r"It loses $s$ "
                "units at each end, or at both ends of a half circle.",
                cites="counting",
            ),
            Step(
                r"$N$ times the number of units up to $t$ less $t$ is a saw tooth between $\pm \frac12$ plus "
                r"one bump of $\pm s$ "
                r"at each end; the difference of two values is at most $2 s + 1$, and two opposite points have "
                r"at most $2 (s + "
                r"1)$ units.",
                cites="counting",
            ),
            Step(
                r"$L_2^2$ is twice the variance of this function, over $N^2$; saw tooth and bumps are "
                r"orthogonal, and the bumps, "
                r"staircases of the heights $s, s - 1, \dots, 1$, sum to 0.",
                uses="variance",
            ),
            unhunted="equalities of fractions for each set of ends: the exact check draws them",
        ),
        derived(
            "variance",
            r"For units in the plane, $L_2(W)^2 = 2 \, \mathrm{Var} \, D(t)$, where $D(t)$ is the share of "
            r"units in $[0, t]$ "
            r"less $t$ and $t$ is uniform in turns.",
            "any units; exact on instances",
            Step(
                r"A slice is an arc whose begin is uniform and whose length is uniform up to half a turn; its "
                r"discrepancy is "
                r"the difference of $D$ at its ends, almost surely.",
                uses="diverse.equations-11-to-15:area",
            ),
            Step(
                "The square is that of the complementary arc: both ends may be taken uniform and independent.",
                cites="the whole circle has no discrepancy",
            ),
            Step(
                "The mean square of a difference of two independent equal variables is twice the variance.",
                cites="moments",
            ),
            unhunted="an equality for each set of units: the exact check compares it with the integral over slices",
        ),
        Part(
            "sizes",
            r"The quotient in every-constant is above $4.4$ at $(d, m, \delta) = (16, 2 \cdot 10^6, \frac12)$, "
            r"where $2 m^2 e^{- "
            r"4 \ln^2 d} + \delta < 0.86$, and above 250 at $(2^{14}, 10^{20}, \frac12)$, where $2 m^2 e^{- "
            r"\ln^2 d} + \delta < "
            "0.76$.",
            Role.OURS,
            strength=CERTIFIED,
            why="logarithms in balls",
            universal=False,
        ),
    ),
)

theorem_3 = Claim(
    id="diverse.theorem-3",
    source=PAPER.section("", "Theorem 3", "reconstructed"),
    status=Status.VACUOUS,
    title="The bound on the loss by the gradient is promised to nobody",
    says=r"Under the assumptions of Theorem 1 and with its probability, for all units of a class with small "
    r"discrepancy, "
    r"$\frac{1}{2 m} \sum_l (f(x_l) - y_l)^2 \le c \, \frac{m^\beta}{n} \left\| \frac{\partial L}{\partial W} "
    r"\right\|^2$, and "
    r"the expected loss is at most that plus a term of the order $(C_W^2 + Y^2) \sqrt{\frac1m \ln \frac1\delta}$.",
    where=ALL | {"C_W, Y": r"bounds on $\sum_k |w_k|$ and on the targets"},
    reading=LOST
    + r"The factor follows from (7) and Theorem 1. What is in the brace of the statement is lost; only the least "
    "of its members can be meant.",
    reason=r"Its probability is that of Theorem 1, below zero for two or more samples, and its assumption "
    r"$\beta < 1$ is never "
    "met for large $m$. Read for all units at once it needs the uniform reading of Lemma 7, which is false.",
    repair=r"Where $s_m(D) > 0$, $L \le \frac{m}{2 s_m(D)^2} \left\| \frac{\partial L}{\partial W} \right\|^2$ "
    r"(equation 7), "
    "with any bound on $s_m(D)$ that holds.",
    parts=(
        printed(
            "bound",
            r"Both bounds hold with the probability stated, for $m \ge 2$.",
            "true because nothing is promised",
            Step(r"For $m \ge 2$ the probability stated is below zero.", uses="diverse.lemma-5:below-zero"),
            NO_SUCH_DECAY,
            unhunted="a probability is never below zero, and the assumption is never met: there is nothing to find",
        ),
        Part(
            "factor",
            r"With $r_l = \frac1m (f(x_l) - y_l)$, $s^2 = c \, n m^{1 - \beta}$ and $|r|^2 \le |g|^2 / s^2$: "
            r"$\frac{1}{2 m} \sum_l (m "
            r"r_l)^2 = \frac m2 |r|^2$, and $\frac m2 \cdot \frac{|g|^2}{s^2} = \frac{m^\beta}{2 c \, n} |g|^2$.",
            Role.OURS,
            unhunted="identities in a few numbers, which the engine decides at every value",
        ),
        existing(
            "bounded-samples",
            r"That samples are bounded would not do: for $x_1 = x_2 = (1, 0)$, $y = (1, -1)$, $w_1 = w_2 = (1, "
            r"0)$, $v = (1, -1)$ the "
            r"gradient is 0 and the loss $\frac12$. Uniform samples differ almost surely.",
        ),
    ),
)

corollary_2 = Claim(
    id="diverse.corollary-2",
    source=PAPER.section("", "Corollary 2", "reconstructed"),
    status=Status.VACUOUS,
    title="No kernel decays as slowly as the corollary asks",
    says=r"If $\gamma_m \ge c_0 m^{- \beta}$ with $\beta < 1$, $n$ and $d$ are at least of the order $m^\beta$ "
    r"up to logarithms, "
    r"and $L_2(W)$ is at most of the order $(n d)^{- 1/4}$, then $s_m(D)^2 \ge c \, m$ with probability at "
    r"least $1 - c' m^{- \ln m} "
    r"- \delta$.",
    where=ALL | {r"\beta, c_0, c, c'": r"constants that do not depend on $m$, $n$ and $d$"},
    reading=LOST + r"The powers are those at which the terms of Theorem 1 balance; the class is that of (27).",
    reason=r"The probability is not below zero, but the assumption is met by no $\beta < 1$ with a constant "
    r"independent of $m$, "
    r"for unboundedly many $m$: $m \gamma_m \le \frac12$. It says something at no size.",
    repair="For random units ours.random-weights; for all units and $m \\le d$, which is $\\beta = 1$, "
    "ours.schur-bound.",
    parts=(
        printed(
            "bound",
            r"Under its assumptions, for large $m$, $s_m(D)^2 \ge c \, m$ with the probability stated.",
            NEVER,
            NO_SUCH_DECAY,
            unhunted="the assumption is never met: there is nothing to find",
        ),
        derived(
            "impossible",
            r"Its conclusion cannot be had with $n$ of the order $m^\beta$ up to logarithms, $\beta < 1$: "
            r"$s_m(D)^2 \ge c \, m$ asks for $n "
            r"\ge c \, m$ units.",
            "networks of any size; exact on instances",
            Step(r"$s_m(D)^2 \le n$.", uses="diverse.theorem-1:no-more-than-units"),
            Step(
                r"$m^\beta$ times a power of $\ln m$ is below $c \, m$ for large $m$.",
                cites="powers outgrow logarithms",
            ),
            unhunted="it follows from the bound by the number of units, for each network",
        ),
        Part(
            "balance",
            r"With $n = d = m^\beta$, $L_2 = (n d)^{- 1/4}$ and $L_\infty \le 1$ the terms $m L_2$, $m^{3/4} "
            r"\sqrt{L_2}$ and $m^{1/2}$ of "
            r"Theorem 1, over $\sqrt d$, are the powers $m^{1 - \beta}$, $m^{3 (1 - \beta) / 4}$ and $m^{(1 - "
            r"\beta) / 2}$, and $n m^{1 - "
            r"\beta} = m$.",
            Role.OURS,
            unhunted=r"identities in $m$ and $\beta$, which the engine decides at every value",
        ),
        Part(
            "chance",
            r"With $d = m^\beta$, $\ln (m^2 e^{- 4 \ln^2 d}) = - \ln^2 m + 2 \ln m - (4 \beta^2 - 1) \ln^2 m$: "
            r"below $m^{- \ln m}$ times a "
            r"constant only for $\beta > \frac12$, which the probability stated needs beside $\beta < 1$.",
            Role.OURS,
            unhunted=r"an identity in $m$ and $\beta$, which the engine decides at every value",
        ),
    ),
)

corollary_4 = Claim(
    id="diverse.corollary-4",
    source=PAPER.section("", "Corollary 4", "reconstructed"),
    status=Status.VACUOUS,
    title="Most of the weights are diverse, and still nothing follows",
    says=r"Of the class of units with $\sum_k |w_k| \le C_W$ all but a share $\delta$ by volume have a "
    r"discrepancy of the order of (27); "
    r"for them, under the assumptions of Corollary 2, both bounds of Theorem 3 hold with $\frac{m^\beta}{n}$ of "
    r"the order 1.",
    where=ALL | {"C_W": r"a bound on $\sum_k |w_k|$", r"\beta": "as in Corollary 2"},
    reading=LOST
    + r"The class is the one of the generalisation bound; any other that lengths of units decide would do.",
    reason=r"The share is right, but the bounds rest on Corollary 2, whose assumption is met by no $\beta < 1$. "
    r"Where $d$ is much "
    r"larger than $n$, moreover, the discrepancy of random units is of the order $n^{-1/2}$ and not $(n "
    r"d)^{-1/4}$; that gap closes "
    "(last part).",
    repair="For random units ours.random-weights.",
    parts=(
        printed(
            "bound",
            "Under its assumptions, for large $m$, both bounds hold with the probability stated.",
            NEVER,
            NO_SUCH_DECAY,
            unhunted="the assumption is never met: there is nothing to find",
        ),
        printed(
            "share",
            r"By volume, the directions of the units in $\{W : \sum_k |w_k| \le C_W\}$ are independent and "
            r"uniform: the share of the class "
            "in any set that directions decide is the probability of that set for random units.",
            "a change of variables",
            Step(
                r"In polar coordinates the volume is $\prod_k |w_k|^{d - 1}$ times lengths and directions, and "
                r"the class restricts "
                "lengths alone.",
                cites="polar coordinates",
            ),
            unhunted="an equality of two laws, which a simulation compares",
        ),
        Part(
            "gap",
            r"With $L_2 = n^{- 1/2}$ and $n = a m^\beta$, $d = b m^\beta$, the terms of Theorem 1 over $\sqrt "
            r"d$ are $\frac{m^{1 - \beta}}{\sqrt{a "
            r"b}}$, $\frac{m^{3 (1 - \beta) / 4}}{a^{1/4} b^{1/2}}$ and $\frac{m^{(1 - \beta) / 2}}{b^{1/2}}$: "
            r"none grows with $a$ or "
            "$b$, so that lower bounds on $n$ and $d$ suffice.",
            Role.OURS,
            unhunted=r"identities in $m$, $\beta$, $a$ and $b$, which the engine decides at every value",
        ),
    ),
)

loss_range = Claim(
    id="diverse.section-6.range-of-the-loss",
    source=PAPER.section("6", "the range of the loss", "reconstructed"),
    status=Status.TRUE,
    title="The range of the loss in the generalisation bound",
    says=r"$0 \le \frac12 (y - f(x))^2 \le Y^2 + C_W^2$ for $|y| \le Y$, $\sum_k |w_k| \le C_W$ and unit samples.",
    where={"f(x)": r"$\sum_k v_k \max(w_k \cdot x, 0)$, $v_k = \pm 1$", "Y, C_W": "bounds on targets and on the class"},
    reading=LOST + "Our notes have the range; the class is that of Corollary 4.",
    parts=(
        printed(
            "range",
            r"$\frac12 (y - f(x))^2 \le Y^2 + C_W^2$.",
            "any units, samples and targets",
            Step(r"$|f(x)| \le \sum_k |w_k| |x| \le C_W$.", cites="the Cauchy-Schwarz inequality"),
            Step(r"$y^2 + f^2 - \frac12 (y - f)^2 = \frac12 (y + f)^2 \ge 0$.", uses="square"),
            unhunted="one square that is not negative, beside the Cauchy-Schwarz inequality",
        ),
        Part(
            "square",
            r"$y^2 + f^2 - \frac12 (y - f)^2 = \frac12 (y + f)^2$.",
            Role.OURS,
            unhunted="an identity in two numbers, which the engine decides at every value",
        ),
    ),
)

rademacher = Claim(
    id="diverse.section-6.rademacher",
    source=PAPER.section("6", "the complexity of the class", "reconstructed"),
    status=Status.OPEN,
    title="The Rademacher complexity of the class",
    says=r"$E \sup_W \frac1m \sum_l \epsilon_l f(x_l) \le \frac{C_W}{\sqrt m}$ for independent signs $\epsilon_l$.",
    where={
        "f(x)": r"$\sum_k v_k \max(w_k \cdot x, 0)$, $v_k = \pm 1$ and free, $\sum_k |w_k| \le C_W$",
        "x_l": "unit samples, shape (m, d)",
    },
    reading=LOST
    + "Our notes have the bound; the contraction that is usually cited gives twice as much where both signs are "
    "admitted.",
    reason=r"With signs $v_k = \pm 1$ the supremum is $C_W$ times that of $\frac1m |\sum_l \epsilon_l \max(w "
    r"\cdot x_l, 0)|$ over unit "
    r"$w$; contraction gives $\frac{2 C_W}{\sqrt m}$. Whether the factor 2 can be left out for all samples is "
    r"not known to us.",
    parts=(
        Part(
            "bound",
            r"$E \sup_{|w| = 1} |\sum_l \epsilon_l \max(w \cdot x_l, 0)| \le \sqrt m$ for all unit samples.",
            expected=None,
            strength=CONSISTENT,
            why="not known",
        ),
        derived(
            "twice",
            r"$E \sup_{|w| = 1} |\sum_l \epsilon_l \max(w \cdot x_l, 0)| \le 2 \sqrt m$.",
            "any samples",
            Step(
                r"The supremum of the size is at most the sum of those of both signs, each at least 0 as $w = "
                r"0$ may be added, and both "
                r"have one law: at most $2 E \sup_{|w| \le 1} \sum_l \epsilon_l \max(w \cdot x_l, 0)$.",
                cites="signs are symmetric",
            ),
            Step(
                r"That mean is at most $E \sup_{|w| \le 1} \sum_l \epsilon_l \, w \cdot x_l = E |\sum_l "
                r"\epsilon_l x_l| \le \sqrt m$.",
                cites="contraction, Ledoux and Talagrand 1991, Theorem 4.12",
            ),
            unhunted="a mean over signs, enumerated for samples in the plane",
        ),
    ),
)
