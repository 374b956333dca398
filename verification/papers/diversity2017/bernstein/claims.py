"""Equation (22) as printed, its smallest counterexample, and the bound that holds."""

from verification.claim import CERTIFIED, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.slices.claims import ERRORS
from verification.papers.diversity2017.wording import SLICES, UNITS

U_STATISTIC = (
    UNITS
    | SLICES
    | ERRORS
    | {
        "U": r"$\frac{1}{m (m - 1)} \sum_{i \ne j} E_{ij}^2$, for $m \ge 2$ samples; the statement is for even $m$",
        "B": "a bound of the terms",
    }
)

equation_22 = Claim(
    id="diverse.equation-22",
    source=PAPER.section("", "equation (22)", "reconstructed"),
    status=Status.FALSE,
    title="The Bernstein bound takes the wrong entries for its largest term",
    says=r"$U \le L_2(W)^2 + \sqrt{\frac{4 \Sigma^2 \log(1/\delta)}{m}} + \frac{4 B \log(1/\delta)}{3 m}$ with "
    r"probability at least $1 - \delta$, where $B = \max_i |E_{ii}|$.",
    where=U_STATISTIC,
    reading=r"The constants are lost in part in our copy; Bernstein's inequality for U-statistics, which the text "
    r"cites, and the terms of (17) give them. What $B$ is, our notes have from the text; whether it is $\max_i "
    r"|E_{ii}|$ or its square does not matter to the counterexample, where it is 0.",
    reason=r"The terms of $U$ are the $E_{ij}^2$ with $i \ne j$. Units in opposite pairs have $E_{ii} = 0$ almost "
    r"surely, and the bound lacks its last term.",
    repair=r"$B = L_\infty^2$, or any bound of $E_{12}^2$; for odd $m$ with $m - 1$ for $m$ in the bound.",
    parts=(
        Part(
            "printed",
            r"The bound holds with $B = \max_i |E_{ii}|$.",
            expected=False,
            refuted_by="two-opposite-units",
        ),
        derived(
            "two-opposite-units",
            r"For $W = \{w, -w\}$, $n = d = m = 2$ and $\delta = \frac{1}{400}$ the bound with $B = 0$ is exceeded "
            r"with the probability $(1 - \sqrt b)^2 > 0.0061$, $b = \frac16 + \sqrt{\frac{7}{90} \log(1/\delta)}$.",
            "a law of distribution, and a number in balls",
            Step(
                r"$E_{11} = E_{22} = 0$ almost surely, and $U = E_{12}^2$ exceeds the bound, a quarter of $b$, with "
                r"the probability $(1 - \sqrt b)^2$.",
                uses="law",
            ),
            Step(r"That is more than 0.0061, and this more than $\delta$.", uses="number"),
            role=Role.COUNTEREXAMPLE,
            unhunted="one pair of units, whose law is known",
        ),
        Part(
            "number",
            r"$(1 - \sqrt b)^2 > 0.0061 > \frac{1}{400}$ with $b = \frac16 + \sqrt{\frac{7}{90} \log 400} < 1$.",
            Role.OURS,
            strength=CERTIFIED,
            why="a logarithm and roots, in balls",
            universal=False,
        ),
        derived(
            "law",
            r"For $W = \{w, -w\}$ in the plane, $E_{11} = 0$ almost surely and $P(4 E_{12}^2 > s) = (1 - \sqrt s)^2$ "
            r"for $0 \le s \le 1$; so $L_2^2 = \frac{1}{24}$ and $\Sigma^2 = \frac{7}{2880}$.",
            "a law of distribution",
            Step(
                r"A sample not orthogonal to $w$ has one of the two units on its side: $E_{11} = \frac12 - \frac12$. "
                r"Turn the second sample into its opposite where it is on the other side than the first: $E_{12}$ is "
                r"then $\frac{a}{2 \pi}$ or $- \frac{a}{2 \pi}$, $a$ the angle between the two on one half circle.",
                uses="diverse.equations-11-to-15:area",
            ),
            Step(
                r"On that half circle they are uniform and independent, and two such numbers between 0 and 1 are "
                r"further apart than $r$ with the probability $(1 - r)^2$.",
                cites="the area of two triangles in the unit square",
            ),
            unhunted="a law of two samples: its moments up to the eighth are integrated in fractions",
        ),
        derived(
            "largest-term",
            r"The bound holds with $B = L_\infty^2$ for even $m$, and for odd $m \ge 3$ with $m - 1$ for $m$ in it.",
            "units in any number and dimension",
            Step(r"$0 \le E_{12}^2 \le L_\infty^2$.", uses="diverse.equation-23:bound"),
            Step(r"$E \, E_{12}^2 = L_2^2$.", uses="diverse.equation-24:mean"),
            Step(
                r"$U$ is the mean, over orders of the samples, of means of $\lfloor \frac m2 \rfloor$ independent "
                "terms: its exponential moments are no larger than theirs. For odd $m$ put $m - 1$ for $m$ below.",
                cites="Hoeffding 1963, section 5",
            ),
            Step(
                r"For terms that exceed their mean by at most $B$, $P(U - L_2^2 \ge t) \le \exp \left( - \frac{m "
                r"t^2}{4 \Sigma^2 + \frac43 B t} \right)$, and this is at most $\delta$ at the $t$ of the statement.",
                cites="Bernstein's inequality",
            ),
            role=Role.REPAIRED,
            unhunted="a frequency, which no draw refutes: exact for one unit and for two opposite ones",
        ),
    ),
)
