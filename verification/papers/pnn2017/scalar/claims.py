"""Section 5.1 of the porcupine paper: networks of one input."""

from verification.claim import Claim, Part, Role, Status
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

theorem_1 = Claim(
    id="pnn.theorem-1",
    source=PAPER.section("5.1", "Theorem 1", "reconstructed"),
    status=Status.TRUE,
    title="The risk of a network with one input is two squares",
    says=r"For one Gaussian input, "
    r"$L(w) = \frac{1}{4}\left(\sum_i w_i - \sum_i w_i^*\right)^2"
    r" + \frac{1}{4}\left(\sum_i |w_i| - \sum_i |w_i^*|\right)^2$, whatever the numbers of neurons.",
    where=NETS,
    parts=(
        Part(
            "value", r"$L = \frac{1}{4}(S - S^*)^2 + \frac{1}{4}(A - A^*)^2$ with $S = \sum_i w_i$, $A = \sum_i |w_i|$."
        ),
    ),
)

corollary_1 = Claim(
    id="pnn.corollary-1",
    source=PAPER.section("5.1", "Corollary 1", "reconstructed"),
    status=Status.TRUE,
    title="When a network with one input fits its target exactly",
    says=r"$L(w) = 0$ if and only if $\sum_i w_i = \sum_i w_i^*$ and $\sum_i |w_i| = \sum_i |w_i^*|$; "
    r"equivalently, if and only if $P = P^*$ and $N = N^*$.",
    where=MASSES,
    parts=(
        Part("zero-set", r"$L(w) = 0 \iff \sum_i w_i = \sum_i w_i^*$ and $\sum_i |w_i| = \sum_i |w_i^*|$."),
        Part(
            "masses",
            r"$L = \frac{1}{2}(P - P^*)^2 + \frac{1}{2}(N - N^*)^2$, so $L = 0 \iff P = P^*, N = N^*$.",
            Role.OURS,
        ),
    ),
)

theorem_2 = Claim(
    id="pnn.theorem-2",
    source=PAPER.section("5.1", "Theorem 2", "reconstructed"),
    status=Status.TRUE,
    title="With one input, bad minima live where all weights have one sign",
    says=r"A local minimizer in a region $R(s)$ that holds both signs is global. The regions $R(1)$ and $R(-1)$, all "
    r"weights positive or all negative, contain bad local minimizers if and only if the target has weights of both "
    r"signs. If the target's weights are all positive, every local minimizer is global and lies in $R(1)$, and "
    r"correspondingly for all negative ones.",
    where=MASSES,
    assumptions=(NONZERO, TWO, "Local optimizer is read as local minimizer."),
    parts=(
        Part("mixed-regions", r"In a region with both signs every local minimizer has $L = 0$."),
        Part(
            "one-signed-regions",
            r"If $P^*, N^* > 0$, both $R(1)$ and $R(-1)$ contain bad local minimizers; if $N^* = 0$ or $P^* = 0$, "
            r"neither does.",
        ),
        Part(
            "one-signed-target",
            r"If $N^* = 0 < P^*$, the local minimizers with non-zero weights are the points of $R(1)$ with "
            r"$\sum_i w_i = P^*$, all global; if $P^* = 0 < N^*$, those of $R(-1)$ with $\sum_i |w_i| = N^*$.",
        ),
        Part(
            "bad-sets",
            r"If $P^*, N^* > 0$, the local minimizers of $R(1)$ are exactly the points with $\sum_i w_i = P^*$, of "
            r"value $\frac{1}{2}{N^*}^2$; those of $R(-1)$ the points with $\sum_i |w_i| = N^*$, of value "
            r"$\frac{1}{2}{P^*}^2$.",
            Role.OURS,
        ),
        Part(
            "good-sets",
            r"If $P^*, N^* > 0$, each of the $2^k - 2$ regions with both signs contains global minimizers.",
            Role.OURS,
        ),
        Part("zero-weights", "A local minimizer with a zero weight, where such are admitted, is global.", Role.OURS),
        Part(
            "maximum",
            r"If $P^*, N^* > 0$, then $w = 0$ is a strict local maximum of value "
            r"$\frac{1}{2}({P^*}^2 + {N^*}^2)$, and there is no other local maximum.",
            Role.OURS,
        ),
        Part(
            "one-neuron",
            r"For a single neuron and a target with $P^*, N^* > 0$ the local minima are $\frac{1}{2}{N^*}^2$ at "
            r"$w = P^*$ and $\frac{1}{2}{P^*}^2$ at $w = -N^*$, so the larger is bad unless $P^* = N^*$.",
            Role.OURS,
        ),
    ),
)

