"""The preliminary lemmas of the proofs: two Gaussian moments and three matrix facts."""

from verification.claim import DERIVED, PROVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.pnn2017.paper import PAPER

VECTORS = {
    "x": r"a standard normal vector, $x \sim N(0, I)$, shape (inputs,)",
    "w_1, w_2": "non-zero vectors, shape (inputs,)",
    r"\theta": "the angle between $w_1$ and $w_2$, in $[0, \\pi]$",
    "S": r"symmetric, shape (inputs, inputs): exchanges $\frac{w_1}{\|w_1\|}$ and $\frac{w_2}{\|w_2\|}$, "
    r"zero on all vectors orthogonal to both; for $\theta = 0$ or $\pi$ its factor is zero",
}
BLOCKS = {
    "A, B, C": "real matrices, each of shape (n, n); $A$ and $C$ symmetric",
    "S": r"the Schur complement $C - B^\top A^{-1} B$",
    "E": "the difference $B - A$",
    "G": r"the gap $A - B - B^\top + C$",
    r"\|\cdot\|": "the operator norm, the largest singular value",
}
DEFINITE = r"$A$ is positive definite, with smallest eigenvalue $\lambda_{\min}(A)$."
SEMIDEFINITE = r"The block matrix $M = \begin{pmatrix} A & B \\ B^\top & C \end{pmatrix}$ is positive semidefinite."
FORMS = "the identities of forms are proved; what they say of eigenvalues is a written argument"
SIGNS = {
    "v, w": "scalars, the weights of two neurons with one input",
    "s(v)": "$1$ for $v > 0$, $-1$ for $v < 0$",
}

lemma_6 = Claim(
    id="pnn.lemma-6",
    source=PAPER.section("Proofs", "Lemma 6", "reconstructed"),
    status=Status.TRUE,
    title="The second moment of a Gaussian where two neurons act",
    says=r"For non-zero vectors at angle $\theta$, the second moment of $x$ over the set where both $w_1 \cdot x$ and "
    r"$w_2 \cdot x$ are positive, $M(w_1, w_2) = E[x x^\top 1\{w_1 \cdot x > 0, w_2 \cdot x > 0\}]$, is "
    r"$\frac{\pi - \theta}{2\pi} I + \frac{\sin\theta}{2\pi} S$.",
    where=VECTORS,
    assumptions=("Neither vector is zero: with a zero vector the indicator vanishes, and so does the matrix.",),
    reading=r"The displayed formula is lost in our copy. The matrix is the second moment over the set where two "
    r"neurons act, so that its value is determined. Ours: that neither vector is zero.",
    parts=(
        Part(
            "matrix",
            r"$M(w_1, w_2) = \frac{\pi - \theta}{2\pi} I + \frac{\sin\theta}{2\pi} S$.",
            unhunted="an identity in one angle: both lengths cancel, and all other directions are independent "
            "of the plane",
        ),
        Part(
            "bilinear",
            r"$w_1^\top M(w_1, w_2) w_2 = \frac{1}{2\pi} \|w_1\| \|w_2\| (\sin\theta + (\pi - \theta) \cos\theta)$, "
            r"$M(w, w) = \frac12 I$, $M(w, -w) = 0$ and $M(w_1, w_2) + M(w_1, -w_2) = \frac12 I$.",
            Role.OURS,
            unhunted="an identity in one angle: both lengths cancel, and all other directions are independent "
            "of the plane",
        ),
    ),
)

