"""All local minima by enumeration, and the rank of the Hessian in a region: results of ours."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.wording import ANY_TARGET, FORCES, GAUSSIAN, NETWORK, WRITTEN, ours

all_local_minima = Claim(
    id="ours.all-local-minima",
    source=ours("beyond Theorems 2, 5 and 7"),
    status=Status.TRUE,
    title="All local minima by three choices a line",
    says=r"With two or more neurons on each of $R$ distinct lines, hold every line to both signs, to positive or to "
    r"negative "
    r"weights: $3^R$ convex problems in the masses. The optimal values of those whose optimum has $q_r > 0$ on every "
    r"line held "
    r"to one sign are the values of all local minima.",
    where=NETWORK | FORCES | {r"P_r, N_r": r"sums of $\max(c_i, 0)$ and of $\max(-c_i, 0)$ over line $r$"},
    assumptions=(GAUSSIAN, ANY_TARGET, "distinct lines", "zero weights admitted"),
    parts=(
        Part(
            "values",
            r"The accepted optimal values are exactly the values of the local minima, if every line has two neurons "
            r"or more.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"Given a pattern, the optimal network is unique, as the minimiser of a strictly convex "
                    r"function, the mean "
                    r"square distance, on a convex set. Its even part $\frac{1}{2} \sum_r q_r |u_r \cdot x|$ is then "
                    r"unique too.",
                    cites="uniqueness of the nearest point of a closed convex set",
                ),
                Step(
                    r"The lines are distinct, so the functions $|u_r \cdot x|$ are independent, and $q$ is unique: "
                    r"acceptance "
                    r"does not depend on the choice of an optimum.",
                    uses="ours.distinct-lines:definite",
                ),
                Step(
                    r"An accepted optimum is the value of a local minimum: put $P_r$ and $-N_r$ on two neurons of a "
                    r"line of both "
                    r"signs, zero on its others, and share $q_r > 0$ among all neurons of a line held to one sign. "
                    r"Weights near by "
                    r"keep the signs on the latter, so their masses are allowed by the pattern, and their risk is no "
                    r"less.",
                    uses="ours.no-one-signed-line:masses",
                ),
                Step(
                    r"Conversely let $c$ be a local minimum. Hold its strictly one-signed lines to their signs and "
                    r"the others to "
                    r"both. Any masses allowed by this pattern can be placed in a closed orthant that contains $c$: "
                    r"on strictly "
                    r"one-signed lines on any neuron, on the others as in the argument for lines without one sign. "
                    r"On that "
                    r"orthant $c$ is a minimum, so its risk is the pattern's optimal value; and $q_r > 0$ on its "
                    r"one-signed lines, "
                    r"so the pattern is accepted.",
                    uses="ours.no-one-signed-line:global",
                ),
            ),
            unhunted="the accepted values are those of the candidates that the hunts of Theorems 5, 7 and 9 "
            "certify one by one, region by region",
        ),
        Part(
            "single-neurons",
            r"With one neuron on each line the three choices are positive, negative and zero: a pattern's optimum is "
            r"a local "
            r"minimum with these signs exactly if its positive and negative lines have $q_r > 0$ and its empty lines "
            r"$b_r \geq "
            r"|g_r|$.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(
                    r"The risk is a convex quadratic in the sizes of the weights that are not zero, so with all of "
                    r"them positive "
                    r"the optimum of a pattern is where their slopes vanish.",
                    uses="ours.first-order-test:increase",
                ),
                Step(
                    r"Together with $b_r \geq |g_r|$ on empty lines that is the test for a local minimum.",
                    uses="ours.first-order-test:criterion",
                ),
            ),
            unhunted="the accepted values are those of the candidates that the hunts of Theorems 5, 7 and 9 "
            "certify one by one, region by region",
        ),
    ),
)


hessian_rank = Claim(
    id="ours.hessian-rank",
    source=ours("beyond Theorem 3"),
    status=Status.TRUE,
    title="The rank of the Hessian in a region",
    says=r"Inside an open orthant the Hessian of the risk in $c$ has the entries $H_{ij} = \frac{1}{2} (\rho_{ij} + "
    r"s_i s_j "
    r"\psi(\rho_{ij}))$, $\rho_{ij} = u_{r(i)} \cdot u_{r(j)}$, is positive semidefinite, and has the rank $R$ plus "
    r"the dimension "
    r"of the span of the mixed lines. It is $R + d$, the most it can be, exactly if $d$ independent lines are mixed.",
    where=NETWORK | {"s_i": "sign of $c_i$, 1 or -1", "R": "number of lines, each with a neuron", "d": "inputs"},
    assumptions=(GAUSSIAN, ANY_TARGET, "distinct lines", "no weight is zero; a line is mixed if it has both signs"),
    parts=(
        Part(
            "form",
            r"$v^\top H v = \frac{1}{2} \|U^\top a\|^2 + \frac{1}{2} b^\top \psi[U U^\top] b$ with $a_r = \sum v_i$ "
            r"and $b_r = \sum "
            r"s_i v_i$ over the neurons of line $r$.",
            Role.OURS,
            unhunted="the quadratic part of the risk, of which pnn.theorem-6:value is hunted",
        ),
        Part(
            "rank",
            r"$H \succeq 0$, and its rank is $R + \dim \operatorname{span} \{u_r : r \text{ mixed}\}$.",
            Role.OURS,
            strength=DERIVED,
            why=WRITTEN,
            argument=(
                Step(r"$v^\top H v$ is half the sum of $\|U^\top a\|^2$ and $b^\top \psi[U U^\top] b$.", uses="form"),
                Step(
                    r"The lines are distinct, so the second matrix is positive definite. So $H \succeq 0$, and $H "
                    r"v = 0$ "
                    r"exactly if $b = "
                    r"0$ and $U^\top a = "
                    r"0$.",
                    uses="ours.distinct-lines:definite",
                ),
                Step(
                    r"On a mixed line $(a_r, b_r)$ takes every value; on a line of one sign $b_r = \pm a_r$ is any "
                    r"number. With $M$ "
                    r"mixed lines the linear map from $v$ to $(a, b)$ has an image of dimension $R + M$.",
                    cites="linear algebra",
                ),
                Step(
                    r"Within this image, $b = 0$ leaves $a$ free on the mixed lines and zero elsewhere, and $U^\top "
                    r"a = 0$ then holds "
                    r"on a space of dimension $M$ less the dimension of the span of the mixed lines.",
                    cites="rank and nullity",
                ),
                Step(
                    r"The rank of $H$ is the dimension of the image less that of this space: $R$ plus the dimension "
                    r"of the span.",
                    cites="rank and nullity",
                ),
            ),
            unhunted="a rank is a statement of dimension, by the form and the definiteness of distinct lines, "
            "which ours.distinct-lines:definite hunts",
        ),
    ),
)
