"""Proposition 2, Lemmas 6 and 7: random data with fixed patterns, the sizes they need, and a chi-square tail."""

from verification.claim import CERTIFIED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import PATTERN, printed, repaired

RANK = "ours.rank-by-matroid-union:rank"
ANY = "patterns of any size; exact on instances"
WHERE = PATTERN | {
    r"s_{\min}(\Lambda_I)": r"the least of the $\min(|I|, d)$ singular values of the rows in $I$",
    "L'": r"$\frac12 \|(I - P[\tilde D]) Y\|^2$, the formula (B.1)",
    r"\delta, t": "positive numbers",
}
HYPOTHESIS_I = (
    r"$m \ge 64 \ln^2 (\frac{k m}{\delta^2}) k$ and $s_{\min}(\Lambda_I) \ge \delta$ for all $|I| \ge \frac m2$"
)
HYPOTHESIS_II = (
    r"$d d_x \ge 2 m \ln^2 \frac{m d}{\delta}$, $d_x \ge \ln^2 (d m)$ and $s_{\min}(\Lambda_I) \ge \delta$ for all "
    r"$|I| \le \frac d2$"
)
CHANCE_I = r"$1 - e^{-m / (64 \ln (k m / \delta^2))} - 2 e^{-t}$"
CHANCE_II = r"$1 - 2 e^{-d_x / 20}$"
LOST = (
    r"Square roots, signs and primes are lost in our copy; $\sqrt{t / m}$ is read with the root, as the proof by "
    r"Lemma 7 needs it, and $s_{\min}$ of $|I| \times d$ entries as the least of $\min(|I|, d)$ singular values. That "
    "slopes may be below $-1$ is our reading of a lost sign; the examples of one sample do not need it."
)
REASON = (
    r"One sample and two units meet (i), with a rank that one row cannot have. For $d = 1$ the condition of (ii) on "
    r"$\Lambda$ is void (E11). Slopes below $-1$, where they are admitted, make $\delta$ as large as one likes (E12), "
    "in (i) and in (ii). The printed proof of (ii) needs a logarithm of about 80 and more, and does not go through at "
    "sizes in use."
)
PARTS = {
    "two-units": r"$m = d_x = 1$, $\Lambda = (1, 1)$, $\delta^2 = 1.9$: (i) holds, the rank 2 is claimed with a "
    "chance of "
    r"more than $\frac14$ for large $t$; one row has rank 1 at most",
    "steep-slope": r"E12: $d = 1$, $m = 2$, $d_x = 12$, $\Lambda = -5$, $\delta^2 = 23$: (i) holds, the rank 12 is "
    "claimed "
    r"with a chance of more than $\frac12$ for large $t$; two rows have rank 2 at most",
    "no-unit": r"E11: $d = m = 1$, $d_x = 14$, $\Lambda = 0$, $\delta = 1$: (ii) holds, as no $I$ is as small as "
    r"$\frac12$ but the empty one, and the claimed chance is positive; $\tilde D = 0$",
    "steep-rows": r"E12: $d = 2$, $m = 70$, $d_x = 25$, $\Lambda = -100$, $\delta = 100 \sqrt2$: (ii) holds with a "
    "claimed "
    r"chance of more than $\frac25$; $\tilde D = -100 (X \; X)$ has rank 25 at most",
}


def examples(*ends: str) -> tuple[Part, ...]:
    """The four counterexamples, each with what it means for the claim."""
    return tuple(counterexample(name, f"{says}{end}.") for (name, says), end in zip(PARTS.items(), ends, strict=True))