lemma_7 = Claim(
    id="pnn.lemma-7",
    source=PAPER.section("Proofs", "Lemma 7", "reconstructed"),
    status=Status.TRUE,
    title="The second moment of one Gaussian input where two neurons act",
    says=r"For non-zero scalars and $x \sim N(0, 1)$, $E[x^2 1\{v x > 0, w x > 0\}] = \frac14 (1 + s(v) s(w))$.",
    where=SIGNS,
    assumptions=("Neither scalar is zero.",),
    reading=r"The displayed formula is lost in our copy. It is Lemma 6 for one input, where Section 5.1 excludes "
    r"zero weights. Ours: what happens at zero, where the sign would have to be chosen.",
    parts=(
        Part("moment", r"$E[x^2 1\{v x > 0, w x > 0\}] = \frac14 (1 + s(v) s(w))$ for $v, w \ne 0$."),
        Part(
            "product",
            r"$E \max(v x, 0) \max(w x, 0) = \frac14 (v w + |v w|)$ for all scalars, zero among them.",
            Role.OURS,
            unhunted="the signs of two numbers, in cases that the engine decides; moment is hunted",
        ),
        Part(
            "zero-as-minus",
            r"The reading $s(0) = -1$, which counts a zero weight with the negative ones, extends the formula for the "
            r"moment to zero scalars.",
            Role.OURS,
            expected=False,
            refuted_by="at-zero",
        ),
        counterexample(
            "at-zero",
            r"With $s(0) = -1$ the formula gives $\frac12$ at $v = w = 0$, and at $v = 0 > w$, where the moment is 0. "
            r"No other real value of $s(0)$ helps: at $v = w = 0$ the formula is $\frac14 (1 + s(0)^2) \ge \frac14$.",
            PROVED,
        ),
    ),
)

lemma_8 = Claim(
    id="pnn.lemma-8",
    source=PAPER.section("Proofs", "Lemma 8", "reconstructed"),
    status=Status.TRUE,
    title="A Schur complement is small where the blocks are close",
    says=r"For a symmetric block matrix with square blocks and $A$ positive definite, "
    r"$\|C - B^\top A^{-1} B\| \le \|A - B\| + \|C - B\| + \frac{1}{\lambda_{\min}(A)} \|A - B\|^2$.",
    where=BLOCKS,
    assumptions=(DEFINITE, "The block matrix need not be semidefinite."),
    reading=r"The displayed formula is lost in our copy. The probable form, with its condition on "
    r"$\lambda_{\min}(A)$. For semidefinite block matrices the last term and the condition are not needed "
    r"(ours.lemma-8-sharp).",
    parts=(
        Part(
            "identity",
            r"$S = G - E^\top A^{-1} E$.",
            Role.OURS,
            unhunted="an identity of matrices of any size, which the engine decides for symbols; bound is hunted",
        ),
        Part(
            "squares",
            r"With numbers $e, f, \lambda > 0$, $E = B - A$ and $F = C - B^\top$, both "
            r"$e + f + \frac{e^2}{\lambda} \mp S$ are sums of terms $X^\top P X$ with $P$ one of $e^2 - E^\top E$, "
            r"$f^2 - F^\top F$, $\frac{1}{\lambda} (A - \lambda)^2 + A - \lambda$, the identity and $A^{-1}$.",
            Role.OURS,
            unhunted="an identity of matrices of any size, which the engine decides for symbols; bound is hunted",
        ),
        Part(
            "bound",
            r"$\|S\| \le \|A - B\| + \|C - B\| + \frac{1}{\lambda_{\min}(A)} \|A - B\|^2$.",
            strength=DERIVED,
            why=FORMS,
            argument=(
                Step(
                    r"Let $e > \|E\|$, $f > \|F\|$ and $\lambda = \lambda_{\min}(A)$: all these $P$ are positive "
                    r"semidefinite, so $-(e + f + e^2/\lambda) \preceq S \preceq e + f + e^2/\lambda$.",
                    uses="squares",
                ),
                Step(
                    r"$S$ is symmetric, so its norm is at most that number; let $e$ and $f$ fall to the norms. "
                    r"$\|C - B^\top\| = \|C - B\|$.",
                    cites="the norm of a symmetric matrix is its largest absolute eigenvalue",
                ),
            ),
        ),
    ),
)

