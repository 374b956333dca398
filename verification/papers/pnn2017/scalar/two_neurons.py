"""The wording of Figures 4 and 5, landscapes of two neurons, and what the claims on one input share."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

NETS = {
    r"w, w^*": "weights of the network and of the target, shapes (neurons,) and (target neurons,); one input",
    r"h(x; w)": r"the output $\sum_i \max(w_i x, 0)$",
    r"L(w)": r"the risk $E\,(h(x; w) - h(x; w^*))^2$ for $x \sim N(0, 1)$",
}
MASSES = {
    **NETS,
    r"P, N": r"the positive and the negative mass, $P = \sum_i \max(w_i, 0)$ and $N = \sum_i \max(-w_i, 0)$",
    r"P^*, N^*": "the same of the target",
    r"R(s)": r"the region of a sign vector $s$: all weights non-zero, with signs $s_i$",
}
NONZERO = "All weights are non-zero, those of the target too."
TWO = "At least two neurons, and a target that is not zero."
WRITTEN = "the passage from slopes and squares to minimizers is a written argument; the identities are proved"


def derived(name: str, says: str, *steps: Step, role: Role = Role.OURS, unhunted: str = "") -> Part:
    """A part that rests on a written argument."""
    return Part(name, says, role, strength=DERIVED, why=WRITTEN, argument=steps, unhunted=unhunted)


figure_4 = Claim(
    id="pnn.figure-4",
    source=PAPER.section("5.1", "Figure 4", "reconstructed"),
    status=Status.TRUE,
    title="The regions of two neurons and where bad minima are",
    says=r"For two neurons and a target with weights of both signs, of the four sign regions only $R(1, 1)$ and "
    r"$R(-1, -1)$ contain bad local minimizers.",
    where=MASSES,
    assumptions=(NONZERO,),
    reading=r"What is stated is read off the figure: the sign regions of two neurons and where bad local optima "
    r"are. The values in the regions are ours.",
    parts=(
        derived(
            "regions",
            r"For $P^*, N^* > 0$ the local minimizers have the value $\frac{1}{2}{N^*}^2$ in $R(1, 1)$, "
            r"$\frac{1}{2}{P^*}^2$ in $R(-1, -1)$ and 0 in the two other regions, and each region contains some.",
            Step(
                r"At a local minimizer of a region all slopes vanish, and $2 L$ is what is left: $\frac{1}{2}{N^*}^2$, "
                r"$\frac{1}{2}{P^*}^2$ or 0 for $L$.",
                uses="squares",
            ),
            Step(
                r"On each region $L$ is convex, as a sum of squares of linear functions and a constant; so the points "
                r"at which the slopes vanish are local minimizers, and every region contains one.",
                uses="squares",
            ),
            role=Role.PRINTED,
            unhunted="the four regions of two neurons, a finite case of pnn.theorem-2, whose hunts cover it",
        ),
        Part(
            "squares",
            r"On $R(1, 1)$ $2 L$ is the square of a slope and ${N^*}^2$, on $R(-1, -1)$ the square of a slope and "
            r"${P^*}^2$, on the others the sum of the squares of two slopes; the slopes vanish at "
            r"$(\frac12 P^*, \frac12 P^*)$, $(-\frac12 N^*, -\frac12 N^*)$, $(P^*, -N^*)$ and $(-N^*, P^*)$.",
            Role.OURS,
            unhunted="squares in two weights, which the engine decides",
        ),
    ),
)

figure_5 = Claim(
    id="pnn.figure-5",
    source=PAPER.section("5.1", "Figure 5", "reconstructed"),
    status=Status.TRUE,
    title="Two landscapes of two neurons: with one sign in the target, and with both",
    says=r"The landscape of a target with weights of one sign has no bad local minimizer; that of a target with both "
    r"signs has two segments of them. In the former only $R(1, 1)$ contains global optimizers. "
    r"The weights behind the published figure are not known: ours are "
    r"$w^* = (6, 4)$ and $w^* = (6, -4)$.",
    where=MASSES,
    assumptions=(
        "Zero weights are admitted, so that the segments include their ends where they are minimizers; but not where "
        "it is said which region contains global optimizers.",
    ),
    reading=r"The weights behind the figure are lost; the words say which landscapes it shows and that in the "
    r"first only $R(1, 1)$ contains global optimizers. This needs non-zero weights, as Section 5.1 takes them: "
    r"with zero weights of the sign $-1$, the points $(10, 0)$ and $(0, 10)$ would lie in other regions.",
    parts=(
        derived(
            "one-sign",
            r"For $w^* = (6, 4)$ the local minimizers are $w_1 + w_2 = 10$ with $w_1, w_2 \geq 0$, all of value 0.",
            Step(
                r"$P^* = 10$ and $N^* = 0$: off zero they are the points of $R(1, 1)$ with sum 10.",
                uses="pnn.theorem-2:one-signed-target",
            ),
            Step(r"One with a zero weight is global: it has the least risk, zero.", uses="pnn.theorem-2:zero-weights"),
            Step(
                r"Risk zero is $P = 10$, $N = 0$: no weight is negative and their sum is 10. All such points are "
                r"global.",
                uses="pnn.corollary-1:masses",
            ),
            role=Role.PRINTED,
            unhunted="one target and two neurons: a single landscape, cut into its four regions",
        ),
        derived(
            "global-region",
            r"For $w^* = (6, 4)$ and weights off zero, only $R(1, 1)$ contains global optimizers.",
            Step(
                r"Risk zero is $P = 10$, $N = 0$: no weight is negative, so off zero both are positive; $(6, 4)$ "
                r"is one "
                r"such point.",
                uses="pnn.corollary-1:masses",
            ),
            role=Role.PRINTED,
            unhunted="one target and two neurons: a single landscape, cut into its four regions",
        ),
        derived(
            "both-signs",
            r"For $w^* = (6, -4)$ the local minimizers are $(6, -4)$ and $(-4, 6)$ with value 0, the open segment "
            r"$w_1 + w_2 = 6$, $w_1, w_2 > 0$ with value 8, and the open segment $w_1 + w_2 = -4$, $w_1, w_2 < 0$ with "
            r"value 18.",
            Step(
                r"$P^* = 6$ and $N^* = 4$: those of $R(1, 1)$ are the points with sum 6, of value $\frac12 4^2$, those "
                r"of $R(-1, -1)$ the points with sum $-4$, of value $\frac12 6^2$.",
                uses="pnn.theorem-2:bad-sets",
            ),
            Step(r"Those of the two other regions have risk zero,", uses="pnn.theorem-2:mixed-regions"),
            Step(r"and so has one with a zero weight.", uses="pnn.theorem-2:zero-weights"),
            Step(
                r"Risk zero is $P = 6$, $N = 4$: one weight is 6 and the other $-4$, and none is zero.",
                uses="pnn.corollary-1:masses",
            ),
            role=Role.PRINTED,
            unhunted="one target and two neurons: a single landscape, cut into its four regions",
        ),
    ),
)
