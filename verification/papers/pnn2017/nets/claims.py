"""Nets of lines and how many lines they take: Definition 1, Lemma 5 and Corollary 5 of Section 7.3."""

from verification.claim import DERIVED, PROVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.paper import PAPER

NETS = {
    "N": "a finite set of unit vectors, shape (lines, inputs)",
    r"\delta": r"an angle, $0 < \delta \le \frac{\pi}{2}$",
    "d": "the number of inputs",
    r"\epsilon_\delta": r"the chord $\sqrt{2 - 2 \cos\delta}$",
}
SPARSE = {
    "s": "the largest number of non-zero entries of a weight vector, at most $d$",
    "k": "the number of neurons, where their supports are known",
}


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part beyond the paper that has a proof in symbols."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


def derived(name: str, says: str, why: str, *steps: Step, role: Role = Role.PRINTED, unhunted: str = "") -> Part:
    """A part that rests on a written argument."""
    return Part(name, says, role, strength=DERIVED, why=why, argument=steps, unhunted=unhunted)


definition_1 = Claim(
    id="pnn.definition-1",
    source=PAPER.section("7.3", "Definition 1", "reconstructed"),
    status=Status.AMBIGUOUS,
    title="Angular nets, of directions or of lines",
    says=r"$N$ is an angular $\delta$-net of a set of vectors if each non-zero one of them is at an angle of at most "
    r"$\delta$ from an element of $N$.",
    where=NETS,
    reason="It is not said whether the angle is that between two directions or that between two lines, which is at "
    "most a right angle. The count of Lemma 5 holds for lines, and lines are what a porcupine network has.",
    reading="The displayed formula is lost in our copy. It is read as: every vector has an element of the net within "
    r"the angle $\delta$. Nothing in the text at hand fixes whether directions or lines are meant: both readings are "
    r"kept. That zero vectors are left out, and that $\delta$ is at most a right angle, is ours.",
    parts=(
        ours(
            "supplement",
            r"The angles from $w$ to $u$ and to $-u$ add up to $\pi$: $\arccos(-t) = \pi - \arccos t$.",
            unhunted="an identity of one function of one number, by the engine",
        ),
        derived(
            "signed",
            r"$N$ is a $\delta$-net of lines exactly if $N$ and $-N$ together are a $\delta$-net of directions.",
            "nets of any number of elements",
            Step(r"One of the two angles is at most a right angle: it is the angle of the lines.", uses="supplement"),
            Step(
                r"So it is at most $\delta$ exactly if $w$ is within $\delta$ of $u$ or of $-u$.",
                cites="the smaller of two numbers is at most a third exactly if one of them is",
            ),
            role=Role.OURS,
            unhunted=r"two angles that add up to $\pi$, by the engine",
        ),
        counterexample(
            "readings-differ",
            r"The readings differ: in one input, for every $\delta < \pi$, a net of lines needs one element and a net "
            r"of directions two.",
            PROVED,
        ),
    ),
)

COUNT = r"\frac12 \left(1 + \sqrt{\frac{2}{1 - \cos\delta}}\right)"
SEPARATED = (
    Step(
        r"Take lines at angles above $\delta$ from each other, as many as there can be; their number is finite by the "
        r"volumes below. Every direction is at an angle of at most $\delta$ from one of them: it could be added "
        r"otherwise. So they are a $\delta$-net of lines.",
        cites="a maximal packing covers",
    ),
    Step(
        r"The vectors of $N$ and of $-N$ are $2 |N|$ points of the sphere. Two of different lines have an angle above "
        r"$\delta$ and so a distance above $\epsilon_\delta$; two opposite ones have distance $2 \ge \epsilon_\delta$. "
        r"The open balls of radius $\frac12 \epsilon_\delta$ around them are disjoint and have their points at norms "
        r"between $1 - \frac12 \epsilon_\delta$ and $1 + \frac12 \epsilon_\delta$.",
        uses="separation",
    ),
)

