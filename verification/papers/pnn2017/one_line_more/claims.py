"""One line more: Theorem 10, its rank-one step, and whether the norm falls strictly."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.attainment.claims import BY_ARGUMENT, INPUTS, LINES
from verification.papers.pnn2017.paper import PAPER
from verification.verdict import Verdict

theorem_10 = Claim(
    id="pnn.theorem-10",
    source=PAPER.section("7.1", "Theorem 10", "reconstructed"),
    status=Status.AMBIGUOUS,
    title="One line more takes a matrix of rank one off the Schur complement",
    says=r"With a further line $a$, $z = \psi[U a]$, $w = \psi[U^* a]$, $\alpha = \frac{1}{1 - z^\top "
    r"\Psi_{11}^{-1} z}$ and $v = \Psi_{21} \Psi_{11}^{-1} z - w$, the Schur complement becomes $S - \alpha v v^\top$, "
    r"so that its norm decreases.",
    where={
        **LINES,
        "a": "unit vector of the further line, shape (inputs,)",
        "z, w, v": "shapes (lines,), (target lines,), (target lines,)",
        r"S_+": "the Schur complement with the further line",
    },
    assumptions=(INPUTS, "distinct lines, $a$ on none of them"),
    reason=r"Formula (7.7) is lost, so that it is open whether the norm is said to decrease strictly or weakly. Weakly "
    r"it is true; strictly it is false, even where $v \ne 0$.",
    reading=r"Formula (7.7) is lost. In words: a distinct line, and that the norm decreases. The rank-one step "
    r"is determined by the definition of the Schur complement.",
    parts=(
        Part(
            "decrease",
            r"$\|S_+\| < \|S\|$, 'decreases' read strictly, whenever $a$ is on none of the lines and $S \ne 0$.",
            expected=False,
            refuted_by="no-decrease",
        ),
        counterexample(
            "no-decrease",
            r"Two inputs, one line at 45 degrees, a further one at 135 degrees, target lines $e_1$ and $e_2$: "
            r"$\|S\| = \|S_+\| = 1 - \frac{2}{\pi}$, although $v \ne 0$.",
            strength=Verdict.PROVED,
        ),
        Part(
            "update",
            r"If $\Psi_{11}$ is invertible and $z^\top \Psi_{11}^{-1} z \ne 1$, $S_+ = S - \alpha v v^\top$.",
            unhunted="an identity of blocks, which the engine decides for symbols; order, which follows, is hunted",
        ),
        Part(
            "forms",
            r"With $\Psi_+$, $\Psi$ of the lines and $a$, and $F$, $\psi$ from these to the target lines: $y^\top "
            r"\Psi_+ y = 1 - z^\top \Psi_{11}^{-1} z$ for $y = (-\Psi_{11}^{-1} z, 1)$, and $S_+ = \Psi_{22} - F^\top "
            r"\Psi_+^{-1} F$ is the form of $\psi$ of all lines and target lines at $(-\Psi_+^{-1} F, I)$.",
            Role.OURS,
            unhunted="an identity of blocks, which the engine decides for symbols; order, which follows, is hunted",
        ),
        Part(
            "order",
            r"If $\psi$ of all the lines together is positive definite, $\alpha > 0$, $0 \preceq S_+ \preceq S$ and "
            r"$\|S_+\| \le \|S\|$.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"$\frac{1}{\alpha}$ is the value of the positive definite $\Psi_+$ at $y \ne 0$, so that $\alpha "
                    r"> 0$.",
                    uses="forms",
                ),
                Step(r"$S - S_+ = \alpha v v^\top \succeq 0$.", uses="update"),
                Step(
                    r"$\psi$ of all lines and target lines is positive semidefinite.", uses="pnn.lemma-1:semidefinite"
                ),
                Step(r"$S_+$ is a form of it, so $S_+ \succeq 0$.", uses="forms"),
                Step(
                    r"So $0 \le x^\top S_+ x \le x^\top S x$ for every $x$; the norms are the largest of these on unit "
                    r"vectors.",
                    cites="the norm of a semidefinite matrix is its largest eigenvalue",
                ),
            ),
        ),
        Part(
            "distinct",
            r"If $a$ is on none of the distinct lines, $\psi$ of all of them is positive definite, so that the two "
            r"statements above hold.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"The lines and $a$ are distinct, so their kernel matrix is positive definite.",
                    uses="ours.distinct-lines:definite",
                ),
                Step(r"Then $\alpha$ is defined, positive, and the order follows.", uses="order"),
            ),
            unhunted="it is ours.distinct-lines:definite for one line more, which is hunted",
        ),
        Part(
            "repeated-line",
            r"That $a$ is on none of the lines is needed: for one that is there already $z^\top \Psi_{11}^{-1} z = 1$ "
            r"and $v = 0$, so that $\alpha$ is not defined.",
            Role.OURS,
            unhunted="an entry of the inverse times the matrix, for symbols",
        ),
    ),
)
