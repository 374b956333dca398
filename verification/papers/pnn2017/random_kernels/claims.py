"""The kernel matrix of random lines in proportion to the inputs: equations (7.9) and (7.10), Lemma 9."""

from verification.claim import CONSISTENT, DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

RANDOM = (
    r"$x \sim N(0, I)$",
    r"$r = \gamma d$ lines and $r^* = \rho r$ target lines, independent and uniform, $d \to \infty$",
)
SYMBOLS = {
    r"U, U^*": "unit vectors of the lines and target lines as rows, shapes (lines, inputs), (target lines, inputs)",
    r"\Psi": r"$\psi[V V^\top]$ of $n$ lines $V$",
    r"S": r"$\Psi_{22} - \Psi_{21} \Psi_{11}^{-1} \Psi_{12}$, shape (target lines, target lines)",
    r"d, r, r^*": "numbers of inputs, lines and target lines; $n$ that of all lines of a matrix",
    r"b, c": r"$1 - \frac{2}{\pi}$ and $\frac{2}{\pi}$",
}
BY_ARGUMENT = "a limit theorem that is cited, and a written argument; the identities are proved"
SAMPLED = "random draws at finite sizes; the order of what is left is not proved"

equation_7_9 = Claim(
    id="pnn.equation-7.9",
    source=PAPER.section("7.1", "equation (7.9)", "reconstructed"),
    status=Status.TRUE,
    title="The kernel matrix of random lines is nearly constant",
    says=r"For $n = O(d)$ independent uniform lines, $\|\Psi - (\frac{2}{\pi} + \frac{1}{\pi d}) \mathbf{1} "
    r"\mathbf{1}^\top - b I\| \to 0$ in probability; the rate is slow, $d^{-1/2}$.",
    where=SYMBOLS,
    assumptions=RANDOM,
    reading="The displayed formula is lost in our copy. It is read as the limit that El Karoui's Theorem 2.1 gives "
    "for the kernel (5.13) where lines and inputs grow in proportion; the rate is ours. Nothing in the text at hand "
    r"tells whether the number (7.9) is rather that of the limit of the norm, which is $1 - \frac{2}{\pi}$ for a "
    "constant number of target lines: that is checked in Theorem 11.",
    parts=(
        Part(
            "limit",
            r"$\|\Psi - M\| \to 0$ in probability, $M = (\frac{2}{\pi} + \frac{1}{\pi d}) \mathbf{1} "
            r"\mathbf{1}^\top + b I$.",
            strength=DERIVED,
            why=BY_ARGUMENT,
            argument=(
                Step(
                    r"For $f$ smooth near 0 and differentiable at 1, the matrix $f[V V^\top]$ of $n = O(d)$ lines is "
                    r"$(f(0) + \frac{f''(0)}{2 d}) \mathbf{1} \mathbf{1}^\top + f'(0) V V^\top + (f(1) - f(0) - f'(0)) "
                    r"I$, up to a matrix whose norm tends to 0 in probability.",
                    cites="El Karoui (2010), The spectrum of kernel random matrices, Theorem 2.1, for vectors of "
                    "independent entries",
                ),
                Step(
                    r"His vectors are $g_i/\sqrt{d}$ with normal $g_i$, the lines $u_i = g_i/\|g_i\|$, so that $u_i "
                    r"\cdot u_j = D_i D_j t_{ij}$ with $t_{ij} = g_i \cdot g_j/d$, $D_i = \sqrt{d}/\|g_i\|$ and "
                    r"$\max_i |D_i - 1| = O(\sqrt{\log d/d})$. Off the diagonal, where all $|t_{ij}| = O(\sqrt{\log "
                    r"d/d})$, $f(D_i D_j t_{ij}) - f(t_{ij})$ is $\frac{f''(0)}{2} (D_i^2 D_j^2 - 1) t_{ij}^2$ up to "
                    r"$O(t_{ij}^4 |D_i D_j - 1|)$ for an even $f$. The matrix of $t_{ij}^2$ has a bounded norm, so "
                    r"that the first makes a matrix whose norm tends to 0; the second has entries $O((\log "
                    r"d/d)^{5/2})$, $n$ times which tends to 0. On the diagonal $f(1)$ stands for $f(\|g_i\|^2/d)$, "
                    r"for which $f$ is continued beyond 1 by its tangent.",
                    cites="the tails of a chi-square variable and of normal products; El Karoui (2010), Theorem "
                    "2.1, for the squares",
                ),
                Step(
                    r"For $f = \psi$ these numbers are $\frac{2}{\pi} + \frac{1}{\pi d}$, 0 and $b$.",
                    uses="pnn.equation-7.10:constants",
                ),
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        Part(
            "rate",
            r"$\|\Psi - M\|$ falls like $d^{-1/2}$ in $d$: with $x = \frac{n}{N}$ and $N = \frac{1}{2} (d + 2)(d - 1)$ "
            r"it is near $\frac{1}{\pi} (2 \sqrt{x} + x)$.",
            Role.OURS,
            strength=CONSISTENT,
            why=SAMPLED,
        ),
    ),
)

equation_7_10 = Claim(
    id="pnn.equation-7.10",
    source=PAPER.section("7.1", "equation (7.10)", "reconstructed"),
    status=Status.TRUE,
    title="The constants of the limiting kernel matrix, and its eigenvalues",
    says=r"$\psi(0) = \frac{2}{\pi}$, $\psi'(0) = 0$, $\frac{1}{2} \psi''(0) = \frac{1}{\pi}$ and "
    r"$\psi(1) - \psi(0) - \psi'(0) = 1 - \frac{2}{\pi}$. The limiting matrix $M$ of $n = r + r^*$ lines has the "
    r"eigenvalue $b$, $n - 1$ times, and $b + (\frac{2}{\pi} + \frac{1}{\pi d}) n$.",
    where=SYMBOLS,
    reading="The displayed formula is lost in our copy. The constants are those that El Karoui's theorem asks for, "
    "and the kernel (5.13) determines them; the limiting matrix determines its eigenvalues. Nothing in the text at "
    "hand fixes which of them (7.10) displays: it is read as both.",
    parts=(
        Part(
            "constants",
            r"$\psi(0) = \frac{2}{\pi}$, $\psi'(0) = 0$, $\frac{1}{2} \psi''(0) = \frac{1}{\pi}$, $\psi(1) - \psi(0) - "
            r"\psi'(0) = 1 - \frac{2}{\pi}$.",
            unhunted="values and derivatives of one function, which the engine takes",
        ),
        Part(
            "eigenvalues",
            r"The matrix of size $n$ with $\psi(1) + \frac{1}{\pi d}$ on its diagonal and $\psi(0) + \frac{1}{\pi d}$ "
            r"off it has the eigenvalue $b + (\frac{2}{\pi} + \frac{1}{\pi d}) n$ at the vector of ones and $b$ at the "
            r"differences of two unit vectors; its trace is their sum with multiplicities $1$ and $n - 1$.",
            unhunted="two eigenvectors of a matrix of two values, in symbolic size",
        ),
    ),
)

lemma_9 = Claim(
    id="pnn.lemma-9",
    source=PAPER.section("Proofs", "Lemma 9", "reconstructed"),
    status=Status.TRUE,
    title="The inverse of a perturbed matrix",
    says=r"If $M$ is invertible and $\|M^{-1}\| \|D\| \le \frac12$, then $(M + D)^{-1} = M^{-1} - M^{-1} \tilde "
    r"D M^{-1}$ with $\tilde D = D (I + M^{-1} D)^{-1}$ and $\|\tilde D\| \le 2 \|D\|$.",
    where={r"M, D, \tilde D": "shape (n, n), any n"},
    reading="Equation (11.6) is lost in our copy. It is read as the proof of Theorem 11 needs it, with the error "
    "between two inverses: an error of the inverse alone that tends to 0 would not do there. The condition with "
    r"$\frac12$ and the constant 2 are ours.",
    parts=(
        Part(
            "identity",
            r"Wherever $I + M^{-1} D$ is invertible, $(M + D)(M^{-1} - M^{-1} \tilde D M^{-1}) = I$.",
            unhunted="an identity of matrices of any size, which the engine decides for symbols; norms is hunted",
        ),
        Part(
            "fixed-point",
            r"$R = (I + M^{-1} D)^{-1}$ is $I - R M^{-1} D$, and $t = 1 + \frac12 t$ has the solution 2.",
            Role.OURS,
            unhunted="an identity of matrices of any size, which the engine decides for symbols; norms is hunted",
        ),
        Part(
            "norms",
            r"$\|M^{-1} D\| \le \frac12$ makes $I + M^{-1} D$ invertible and $\|\tilde D\| \le 2 \|D\|$.",
            strength=DERIVED,
            why="inequalities between norms of matrices of any size",
            argument=(
                Step(
                    r"$\|(I + M^{-1} D) x\| \ge \|x\| - \frac12 \|x\|$ vanishes only for $x = 0$.",
                    cites="the triangle inequality; an injective square matrix is invertible",
                ),
                Step(r"$\|R\| \le 1 + \frac12 \|R\|$, so that $\|R\| \le 2$.", uses="fixed-point"),
                Step(
                    r"$\|\tilde D\| = \|D R\| \le 2 \|D\|$.",
                    cites="the norm of a product is at most the product of the norms",
                ),
            ),
        ),
        Part(
            "attained",
            r"The constant 2 is attained: for the numbers $M = 1$, $D = -\frac12$, $\tilde D = -1$.",
            Role.OURS,
            universal=False,
        ),
    ),
)
