"""Theorem 1: from a bad start to any better network there is a path along which the loss falls strictly."""

from verification.claim import CERTIFIED, DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.basin2016.paper import PAPER

CONVEXITY = Step(
    r"$h_s(c) = L(c P_s)$ is convex in $c$ and continuous in $(s, c)$, with $h_s(0) = L(0)$.",
    cites="a finite convex function on a finite-dimensional space is continuous (Rockafellar, Convex Analysis, 10.1)",
)
ONE_CROSSING = Step(
    r"Where $h_s$ exceeds $L(0)$ at some $c_1$, it grows at least linearly beyond $c_1$. So it takes every value "
    r"$\ell > L(0)$ at some $c$ by continuity, at one only, and is smaller before and larger after.",
    uses="convex-ray",
)

theorem_1 = Claim(
    id="basin.theorem-1",
    source=PAPER.section("3", "Theorem 1", "reconstructed"),
    status=Status.TRUE,
    title="A path of strictly falling loss from a bad start to the loss of any better network",
    says=r"Let $W(s)$, $0 \leq s \leq 1$, be a path of parameters with $L(P_1) < L(P_0)$ such that (1) for some "
    r"$\varepsilon > 0$ and every $s$ there is a $c \geq 0$ with $L(c P_s) \geq L(P_0) + \varepsilon$, and (2) "
    r"$L(P_0) > L(0)$. Then there is a path from $W(0)$ to a network of loss $L(P_1)$ along which the loss falls "
    r"strictly. For cross-entropy its conditions fail at every end of a small loss.",
    where={
        "L": "a convex, finite function of the predictions",
        "P_s": "predictions of the network with parameters $W(s)$, shape (samples, outputs)",
        r"h_s(c)": "the loss $L(c P_s)$ on the ray of a prediction",
        "Y": "targets, shape (samples, outputs); for cross-entropy one class a sample",
        "m": "number of samples",
    },
    assumptions=(
        "A fully connected ReLU network of any depth, its last layer linear, with or without biases.",
        "The loss is the mean over the samples.",
    ),
    reading="The theorem is restated in our own words: a path to a better network, along which (1) every ray of "
    "predictions rises above the loss of the start and (2) the start is worse than the prediction zero. Nothing in "
    r"the text at hand fixes how the conditions are written; $\varepsilon$ is read as one number for the whole path, "
    "and its size is of no account. The abstract speaks of a falling path to a global minimum; that some path to a "
    "given network meets (1) is no part of the theorem. For the squared loss paths to global minima can; for "
    "cross-entropy none to an end of small loss does, which is a part of ours.",
    parts=(
        Part(
            "path",
            r"Under (1) and (2) the path exists; it multiplies the last layer of $W(s)$ by a continuous $c(s)$, and "
            r"then, if $L(P_1) \leq L(0)$, shrinks $c$ at $s = 1$.",
            strength=DERIVED,
            why="continuity of a root of a general convex function is a written argument",
            argument=(
                CONVEXITY,
                ONE_CROSSING,
                Step(
                    r"Let $e = L(P_1)$ if $L(P_1) > L(0)$, and $e = \frac{1}{2}(L(P_0) + L(0))$ if not; let $\ell(s) "
                    r"= (1 - s) L(P_0) + s e$, which falls strictly and stays above $L(0)$ by (2). By (1) there is "
                    r"exactly one $c(s)$ with $h_s(c(s)) = \ell(s)$, and $c(0) = 1$.",
                    uses="condition-one",
                ),
                Step(
                    r"$c$ is continuous: for small $\delta > 0$, $h_s(c(s) - \delta) < \ell(s) < h_s(c(s) + \delta)$; "
                    r"by continuity both hold for $s'$ near $s$ too, so $|c(s') - c(s)| < \delta$.",
                    uses="convex-ray",
                ),
                Step(
                    r"The last layer is linear: with its weights and biases times $c(s)$ the network predicts $c(s) "
                    r"P_s$, and its loss is $\ell(s)$. If $L(P_1) > L(0)$ this is the path.",
                    cites="the definition of the network",
                ),
                Step(
                    r"If $L(P_1) \leq L(0) < e$, then $\{c : h_1(c) \leq e\} = [0, c(1)]$ holds 1. Let $c^* < c(1)$ "
                    r"be the largest $c$ in it with $h_1(c) = L(P_1)$. From $c(1)$ down to $c^*$ the loss falls "
                    r"strictly: $h_1 > h_1(c^*)$ there, and a convex function that has risen, from $c^*$ on, goes on "
                    r"rising.",
                    uses="convex-ray",
                ),
            ),
            unhunted="the path of losses is written down; whether it falls strictly is a statement on a whole "
            "interval, which no instance in fractions refutes",
        ),
        Part(
            "other-activations",
            r"The same holds for other continuous activation functions.",
            strength=DERIVED,
            why="a written argument, as for the path",
            argument=(
                Step(
                    r"The path needs that $P_s$ is continuous in $s$, which it is for every continuous activation, and "
                    r"that the last layer is linear. Of the rectifier it uses nothing.",
                    uses="path",
                ),
            ),
            unhunted="the path of losses is written down; whether it falls strictly is a statement on a whole "
            "interval, which no instance in fractions refutes",
        ),
        Part(
            "squared-path",
            r"For the squared loss, let the predictions $P_s$ be continuous in $s$, $L(P_0) > L(0)$, $L(P_0) > L(P_1)$ "
            r"and $P_s \neq 0$ for every $s$. Then there are a level $e < L(P_0)$ and continuous scales $c(s) > 0$ "
            r"with $c(0) = 1$ and $L(c(s) P_s) = (1 - s) L(P_0) + s e$, and a scale $0 \leq c^* \leq c(1)$ with "
            r"$L(c^* P_1) = L(P_1)$ such that $L(c P_1)$ falls strictly as $c$ falls from $c(1)$ to $c^*$.",
            Role.OURS,
            strength=DERIVED,
            why="a written argument where Coq is not installed, for any numbers of samples and outputs",
            argument=(
                Step(r"For the squared loss condition (1) is $P_s \neq 0$.", uses="condition-one"),
                Step(
                    r"These are the scales of the theorem's path, whose argument uses of $P_s$ only that it is "
                    r"continuous in $s$; if $L(P_1) > L(0)$, then $c^* = c(1)$.",
                    uses="path",
                ),
            ),
            unhunted="the path of losses is written down; whether it falls strictly is a statement on a whole "
            "interval, which no instance in fractions refutes",
        ),
        Part(
            "convex-ray",
            r"If $h$ is convex on $c \geq 0$, then for $0 < c < c'$: $h(c') \geq h(0) + \frac{c'}{c}\,(h(c) - h(0))$.",
            Role.OURS,
            strength=DERIVED,
            why="the definition of convexity; its algebra is proved",
            argument=(
                Step(
                    r"$h(c) \leq (1 - \frac{c}{c'}) h(0) + \frac{c}{c'} h(c')$, as $c$ lies between 0 and $c'$.",
                    cites="the definition of a convex function",
                ),
                Step(r"Multiplied by $\frac{c'}{c} > 0$ this is the inequality.", uses="chord"),
            ),
            unhunted="a combination of two inequalities of three numbers, which the engine decides",
        ),
        Part(
            "chord",
            r"$\frac{c'}{c} \left((1 - \frac{c}{c'}) h_0 + \frac{c}{c'} h' - h\right) = h' - h_0 - \frac{c'}{c} (h - "
            r"h_0)$.",
            Role.OURS,
            unhunted="a combination of two inequalities of three numbers, which the engine decides",
        ),
        Part(
            "condition-one",
            r"Under (2), condition (1) says: for every $s$ the loss exceeds $L(0)$ somewhere on the ray of $P_s$; the "
            r"size of $\varepsilon$ is of no account. For the squared loss: $P_s \neq 0$. For softmax cross-entropy: "
            r"some sample is strictly misclassified.",
            Role.OURS,
            strength=DERIVED,
            why="it holds for every convex loss, and for any numbers of samples and outputs",
            argument=(
                CONVEXITY,
                ONE_CROSSING,
                Step(
                    r"By (2), (1) asks for more than $L(0)$; and where $h_s$ exceeds $L(0)$ it exceeds every bound.",
                    uses="convex-ray",
                ),
                Step(
                    r"For the squared loss a scale exists whenever $\|P\|^2 > 0$; at $P = 0$, $h$ is constant.",
                    uses="squared-scale",
                ),
                Step(
                    r"The cross-entropy of a sample is $\log \sum_j e^{c d_j}$, where $d_j$ is the excess of output "
                    r"$j$ over the class's own. If no $d_j$ is positive at any sample, $h$ does not rise; if one is, "
                    r"the loss of its sample is at least $c\, d_j$ and the others are not negative.",
                    cites="monotonicity of the exponential and the logarithm",
                ),
            ),
            unhunted="a limit along rays, in which no finite scale decides",
        ),
        Part(
            "squared-scale",
            r"For $L(P) = \frac{1}{m}\|P - Y\|^2$ and a level $\ell > L(0)$, $P \neq 0$: $c = \left(\langle P, "
            r"Y\rangle + \sqrt{\langle P, Y\rangle^2 + \|P\|^2 (m \ell - \|Y\|^2)}\right) / \|P\|^2$ is the only "
            r"scale $c \geq 0$ with $L(c P) = \ell$.",
            Role.OURS,
            strength=DERIVED,
            why="the signs of the two roots of a quadratic equation",
            argument=(
                Step(
                    r"With either sign of the root $L(c P) = \ell$, and a quadratic equation has no third; the product "
                    r"of the two scales is $-(m\ell - \|Y\|^2) / \|P\|^2 < 0$, so that one is positive, the larger.",
                    uses="squared-roots",
                ),
            ),
            unhunted="the roots of one quadratic: squared-roots decides their product, and with it their signs",
        ),
        Part(
            "squared-roots",
            r"With $N = \|P\|^2$, $A = \langle P, Y\rangle$, $s = m\ell - \|Y\|^2$ and $c_\pm = (A \pm \sqrt{A^2 + N "
            r"s}) / N$: $L(c_\pm P) = \ell$ and $c_+ c_- = -s/N$.",
            Role.OURS,
            unhunted="an identity in $N$, $A$ and $s$, which the engine decides at every value",
        ),
        Part(
            "squared-instance",
            r"On the segments between three pairs of networks with layers of 3, 6, 5 and 2 and biases, twelve "
            r"samples, the end trained: $L(P_0) > L(0)$, $L(P_0) > L(P_1)$ and $P_s \neq 0$ for every $s$ in $[0, "
            r"1]$, so "
            r"that the paths of the squared loss exist and fall.",
            Role.OURS,
            strength=CERTIFIED,
            why="trained weights: pieces that cover the segment, in balls",
            universal=False,
        ),
        Part(
            "cross-entropy-instance",
            r"On the segment between two networks of that shape $L(P_0) > L(0)$, $L(P_0) > L(P_1)$ and some sample is "
            r"strictly misclassified for every $s$ in $[0, 1]$, so that the path of cross-entropy exists and falls.",
            Role.OURS,
            strength=CERTIFIED,
            why="trained weights: pieces that cover the segment, in balls",
            universal=False,
        ),
        Part(
            "cross-entropy-reach",
            r"The conditions can be met by paths to every better network, so that the theorem leads to any small "
            r"value of cross-entropy as it does for the squared loss.",
            Role.OURS,
            expected=False,
            refuted_by="perfect-end",
        ),
        counterexample(
            "perfect-end",
            r"One input, samples $\pm 1$ of two classes, two neurons: from a network of loss above $L(0) = \log 2$, "
            r"no path to the network with outputs $5 \max(\pm x, 0)$ meets (1). That network classifies both samples "
            r"correctly, so $L(c P_1) \leq L(0)$ for every $c \geq 0$; its loss is below $\frac{1}{2}\log 2$.",
        ),
        Part(
            "cost-of-an-error",
            r"A strictly misclassified sample has a cross-entropy above $\log 2$.",
            Role.OURS,
            strength=DERIVED,
            why="a function that rises in all its variables",
            argument=(
                Step(
                    r"With $d > 0$ the excess of another output and $u \geq 0$ what the outputs left add, it is "
                    r"$\log(1 + e^d + u)$; at $d = u = 0$ that is $\log 2$, and both derivatives are positive.",
                    uses="cost-algebra",
                ),
            ),
            unhunted="one function of two numbers, increasing in each by cost-algebra",
        ),
        Part(
            "cost-algebra",
            r"$\log(1 + e^d + u)$ is $\log 2$ at $d = u = 0$, and has positive derivatives for $d > 0$ and $u \geq 0$.",
            Role.OURS,
            unhunted="one function of two numbers and its derivatives, which the engine decides at every value",
        ),
        Part(
            "log-2-floor",
            r"For softmax cross-entropy (1) at $s = 1$ forces $L(P_1) > \frac{1}{m} \log 2$.",
            Role.OURS,
            strength=DERIVED,
            why="it rests on what condition (1) says of any numbers of samples and outputs",
            argument=(
                Step(r"At $s = 1$ some sample is strictly misclassified.", uses="condition-one"),
                Step(r"Its loss is above $\log 2$, and no other is negative.", uses="cost-of-an-error"),
            ),
            unhunted="the mean over samples of cost-of-an-error: one misclassified sample is all that it needs",
        ),
        counterexample(
            "not-sufficient",
            r"The floor alone does not give (1): with outputs $\frac{1}{10} \max(\pm x, 0)$ the loss is above "
            r"$\frac{1}{2}\log 2$, and no sample is misclassified.",
        ),
        Part(
            "through-zero",
            r"Between two networks of opposite predictions and equal hidden layers $P_{1/2} = 0$: there no scale "
            r"reaches a level above $L(0)$, and the scales near it grow without bound.",
            Role.OURS,
            universal=False,
        ),
    ),
)
