"""Section 5.1 of the porcupine paper: networks of one input."""

from verification.claim import Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.scalar.two_neurons import MASSES, NETS, NONZERO, TWO, derived
from verification.papers.pnn2017.scalar.two_neurons import figure_4 as figure_4
from verification.papers.pnn2017.scalar.two_neurons import figure_5 as figure_5

ANY_LAW = "every law of the input that is symmetric with variance 1, the normal one or another"

theorem_1 = Claim(
    id="pnn.theorem-1",
    source=PAPER.section("5.1", "Theorem 1", "reconstructed"),
    status=Status.TRUE,
    title="The risk of a network with one input is two squares",
    says=r"For one Gaussian input, "
    r"$L(w) = \frac{1}{4}\left(\sum_i w_i - \sum_i w_i^*\right)^2"
    r" + \frac{1}{4}\left(\sum_i |w_i| - \sum_i |w_i^*|\right)^2$, whatever the numbers of neurons.",
    where=NETS,
    reading=r"The displayed formula is lost in our copy. The risk is defined in words, so that its value is "
    r"determined; how it is written is our choice. Ours too: network and target may have different numbers of neurons.",
    parts=(
        Part(
            "value", r"$L = \frac{1}{4}(S - S^*)^2 + \frac{1}{4}(A - A^*)^2$ with $S = \sum_i w_i$, $A = \sum_i |w_i|$."
        ),
        derived(
            "symmetric-laws",
            rf"The same for {ANY_LAW}.",
            Step(
                r"With $x$ and $-x$ of one law, $E \max(x, 0)^2 = E \max(-x, 0)^2 = \frac12 E x^2 = \frac12$, and "
                r"$\max(x, 0) \max(-x, 0) = 0$.",
                cites="symmetry of the law",
            ),
            Step("No other mean stands in the risk, so that it is that of a normal input.", uses="value"),
            unhunted="a finite sum of two means, which are those of the normal law; value is hunted",
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
    reading=r"The displayed formula is lost in our copy. It is the zero set of Theorem 1; the form by masses is ours.",
    parts=(
        Part("zero-set", r"$L(w) = 0 \iff \sum_i w_i = \sum_i w_i^*$ and $\sum_i |w_i| = \sum_i |w_i^*|$."),
        Part(
            "masses",
            r"$L = \frac{1}{2}(P - P^*)^2 + \frac{1}{2}(N - N^*)^2$, so $L = 0 \iff P = P^*, N = N^*$.",
            Role.OURS,
            unhunted="an identity in the masses, which the engine decides at every value; pnn.theorem-1:value,"
            " from which it follows, is hunted",
        ),
        derived(
            "symmetric-laws",
            rf"For {ANY_LAW}, $L = \frac{{1}}{{2}}(P - P^*)^2 + \frac{{1}}{{2}}(N - N^*)^2$, and $L = 0$ if and only "
            r"if $P = P^*$ and $N = N^*$.",
            Step("The risk is that of a normal input,", uses="pnn.theorem-1:symmetric-laws"),
            Step("of which this is known.", uses="masses"),
            unhunted="the risk is that of the normal law, whose zero set is hunted",
        ),
    ),
)

SQUARES = Step(r"$2 L = (P - P^*)^2 + (N - N^*)^2$.", uses="pnn.corollary-1:masses")


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
    reading=r"What stands in words: which regions hold bad local optima. Section 5.1 takes all weights non-zero, "
    r"so that every point lies in one region. Ours: optimizer is read as minimizer, since $w = 0$ would be a bad "
    r"local maximum; the conditions at equality, and what zero weights add.",
    parts=(
        derived(
            "mixed-regions",
            r"In a region with both signs every local minimizer has $L = 0$.",
            Step(
                r"Inside the region a positive and a negative neuron can move both ways, so that at a local minimizer "
                r"their slopes vanish: $P = P^*$ and $N = N^*$.",
                uses="slopes",
            ),
            SQUARES,
            role=Role.PRINTED,
        ),
        derived(
            "one-signed-regions",
            r"If $P^*, N^* > 0$, both $R(1)$ and $R(-1)$ contain bad local minimizers; if $N^* = 0$ or $P^* = 0$, "
            r"neither does.",
            Step(
                r"If both are positive, the minimizers of both regions have positive values, and there are some,",
                uses="bad-sets",
            ),
            Step(r"while the regions with both signs contain points of risk zero.", uses="good-sets"),
            Step(
                r"If one is zero, every local minimizer with non-zero weights has risk zero.", uses="one-signed-target"
            ),
            role=Role.PRINTED,
            unhunted="two squares of sums: what they say of minimizers in one-signed regions is existence; the"
            " regions where a minimum might be bad are hunted in mixed-regions, one-signed-target and"
            " zero-weights",
        ),
        derived(
            "one-signed-target",
            r"If $N^* = 0 < P^*$, the local minimizers with non-zero weights are the points of $R(1)$ with "
            r"$\sum_i w_i = P^*$, all global; if $P^* = 0 < N^*$, those of $R(-1)$ with $\sum_i |w_i| = N^*$.",
            Step(
                r"Let $N^* = 0$. A negative neuron has the slope $N - N^* = N > 0$: no local minimizer has one.",
                uses="slopes",
            ),
            Step(r"In $R(1)$ $2 L = (P - P^*)^2$, with minimum 0 exactly at $P = P^* > 0$.", uses="floors"),
            Step("Exchange $x$ and $-x$ for the other case.", cites="symmetry of the Gaussian law"),
            role=Role.PRINTED,
        ),
        derived(
            "bad-sets",
            r"If $P^*, N^* > 0$, the local minimizers of $R(1)$ are exactly the points with $\sum_i w_i = P^*$, of "
            r"value $\frac{1}{2}{N^*}^2$; those of $R(-1)$ the points with $\sum_i |w_i| = N^*$, of value "
            r"$\frac{1}{2}{P^*}^2$.",
            Step(
                r"On $R(1)$, an open set, $L$ is $\frac12 (P - P^*)^2$ and a constant, on $R(-1)$ "
                r"$\frac12 (N - N^*)^2$ and a constant.",
                uses="floors",
            ),
            Step(
                r"A positive sum $P$ can move both ways, so that the local minimizers are the points at which the "
                r"square vanishes, and as $P^* > 0$ there are some; $N$ alike.",
                cites="a convex function of one real number",
            ),
            unhunted="two squares of sums: what they say of minimizers in one-signed regions is existence; the"
            " regions where a minimum might be bad are hunted in mixed-regions, one-signed-target and"
            " zero-weights",
        ),
        derived(
            "symmetric-laws",
            rf"For {ANY_LAW}: a local minimizer with a positive and a negative weight, or with a zero weight, has "
            r"$L = 0$; if $P^*, N^* > 0$, the local minimizers of $R(1)$ are exactly its points with "
            r"$\sum_i w_i = P^*$, of value $\frac12 {N^*}^2$, and those of $R(-1)$ its points with "
            r"$\sum_i w_i = -N^*$, of value $\frac12 {P^*}^2$; and $R(1)$, as $R(-1)$, contains a bad one if and only "
            r"if $P^*, N^* > 0$.",
            Step(
                "The risk as a function of the weights is that of a normal input,", uses="pnn.theorem-1:symmetric-laws"
            ),
            Step("of which it is known that regions with both signs hold no bad minimizers,", uses="mixed-regions"),
            Step("nor points with a zero weight,", uses="zero-weights"),
            Step("what the minimizers of the other two regions are,", uses="bad-sets"),
            Step("and when there are any that are bad.", uses="one-signed-regions"),
            unhunted="the risk is that of the normal law, for which the parts that it gathers are hunted",
        ),
        Part(
            "good-sets",
            r"If $P^*, N^* > 0$, each of the $2^k - 2$ regions with both signs contains global minimizers.",
            Role.OURS,
            unhunted="one point of every region, written down in symbols",
        ),
        derived(
            "zero-weights",
            "A local minimizer with a zero weight, where such are admitted, is global.",
            Step(
                r"A zero weight can turn positive or negative, so that $P - P^* \ge 0$ and $N - N^* \ge 0$.",
                uses="slopes",
            ),
            Step(
                r"If some weight is positive, $P = P^*$; if none is, $P = 0$, and $0 \ge P^*$ makes $P^* = 0 = P$. "
                r"For $N$ alike.",
                uses="slopes",
            ),
            SQUARES,
        ),
        derived(
            "maximum",
            r"If $P^*, N^* > 0$, then $w = 0$ is a strict local maximum of value "
            r"$\frac{1}{2}({P^*}^2 + {N^*}^2)$, and there is no other local maximum.",
            Step(
                r"For $P < 2 P^*$ and $N < 2 N^*$ both products in the drop are positive unless $P = N = 0$.",
                uses="drop",
            ),
            Step(
                r"Elsewhere some weight is not zero, and along it $L$ is $\frac12 t^2$ and a linear term.",
                uses="slopes",
            ),
            unhunted="the sign of a quadratic in two masses, by drop",
        ),
        derived(
            "one-neuron",
            r"For a single neuron and a target with $P^*, N^* > 0$ the local minima are $\frac{1}{2}{N^*}^2$ at "
            r"$w = P^*$ and $\frac{1}{2}{P^*}^2$ at $w = -N^*$, so the larger is bad unless $P^* = N^*$.",
            Step(
                r"For $w > 0$ $L$ is $\frac12 (w - P^*)^2 + \frac12 {N^*}^2$, for $w < 0$ "
                r"$\frac12 (w + N^*)^2 + \frac12 {P^*}^2$.",
                uses="floors",
            ),
            Step(r"At $w = 0$ both slopes, $-P^*$ and $-N^*$, are negative.", uses="slopes"),
            unhunted="a quadratic of one weight on either side of zero",
        ),
        Part(
            "slopes",
            r"As the size of a positive neuron grows by $t$, $L$ changes by $(P - P^*) t + \frac12 t^2$, and as that "
            r"of a negative neuron does by $(N - N^*) t + \frac12 t^2$; a zero weight counts as either.",
            Role.OURS,
            unhunted="an identity in the masses, which the engine decides at every value; pnn.theorem-1:value,"
            " from which it follows, is hunted",
        ),
        Part(
            "floors",
            r"On $R(1)$ $L = \frac12 (P - P^*)^2 + \frac12 {N^*}^2$ and on $R(-1)$ "
            r"$L = \frac12 (N - N^*)^2 + \frac12 {P^*}^2$.",
            Role.OURS,
            unhunted="an identity in the masses, which the engine decides at every value; pnn.theorem-1:value,"
            " from which it follows, is hunted",
        ),
        Part(
            "drop",
            r"$L = \frac12 ({P^*}^2 + {N^*}^2) - P (P^* - \frac12 P) - N (N^* - \frac12 N)$.",
            Role.OURS,
            unhunted="an identity in the masses, which the engine decides at every value; pnn.theorem-1:value,"
            " from which it follows, is hunted",
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
    reading=r"The displayed formula is lost in our copy. The Hessian is determined by the risk, which is defined "
    r"in words; how it is written is our choice. The spectrum is ours.",
    parts=(
        Part(
            "hessian",
            r"$\frac{\partial^2 L}{\partial w_i \partial w_j} = \frac{1}{2}(1 + s_i s_j)$ within $R(s)$.",
            unhunted="second derivatives of the two squares, which the engine takes; their ranks are hunted in rank",
        ),
        derived(
            "rank",
            r"$H \succeq 0$, with rank 2 if both signs occur and rank 1 otherwise.",
            Step(r"$v^\top H v = \frac12 (1^\top v)^2 + \frac12 (s^\top v)^2 \ge 0$ for every $v$.", uses="hessian"),
            Step(
                r"So the rank is that of the two vectors $1$ and $s$, which are independent exactly if two columns of "
                r"them are.",
                cites=r"the kernel of $a a^\top + b b^\top$ is the space orthogonal to $a$ and $b$",
            ),
            Step(r"Two columns are independent exactly if their signs differ.", uses="columns"),
            role=Role.PRINTED,
        ),
        derived(
            "spectrum",
            r"With both signs the eigenvalues are $n_+$, $n_-$ and zero, $n_+ + n_- - 2$ times; with one sign they are "
            r"$k$, the number of neurons, and zero, $k - 1$ times.",
            Step(r"The indicators of the positive and of the negative neurons are eigenvectors.", uses="blocks"),
            Step(
                r"Entries depend on signs alone, so $H$ takes the difference of two neurons of one sign to zero: "
                r"$(n_+ - 1) + (n_- - 1)$ independent vectors, and with the indicators a basis.",
                uses="hessian",
            ),
            unhunted="a matrix of two blocks, of which blocks names the eigenvectors; rank is hunted",
        ),
        Part(
            "columns",
            r"The determinant of the columns $(1, s_i)$ and $(1, s_j)$ is $s_j - s_i$.",
            Role.OURS,
            unhunted="a determinant of two columns, by the engine",
        ),
        Part(
            "blocks",
            r"$H$ maps the indicator of the positive neurons to $n_+$ times itself and that of the negative ones to "
            r"$n_-$ times itself.",
            Role.OURS,
            unhunted="two products of a matrix with a vector, in symbolic sizes",
        ),
    ),
)
