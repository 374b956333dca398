"""What the paper says of the ReLU of a normal variable: three assertions, of which the third is false."""

from verification.claim import Claim, Part, Role, Status, counterexample

from ..paper import PAPER

ONE_NUMBER = "an integral in one number $s$, which SymPy takes for every positive one"

relu_of_a_normal = Claim(
    id="mykey.relu-of-a-normal",
    source=PAPER.section("2", "Lemma 1"),
    status=Status.FALSE,
    title="The ReLU of a centred normal variable",
    says=r"For $x$ normal with mean 0 and standard deviation $s$, and $\sigma(x) = \max(x, 0)$: "
    r"$P(\sigma(x) > 0) = \frac{1}{2}$, $E \sigma(x)^2 = \frac{s^2}{2}$ and $E \sigma(x) = \frac{s}{2}$.",
    where={"s": "the standard deviation, positive", r"\sigma": "the ReLU"},
    parts=(
        Part("active", r"$P(\sigma(x) > 0) = \frac{1}{2}$ for every $s > 0$.", unhunted=ONE_NUMBER),
        Part("square", r"$E \sigma(x)^2 = \frac{s^2}{2}$ for every $s > 0$.", unhunted=ONE_NUMBER),
        Part("mean", r"$E \sigma(x) = \frac{s}{2}$ for every $s > 0$.", expected=False, refuted_by="below"),
        counterexample("below", r"For $s = 1$, $E \sigma(x) < \frac{2}{5}$."),
        Part("value", r"$E \sigma(x) = \frac{s}{\sqrt{2 \pi}}$ for every $s > 0$.", Role.REPAIRED, unhunted=ONE_NUMBER),
        Part("scales", r"$\sigma(c x) = c \sigma(x)$ for every $x$ and every $c \ge 0$.", Role.OURS),
        Part("signs", r"For $x$ uniform on $\{-1, 1\}$, $E \sigma(x) = \frac{1}{2}$.", Role.OURS),
    ),
    reason=r"$E \sigma(x)$ is $\frac{s}{\sqrt{2 \pi}}$, about $0.399 s$; a half is the mean for a random sign.",
    repair=r"$E \sigma(x) = \frac{s}{\sqrt{2 \pi}}$.",
)