COLUMNS = (
    Step(
        r"Let $m \ge 2$ and the entries be of size at most 1. Of $\lceil \frac m2 \rceil$ rows the least singular "
        r"value is at most the length of a column where they are $d$ or more, $\delta^2 \le \lceil \frac m2 \rceil$, "
        r"and of a row where they are fewer, $\delta^2 \le d$. Either way $\frac{k m}{\delta^2} \ge \frac32$, and "
        r"$m \ge 64 \ln^2 (\frac32) k \ge 10 k$; so they are more than $d$.",
        cites=r"a column of $|I|$ entries has at most the squared length $|I|$, a row of $d$ at most $d$; $k = d_x d$",
    ),
    Step(
        r"Any half of the rows has rank $d$. A set $T$ of fewer rows gives at least $m - |T| \ge \frac m2 \ge k$ in "
        r"the "
        r"formula, a larger one at least $d_x d = k$, that of all rows $k$: the rank is $k$ almost surely.",
        uses=RANK,
    ),
)
ROWS = (
    Step(
        r"Rows have length $\sqrt d$ at most: $\delta \le \sqrt d$, $d_x \lfloor \frac d2 \rfloor \ge \frac{d d_x}{3} "
        r"\ge "
        r"\frac23 m \ln^2 (m \sqrt d) \ge m$ for $m \sqrt d \ge 3.41$. For $m = d = 2$, $d_x \ge 3$ follows; $m = 1$ "
        r"is "
        "plain.",
        cites="arithmetic",
    ),
    Step(
        r"Any $f = \lfloor \frac d2 \rfloor$ rows are independent: a set $T$ of at most $f$ rows gives "
        r"$m + (d_x - 1) |T|$ in the formula, a larger one $m - |T| + d_x f \ge m$: the rank is $m$ almost surely.",
        uses=RANK,
    ),
)

lemma_6 = Claim(
    id="width.lemma-6",
    source=PAPER.section("B", "Lemma 6", "reconstructed"),
    status=Status.FALSE,
    title="The rank of a fixed pattern with random samples",
    says=rf"(i) If {HYPOTHESIS_I}, then $\mathrm{{rank}} \tilde D \ge k$ with a chance of at least {CHANCE_I}. (ii) If "
    rf"{HYPOTHESIS_II}, then $\mathrm{{rank}} \tilde D = m$ with a chance of at least {CHANCE_II}.",
    where=WHERE,
    reason=REASON + r" In (i) $t$ has no use; 'singular value at least $\frac{\delta^2}{4 L}$' is of a squared one.",
    repair=r"For entries of size at most 1, $m \ge 2$ in (i) and $d \ge 2$ in (ii): almost surely.",
    reading=LOST,
    parts=(
        Part("i", "(i) as printed.", expected=False, refuted_by="two-units"),
        Part("ii", "(ii) as printed.", expected=False, refuted_by="no-unit"),
        *examples("", "", ", of rank 0 where $m = 1$", ""),
        repaired(
            r"For entries of size at most 1 and $m \ge 2$ the hypotheses of (i) give $\mathrm{rank} \tilde D = k$ "
            r"almost "
            "surely.",
            ANY,
            *COLUMNS,
            name="repaired-i",
            unhunted="a rank that random samples have with probability 1, which the exact check takes at nets "
            "in fractions",
        ),
        repaired(
            r"For entries of size at most 1 and $d \ge 2$ those of (ii) give $\mathrm{rank} \tilde D = m$ almost "
            r"surely.",
            ANY,
            *ROWS,
            name="repaired-ii",
            unhunted="a rank that random samples have with probability 1, which the exact check takes at nets "
            "in fractions",
        ),
    ),
)

