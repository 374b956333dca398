"""Theorems 1 and 3 and their corollaries, with the uniform reading of Lemma 7 that they need."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.diversity2017.main_results.generalisation import loss_range as loss_range
from verification.papers.diversity2017.main_results.generalisation import rademacher as rademacher
from verification.papers.diversity2017.main_results.uniform import uniform as uniform
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import BOUND, LOST, SLICES, STACKED, existing, printed

ALL = BOUND | STACKED | SLICES
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
