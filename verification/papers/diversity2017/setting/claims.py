"""Equations 1 to 7 and the remark on the rank of D."""

from verification.claim import PROVED, Claim, Part, Status, Step, counterexample, derived
from verification.papers.diversity2017.paper import PAPER
from verification.papers.diversity2017.wording import existing, printed, repaired

NET = {
    "x_l, y_l": "samples, shape (m, d), and targets, shape (m,)",
    "w_k, v_k": r"the units' weights, shape (n, d), and signs, $v_k \in \{-1, 1\}$",
    r"\sigma(u), \sigma'(u)": r"$\max(u, 0)$, and $1[u \ge 0]$, by convention also at the kink $u = 0$",
    "f(x)": r"$\sum_k v_k \, \sigma(w_k \cdot x)$",
    "L": r"$\frac{1}{2 m} \sum_l (y_l - f(x_l))^2$",
}
MATRIX = NET | {
    "D": r"shape (n d, m): column $l$ stacks $v_k \, \sigma'(w_k \cdot x_l) \, x_l$ over the units",
    "r": r"$r_l = \frac1m (f(x_l) - y_l)$, shape (m,)",
    "s_m(D)": r"the $m$-th largest singular value of $D$",
}
DEFINITION = "A definition has no truth value; what the paper makes of it is stated as a part."
LOST = "The displayed formula is lost in our copy; "
EVERY_VALUE = "an identity in a few numbers, which the engine decides at every value of them"
DRAWN = (
    "an equality of fractions at every point: the exact check draws networks with and without kinks, as a hunt would"
)

equation_1 = Claim(
    id="diverse.equation-1",
    source=PAPER.section("", "equation (1)", "reconstructed"),
    status=Status.TRUE,
    title="The network: a sum of rectified units with signs",
    says=r"$f(x) = \sum_{k = 1}^n v_k \, \sigma(w_k \cdot x)$ with $v_k \in \{-1, 1\}$.",
    where=NET,
    assumptions=(DEFINITION,),
    reading=LOST + "the gradient (5), which multiplies $v_k$, $\\sigma'$ and $x$, leaves no other form.",
    parts=(
        Part(
            "homogeneous",
            r"$\sigma(u) = u \, \sigma'(u)$ for all $u$.",
            unhunted=EVERY_VALUE,
        ),
    ),
)

equation_2 = Claim(
    id="diverse.equation-2",
    source=PAPER.section("", "equation (2)", "reconstructed"),
    status=Status.TRUE,
    title="The training loss has the residuals as its derivatives by the outputs",
    says=r"$L = \frac{1}{2 m} \sum_l \ell(y_l, f(x_l))$.",
    where=MATRIX,
    assumptions=(DEFINITION,),
    reading=LOST + r"the factor $\frac{1}{2 m}$ goes with $\ell = (y - f)^2$ of (4): only then is the gradient (5).",
    parts=(
        Part(
            "residuals",
            r"With $\ell = (y - f)^2$ the derivative of a sample's term of $L$ by $f(x_l)$ is "
            r"$r_l = \frac1m (f(x_l) - y_l)$.",
            unhunted=EVERY_VALUE,
        ),
        existing("half-the-square", r"With $\ell = \frac12 (y - f)^2$ it would be half of that."),
    ),
)

equation_3 = Claim(
    id="diverse.equation-3",
    source=PAPER.section("", "equation (3)", "reconstructed"),
    status=Status.TRUE,
    title="A coefficient's size can be moved into the weight",
    says=r"$v_k \, \sigma(w_k \cdot x) = \mathrm{sign}(v_k) \, \sigma(|v_k| w_k \cdot x)$ for real $v_k \ne 0$.",
    where=NET,
    assumptions=(r"$v_k \ne 0$: a unit with $v_k = 0$ has no sign, and drops out.",),
    reading=LOST + r"the paper says that it may take $v_k \in \{-1, 1\}$ because the activation is positively "
    "homogeneous.",
    parts=(
        Part(
            "rescaled",
            r"$v \, \sigma(u) = \mathrm{sign}(v) \, \sigma(|v| u)$ for $v \ne 0$ and every $u$.",
            unhunted=EVERY_VALUE,
        ),
        existing(
            "zero",
            r"A unit with $v = 0$, $w = (1, 0)$ adds 0 at $\pm (1, 0)$ and $\pm (0, 1)$. With a sign $\pm 1$, of the "
            r"nine weights with entries $-1, 0, 1$ only $w = 0$ adds 0 at all four, for which the paper's directions "
            "and discrepancies are not defined.",
        ),
    ),
)

