"""Lemmas 1 to 3 on the network as a product and on projectors."""

from verification.claim import Claim, Status, Step
from verification.papers.width2019.paper import PAPER
from verification.papers.width2019.wording import ours, printed

PROJECTOR = {r"P[M]": r"the orthogonal projector onto the range of $M$"}

lemma_2 = Claim(
    id="width.lemma-2",
    source=PAPER.section("A", "Lemma 2", "reconstructed"),
    status=Status.TRUE,
    title="Projectors onto orthogonal ranges add up",
    says=r"If $A^\top B = 0$, then $P[(A \; B)] = P[A] + P[B]$, whatever the ranks of $A$ and $B$.",
    where=PROJECTOR | {"A, B": "matrices with equally many rows"},
    reading=r"Our copy has lost the transpose in $A^\top B = 0$: the lemma is used on blocks whose columns are "
    r"orthogonal, and $A B$ is not defined for them.",
    parts=(
        printed(
            "sum",
            r"$P[(A \; B)] = P[A] + P[B]$ if $A^\top B = 0$.",
            "matrices of any size and rank; exact on instances",
            Step(
                r"$P[A] P[B] = A (A^\top A)^+ A^\top B (B^\top B)^+ B^\top = 0$, so that $P[A] + P[B]$ is symmetric "
                r"and its own square: an orthogonal projector.",
                cites="the projector onto a range by the pseudo-inverse",
            ),
            Step(
                r"It fixes the columns of $A$ and of $B$, and maps everything into the sum of their ranges: its range "
                r"is that of $(A \; B)$.",
                cites="a projector is determined by its range",
            ),
        ),
        ours(
            "not-without",
            r"For $A = (1, 0)^\top$ and $B = (1, 1)^\top$, with $A^\top B = 1$, it fails: $P[(A \; B)]$ is the "
            r"identity, and the traces of $P[A]$ and $P[B]$ add up to 2, but $P[A] + P[B]$ has the entry $\frac32$.",
        ),
    ),
)
