"""How many harmonics there are of a degree, how fast the eigenvalues fall, and what that makes of Lemma 6."""

from verification.claim import CERTIFIED, DERIVED, PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import printed

HARMONICS = {
    "d": "the number of inputs, at least 2",
    "t": "a degree, at least 1",
    "N(d, t)": "the number of independent harmonics of degree $t$ on the sphere in $d$ inputs",
    "n": "the number of units, as everywhere in the paper",
}

multiplicity = Claim(
    id="diverse.multiplicity",
    source=PAPER.section("", "the multiplicity of the eigenvalues", "reconstructed"),
    status=Status.FALSE,
    title="The number of harmonics of a degree is divided by the degree",
    says=r"$N(d, t) = \frac{2 t + d - 2}{n} \binom{t + d - 3}{t - 1}$.",
    where=HARMONICS,
    reading="The binomial is lost in our copy; the textbook formula fixes it. The letter under the fraction is $n$ in "
    "our copy, where the textbook has the degree.",
    reason="With the number of units under the fraction the right side depends on the network, and need not be whole.",
    repair=r"$N(d, t) = \frac{2 t + d - 2}{t} \binom{t + d - 3}{t - 1}$: the degree for the number of units.",
    parts=(
        Part(
            "count",
            r"There are $\frac{2 t + d - 2}{n} \binom{t + d - 3}{t - 1}$ independent harmonics of degree $t$, for any "
            "number $n$ of units.",
            expected=False,
            refuted_by="four-units",
        ),
        counterexample(
            "four-units",
            r"For $d = 3$, $t = 2$ and $n = 4$ the formula gives $\frac52$; there are 5.",
            PROVED,
        ),
        derived(
            "degree",
            r"There are $\frac{2 t + d - 2}{t} \binom{t + d - 3}{t - 1}$ independent harmonics of degree $t$.",
            "polynomials of every degree in every number of inputs",
            Step(
                r"There are as many as homogeneous polynomials of degree $t$ beyond those of degree $t - 2$: "
                r"$\binom{d + t - 1}{t} - \binom{d + t - 3}{t - 2}$, the last 0 for $t = 1$.",
                cites="every homogeneous polynomial of degree $t$ is a harmonic one plus $|x|^2$ times one of degree "
                "$t - 2$",
            ),
            Step(r"That is the formula.", uses="identity"),
            role=Role.REPAIRED,
            unhunted="an equality in two whole numbers: counted for small ones, as the rank of the Laplacian",
        ),
        Part(
            "identity",
            r"$\frac{2 t + d - 2}{t} \binom{t + d - 3}{t - 1} = \binom{d + t - 1}{t} - \binom{d + t - 3}{t - 2}$, the "
            "last 0 for $t = 1$.",
            Role.OURS,
            unhunted="an identity in two whole numbers, which the engine decides at every value",
        ),
    ),
)

EIGENVALUES = {
    "g(t)": r"$t \, k(t)$ with $k(t) = \frac{\pi - \arccos t}{2 \pi}$, at directions with $u \cdot v = t$",
    r"\gamma_1 \ge \gamma_2 \ge \dots": "the eigenvalues of $g$ under the uniform probability on the sphere, "
    "each as often as there are independent eigenfunctions",
    "m": "the number of samples",
}
CAP = Step(
    r"$g(u \cdot v)$ is continuous and positive semidefinite, so that its eigenvalues are not negative and sum to the "
    r"mean of $g(u \cdot u)$, which is $g(1) = \frac12$.",
    cites=r"Mercer's theorem; $g$ is the mean of products of the vectors $1[w \cdot u \ge 0] \, u$",
)

