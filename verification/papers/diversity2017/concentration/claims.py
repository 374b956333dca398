"""Lemma 9 and what holds in its place, the set of good units (27), and a remark on U-statistics."""

from verification.claim import CERTIFIED, DERIVED, PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import SLICES, UNITS

UNIFORM = (
    UNITS
    | SLICES
    | {
        "V_d": r"$\frac14 - E k^2 = \frac{3}{16} - \frac{\psi_1(d/2)}{8 \pi^2}$, from $\frac16$ at "
        r"$d = 2$ to below $\frac{3}{16}$"
    }
)
GOOD = UNIFORM | {r"\mathcal{G}_W": r"the units for which the bound of Lemma 9 holds, at a $\delta \le \frac12$"}
BETWEEN = Step(
    r"$\frac16 \le V_d < \frac{3}{16}$: the trigamma function falls to 0, and $V_2 = \frac16$.",
    uses="ours.pair-moments:closed-form",
)

lemma_9 = Claim(
    id="diverse.lemma-9",
    source=PAPER.section("", "Lemma 9", "reconstructed"),
    status=Status.FALSE,
    title="The discrepancy of random units, for every confidence",
    says=r"There is a constant $c_g$ such that for all $n$, $d$ and $0 < \delta < 1$, independent uniform units have "
    r"$L_2(W)^2 \le c_g \left( \sqrt{\frac{\log d \, \log(1/\delta)}{n d}} + \frac{\log(1/\delta)}{n} \right)$ with "
    r"probability at least $1 - \delta$.",
    where=UNIFORM,
    reading=r"The roots and fractions are lost in part in our copy; what follows in the text, $L_2 = "
    r"\tilde O((n d)^{-1/4})$, and Corollary 4 fix them.",
    reason=r"As $\delta$ tends to 1 the bound tends to 0, and $L_2^2$ does not: for one unit it is $V_d$, whatever the "
    "unit.",
    repair=r"For $\delta \le \frac12$ it holds with $c_g = 1.05$, and the second term alone does; for all $\delta$ see "
    "the sharp version.",
    parts=(
        Part(
            "every-confidence",
            r"With some $c_g$ the bound has probability at least $1 - \delta$ for all $0 < \delta < 1$.",
            expected=False,
            refuted_by="one-unit",
        ),
        Part(
            "one-unit",
            r"For $n = 1$, $L_2^2 = V_d \ge \frac16$ for sure, and for every $c_g \ge 1$ the bound is smaller at "
            r"$\delta = e^{- 1 / (400 c_g^2)}$: it fails always.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why="all constants at once",
            argument=(
                Step(r"For one unit $L_2^2 = \frac14 - E k^2 = V_d$.", uses="diverse.theorem-8:identity"),
                BETWEEN,
                Step(
                    r"With $\log(1/\delta) = \frac{1}{400 c_g^2}$ the bound is $\frac{1}{20} \sqrt{\frac{\log d}{d}} + "
                    r"\frac{1}{400 c_g} < \frac16$.",
                    cites=r"$\log d \le d$",
                ),
            ),
            unhunted="it holds for every constant, each of which refutes the bound by itself",
        ),
        derived(
            "half-confidence",
            r"$P \left( L_2(W)^2 > 1.05 \, \frac{\log(1/\delta)}{n} \right) \le \delta$ for all $n$, $d$ and $0 < "
            r"\delta \le \frac12$.",
            "units in any number and dimension",
            Step(
                r"$L_2 \le (\sqrt{V_d} + \frac12 \sqrt{\log(1/\delta)}) / \sqrt n$ but for a probability of $\delta$.",
                uses="ours.lemma-9-sharp:tail",
            ),
            BETWEEN,
            Step(
                r"For $\log(1/\delta) \ge \log 2$ its square is at most $(\frac12 + \sqrt{3 / (16 \log 2)})^2 "
                r"\frac{\log(1/\delta)}{n}$.",
                cites=r"$\frac{1}{\sqrt s}$ falls in $s$",
            ),
            Step(r"The factor is below 1.05.", uses="constant"),
            role=Role.REPAIRED,
            unhunted="a frequency, which no draw refutes: exact for two units in two and three inputs",
        ),
        Part(
            "constant",
            r"$\left( \frac12 + \sqrt{\frac{3}{16 \log 2}} \right)^2 < 1.05$.",
            Role.OURS,
            strength=CERTIFIED,
            why="a number, in balls",
            universal=False,
        ),
    ),
)