equation_4 = Claim(
    id="diverse.equation-4",
    source=PAPER.section("", "equation (4)", "reconstructed"),
    status=Status.TRUE,
    title="The squared loss",
    says=r"$\ell(y, f) = (y - f)^2$.",
    where=NET,
    assumptions=(DEFINITION,),
    reading=LOST + "it is the squared loss by the paper's words; the factor is fixed by (2) and (5) together.",
    parts=(
        Part(
            "slope",
            r"The derivative of $\ell$ by $f$ is $2 (f - y)$, and $\ell$ less the square $(f - y)^2$ is 0.",
            unhunted=EVERY_VALUE,
        ),
    ),
)

equation_5 = Claim(
    id="diverse.equation-5",
    source=PAPER.section("", "equation (5)", "reconstructed"),
    status=Status.TRUE,
    title="The gradient by a unit's weights",
    says=r"$\frac{\partial L}{\partial w_k} = \frac1m \sum_l (f(x_l) - y_l) \, v_k \, \sigma'(w_k \cdot x_l) \, x_l$, "
    r"with the paper's convention $\sigma'(0) = 1$.",
    where=NET,
    assumptions=("At a kink the right side is what the paper calls the gradient, by its convention.",),
    reading=LOST + r"the paper gives $\sigma'$ in words as the indicator of $u \ge 0$, and the loss fixes the rest.",
    parts=(
        Part(
            "term",
            r"Where $w_k \cdot x_l \ne 0$, the derivative by an entry $w_{ki}$ of the term $\frac{1}{2 m} (y_l - "
            r"f(x_l))^2$ is $\frac1m (f(x_l) - y_l) \, v_k \, \sigma'(w_k \cdot x_l) \, x_{li}$.",
            unhunted=EVERY_VALUE,
        ),
        printed(
            "gradient",
            r"Where no $w_k \cdot x_l$ is 0, the gradient of $L$ by $w_k$ is $\frac1m \sum_l (f(x_l) - y_l) \, v_k \, "
            r"\sigma'(w_k \cdot x_l) \, x_l$.",
            "any number of samples, units and inputs; exact on instances",
            Step("Each term of the loss has the derivative that a term of the sum claims.", uses="term"),
            Step("The loss is the sum of the terms.", cites="linearity of the derivative"),
            unhunted="an equality of fractions: the exact check draws networks without kinks as a hunt would, and one "
            "of its variants admits kinks",
        ),
        existing(
            "no-derivative-at-a-kink",
            r"For $x = (1, 0)$, $y = -1$, $v = 1$ the weight $w = (0, 1)$ is a global minimum of $L$, at a kink: $L$ "
            r"has the slopes $0$ to the one side and $1$ to the other along the first entry, and the formula gives "
            r"$(1, 0)$. Where (5) does not vanish there may be a minimum all the same: what the paper's theorems "
            "exclude are spurious points at which (5) vanishes, not spurious minima at kinks.",
        ),
    ),
)

equation_6 = Claim(
    id="diverse.equation-6",
    source=PAPER.section("", "equation (6)", "reconstructed"),
    status=Status.TRUE,
    title="The gradient is $D$ times the residuals",
    says=r"$\frac{\partial L}{\partial W} = D r$.",
    where=MATRIX,
    reading=LOST + "the paper calls $r$ the residuals and puts the rest of (5) into $D$; where the factor $\\frac1m$ "
    "goes is our choice, and (7) and Theorem 3 are stated with it.",
    parts=(
        printed(
            "product",
            r"Block $k$ of $D r$ is (5), at kinks too.",
            "networks of any size; exact on instances",
            Step(
                r"Block $k$ of $D r$ is $\sum_l v_k \, \sigma'(w_k \cdot x_l) \, x_l \cdot \frac1m (f(x_l) - y_l)$.",
                cites="the definitions of $D$ and $r$",
            ),
            unhunted=DRAWN,
        ),
    ),
)

