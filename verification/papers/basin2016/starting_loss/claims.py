"""Propositions 1 and 2: the probability that a start has a larger loss than the prediction zero."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import ours

NETWORK = {
    "P": "the predictions of a random start, shape (samples, outputs): the outputs of the last hidden layer times the "
    "output weights, which have no bias",
    "L(P)": "the loss of predictions, $L(0)$ that of all zeros",
    "n'": "the number of units of the last hidden layer",
    "n_l": "the number of units of hidden layer $l$",
    "k, m": "the numbers of outputs and of samples",
    "r": r"the probability that $c \mapsto L(c P)$ is strictly convex on $[-1, 1]$, given $P \ne 0$",
}
START = "The start is as in Assumption 1, at any depth; hidden units are rectified."
BIASES = "Hidden units have biases."
FAIR = "basin.assumption-1:fair-signs"
SYMMETRY = (
    Step(
        r"Given the hidden layers, the output weights and their negatives are equally likely, and so are $P$ and $-P$. "
        r"Whether $c \mapsto L(c P)$ is strictly convex on $[-1, 1]$ is the same for both.",
        cites="the definition of spherical symmetry",
    ),
    Step(
        r"Where it is, and $P \ne 0$, $L(P) + L(-P) > 2 L(0)$: one of the two exceeds $L(0)$. So with probability at "
        r"least $\frac{r}{2} P(P \ne 0)$ the loss of the start does.",
        cites="strict convexity",
    ),
)

proposition_2 = Claim(
    id="basin.proposition-2",
    source=PAPER.section("3", "Proposition 2"),
    status=Status.TRUE,
    title="How often a random start is worse than predicting zero",
    says=r"$P[L(P) > L(0)] \ge \frac{r}{2} (1 - 2^{-n'})$.",
    where=NETWORK,
    assumptions=(START, BIASES),
    parts=(
        derived(
            "not-zero",
            r"For each sample, the last hidden layer is not zero with probability $1 - 2^{-n'}$, and $P \ne 0$ with at "
            r"least this probability; for one sample with exactly this one.",
            "any depth and width",
            Step(
                r"A unit of the last hidden layer has the input $(O, 1)$, which is not zero, whatever the output $O$ "
                r"of the layers before. Given these, its sum is positive with probability $\frac12$, independently of "
                r"the other units.",
                uses=FAIR,
            ),
            Step(
                r"Where the last hidden output $h$ of a sample is not zero, its product with a vector of output "
                r"weights is not zero, with probability 1.",
                uses="basin.assumption-1:no-zero-product",
            ),
            unhunted="a probability over random starts: no start refutes it",
        ),
        derived(
            "bound",
            r"$P[L(P) > L(0)] \ge \frac{r}{2} (1 - 2^{-n'})$.",
            "any depth, width and loss",
            Step(r"$P(P \ne 0) \ge 1 - 2^{-n'}$.", uses="not-zero"),
            *SYMMETRY,
            role=Role.PRINTED,
            unhunted="a probability over random starts: no start refutes it",
        ),
        derived(
            "tight",
            r"For one sample, one output, the squared loss and a start with $|P| < 2 |y|$, this is an equality, with "
            r"$r = 1$.",
            "any depth and width",
            Step(
                r"$(P - y)^2 > y^2$ exactly if $P (P - 2 y) > 0$, that is if $P y < 0$: one of $P$ and $-P$.",
                cites="the sign of a product",
            ),
            Step(r"$P(P \ne 0) = 1 - 2^{-n'}$ for one sample.", uses="not-zero"),
            unhunted="a probability over random starts: no start refutes it",
        ),
        Part(
            "without-biases",
            "The bound holds without biases as well, at every depth.",
            Role.OURS,
            expected=False,
            refuted_by="bias-free",
        ),
        counterexample(
            "bias-free",
            r"Without biases, hidden layers of 1 and 4 units and one sample: $P \ne 0$ with probability "
            r"$\frac{15}{32}$. The loss exceeds $L(0)$ with probability $\frac{15}{64}$, for cross-entropy with two "
            r"classes and for the squared loss with a large target; the bound would be $\frac{15}{32}$.",
            PROVED,
        ),
        derived(
            "bias-free-product",
            r"Without biases and with some sample that is not zero, "
            r"$P[L(P) > L(0)] \ge \frac{r}{2} \prod_l (1 - 2^{-n_l})$ over all hidden layers. For one sample, the "
            r"probability of $P \ne 0$ is the product.",
            "any depth, width and loss",
            Step(
                r"Given that the output of a layer on this sample is not zero, that of the next one is not zero with "
                r"probability $1 - 2^{-n_l}$; after a layer whose output is zero all are zero.",
                uses=FAIR,
            ),
            *SYMMETRY,
            role=Role.REPAIRED,
            unhunted="a probability over random starts: no start refutes it",
        ),
    ),
)

proposition_1 = Claim(
    id="basin.proposition-1",
    source=PAPER.section("3", "Proposition 1"),
    status=Status.FALSE,
    title="Starts worse than zero for the squared loss and for cross-entropy",
    says=r"For the squared loss and for cross-entropy with softmax, $P[L(P) > L(0)] \ge \frac12 (1 - 2^{-n'})$.",
    where=NETWORK | {r"\pi": "the softmax of $c P_t$, one probability a class"},
    assumptions=(START, BIASES),
    reason=r"With one class, cross-entropy is constant. With one unit in the last hidden layer, the assumption allows "
    r"output weights of two values $\pm \rho$: then all classes may get equal outputs, and the loss is $L(0)$.",
    repair=r"For cross-entropy ask for $k \ge 2$, and for $n' \ge 2$ or output weights without atoms.",
    parts=(
        ours(
            "squared-curvature",
            r"For the squared loss $L(c P)$ has the second derivative $\frac{2}{m} \|P\|^2$ in $c$.",
            unhunted="an identity in the scale and the sizes of $P$ and $Y$, which the engine decides",
        ),
        derived(
            "squared",
            r"For the squared loss, $P[L(P) > L(0)] \ge \frac12 (1 - 2^{-n'})$.",
            "any depth and width",
            Step(r"$c \mapsto L(c P)$ is strictly convex for $P \ne 0$, so that $r = 1$.", uses="squared-curvature"),
            Step("Insert $r = 1$.", uses="basin.proposition-2:bound"),
            role=Role.PRINTED,
            unhunted="a probability over random starts: no start refutes it",
        ),
        Part(
            "cross-entropy",
            r"For cross-entropy with softmax, $P[L(P) > L(0)] \ge \frac12 (1 - 2^{-n'})$.",
            expected=False,
            refuted_by="one-unit",
        ),
        counterexample(
            "one-unit",
            r"One unit in the last hidden layer, output weights $\pm \rho$ with equal probability, one sample and $k$ "
            r"classes: the probability is $\frac14 (1 - 2^{1 - k})$, for two classes $\frac18$ and for three "
            r"$\frac{3}{16}$; the bound is $\frac14$.",
            PROVED,
        ),
        counterexample(
            "one-class",
            "With one class the softmax is 1 and the loss is 0 for all predictions: it never exceeds $L(0)$.",
            PROVED,
        ),
        derived(
            "cross-entropy-curvature",
            r"For cross-entropy $L(c P)$ has the second derivative "
            r"$\frac1m \sum_t \sum_{i < j} \pi_{ti} \pi_{tj} (P_{ti} - P_{tj})^2$ in $c$. It is positive unless the "
            r"outputs of all classes are equal on every sample.",
            "any number of classes",
            Step(
                r"The loss of a sample is $\log \sum_j e^{c P_{tj}}$ minus a linear function of $c$. Its second "
                r"derivative is the variance of $P_{tj}$ under $\pi_t$.",
                cites="the cumulants of an exponential family",
            ),
            Step(
                r"A variance is half the mean square of the difference of two independent copies.",
                cites="expanding the square",
            ),
            unhunted="an identity in the outputs of one sample, whose sum of squares with positive factors "
            "shows its sign",
        ),
        derived(
            "cross-entropy-repaired",
            r"For cross-entropy with $k \ge 2$ classes, and $n' \ge 2$ or output weights without atoms, "
            r"$P[L(P) > L(0)] \ge \frac12 (1 - 2^{-n'})$.",
            "any depth, width and number of classes",
            Step(
                r"Where $P \ne 0$, the last hidden output $h$ of some sample is not zero. For $n' \ge 2$, "
                r"$v_1 \cdot h = \|v_1\| \|h\| \cos\theta$, and $\cos\theta$ has a density and is independent of "
                r"$\|v_1\|$: $v_1 \cdot h$ has no atoms. For $n' = 1$ that is assumed.",
                cites="the polar decomposition of a spherically symmetric distribution",
            ),
            Step(
                r"As $v_2$ is independent of $v_1$, $v_1 \cdot h \ne v_2 \cdot h$ with probability 1. So the outputs "
                r"of the classes differ on this sample, the curvature is positive, and $r = 1$.",
                uses="cross-entropy-curvature",
            ),
            Step("Insert $r = 1$.", uses="basin.proposition-2:bound"),
            role=Role.REPAIRED,
            unhunted="a probability over random starts: no start refutes it",
        ),
    ),
)