lemma_8_sharp = Claim(
    id="ours.lemma-8-sharp",
    source=PAPER.section("Proofs", "beyond Lemma 8", "ours"),
    status=Status.TRUE,
    title="For a semidefinite matrix the bound needs no smallest eigenvalue",
    says=r"If the block matrix is positive semidefinite, then $0 \preceq S \preceq G$, so that "
    r"$\|S\| \le \|G\| \le \|A - B\| + \|C - B\|$. More generally $S$ is the least of the forms "
    r"$F(T) = T^\top A T - T^\top B - B^\top T + C$ over all matrices $T$, and $T = I$ gives $G$.",
    where=BLOCKS | {"T": "any real matrix, shape (n, n)", "A^+": "the pseudo-inverse of $A$"},
    assumptions=(
        SEMIDEFINITE,
        r"$A$ is positive definite; in the last part semidefinite, and $S = C - B^\top A^+ B$.",
    ),
    parts=(
        Part(
            "forms",
            r"$S = X^\top M X$ with $X = (-A^{-1} B, I)$, and $G - S = (A^{-1} E)^\top A (A^{-1} E)$.",
            Role.OURS,
            unhunted="an identity of matrices of any size, which the engine decides for symbols; sandwich and "
            "norm are hunted",
        ),
        Part(
            "sandwich",
            r"$0 \preceq S \preceq G$.",
            Role.OURS,
            strength=DERIVED,
            why=FORMS,
            argument=(Step(r"$M$ and $A$ are positive semidefinite.", uses="forms"),),
        ),
        Part(
            "gap-squares",
            r"$e + f - G$ is a sum of terms $X^\top P X$ with $P$ one of $e^2 - E^\top E$, $f^2 - F^\top F$ and "
            r"the identity.",
            Role.OURS,
            unhunted="an identity of matrices of any size, which the engine decides for symbols; sandwich and "
            "norm are hunted",
        ),
        Part(
            "norm",
            r"$\|S\| \le \|G\| \le \|A - B\| + \|C - B\|$.",
            Role.OURS,
            strength=DERIVED,
            why=FORMS,
            argument=(
                Step(r"$0 \preceq S \preceq G$, so $\|S\| \le \|G\|$.", uses="sandwich"),
                Step(
                    r"For $e > \|E\|$ and $f > \|F\|$ the terms are positive semidefinite, so $G \preceq e + f$; "
                    r"let $e$ "
                    r"and $f$ fall to the norms.",
                    uses="gap-squares",
                ),
            ),
        ),
        Part(
            "map-squares",
            r"Where $B = A Y$, $F(T) - (C - Y^\top A Y) = (T - Y)^\top A (T - Y)$.",
            Role.OURS,
            unhunted="an identity of matrices of any size, which the engine decides for symbols; sandwich and "
            "norm are hunted",
        ),
        Part(
            "every-map",
            r"$F(T) - S = (T - A^+ B)^\top A (T - A^+ B) \succeq 0$ for every $T$, for singular $A$ as well.",
            Role.OURS,
            strength=DERIVED,
            why=FORMS,
            argument=(
                Step(
                    r"As $M \succeq 0$ the range of $B$ lies in that of $A$: with $Y = A^+ B$, $A Y = B$, and so "
                    r"$Y^\top A Y = B^\top A^+ B$.",
                    cites="Albert 1969, on positive semidefinite block matrices and pseudo-inverses",
                ),
                Step(r"Hence the identity, and $A \succeq 0$.", uses="map-squares"),
            ),
            unhunted="an identity of matrices of any size, which the engine decides for symbols; sandwich and "
            "norm are hunted",
        ),
    ),
)

lemma_10 = Claim(
    id="pnn.lemma-10",
    source=PAPER.section("Proofs", "Lemma 10", "reconstructed"),
    status=Status.TRUE,
    title="The inverse of a matrix with two values",
    says=r"For $a \ne 0$ and $a + n b \ne 0$, $(a I + b J)^{-1} = \frac{1}{a} I - \frac{b}{a (a + n b)} J$.",
    where={
        "I, J": "the identity and the matrix of ones, shape (n, n)",
        "a, b": "real numbers",
        "n": "the size, at least 1",
    },
    assumptions=(r"$a \ne 0$ and $a + n b \ne 0$.",),
    reading=r"The displayed formula is lost in our copy. A plausible form: the paper uses it to invert matrices "
    r"$a I + b J$. The conditions under which that is possible are ours.",
    parts=(
        Part("inverse", r"$(a I + b J) \left(\frac{1}{a} I - \frac{b}{a (a + n b)} J\right) = I$."),
        Part(
            "singular",
            r"The conditions are needed: $a I + b J$ is singular if $a + n b = 0$, and if $a = 0$ and $n \ge 2$.",
            Role.OURS,
            unhunted="its two cases are those in which the hunt of inverse finds singular matrices",
        ),
    ),
)
