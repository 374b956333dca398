"""In the plane one target line asks for a negative mass: a theorem on splines on the circle of lines."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.mismatched.wording import SYMBOLS
from verification.papers.pnn2017.paper import PAPER

CIRCLE = {
    "a": r"$\Psi_{11}^{-1} \Psi_{12}$, shape (lines,), for one target line $u^*$",
    r"\theta_r, \theta^*": r"angles of the lines, on the circle of length $\pi$",
    r"E(\theta)": r"$|\cos(\theta - \theta^*)| - \sum_r a_r |\cos(\theta - \theta_r)|$ for any numbers $a_r$",
    r"e(\phi)": r"$\psi(\cos(\phi - \theta^*)) - \sum_r a_r \psi(\cos(\phi - \theta_r))$, for the same",
    r"g": r"$\sin\phi\, e'(\phi) - \cos\phi\, e(\phi)$, and the same of $E$",
}


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part that has a proof in symbols."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


def derived(name: str, says: str, *steps: Step, unhunted: str = "") -> Part:
    """A part that rests on a written argument."""
    why = "any number of lines; the identities are proved"
    return Part(name, says, Role.OURS, strength=DERIVED, why=why, argument=steps, unhunted=unhunted)


negative_coefficient = Claim(
    id="ours.negative-coefficient",
    source=PAPER.section("6", "beyond Theorem 9", "ours"),
    status=Status.TRUE,
    title="In the plane one target line always asks for a negative mass",
    says=r"For $d = 2$, at least three distinct lines and one target line $u^*$ that is none of them, the vector "
    r"$\Psi_{11}^{-1} \Psi_{12}$ has a negative entry. So no network on these lines reaches the bound of Corollary 4 "
    r"for any target on $u^*$ alone, zero excepted.",
    where={**SYMBOLS, **CIRCLE},
    assumptions=(r"$d = 2$", "three or more distinct lines", "one target line, distinct from them"),
    parts=(
        ours(
            "equation",
            r"$\psi(\cos\phi)$ has two continuous derivatives on the circle of length $\pi$, and $\psi'' + \psi = "
            r"\frac{4}{\pi} |\cos(\phi + \frac{\pi}{2})|$. So $e'' + e = \frac{4}{\pi} E(\phi + \frac{\pi}{2})$.",
            unhunted="a differential equation in one angle, which the engine decides",
        ),
        ours(
            "products",
            r"$g' = \sin\phi\, (e'' + e)$ and $\left(\frac{e}{\sin\phi}\right)' = \frac{g}{\sin^2\phi}$.",
            unhunted="a differential equation in one angle, which the engine decides",
        ),
        derived(
            "few-changes",
            r"If all $a_r \ge 0$ and $u^*$ is none of the lines, $E$ changes sign at most twice round the circle, and "
            r"not at all if it vanishes on an interval.",
            Step(
                r"$E$ is not 0 everywhere, since only its first term has a kink at $\theta^* + \frac{\pi}{2}$. If it "
                r"has no zero it has no change. Put the origin at a zero, in an interval of zeros if there is one. "
                r"Between the kinks $E'' + E = 0$, so that $g = \sin\theta\, E' - \cos\theta\, E$ is constant on each "
                r"piece of $(0, \pi)$.",
                uses="products",
            ),
            Step(
                r"At a kink $g$ jumps by $\sin\theta$ times the jump of $E'$: up, by $2 \sin\theta$, at $\theta^* + "
                r"\frac{\pi}{2}$, and by $-2 a_r \sin\theta$ at the others. It is 0 near both ends, as $\sin$ and $E$ "
                r"are 0 there: at most 0 before the jump up and at least 0 after it.",
                cites="the slope of |cos| jumps from -1 to 1",
            ),
            Step(
                r"So $\frac{E}{\sin\theta}$ falls, not strictly, and then rises on $(0, \pi)$: its signs are $+, -, "
                r"+$ at most, which makes two changes on the circle. If it is 0 near the ends, it is at most 0 "
                r"everywhere.",
                uses="products",
            ),
            unhunted="a count of changes of sign round the circle, by the theorem of Rolle: steps of negative-entry",
        ),
        derived(
            "many-changes",
            r"If $e$ is 0 at three points of the circle and $E$ on no interval, $E$ changes sign at least four times.",
            Step(
                r"The number of changes round a circle is even; suppose it is 0 or 2. Put the origin at a zero of "
                r"$e$. Then $g(0) = g(\pi) = 0$, and $g' = \sin\phi\, (e'' + e)$.",
                uses="products",
            ),
            Step(
                r"That is $\frac{4}{\pi} \sin\phi\, E(\phi + \frac{\pi}{2})$: it changes sign at most twice in "
                r"$(0, \pi)$ and is 0 on no interval. Without a change $g$ could not return to 0.",
                uses="equation",
            ),
            Step(
                r"With one, $g$ is positive in $(0, \pi)$, or negative, "
                r"and $\frac{e}{\sin\phi}$ strictly monotone: $e$ has at most one zero there, not two.",
                uses="products",
            ),
            Step(
                r"With two, $g$ is positive and then negative, or the reverse; say the former. $\frac{e}{\sin\phi}$ "
                r"rises strictly from its limit $e'(0)$ and then falls strictly to its limit $-e'(0)$. If $e'(0) \ge "
                r"0$ it is positive as long as it rises, otherwise as long as it falls: again $e$ has at most one "
                r"zero in $(0, \pi)$.",
                uses="products",
            ),
            unhunted="a count of changes of sign round the circle, by the theorem of Rolle: steps of negative-entry",
        ),
        derived(
            "negative-entry",
            r"$\Psi_{11}^{-1} \Psi_{12}$ has a negative entry.",
            Step(
                r"Suppose it has none. With $a = \Psi_{11}^{-1} \Psi_{12}$, $e(\theta_r) = (\Psi_{12} - \Psi_{11} "
                r"a)_r = 0$ for the three lines or more.",
                cites="the definition of e",
            ),
            Step(r"$E$ changes sign at most twice, and not at all if it vanishes on an interval.", uses="few-changes"),
            Step(r"If it vanishes on none, it changes sign four times: a contradiction.", uses="many-changes"),
            Step(
                r"If it does, it does not change sign, and neither does $g' = \sin\phi\, (e'' + e)$, with the "
                r"origin at "
                r"a zero of $e$, where $g(0) = g(\pi) = 0$: $g' = 0$ in $(0, \pi)$.",
                uses="products",
            ),
            Step(
                r"So $E = \frac{\pi}{4} (e'' + e)$, turned, is 0 everywhere; but only its first term has a kink at "
                r"$\theta^* + \frac{\pi}{2}$.",
                uses="equation",
            ),
            unhunted="a statement on the exact inverse of a matrix that is nearly singular where it is nearest"
            " to failing: the certified check goes through such lines in balls",
        ),
        derived(
            "not-attained",
            r"No network on the lines has the risk $\frac14 q^{*\top} S q^*$, for any target other than zero on $u^*$ "
            r"alone.",
            Step(
                r"It would have $(q - a q^*)^\top \Psi_{11} (q - a q^*) = 0$ with its masses $q \ge 0$ and one number "
                r"$q^* > 0$,",
                uses="pnn.corollary-4:completed-square",
            ),
            Step(r"so $q = a q^*$, whatever the number of neurons on each line.", uses="ours.distinct-lines:definite"),
            Step(r"But $a$ has a negative entry.", uses="negative-entry"),
            unhunted="a statement on the exact inverse of a matrix that is nearly singular where it is nearest"
            " to failing: the certified check goes through such lines in balls",
        ),
        Part(
            "attainment",
            r"Several target lines are another matter, their sum $\Psi_{11}^{-1} \Psi_{12} q^*$ may be non-negative: "
            r"for three uniform random lines in the plane and five target neurons with Gaussian weights, the least "
            r"risk equals the bound with positive probability, less than one half.",
            Role.OURS,
            strength=CONSISTENT,
            why="a frequency over random instances, with an exact binomial interval",
        ),
    ),
)