proposition_2 = Claim(
    id="width.proposition-2",
    source=PAPER.section("3", "Proposition 2", "reconstructed"),
    status=Status.FALSE,
    title="The loss for random data and fixed patterns",
    says=rf"(i) If {HYPOTHESIS_I}, then $L' \le (1 + 6 \sqrt{{t / m}}) \frac{{m - k}}{{2 m}} \|Y\|^2$ with a chance "
    rf"of at "
    rf"least {CHANCE_I}. (ii) If {HYPOTHESIS_II}, then $L' = 0$ with a chance of at least {CHANCE_II}.",
    where=WHERE,
    assumptions=("The pattern is fixed before the data are drawn: ours.wendel says what that means.",),
    reason=REASON,
    repair=r"For entries of size at most 1, $m \ge 2$ in (i) and $d \ge 2$ in (ii), of the formula (B.1).",
    reading=LOST,
    parts=(
        Part("i", "(i) as printed.", expected=False, refuted_by="two-units"),
        Part("ii", "(ii) as printed.", expected=False, refuted_by="no-unit"),
        *examples(
            r": the bound $\frac{m - k}{2 m}$ is negative, and $L'$ is not",
            r": the bound $\frac{m - k}{2 m}$ is negative, and $L'$ is not",
            r", and $L' = \frac12 Y^2 > 0$ for every $Y \ne 0$",
            r", so that $L' > 0$ for every $Y$ outside the 25 dimensions that its columns span",
        ),
        derived(
            "slack",
            r"$(1 + 2 \frac su + 2 \frac{s^2}{u^2}) \le (1 + 6 s)(1 - 2 s)$ for $0 \le s \le \frac18$ and "
            r"$0.948 \le u \le 1$.",
            "it grows with one variable",
            Step(
                r"The difference is $s (4 - 12 s - \frac2u - \frac{2 s}{u^2})$. Its second factor grows with $u$ and "
                r"falls with $s$: it is least at $u = 0.948$ and $s = \frac18$, where it is above $\frac1{10}$.",
                cites="monotone functions of one variable",
            ),
            unhunted="an inequality of two numbers on a rectangle, which balls cover wholly",
        ),
        repaired(
            r"(i) holds for entries of size at most 1, $m \ge 2$ and every $t$, even with a chance of at least "
            r"$1 - 2 e^{-t}$.",
            "patterns of any size",
            Step(r"The rank is $k$ almost surely, and $m \ge 10 k$.", uses="width.lemma-6:repaired-i"),
            Step(r"$2 L' \sim \chi^2_{m - k}$.", uses="ours.beta-law:law"),
            Step(
                r"With $s = \sqrt{t / m}$ and $u = \sqrt{(m - k) / m}$: $2 L' \le (m - k)(1 + \frac{2 s}{u} + "
                r"\frac{2 s^2}{u^2})$, but for a chance of $e^{-t}$,",
                uses="width.lemma-7:upper",
            ),
            Step(r"and $\|Y\|^2 \ge m (1 - 2 s)$, but for another.", uses="width.lemma-7:lower"),
            Step(
                r"As $u^2 \ge \frac{9}{10}$, for $s \le \frac18$ the quotient is at most $(1 + 6 s) \frac{m - k}{m}$.",
                uses="slack",
            ),
            Step(
                r"For $s > \frac18$ the bound is larger than $\frac12 \|Y\|^2$, which $L'$ never exceeds: "
                r"$\frac74 \cdot \frac{9}{10} > 1$.",
                cites="arithmetic",
            ),
            name="repaired-i",
            unhunted="a chance over random samples, for which one draw shows nothing",
        ),
        repaired(
            r"(ii) holds for entries of size at most 1 and $d \ge 2$: $L' = 0$ almost surely.",
            ANY,
            Step(r"$\tilde D$ has rank $m$ almost surely.", uses="width.lemma-6:repaired-ii"),
            Step("Then its range is everything.", cites="rank"),
            name="repaired-ii",
            unhunted="a chance over random samples, for which one draw shows nothing",
        ),
    ),
)

lemma_7 = Claim(
    id="width.lemma-7",
    source=PAPER.section("B", "Lemma 7", "reconstructed"),
    status=Status.TRUE,
    title="Tails of weighted sums of squares",
    says=r"For $0 \le a_i \le K$, not all 0, and independent standard normal $g_i$, with "
    r"$Z = \sum_i a_i^2 (g_i^2 - 1)$: $P(Z \ge 2 \sqrt t (\sum_i a_i^4)^{1/2} + 2 K^2 t) \le e^{-t}$ and "
    r"$P(Z \le -2 \sqrt t (\sum_i a_i^4)^{1/2}) \le e^{-t}$.",
    where={
        "a_i, K": "weights, not all 0, and a bound on them",
        "g_i": "independent standard normal variables",
        "t": "positive",
    },
    reading="Square roots are lost in our copy; the lemma is the known one, with the weights $a_i^2$. That they are "
    "not all 0 is our addition: for weights 0 alone $Z = 0$, which is the second event.",
    parts=(
        printed(
            "upper",
            r"$P(Z \ge 2 \sqrt t (\sum_i a_i^4)^{1/2} + 2 K^2 t) \le e^{-t}$.",
            "any weights; equal ones certified",
            Step(
                r"For weights $\alpha_i \ge 0$: $P(\sum_i \alpha_i (g_i^2 - 1) \ge 2 |\alpha|_2 \sqrt t + "
                r"2 |\alpha|_\infty t) \le e^{-t}$. Take $\alpha_i = a_i^2 \le K^2$.",
                cites="Laurent and Massart 2000, Lemma 1",
            ),
            unhunted="a tail of a random variable, enclosed by the certified check; no draw refutes a chance",
        ),
        printed(
            "lower",
            r"$P(Z \le -2 \sqrt t (\sum_i a_i^4)^{1/2}) \le e^{-t}$.",
            "any weights; equal ones certified",
            Step(
                r"$P(\sum_i \alpha_i (g_i^2 - 1) \le -2 |\alpha|_2 \sqrt t) \le e^{-t}$.",
                cites="Laurent and Massart 2000, Lemma 1",
            ),
            unhunted="a tail of a random variable, enclosed by the certified check; no draw refutes a chance",
        ),
    ),
)

