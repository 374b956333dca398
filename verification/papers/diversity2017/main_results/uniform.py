"""The wording of what fails where units may know the samples: Lemma 7 for all units at once."""

from verification.claim import CERTIFIED, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import BOUND, SLICES, STACKED

ALL = BOUND | STACKED | SLICES

uniform = Claim(
    id="ours.uniform-lemma-7-fails",
    source=PAPER.section("", "beyond Lemma 7: units that know the samples", "ours"),
    status=Status.TRUE,
    title="Units chosen after the samples have a kernel matrix far from its mean, at a small discrepancy",
    says=r"Move the little mass $\frac h2$ of units across the boundary $x_l^\perp$ of each sample, near $q_l$ "
    r"and near $- "
    r"q_l$, $q_l \perp x_l$: all entries of $G_n - G$ become $- h \, x_i \cdot x_j$ at once, while $L_\infty$ "
    r"grows to $2 (d "
    r"- 1) h$ at most and $L_2$ by less. So Lemma 7, true for fixed units, fails for all units at once, with "
    r"any constant.",
    where=BOUND
    | STACKED
    | SLICES
    | {"h": "twice the share of units that is moved at one place", "q_l": r"directions orthogonal to $x_l$"},
    parts=(
        derived(
            "every-constant",
            r"For $m \ge 2$ samples in general position and every $\epsilon > 0$ there is a $W$ with $\frac{\|G_n - "
            r"G\|}{\rho(W)} \ge (1 - \epsilon) \, \frac{m}{2 d (d - 1)} / \left( 1 + \ln d \sqrt{\frac{4 m}{3 d} \ln "
            r"\frac1\delta} \right)$.",
            "a limit of many units",
            Step(
                r"Start from the uniform law; for each $l$ and both signs reflect the mass $\frac h2$ of a cap "
                r"around $\pm q_l + "
                r"\eta x_l$ across $x_l^\perp$, the caps so small that only $x_l^\perp$ of all sample "
                r"boundaries meets them. "
                r"Then $S_{x_i x_j}$, $i \ne j$, loses $\frac h2$ at one of $\pm q_i$ and at one of $\pm q_j$; "
                r"$S_{x_i x_i}$ "
                r"loses $\frac h2$ at both. So $E_{ij} = - h$ throughout, and $G_n - G = - h X X^\top$.",
                cites="counting the caps on either side of the boundaries",
            ),
            Step(
                r"$\|X X^\top\| \ge \frac md$: its trace is $m$ and its rank at most $d$.",
                cites="linear algebra",
            ),
            Step(
                r"The boundary of a slice is in two hyperplanes, each of which comes near at most $d - 1$ of "
                r"the $\pm q_l$, "
                r"chosen in general position, once $\eta$ is small. One $l$ adds at most $h$: $L_\infty \le 2 "
                r"(d - 1) h$.",
                cites="$d$ vectors in general position are orthogonal to no common direction; compactness",
            ),
            Step(
                r"As $\eta \to 0$ a random slice comes near any $\pm q_l$ with a chance that vanishes: $L_2 / h "
                r"\to 0$. What is "
                r"left of $\rho(W)$ is at most $L_\infty \left( 1 + \frac{\ln d}{\sqrt d} \sqrt{\frac43 m \ln "
                r"\frac1\delta} "
                r"\right)$.",
                cites=r"the definition of $\rho$",
            ),
            Step(
                "Many units approximate this law on all slices at once, as closely as wanted against $h$.",
                cites="slices are a Vapnik-Chervonenkis class",
            ),
            unhunted="a limit of many units; the plane, where they can be written down, is hunted in Theorem 1",
        ),
        derived(
            "all-entries",
            r"In the plane, $N$ equally spaced units, $4 | N$, samples on the grid between them: with $s$ units "
            r"moved across "
            r"each end of each sample's half circle, no two ends within $s + 1$ places, every $E_{ij} = - "
            r"\frac{2 s}{N}$, "
            r"$L_\infty \le \frac{2 s + 2}{N}$ and $L_2^2 = \frac{1}{N^2} \left( \frac16 + \frac{2 m s (s + 1) "
            r"(2 s + 1)}{3 N} "
            r"\right)$.",
            "any numbers of units and samples; exact on instances",
            Step(
                r"The slice $S_{x_i x_j}$ is an arc with ends on the grid, of the size that its units make up. "
                r"It loses $s$ "
                "units at each end, or at both ends of a half circle.",
                cites="counting",
            ),
            Step(
                r"$N$ times the number of units up to $t$ less $t$ is a saw tooth between $\pm \frac12$ plus "
                r"one bump of $\pm s$ "
                r"at each end; the difference of two values is at most $2 s + 1$, and two opposite points have "
                r"at most $2 (s + "
                r"1)$ units.",
                cites="counting",
            ),
            Step(
                r"$L_2^2$ is twice the variance of this function, over $N^2$; saw tooth and bumps are "
                r"orthogonal, and the bumps, "
                r"staircases of the heights $s, s - 1, \dots, 1$, sum to 0.",
                uses="variance",
            ),
            unhunted="equalities of fractions for each set of ends: the exact check draws them",
        ),
        derived(
            "variance",
            r"For units in the plane, $L_2(W)^2 = 2 \, \mathrm{Var} \, D(t)$, where $D(t)$ is the share of "
            r"units in $[0, t]$ "
            r"less $t$ and $t$ is uniform in turns.",
            "any units; exact on instances",
            Step(
                r"A slice is an arc whose begin is uniform and whose length is uniform up to half a turn; its "
                r"discrepancy is "
                r"the difference of $D$ at its ends, almost surely.",
                uses="diverse.equations-11-to-15:area",
            ),
            Step(
                "The square is that of the complementary arc: both ends may be taken uniform and independent.",
                cites="the whole circle has no discrepancy",
            ),
            Step(
                "The mean square of a difference of two independent equal variables is twice the variance.",
                cites="moments",
            ),
            unhunted="an equality for each set of units: the exact check compares it with the integral over slices",
        ),
        Part(
            "sizes",
            r"The quotient in every-constant is above $4.4$ at $(d, m, \delta) = (16, 2 \cdot 10^6, \frac12)$, "
            r"where $2 m^2 e^{- "
            r"4 \ln^2 d} + \delta < 0.86$, and above 250 at $(2^{14}, 10^{20}, \frac12)$, where $2 m^2 e^{- "
            r"\ln^2 d} + \delta < "
            "0.76$.",
            Role.OURS,
            strength=CERTIFIED,
            why="logarithms in balls",
            universal=False,
        ),
    ),
)