beta = Claim(
    id="diverse.beta",
    source=PAPER.section("", "the assumption on the decay of the eigenvalues", "reconstructed"),
    status=Status.FALSE,
    title="No eigenvalues fall so slowly",
    says=r"There are constants $c > 0$ and $\beta < 1$, independent of $m$, with "
    r"$\gamma_m \ge c \, m^{- \beta}$ for all large $m$.",
    where=EIGENVALUES,
    reading=r"Our copy has $\gamma_m = \Omega(m^{- \beta})$ with $\beta < 1$; the measure is the probability on the "
    "sphere, as in the paper's sum of eigenvalues times eigenfunctions. With a constant that depends on $m$ it says "
    "nothing.",
    reason=r"The eigenvalues sum to $\frac12$, so that $m \gamma_m \le \frac12$, while $m \cdot c \, m^{- \beta}$ has "
    "no bound.",
    repair=r"$m \gamma_m \le \frac12$ for every $m$ and every $d$: an exponent below 1 is out of reach.",
    parts=(
        Part(
            "slow-decay",
            r"$\gamma_m \ge c \, m^{- \beta}$ for all large $m$, with some $c > 0$ and $\beta < 1$ that do not depend "
            "on $m$.",
            expected=False,
            refuted_by="below-every-such-power",
        ),
        Part(
            "below-every-such-power",
            r"For all $c > 0$ and $\beta < 1$, $\gamma_m < c \, m^{- \beta}$ once $m^{1 - \beta} > \frac{1}{2 c}$, in "
            r"any number of inputs, which may grow with $m$.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why="all constants at once",
            argument=(
                Step(r"$\gamma_m \le \frac{1}{2 m}$.", uses="cap"),
                Step(
                    r"$\frac{1}{2 m} < c \, m^{- \beta}$ where $m^{1 - \beta} > \frac{1}{2 c}$, which holds for all "
                    "large $m$.",
                    cites="powers with a positive exponent have no bound",
                ),
            ),
            unhunted=r"it follows from the cap at every $m$, whatever the constants",
        ),
        derived(
            "cap",
            r"$m \gamma_m \le \frac12$ for every $m \ge 1$ and $d \ge 2$.",
            "all dimensions and numbers of samples",
            CAP,
            Step(
                r"$m \gamma_m \le \gamma_1 + \dots + \gamma_m \le \frac12$.",
                cites="the eigenvalues fall, and none is negative",
            ),
            role=Role.REPAIRED,
            unhunted=r"it has no assumption, and $\gamma_m$ is a number for each pair $(d, m)$: certified at the "
            "largest $m$ of each step",
        ),
    ),
)

lemma_6 = Claim(
    id="diverse.lemma-6",
    source=PAPER.section("", "Lemma 6", "reconstructed"),
    status=Status.VACUOUS,
    title="The bound on the smallest eigenvalue of the kernel matrix has no probability",
    says=r"$\lambda_m(G) \ge \frac{m \gamma_m}{2}$ with probability at least $1 - m e^{- m \gamma_m / 8}$.",
    where=EIGENVALUES
    | {
        "G": r"$g(x_i \cdot x_j)$ for independent samples, uniform on the sphere, shape (m, m); $\lambda_m(G)$ its "
        "least eigenvalue"
    },
    reading=r"The sign and the 8 in the exponent are lost in part in our copy; the matrix Chernoff bound that the "
    r"proof cites gives them. With another constant $c \ge 1$ in $e^{- m \gamma_m / c}$ the bound is below zero as "
    "well.",
    reason=r"$m \gamma_m \le \frac12$ in every dimension, so that $m e^{- m \gamma_m / 8} \ge 2 e^{- 1/16} > 1$ for "
    "two or more samples: the probability promised is below zero.",
    repair="None of this form: the sizes at which it would begin to say something do not exist.",
    parts=(
        printed(
            "bound",
            r"$P(\lambda_m(G) \ge \frac{m \gamma_m}{2}) \ge 1 - m e^{- m \gamma_m / 8}$.",
            "true because nothing is promised",
            Step(r"For $m \ge 2$ the right side is below zero.", uses="below-zero"),
            Step(
                r"For $m = 1$, $\lambda_1(G) = g(1) = \frac12 \ge \frac{\gamma_1}{2}$, as $\gamma_1 \le \frac12$.",
                uses="diverse.beta:cap",
            ),
            unhunted="a probability is never below zero: there is nothing to find",
        ),
        derived(
            "below-zero",
            r"$1 - m e^{- m \gamma_m / 8} < 0$ for all $m \ge 2$ and $d \ge 2$, and so with every constant "
            "from 1 on for 8.",
            "all dimensions and numbers of samples",
            Step(r"$m \gamma_m \le \frac12$.", uses="diverse.beta:cap"),
            Step(
                r"So $m e^{- m \gamma_m / c} \ge 2 e^{- 1/(2 c)} \ge 2 e^{- 1/2}$ for $m \ge 2$ and $c \ge 1$.",
                cites="the exponential function rises",
            ),
            Step(r"$2 e^{- 1/2} > 1$.", uses="two-roots"),
            unhunted=r"it has no assumption, and $\gamma_m$ is a number for each pair $(d, m)$",
        ),
        Part(
            "two-roots",
            r"$2 e^{- 1/2} > 1$, and $2 e^{- 1/16} > 1.87$.",
            Role.OURS,
            strength=CERTIFIED,
            why="two numbers, in balls",
            universal=False,
        ),
    ),
)