lemma_9_sharp = Claim(
    id="ours.lemma-9-sharp",
    source=PAPER.section("", "in the place of Lemma 9", "ours"),
    status=Status.TRUE,
    title="The discrepancy of random units, for every confidence, with its constants",
    says=r"$P \left( L_2(W) > \frac{\sqrt{V_d} + \frac12 \sqrt{\log(1/\delta)}}{\sqrt n} \right) \le \delta$ for "
    r"independent uniform units and all $n$, $d \ge 2$ and $0 < \delta < 1$; $E \, L_2(W)^2 = \frac{V_d}{n}$.",
    where=UNIFORM,
    parts=(
        derived(
            "mean",
            r"$E \, L_2(W)^2 = \frac{V_d}{n}$.",
            "units in any number and dimension",
            Step(
                r"Of the $n^2$ terms of the sum, $n$ are $\frac14$ and the others have the mean $E k^2$.",
                uses="diverse.theorem-8:identity",
            ),
            unhunted="an equality of means, for which a simulation stands",
        ),
        derived(
            "variance",
            r"$\mathrm{Var} \, L_2(W)^2 = \frac{2 (n - 1)}{n^3} \mathrm{Var} \, k^2$: of the order $\frac{1}{n^2}$.",
            "units in any number and dimension",
            Step(
                r"$L_2^2$ is $\frac{2}{n^2} \sum_{i < j} k(w_i \cdot w_j)^2$ and a constant.",
                uses="diverse.theorem-8:identity",
            ),
            Step(
                r"Given $w_i$, $k(w_i \cdot w_j)^2$ has the mean $E k^2$, whatever $w_i$ is: the terms of different "
                r"pairs are not correlated, and the variance is $\frac{4}{n^4} \cdot \frac{n (n - 1)}{2}$ times that "
                r"of one.",
                cites="the uniform law does not change under rotations",
            ),
            unhunted="an equality of means, for which a simulation stands",
        ),
        derived(
            "one-unit-moved",
            r"Where one of $n$ units is replaced, $L_2$ changes by at most $\frac{1}{n \sqrt2}$.",
            "units in any number and dimension",
            Step(
                r"$L_2$ is the length of $\frac1n \sum_k (1[w_k \in S_{xy}] - A(S_{xy}))$ as a function of $x, y$: it "
                r"changes by at most $\frac1n$ times that of $1[w \in S_{xy}] - 1[w' \in S_{xy}]$.",
                cites="the triangle inequality in the square-integrable functions",
            ),
            Step(
                r"The square of this length is $\frac14 + \frac14 - 2 k(w \cdot w')^2 \le \frac12$.",
                uses="diverse.theorem-8:both-active",
            ),
        ),
        derived(
            "tail",
            r"$P \left( L_2(W) > \frac{\sqrt{V_d} + \frac12 \sqrt{\log(1/\delta)}}{\sqrt n} \right) \le \delta$.",
            "units in any number and dimension",
            Step(r"$E \, L_2 \le \sqrt{E \, L_2^2} = \sqrt{V_d / n}$.", uses="mean"),
            Step(r"Each unit by itself changes $L_2$ by at most $c = \frac{1}{n \sqrt2}$.", uses="one-unit-moved"),
            Step(
                r"So $P(L_2 > E \, L_2 + t) \le e^{- 2 t^2 / (n c^2)} = e^{- 4 n t^2}$, which is $\delta$ at $t = "
                r"\frac12 \sqrt{\log(1/\delta) / n}$.",
                cites="McDiarmid 1989, the method of bounded differences",
            ),
            unhunted="a frequency, which no draw refutes: exact for two units in two and three inputs",
        ),
    ),
)