theorem_3 = Claim(
    id="pnn.theorem-3",
    source=PAPER.section("5.1", "Theorem 3", "reconstructed"),
    status=Status.TRUE,
    title="The Hessian of the risk with one input",
    says=r"Within a region $R(s)$ the Hessian of $L$ is $H = \frac{1}{2}(1 1^\top + s s^\top)$. It is positive "
    r"semidefinite, of rank two where both signs occur and of rank one in $R(1)$ and $R(-1)$.",
    where={
        **NETS,
        r"s": "signs of the weights, entries 1 and -1, shape (neurons,)",
        r"n_+, n_-": "numbers of positive and of negative weights",
    },
    assumptions=("All weights of the network are non-zero: elsewhere the risk is not differentiable.",),
    parts=(
        Part("hessian", r"$\frac{\partial^2 L}{\partial w_i \partial w_j} = \frac{1}{2}(1 + s_i s_j)$ within $R(s)$."),
        Part("rank", r"$H \succeq 0$, with rank 2 if both signs occur and rank 1 otherwise."),
        Part(
            "spectrum",
            r"With both signs the eigenvalues are $n_+$, $n_-$ and zero, $n_+ + n_- - 2$ times; with one sign they are "
            r"the number of neurons and zero.",
            Role.OURS,
        ),
    ),
)

figure_4 = Claim(
    id="pnn.figure-4",
    source=PAPER.section("5.1", "Figure 4", "reconstructed"),
    status=Status.TRUE,
    title="The regions of two neurons and where bad minima are",
    says=r"For two neurons and a target with weights of both signs, of the four sign regions only $R(1, 1)$ and "
    r"$R(-1, -1)$ contain bad local minimizers.",
    where=MASSES,
    assumptions=(NONZERO,),
    parts=(
        Part(
            "regions",
            r"For $P^*, N^* > 0$ the local minimizers have the value $\frac{1}{2}{N^*}^2$ in $R(1, 1)$, "
            r"$\frac{1}{2}{P^*}^2$ in $R(-1, -1)$ and 0 in the two other regions, and each region contains some.",
        ),
    ),
)

figure_5 = Claim(
    id="pnn.figure-5",
    source=PAPER.section("5.1", "Figure 5", "reconstructed"),
    status=Status.TRUE,
    title="Two landscapes of two neurons: with one sign in the target, and with both",
    says=r"The landscape of a target with weights of one sign has no bad local minimizer; that of a target with both "
    r"signs has two segments of them. The weights behind the published figure are not known: ours are "
    r"$w^* = (6, 4)$ and $w^* = (6, -4)$.",
    where=MASSES,
    assumptions=("Zero weights are admitted, so that the segments include their ends where they are minimizers.",),
    parts=(
        Part(
            "one-sign",
            r"For $w^* = (6, 4)$ the local minimizers are $w_1 + w_2 = 10$ with $w_1, w_2 \geq 0$, all of value 0.",
        ),
        Part(
            "both-signs",
            r"For $w^* = (6, -4)$ the local minimizers are $(6, -4)$ and $(-4, 6)$ with value 0, the open segment "
            r"$w_1 + w_2 = 6$, $w_1, w_2 > 0$ with value 8, and the open segment $w_1 + w_2 = -4$, $w_1, w_2 < 0$ with "
            r"value 18.",
        ),
    ),
)
