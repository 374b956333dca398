"""Definitions 1 and 2, which have no truth value, what holds of them, and the example of Figure 2."""

from verification.claim import Claim, Part, Role, Status, Step
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import DATA, LINEAR, existing, printed

ALL = DATA | LINEAR

definition_1 = Claim(
    id="width.definition-1",
    source=PAPER.section("5", "Definition 1", "reconstructed"),
    status=Status.TRUE,
    title="Points whose linear units feed linear units alone",
    says=r"$\Theta_{n, t}$ is the set of points with sets $S(l)$ of at least $n$ units, $l = t + 1, \dots, H + 1$, all "
    r"outputs for $l = H + 1$, such that $\Phi = G$ on the samples for units of $S(l)$, $l \le H$, and these have "
    r"weights "
    r"to units of $S(l + 1)$ alone. A definition has no truth value; every point lies in $\Theta_{d_y, H}$.",
    where=ALL,
    assumptions=("The paper's second condition admits $G = 0$ for a ReLU. The repairs of what rests on it do not.",),
    reading=r"The sign in $l \le H - 1$ of the third condition is lost in our copy; for $l = H$ it asks for nothing, "
    r"as "
    "all outputs are in $S(H + 1)$.",
    parts=(
        printed(
            "always",
            r"Every point lies in $\Theta_{d_y, H}$.",
            "networks of any size; exact on instances",
            Step(
                r"For $t = H$ there is one set, $S(H + 1)$, of all $d_y$ outputs, and no condition on a hidden unit.",
                cites="the definition",
            ),
            unhunted="a definition against a definition, with nothing assumed",
        ),
        existing(
            "zero-weights",
            r"With all weights 0 a ReLU network of widths 3 and 2 and two outputs lies in $\Theta_{2, 0}$ as printed; "
            r"its "
            "units are not strictly linear.",
        ),
    ),
)

definition_2 = Claim(
    id="width.definition-2",
    source=PAPER.section("5", "Definition 2", "reconstructed"),
    status=Status.TRUE,
    title="Strong separation: linear units also read from linear units alone",
    says=r"Definition 1, and units of $S(l + 1)$ have weights from units of $S(l)$ alone, for $t + 1 \le l \le H - "
    r"1$. A "
    "definition has no truth value.",
    where=ALL,
    reading=r"The sign in $l \notin \{H, H + 1\}$ is lost in our copy; that the layers $l \ge t + 1$ are meant follows "
    r"from $S(l)$ being defined for them.",
    parts=(
        existing(
            "stronger",
            "A net of widths 2 and 2 whose linear units, one a layer, read from and feed each other alone meets both "
            "definitions.",
        ),
    ),
)

figure_2 = Claim(
    id="width.figure-2",
    source=PAPER.section("", "Figure 2", "reconstructed"),
    status=Status.TRUE,
    title="An example of a network in the set of Definition 1",
    says=r"With one linear unit in each hidden layer that feeds the next layer's linear unit alone a network with one "
    r"output lies in $\Theta_{1, 0}$.",
    where=ALL,
    reading="The drawing is lost from our copy, and where it stands. That it shows a path of linear units through all "
    "hidden layers is our choice: what Definition 1 with $n = d_y = 1$, $t = 0$ asks for.",
    parts=(
        Part(
            "example",
            r"Three hidden layers of two units, of which the first is linear and feeds the next one alone: the network "
            r"lies in $\Theta_{1, 0}$.",
            Role.PRINTED,
            universal=False,
        ),
    ),
)
