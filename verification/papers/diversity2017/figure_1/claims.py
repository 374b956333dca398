"""What Figure 1 is to show: eigenvalues that fall more slowly than 1/m for a large range of m."""

from verification.claim import CERTIFIED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import printed

figure_1 = Claim(
    id="diverse.figure-1",
    source=PAPER.section("", "Figure 1"),
    status=Status.AMBIGUOUS,
    title=r"Eigenvalues that fall more slowly than $1/m$: inside flat steps only",
    says=r"For $d = 1500$ the eigenvalues $\gamma_m$ fall more slowly than $1/m$ for a large range of $m$.",
    where={
        r"\gamma_1 \ge \gamma_2 \ge \dots": r"the eigenvalues of $g(t) = t \, k(t)$ under the uniform probability on "
        "the sphere, each as often as there are independent eigenfunctions",
        "k(t)": r"$\frac{\pi - \arccos t}{2 \pi}$, at directions $u, v$ with $u \cdot v = t$",
    },
    reason=r"What falls more slowly than $1/m$ is not said. Within a step of equal eigenvalues $m \gamma_m$ rises, "
    r"however long the step; from one step to the next it falls, by a factor of 750 where the long step begins.",
    parts=(
        printed(
            "inside-steps",
            r"The eigenvalues of number 1,502 to 1,127,250 are equal, so that $m \gamma_m$ rises there, from below "
            r"$0.00022$ to above $0.1593$.",
            "eigenvalues of all degrees at once",
            Step(
                "Harmonics of one degree share an eigenvalue, an integral against a Legendre polynomial.",
                cites="Funk and Hecke",
            ),
            Step(
                "There are 1,500 of degree 1, one of degree 0 and 1,125,749 of degree 2.",
                uses="diverse.multiplicity:degree",
            ),
            Step(
                "Those of degree 2 are smaller than the others of these, and larger than any of higher degree.",
                uses="first-steps",
            ),
            unhunted="numbers in one dimension, certified",
        ),
        Part(
            "first-steps",
            r"The eigenvalues of degrees 1, 0 and 2 are the largest 1,127,250, in this order. $m \gamma_m$ is "
            r"$\frac14$ at $m = 1500$, between $0.15931$ and $0.15932$ at $m = 1501$, between $0.000212$ and "
            r"$0.000213$ at $m = 1502$ and between $0.15936$ and $0.15937$ at $m = 1127250$.",
            Role.OURS,
            strength=CERTIFIED,
            why="integrals, in balls; what is left of the trace bounds all higher degrees",
            universal=False,
        ),
        Part(
            "throughout",
            r"$m \gamma_m$ never falls from $m = 1$ to $m = 1127250$.",
            expected=False,
            refuted_by="falls",
        ),
        counterexample(
            "falls",
            r"$m \gamma_m$ is $\frac14$ at $m = 1500$, below $0.16$ at $m = 1501$ and below $\frac{1}{4000}$ at "
            r"$m = 1502$.",
        ),
    ),
)
