"""The wording of Section 6's remarks on generalisation: the range of the loss and the complexity of the networks."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import LOST, printed

loss_range = Claim(
    id="diverse.section-6.range-of-the-loss",
    source=PAPER.section("6", "the range of the loss", "reconstructed"),
    status=Status.TRUE,
    title="The range of the loss in the generalisation bound",
    says=r"$0 \le \frac12 (y - f(x))^2 \le Y^2 + C_W^2$ for $|y| \le Y$, $\sum_k |w_k| \le C_W$ and unit samples.",
    where={"f(x)": r"$\sum_k v_k \max(w_k \cdot x, 0)$, $v_k = \pm 1$", "Y, C_W": "bounds on targets and on the class"},
    reading=LOST + "Our notes have the range; the class is that of Corollary 4.",
    parts=(
        printed(
            "range",
            r"$\frac12 (y - f(x))^2 \le Y^2 + C_W^2$.",
            "any units, samples and targets",
            Step(r"$|f(x)| \le \sum_k |w_k| |x| \le C_W$.", cites="the Cauchy-Schwarz inequality"),
            Step(r"$y^2 + f^2 - \frac12 (y - f)^2 = \frac12 (y + f)^2 \ge 0$.", uses="square"),
            unhunted="one square that is not negative, beside the Cauchy-Schwarz inequality",
        ),
        Part(
            "square",
            r"$y^2 + f^2 - \frac12 (y - f)^2 = \frac12 (y + f)^2$.",
            Role.OURS,
            unhunted="an identity in two numbers, which the engine decides at every value",
        ),
    ),
)

rademacher = Claim(
    id="diverse.section-6.rademacher",
    source=PAPER.section("6", "the complexity of the class", "reconstructed"),
    status=Status.OPEN,
    title="The Rademacher complexity of the class",
    says=r"$E \sup_W \frac1m \sum_l \epsilon_l f(x_l) \le \frac{C_W}{\sqrt m}$ for independent signs $\epsilon_l$.",
    where={
        "f(x)": r"$\sum_k v_k \max(w_k \cdot x, 0)$, $v_k = \pm 1$ and free, $\sum_k |w_k| \le C_W$",
        "x_l": "unit samples, shape (m, d)",
    },
    reading=LOST
    + "Our notes have the bound; the contraction that is usually cited gives twice as much where both signs are "
    "admitted.",
    reason=r"With signs $v_k = \pm 1$ the supremum is $C_W$ times that of $\frac1m |\sum_l \epsilon_l \max(w "
    r"\cdot x_l, 0)|$ over unit "
    r"$w$; contraction gives $\frac{2 C_W}{\sqrt m}$. Whether the factor 2 can be left out for all samples is "
    r"not known to us.",
    parts=(
        Part(
            "bound",
            r"$E \sup_{|w| = 1} |\sum_l \epsilon_l \max(w \cdot x_l, 0)| \le \sqrt m$ for all unit samples.",
            expected=None,
            strength=CONSISTENT,
            why="not known",
        ),
        derived(
            "twice",
            r"$E \sup_{|w| = 1} |\sum_l \epsilon_l \max(w \cdot x_l, 0)| \le 2 \sqrt m$.",
            "any samples",
            Step(
                r"$u \mapsto \max(u, 0)$ is a contraction that fixes 0: the mean is at most $2 E \sup_{|w| = 1} "
                r"|\sum_l \epsilon_l \, w \cdot x_l| = 2 E |\sum_l \epsilon_l x_l|$.",
                cites="contraction, Ledoux and Talagrand 1991, Theorem 4.12",
            ),
            Step(
                r"$(E |\sum_l \epsilon_l x_l|)^2 \le E |\sum_l \epsilon_l x_l|^2 = \sum_l |x_l|^2 = m$.",
                cites="Cauchy-Schwarz",
            ),
            unhunted="a mean over signs, enumerated for samples in the plane",
        ),
    ),
)