equation_7 = Claim(
    id="diverse.equation-7",
    source=PAPER.section("", "equation (7)", "reconstructed"),
    status=Status.TRUE,
    title="Small gradients mean small residuals where $D$ has full column rank",
    says=r"$\|r\| \le \frac{1}{s_m(D)} \left\| \frac{\partial L}{\partial W} \right\|$ where $s_m(D) > 0$.",
    where=MATRIX,
    reading=LOST + r"it follows from (6), and the paper says that $s_m(D)$ is the smallest singular value.",
    parts=(
        printed(
            "bound",
            r"$s_m(D) \|r\| \le \|D r\|$.",
            "matrices of any size",
            Step(
                r"For $n d \ge m$, $s_m(D)^2$ is the least value of $\|D r\|^2 / \|r\|^2$ over $r \ne 0$; for "
                r"$n d < m$ there is no $m$-th singular value but 0.",
                cites="Courant and Fischer",
            ),
            Step(r"$D r$ is the gradient.", uses="diverse.equation-6:product"),
        ),
        derived(
            "loss",
            r"Where $s_m(D) > 0$, $L \le \frac{m}{2 s_m(D)^2} \left\| \frac{\partial L}{\partial W} \right\|^2$.",
            "networks of any size; exact on instances",
            Step(
                r"$L = \frac{1}{2 m} \sum_l (m r_l)^2 = \frac{m}{2} \|r\|^2$.",
                cites="the definition of $r$",
            ),
            Step(r"$\|r\| \le \|D r\| / s_m(D)$.", uses="bound"),
            unhunted="the bound on the residuals, squared and scaled; that one is hunted",
        ),
        existing(
            "attained",
            r"Equality for one unit $w = (1, 0)$, $x_1 = (1, 0)$, $x_2 = (\frac35, \frac45)$ and $r$ along "
            r"$(1, -1)$, where $s_2(D)^2 = \frac25$.",
        ),
    ),
)

rank = Claim(
    id="diverse.rank",
    source=PAPER.section("", "the number of weights that full rank asks for", "reconstructed"),
    status=Status.FALSE,
    title="As many weights as samples may do",
    says=r"$n d > m$ is necessary for $D$ to have full column rank.",
    where=MATRIX,
    reading="Our copy has the words with the sign $>$. Read as $\\ge$ the remark is true.",
    reason=r"$D$ has $n d$ rows and $m$ columns, so that $n d = m$ is enough where it is square and regular.",
    repair=r"$n d \ge m$ is necessary. It is not sufficient: with more than $d$ antipodal pairs among the samples $D$ "
    "has less than full rank for all units that are orthogonal to none of them.",
    parts=(
        Part(
            "more-weights-than-samples",
            r"If $D$ has rank $m$, then $n d > m$.",
            expected=False,
            refuted_by="square",
        ),
        counterexample(
            "square",
            r"$n = 1$, $d = 2$, $m = 2$, $w = (1, 0)$, $x_1 = (1, 0)$, $x_2 = (\frac35, \frac45)$: $D = (x_1 \; x_2)$ "
            "has rank 2 and $n d = m$.",
            PROVED,
        ),
        repaired(
            r"If $D$ has rank $m$, then $n d \ge m$.",
            "matrices of any size",
            Step("A rank is at most the number of rows.", cites="linear algebra"),
            unhunted="no matrix has more independent columns than rows, whatever its entries",
        ),
        derived(
            "antipodal-pairs",
            r"If the samples are $p > d$ pairs $\pm x_1, \dots, \pm x_p$ and no $w_k \cdot x_l$ is 0, then $D$ "
            r"has rank "
            r"at most $p + d < 2 p = m$, however many units there are.",
            "any number of units and pairs; exact on instances",
            Step(
                r"Column $x$ less column $- x$ is $(v_1 x, \dots, v_n x)$, as one of the two is active at each unit.",
                cites=r"$1[u \ge 0] + 1[- u \ge 0] = 1$ for $u \ne 0$",
            ),
            Step(
                r"These $p$ differences lie in a space of dimension $d$; with the $p$ columns of $x_1, \dots, "
                r"x_p$ they "
                "span the range of $D$.",
                cites="linear algebra",
            ),
            unhunted="ranks of matrices of fractions: the exact check draws units and pairs as a hunt would, and its "
            "variants drop both conditions",
        ),
        existing(
            "orthogonal-units",
            r"For $\pm (1, 0), \pm (0, 1), \pm (\frac35, \frac45)$ the units $(0, 1), (1, 0), (4, -3)$, each "
            r"orthogonal to one pair, give $D$ rank 6.",
        ),
    ),
)
