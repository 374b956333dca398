"""The wording of the matched risk: two squares, and when both vanish."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.matched.random_signs import WRITTEN
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.wording import LAWS

LINES = {
    r"u_r": "unit vectors, one a line, the lines distinct, shape (inputs,); $U$ has them as rows",
    r"w_i = c_i u_{r(i)}": "weights on the lines, shape (inputs,); $w_i^*$ those of the target, on the same lines",
    r"q_r": "sum of $|c_i|$ over the neurons of line $r$, shape (lines,); $q^*$ the target's",
}


GAUSSIAN = r"$x \sim N(0, I)$, output weights all one, $h(x) = \sum_i \max(w_i \cdot x, 0)$"


MATCHED = "the target's weights lie on the lines of the network"


theorem_6 = Claim(
    id="pnn.theorem-6",
    source=PAPER.section("5.3", "Theorem 6", "reconstructed"),
    status=Status.TRUE,
    title="The matched risk is two squares",
    says=r"For a matched network $L = \frac{1}{4} \| \sum_i w_i - \sum_i w_i^* \|^2 "
    r"+ \frac{1}{4} (q - q^*)^\top \psi[U U^\top] (q - q^*)$, with $\psi$ applied to every entry.",
    where=LINES,
    assumptions=(GAUSSIAN, MATCHED),
    reading=r"The displayed formula is lost in our copy. The risk is defined in words, so that its value is "
    r"determined; how it is written is our choice; the kernel is equation (5.13). That it is taken at $U "
    r"U^\top$, and not at the cosines of acute angles, does not matter for the kernel's matrix and does "
    r"elsewhere: the last part.",
    parts=(
        Part(
            "value",
            r"$L = \frac{1}{4} \|z\|^2 + \frac{1}{4} (q - q^*)^\top \psi[U U^\top] (q - q^*)$, $z = \sum_i w_i - "
            r"\sum_i w_i^*$.",
        ),
        Part(
            "symmetric-laws",
            rf"The same under {LAWS} and for whose lines $E\,|u_r \cdot x|\,|u_s \cdot x| = "
            r"\psi(u_r \cdot u_s)$. Lines may be without neurons.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"$h - h^* = \frac12 z \cdot x + \frac12 e(x)$ with $e(x) = \sum_r (q_r - q_r^*) |u_r \cdot x|$.",
                    uses="ours.first-order-test:split",
                ),
                Step(
                    r"The first summand is odd in $x$, the second even, so that their product has the mean zero; "
                    r"$E (z \cdot x)^2 = \|z\|^2$, and $E\,e(x)^2$ is the sum over the kernel.",
                    cites="symmetry of the law, its covariance",
                ),
            ),
            unhunted="with the normal law it is value, which is hunted",
        ),
        Part(
            "orientation",
            r"Turning a line, $u_r \to -u_r$, leaves $\psi[U U^\top]$ as it is: $\psi(-\rho) = \psi(\rho)$.",
            Role.OURS,
            unhunted=r"$\psi$ is even, a property of one function of one number",
        ),
        Part(
            "acute-angles",
            r"The cosines of the acute angles between lines do not replace $K = U U^\top$: for four lines at "
            r"multiples "
            r"of $45$ degrees the matrix $|K|$ is indefinite, with the eigenvalue $1 - \sqrt{2}$.",
            Role.OURS,
            universal=False,
        ),
    ),
)


corollary_3 = Claim(
    id="pnn.corollary-3",
    source=PAPER.section("5.3", "Corollary 3", "reconstructed"),
    status=Status.TRUE,
    title="When the matched risk vanishes",
    says=r"If $\psi[U U^\top]$ is positive definite, then $L = 0$ exactly if $\sum_i w_i = \sum_i w_i^*$ and $q = "
    r"q^*$.",
    where=LINES,
    assumptions=(GAUSSIAN, MATCHED, r"$\psi[U U^\top]$ positive definite"),
    reading=r"The displayed formula is lost in our copy. It is the zero set of Theorem 6, under the hypothesis, "
    r"in words, that the kernel matrix is positive definite.",
    parts=(
        Part(
            "equivalence",
            r"$L = 0$ if and only if $\sum_i w_i = \sum_i w_i^*$ and $q = q^*$.",
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"$4 L$ is $\|z\|^2$ plus the value of $\psi[U U^\top]$ at $q - q^*$.",
                    uses="pnn.theorem-6:value",
                ),
                Step(
                    r"Both terms are non-negative, so $L = 0$ exactly if both vanish; a positive definite form "
                    r"vanishes "
                    r"at $0$ only. Hence $z = 0$ and $q = q^*$, and these two suffice.",
                    cites="definition of positive definite",
                ),
            ),
            unhunted="it is pnn.theorem-6:value with ours.distinct-lines:definite, and both are hunted",
        ),
        Part(
            "automatic",
            "The hypothesis holds whenever the lines are distinct.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"$\psi[U U^\top]$ is the Gram matrix of the functions $|u_r \cdot x|$, and it is positive "
                    r"definite "
                    r"exactly if the lines are distinct.",
                    uses="ours.distinct-lines:definite",
                ),
            ),
            unhunted="it is pnn.theorem-6:value with ours.distinct-lines:definite, and both are hunted",
        ),
        Part(
            "sums-on-lines",
            r"The signed sums of the lines need not agree with the target's once there are more lines than inputs: "
            r"on "
            r"$e_1, e_2, (\frac{3}{5}, \frac{4}{5})$ two networks have the same $q$ and $\sum_i w_i$, and differ in "
            r"them.",
            Role.OURS,
            universal=False,
        ),
    ),
)