lemma_5 = Claim(
    id="pnn.lemma-5",
    source=PAPER.section("7.3", "Lemma 5", "reconstructed"),
    status=Status.TRUE_IF_REPAIRED,
    title="How many lines come near every direction",
    says=rf"The sphere in $d$ dimensions has a $\delta$-net of at most ${COUNT}^d$ elements.",
    where=NETS,
    assumptions=(r"$0 < \delta \le \frac{\pi}{2}$.",),
    reason="The factor one half is right for lines, each of which serves two opposite directions. For directions the "
    "bound is too small.",
    repair="Read it of lines.",
    reading=r"The displayed formula is lost in our copy. The factor $\frac12$ is that of a step of the proof, which "
    "takes half the sphere. The count that it halves is read as that by volumes of points at the distance "
    r"$\epsilon_\delta$. Directions or lines, as in Definition 1: both are checked.",
    parts=(
        Part(
            "directions",
            rf"The sphere has a $\delta$-net of at most ${COUNT}^d$ directions.",
            expected=False,
            refuted_by="too-few-directions",
        ),
        counterexample(
            "too-few-directions",
            r"For $d = 2$ and $\delta$ of 89 degrees the bound is below 3, and two directions leave some of the circle "
            r"further off than $\delta$. For $d = 1$ and a right angle the bound is below 2, and two directions are "
            r"needed.",
        ),
        ours(
            "separation",
            r"Unit vectors at the angle $\delta$ have the distance $\epsilon_\delta$, and "
            r"$\frac{2}{\epsilon_\delta} = \sqrt{\frac{2}{1 - \cos\delta}}$.",
            unhunted="an identity in one angle, which the engine decides",
        ),
        derived(
            "lines",
            rf"The sphere has a $\delta$-net of at most ${COUNT}^d$ lines.",
            "volumes in any dimension, and a maximal packing",
            *SEPARATED,
            Step(
                r"They lie in the ball of radius $1 + \frac12 \epsilon_\delta$. Comparing volumes, "
                r"$2 |N| \le \left(1 + \frac{2}{\epsilon_\delta}\right)^d$.",
                cites="the volume of a ball of radius r is proportional to r to the power d",
            ),
            role=Role.REPAIRED,
            unhunted="a largest set of lines that are apart is such a net, and shell, which bounds all such "
            "sets, is hunted",
        ),
        derived(
            "shell",
            r"More sharply, $2 |N| \le \left(1 + \frac{2}{\epsilon_\delta}\right)^d - "
            r"\left(\frac{2}{\epsilon_\delta} - 1\right)^d$ for every set of lines at angles above $\delta$.",
            "volumes in any dimension",
            *SEPARATED[1:],
            Step(
                r"They lie in the ball of radius $1 + \frac12 \epsilon_\delta$ and outside that of radius "
                r"$1 - \frac12 \epsilon_\delta > 0$, by the bounds on the norms. Compare volumes.",
                cites="the volume of a ball of radius r is proportional to r to the power d",
            ),
            role=Role.OURS,
        ),
    ),
)

corollary_5 = Claim(
    id="pnn.corollary-5",
    source=PAPER.section("7.3", "Corollary 5", "reconstructed"),
    status=Status.TRUE_IF_REPAIRED,
    title="How many lines come near every sparse direction",
    says=r"The vectors with at most $s$ non-zero entries have a $\delta$-net of at most "
    rf"$\binom{{d}}{{s}} {COUNT}^s$ elements. If the $k$ vectors of interest have known supports of $s$ entries, "
    rf"$k {COUNT}^s$ elements suffice.",
    where=NETS | SPARSE,
    assumptions=(r"$0 < \delta \le \frac{\pi}{2}$.",),
    reason=r"For $s = d$ it is Lemma 5, which holds for lines and not for directions.",
    repair="Read it of lines.",
    reading=r"The displayed formula is lost in our copy. It joins Lemma 5 in the subspace of each support with a "
    r"count of supports. Directions or lines, as in Definition 1: both are checked.",
    parts=(
        Part(
            "sparse-directions",
            rf"$\binom{{d}}{{s}} {COUNT}^s$ directions suffice for all vectors with at most $s$ non-zero entries.",
            expected=False,
            refuted_by="too-few-directions",
        ),
        Part(
            "known-supports-directions",
            rf"$k {COUNT}^s$ directions suffice for $k$ vectors with known supports.",
            expected=False,
            refuted_by="too-few-directions",
        ),
        counterexample(
            "too-few-directions",
            r"For $d = s = 2$, for $k = 1$ with a support of two entries, and $\delta$ of 89 degrees both bounds "
            r"are below 3, and two directions leave some vector of that support further off than $\delta$.",
        ),
        derived(
            "sparse",
            rf"$\binom{{d}}{{s}} {COUNT}^s$ lines suffice for all vectors with at most $s$ non-zero entries.",
            "a union over supports of nets that are not explicit",
            Step(
                rf"In the subspace of each set of $s$ coordinates, ${COUNT}^s$ lines are a $\delta$-net of its sphere.",
                uses="pnn.lemma-5:lines",
            ),
            Step(
                r"There are $\binom{d}{s}$ such sets, and a vector with at most $s$ non-zero entries lies in the "
                r"subspace of one of them. Take the union of the nets.",
                cites="counting",
            ),
            role=Role.REPAIRED,
            unhunted="a sum over supports of pnn.lemma-5:lines, whose hunt is that of shell",
        ),
        derived(
            "known-supports",
            rf"$k {COUNT}^s$ lines suffice for $k$ vectors with known supports.",
            "the same",
            Step(
                rf"In the subspace of each of the $k$ supports, ${COUNT}^s$ lines are a $\delta$-net of its sphere.",
                uses="pnn.lemma-5:lines",
            ),
            Step(r"Take the union of the $k$ nets.", cites="counting"),
            role=Role.REPAIRED,
            unhunted="a sum over supports of pnn.lemma-5:lines, whose hunt is that of shell",
        ),
    ),
)