equation_27 = Claim(
    id="diverse.equation-27",
    source=PAPER.section("", "equation (27) and what is said of it", "reconstructed"),
    status=Status.FALSE,
    title="Good units need not have a discrepancy of the stated order",
    says=r"$L_2(W) = \tilde O((n d)^{-1/4})$ for any $W \in \mathcal{G}_W$.",
    where=GOOD,
    reading=r"The set is defined by the bound of Lemma 9, with its $\delta$; $\tilde O$ hides constants and powers of "
    "logarithms. The definition stands; what is said of any units in it is the statement here.",
    reason=r"The second term of the bound, of the order $\frac1n$, is not below the first where there are many more "
    r"inputs than units: one unit has $L_2^2 = V_d \ge \frac16$ in every dimension.",
    repair=r"$L_2(W) = \tilde O((n d)^{-1/4} + n^{-1/2})$, which is $\tilde O((n d)^{-1/4})$ where $d \le n$ up to "
    r"powers of logarithms.",
    parts=(
        Part(
            "rate",
            r"There are $c$ and $k$ with $L_2(W) \le c \, (1 + \log(n d))^k (n d)^{-1/4}$ for all $n$, $d$ and $W \in "
            r"\mathcal{G}_W$.",
            expected=False,
            refuted_by="one-unit",
        ),
        Part(
            "one-unit",
            r"For $n = 1$ and $c_g \ge 1$ every unit is in $\mathcal{G}_W$ and has $L_2 \ge \sqrt{1/6}$, while $c \, "
            r"(1 + \log d)^k d^{-1/4}$ tends to 0 for all $c$ and $k$.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why="all constants and powers at once",
            argument=(
                Step(r"For one unit $L_2^2 = V_d$.", uses="diverse.theorem-8:identity"),
                BETWEEN,
                Step(
                    r"The bound of Lemma 9 is at least $c_g \log 2 > \frac{3}{16}$ for $n = 1$ and $\delta \le "
                    r"\frac12$.",
                    cites=r"$\log 2 > \frac{3}{16}$",
                ),
                Step("Powers of logarithms grow more slowly than any power of $d$.", cites="elementary analysis"),
            ),
            unhunted="a limit, which no finite instance decides; shown for three pairs of constants",
        ),
        derived(
            "both-terms",
            r"$L_2(W) \le \sqrt{c_g} \left( (\log d \, \log(1/\delta))^{1/4} (n d)^{-1/4} + \sqrt{\log(1/\delta)} \, "
            r"n^{-1/2} \right)$ for $W \in \mathcal{G}_W$.",
            "all units of the set",
            Step(r"The root of the bound is at most the sum of the roots of its terms.", uses="roots"),
            role=Role.REPAIRED,
            unhunted="the definition of the set and the inequality of roots, which the engine decides",
        ),
        Part(
            "roots",
            r"$(\sqrt a + \sqrt b)^2 = a + b + 2 \sqrt{a b}$ for $a, b > 0$.",
            Role.OURS,
            unhunted="an identity in two numbers",
        ),
    ),
)

u_statistic = Claim(
    id="diverse.section-4.u-statistic",
    source=PAPER.section("4", "remark before Lemma 9", "reconstructed"),
    status=Status.FALSE,
    title="The squared discrepancy is more than a U-statistic less its mean",
    says=r"$L_2(W)^2$ is a U-statistic minus its expectation.",
    where=UNIFORM | {"R": r"$\frac{1}{n (n - 1)} \sum_{i \ne j} k(w_i \cdot w_j)^2$, the U-statistic, for $n \ge 2$"},
    reading="Our notes have the sentence, not its formula; the U-statistic can only be the mean of $k^2$ over pairs of "
    "different units, up to a factor.",
    reason=r"The sum of Theorem 8 has a diagonal, which leaves $\frac{V_d}{n}$: a square has no mean 0.",
    repair=r"$L_2^2 = \frac{n - 1}{n} (R - E R) + \frac{V_d}{n}$.",
    parts=(
        Part(
            "no-more",
            r"$L_2(W)^2 = c \, (R(W) - E R)$ with a factor $c > 0$.",
            expected=False,
            refuted_by="opposite-units",
        ),
        counterexample(
            "opposite-units",
            r"Two opposite units in the plane have $R = 0$, below its mean $E k^2 = \frac{1}{12}$, and $L_2^2 = "
            r"\frac{1}{24}$.",
            PROVED,
        ),
        derived(
            "with-the-diagonal",
            r"$L_2^2 = \frac{n - 1}{n} (R - E R) + \frac{V_d}{n}$ for $n \ge 2$, $E R = E k^2$.",
            "units in any number and dimension",
            Step(r"$L_2^2 = \frac{n - 1}{n} R + \frac{1}{4 n} - E k^2$.", uses="diverse.equation-28:discrepancy"),
            Step(r"That is the sum wanted, with $V_d = \frac14 - E k^2$.", uses="regrouped"),
            role=Role.REPAIRED,
            unhunted="an equality, affine in what Theorem 8 states",
        ),
        Part(
            "regrouped",
            r"$\frac{n - 1}{n} R + \frac{1}{4 n} - e = \frac{n - 1}{n} (R - e) + \frac1n \left( \frac14 - e \right)$.",
            Role.OURS,
            unhunted="an identity in three numbers",
        ),
    ),
)
