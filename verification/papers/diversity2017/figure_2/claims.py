"""What Figure 2 is to show: eigenvalues of the kernel matrix that resemble the kernel's own; and what they resemble."""

from verification.claim import CERTIFIED, CONSISTENT, DERIVED, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER

DRAWS = "draws of samples are instances"
REFUSED = (
    "If it is true, the chance that the draws of any seed refuse it is below one in a million (McDiarmid's bound)."
)
WHERE = {
    r"\gamma_1 \ge \gamma_2 \ge \dots": r"the eigenvalues of $g(t) = t \, k(t)$, $k(t) = \frac{\pi - \arccos t}{2 "
    r"\pi}$, under the uniform probability on the sphere, each as often as there are independent eigenfunctions",
    r"\lambda_1 \ge \dots \ge \lambda_m": r"the eigenvalues of $g(x_i \cdot x_j)$, shape (m, m), for independent "
    "samples, uniform on the sphere",
    "d": "the number of inputs",
}
TRACE = Step(
    r"$\lambda_1 + \dots + \lambda_m = m \, g(1) = \frac{m}{2}$, whatever the samples.",
    cites="the trace of a matrix is the sum of its eigenvalues",
)

figure_2 = Claim(
    id="diverse.figure-2",
    source=PAPER.section("", "Figure 2"),
    status=Status.AMBIGUOUS,
    title="The spectrum resembles the kernel's own but for the last 2,865 of 3,000 eigenvalues",
    says=r"For $d = 15$ and $m = 3000$ the eigenvalues $\frac{\lambda_i}{m}$ closely resemble $\gamma_i$.",
    where=WHERE,
    assumptions=("Draws are at $d = 15$ and $m = 3000$ unless the configuration says otherwise.",),
    reason="How close is close is not said. We read: within a tenth. The first 135 eigenvalues are, in the mean of "
    "their sum; the last 2,865 are, on average, more than twice what they should be.",
    parts=(
        Part(
            "first-steps",
            r"The mean of $\frac{\lambda_1 + \dots + \lambda_{135}}{m}$ over the samples is within a tenth of "
            r"$\gamma_1 + \dots + \gamma_{135}$. " + REFUSED,
            strength=CONSISTENT,
            why=DRAWS,
        ),
        Part(
            "all-eigenvalues",
            r"$\frac{\lambda_i}{m} \le 1.1 \, \gamma_i$ for all $i \le 3000$.",
            expected=False,
            refuted_by="trace",
        ),
        Part(
            "trace",
            r"Whatever the samples, $\frac{\lambda_i}{m} > 1.123 \, \gamma_i$ for some $i \le 3000$.",
            Role.COUNTEREXAMPLE,
            strength=DERIVED,
            why="all samples at once",
            argument=(
                TRACE,
                Step(r"$1.123 (\gamma_1 + \dots + \gamma_{3000}) < \frac12$.", uses="sum-of-3000"),
                Step(
                    r"If all were at most $1.123 \, \gamma_i$, their sum would be below $\frac12$.",
                    cites="sums of inequalities",
                ),
            ),
            unhunted="it follows from the trace, which is the same for all samples",
        ),
        Part(
            "sum-of-3000",
            r"For $d = 15$, $1.123 (\gamma_1 + \dots + \gamma_{3000}) < \frac12$; of these eigenvalues the last 2,865 "
            r"are those of degree 4, and $\gamma_{3000} + \frac{1}{3000} \left(\frac12 - \gamma_1 - \dots - "
            r"\gamma_{3000}\right)$ is between 3 and $3.01$ times $\gamma_{3000}$.",
            Role.OURS,
            strength=CERTIFIED,
            why="integrals, in balls; what is left of the trace bounds all higher degrees",
            universal=False,
        ),
        Part(
            "last-step",
            r"The mean of $\frac{\lambda_{136} + \dots + \lambda_{3000}}{m}$ is more than twice "
            r"$\gamma_{136} + \dots + \gamma_{3000}$. " + REFUSED,
            Role.OURS,
            strength=CONSISTENT,
            why=DRAWS,
        ),
    ),
)

corrected_law = Claim(
    id="ours.corrected-law",
    source=PAPER.section("", "beyond Figure 2", "ours"),
    status=Status.OPEN,
    title="Each eigenvalue also has its share of all those that do not fit in",
    says=r"$\frac{\lambda_i}{m}$ is near to $\gamma_i + \frac{\tau_m}{m}$ with $\tau_m = \frac12 - \gamma_1 - \dots - "
    r"\gamma_m$, on average over the eigenvalues of a degree.",
    where=WHERE,
    assumptions=("Draws are at $d = 15$ and $m = 3000$ unless the configuration says otherwise.",),
    reason="In the limit of many inputs, with $m$ far from both ends of a step, results on the concentration of kernel "
    "matrices suggest it (Mei, Misiakiewicz and Montanari 2022); for which $d$ and $m$ it is how close is not known.",
    parts=(
        derived(
            "sum",
            r"$\sum_{i \le m} \left(\gamma_i + \frac{\tau_m}{m}\right) = \sum_{i \le m} \frac{\lambda_i}{m} = \frac12$ "
            r"for any samples on the sphere: on average "
            r"$\frac{\lambda_i}{m}$ exceeds $\gamma_i$ by $\frac{\tau_m}{m}$.",
            "all samples, and all numbers of them",
            TRACE,
            Step(
                r"The left sum is $\gamma_1 + \dots + \gamma_m + \tau_m$.",
                cites=r"the definition of $\tau_m$",
            ),
            unhunted="an identity that holds for all samples: both sides are one half",
        ),
        Part(
            "last-step",
            r"Beyond the degrees 0, 1 and 2 the mean of $\sum \frac{\lambda_i}{m}$ is within a tenth of the law's. "
            + REFUSED,
            Role.OURS,
            expected=None,
            strength=CONSISTENT,
            why=DRAWS,
        ),
    ),
)