sizes = Claim(
    id="ours.proposition-2-sizes",
    source=PAPER.section("3", "what Proposition 2 asks for", "ours"),
    status=Status.TRUE,
    title="From which sizes on Proposition 2 says anything",
    says=r"With entries of size at most 1 and $m \ge 2$, (i) asks for $\delta^2 \le \lceil \frac m2 \rceil$ "
    r"(width.lemma-6, repaired). With equality, which is the best case, "
    r"it asks for $m \ge 29$ for $k = 1$ and $m \ge 5743$ for $k = 10$: 5,000 samples of 10 inputs do not allow one "
    r"unit. (ii) has a positive chance from 14 inputs on.",
    where=WHERE,
    parts=(
        Part(
            "smallest",
            r"With $\delta^2 = \lceil \frac m2 \rceil$ the least $m \ge 2$ with $m \ge 64 \ln^2 (\frac{k "
            r"m}{\delta^2}) k$ "
            "is 29, 245, 1697, 5743 for $k = 1, 2, 5, 10$.",
            Role.OURS,
            strength=CERTIFIED,
            why="logarithms in balls",
        ),
        Part(
            "inputs",
            r"$1 - 2 e^{-d_x / 20}$ is positive at $d_x = 14$ and negative at 13.",
            Role.OURS,
            strength=CERTIFIED,
            why="exponentials in balls",
        ),
    ),
)

rate = Claim(
    id="ours.chi-square-rate",
    source=PAPER.section("B", "the event on the norm of the samples", "ours"),
    status=Status.TRUE,
    title="The tail of a chi-square variable at twice its mean",
    says=r"The proof of Proposition 2 bounds $P(\|X\|_F^2 \ge 2 m d_x)$ by $e^{-m d_x / 8}$, which is true, and later "
    r"by "
    r"$e^{-m d_0 / 4}$, which is false (E13): the rate is $\frac{1 - \ln 2}{2} = 0.1534$.",
    where={"n": r"$m d_x$, with $d_0 = d_x$: the degrees of freedom of $\|X\|_F^2$"},
    parts=(
        Part(
            "too-small",
            r"$P(\chi^2_n \ge 2 n) > e^{-n / 4}$ for $n = 24, 30, 40, 100, 400$.",
            Role.OURS,
            strength=CERTIFIED,
            why="a value of the incomplete Gamma function in balls",
            universal=False,
        ),
        derived(
            "one-eighth",
            r"$P(\chi^2_n \ge 2 n) \le e^{-n (1 - \ln 2) / 2} < e^{-n / 8}$ for every $n$.",
            "any number of degrees of freedom; certified for some",
            Step(
                r"$P(\chi^2_n \ge 2 n) \le e^{-2 n \lambda} (1 - 2 \lambda)^{-n / 2}$; at $\lambda = \frac14$ it is "
                r"$e^{-n (1 - \ln 2) / 2}$.",
                cites="Chernoff's bound",
            ),
            Step(r"$\frac{1 - \ln 2}{2} > \frac18$.", cites="the value of $\\ln 2$"),
            unhunted="one whole number: balls go through the first, and the bound of the moment generating "
            "function holds for all",
        ),
    ),
)
