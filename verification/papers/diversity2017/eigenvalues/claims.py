"""The spectrum of the kernel in closed form, its order in every dimension, and the largest m gamma_m."""

from verification.claim import Claim, Part, Role, Status, Step, derived
from verification.papers.diversity2017.paper import PAPER

SPECTRUM = {
    "d": "the number of inputs, at least 2",
    "k(t), g(t)": r"$\frac{\pi - \arccos t}{2 \pi}$ and $t \, k(t)$, at directions with $u \cdot v = t$",
    r"\kappa(q)": r"eigenvalue of $k$ on harmonics of degree $q$, under the uniform probability on the sphere",
    r"\gamma(q), N(q)": "eigenvalue of $g$ on harmonics of degree $q$, and how many of them are independent",
    r"\gamma_1 \ge \gamma_2 \ge \dots": r"all $\gamma(q)$ in falling order, each $N(q)$ times",
}
ANY_DIMENSION = "all dimensions and degrees at once; certified for some"
ONE_NUMBER = "numbers for each dimension and degree, with nothing assumed: balls go through dimensions from 2 to 1,500"
SIGNS = "coefficients of one polynomial, which the engine computes"

eigenvalues = Claim(
    id="ours.eigenvalues",
    source=PAPER.section("", "beyond equation (10): the eigenvalues", "ours"),
    status=Status.TRUE,
    title="The eigenvalues of the kernel in closed form",
    says=r"$\gamma(0) = \kappa(1)$, $\gamma(1) = \frac{1}{4 d}$, $\gamma(q) = \frac{(q + d - 2) \kappa(q + 1) + q \, "
    r"\kappa(q - 1)}{2 q + d - 2}$ for even $q \ge 2$, and 0 for odd $q \ge 3$; $\kappa(q) = \left( "
    r"\frac{\Gamma(d/2) \Gamma(q/2)}{2 \pi \Gamma((d + q)/2)} \right)^2$ for odd $q$.",
    where=SPECTRUM,
    parts=(
        derived(
            "step",
            r"The kernel $1[u \cdot v \ge 0]$ has the eigenvalue $\frac12$ at degree 0, 0 at other even degrees, and "
            r"$\pm \frac{\Gamma(d/2) \Gamma(q/2)}{2 \pi \Gamma((d + q)/2)}$ at odd degrees $q$.",
            ANY_DIMENSION,
            Step(
                r"It is $c_d \int_0^1 P_q(t) (1 - t^2)^{(d - 3)/2} dt$ with Legendre's polynomial $P_q$ in $d$ inputs "
                r"and $c_d = \frac{\Gamma(d/2)}{\sqrt \pi \, \Gamma((d - 1)/2)}$; $\frac12$ at degree 0.",
                cites="Funk and Hecke",
            ),
            Step(
                r"For $q \ge 1$, $((1 - t^2)^{(d - 1)/2} P_q')' = - q (q + d - 2) (1 - t^2)^{(d - 3)/2} P_q$: the "
                r"integral is $\frac{P_q'(0)}{q (q + d - 2)}$, 0 for even $q$, and $P_1'(0) = 1$.",
                cites="Legendre's differential equation; a polynomial of even degree here is even",
            ),
            Step(
                r"$P_q' = \frac{q (q + d - 2)}{d - 1} \tilde P_{q - 1}$ with Legendre's polynomial in $d + 2$ inputs, "
                r"so that the eigenvalue is $\frac{c_d}{d - 1} \tilde P_{q - 1}(0)$ at odd $q$; by the recurrence of "
                r"$\tilde P$ at 0 it changes by the factor $- \frac{q}{q + d}$ from $q$ to $q + 2$.",
                cites="the derivative of a Gegenbauer polynomial, and the three-term recurrence",
            ),
            Step("The closed form has the same first value and the same factors.", uses="factors"),
            unhunted=ONE_NUMBER,
        ),
        Part(
            "factors",
            r"$\kappa(q + 2) = \left( \frac{q}{q + d} \right)^2 \kappa(q)$, and $\kappa(1) = \left( \frac{c_d}{d - 1} "
            r"\right)^2$ with $c_d = \frac{\Gamma(d/2)}{\sqrt \pi \, \Gamma((d - 1)/2)}$.",
            Role.OURS,
            unhunted="two identities in $d$ and $q$, which the engine decides at every value",
        ),
        derived(
            "kernel",
            r"$k$ has the eigenvalue $\frac14$ at degree 0, $\kappa(q)$ at odd degrees, and 0 at even degrees from 2 "
            "on.",
            ANY_DIMENSION,
            Step(
                r"$k(u \cdot v)$ is the mean over uniform $w$ of $1[u \cdot w \ge 0] \, 1[w \cdot v \ge 0]$: the "
                "operator of the step, squared.",
                uses="diverse.theorem-8:both-active",
            ),
            Step("So its eigenvalues are the squares.", uses="step"),
            unhunted=ONE_NUMBER,
        ),
        derived(
            "activation",
            r"$\gamma(0) = \kappa(1)$, $\gamma(1) = \frac{1}{4 d}$, $\gamma(q) = \frac{(q + d - 2) \kappa(q + 1) + q "
            r"\kappa(q - 1)}{2 q + d - 2}$ for even $q \ge 2$, and $\gamma(q) = 0$ for odd $q \ge 3$.",
            ANY_DIMENSION,
            Step(
                r"$(2 q + d - 2) \, t P_q = (q + d - 2) P_{q + 1} + q P_{q - 1}$, so that $\gamma(q)$ is the same mean "
                r"of the eigenvalues of $k$ at $q + 1$ and $q - 1$, and that at 1 for $q = 0$.",
                cites="Funk and Hecke; the three-term recurrence",
            ),
            Step(
                r"At $q = 1$ they are 0 and $\frac14$, with the weight $\frac1d$; at odd $q \ge 3$ both are 0.",
                uses="kernel",
            ),
            unhunted=ONE_NUMBER,
        ),
        derived(
            "trace",
            r"$\sum_q N(q) \gamma(q) = \frac12$, of which degree 1 gives $\frac14$ and the even degrees $\frac14$.",
            ANY_DIMENSION,
            Step(
                r"$g(u \cdot v)$ is continuous and positive semidefinite: its eigenvalues sum to $g(1) = \frac12$.",
                cites="Mercer's theorem",
            ),
            Step(r"$N(1) \gamma(1) = d \cdot \frac{1}{4 d}$; other odd degrees give nothing.", uses="activation"),
            unhunted="a sum of numbers for each dimension",
        ),
    ),
)

order = Claim(
    id="ours.spectrum-order",
    source=PAPER.section("", "beyond equation (10): the order of the eigenvalues", "ours"),
    status=Status.TRUE,
    title="The eigenvalues fall in one order of degrees in every dimension",
    says=r"$\gamma(1) > \gamma(0) > \gamma(2) > \gamma(4) > \dots > 0$ for every $d \ge 2$; the odd degrees from 3 on "
    "have the eigenvalue 0.",
    where=SPECTRUM,
    parts=(
        derived(
            "order",
            r"$\gamma(1) > \gamma(0) > \gamma(2) > \gamma(4) > \dots > 0$.",
            ANY_DIMENSION,
            Step(
                r"$\kappa$ falls from each odd degree to the next, by the factor $(\frac{q}{q + d})^2$.",
                uses="ours.eigenvalues:factors",
            ),
            Step(
                r"$\gamma(q)$, for even $q \ge 2$, is a mean of $\kappa(q + 1)$ and $\kappa(q - 1)$ with positive "
                r"weights, which sum to 1: $\kappa(q + 1) < \gamma(q) < \kappa(q - 1)$, and $\gamma(0) = \kappa(1)$.",
                uses="weights",
            ),
            Step("These intervals follow each other.", uses="ours.eigenvalues:activation"),
            Step(
                r"$\gamma(0) < \frac{1}{\pi (2 d - 1)}$, and $\pi (2 d - 1) > 4 d$ for $d \ge 2$, as $6 d - 3 "
                r"\ge 4 d$.",
                uses="degree-zero",
            ),
            unhunted=ONE_NUMBER,
        ),
        Part(
            "weights",
            r"$\frac{q + d - 2}{2 q + d - 2} + \frac{q}{2 q + d - 2} = 1$.",
            Role.OURS,
            unhunted="an identity in $d$ and $q$, which the engine decides at every value",
        ),
        derived(
            "degree-zero",
            r"$\gamma(0) < \frac{1}{\pi (2 d - 1)}$.",
            ANY_DIMENSION,
            Step(
                r"$h(d) = \pi (2 d - 1) \gamma(0)$ has $\frac{h(d + 2)}{h(d)} = \frac{2 d^3 + 3 d^2}{2 d^3 + 3 d^2 - 1}"
                r" > 1$.",
                uses="two-dimensions-on",
            ),
            Step(
                r"So it rises along $d, d + 2, d + 4, \dots$.",
                cites="its values are positive",
            ),
            Step(r"It tends to 1.", cites=r"$\frac{\Gamma(z + 1/2)^2}{z \, \Gamma(z)^2} \to 1$"),
            unhunted=ONE_NUMBER,
        ),
        Part(
            "two-dimensions-on",
            r"$h(d) = \pi (2 d - 1) \gamma(0)$ has $\frac{h(d + 2)}{h(d)} = \frac{2 d^3 + 3 d^2}{2 d^3 + 3 d^2 - 1}$.",
            Role.OURS,
            unhunted="an identity in $d$, which the engine decides at every value",
        ),
    ),
)

cap = Claim(
    id="ours.m-gamma-cap",
    source=PAPER.section("", "beyond the assumption on the decay: the largest products", "ours"),
    status=Status.TRUE,
    title=r"The number of samples times the eigenvalue is at most $1/4$, in the plane $3/\pi^2$",
    says=r"$\sup_m m \gamma_m$ is $\frac{3}{\pi^2} = 0.30396\dots$ for $d = 2$, at $m = 3$, and $\frac14$ for every "
    r"$d \ge 3$, at $m = d$. So $m e^{- m \gamma_m / 8} > 0.96 \, m$: of the failure probability of Lemma 6 hardly "
    "anything is taken away.",
    where=SPECTRUM,
    parts=(
        derived(
            "plane",
            r"For $d = 2$, $m \gamma_m \le \frac{3}{\pi^2}$, with equality at $m = 3$ alone.",
            "any number of samples; certified up to 203",
            Step(
                r"$\gamma_m$ is constant between the ends $m = 2, 3, 5, 7, \dots, 3 + q, \dots$ of steps, so that the "
                r"largest $m \gamma_m$ of a step is at its end; these values are $\frac14, \frac{3}{\pi^2}$ and "
                r"$(3 + q) \gamma(q)$ for even $q$.",
                uses="ours.spectrum-order:order",
            ),
            Step(
                r"$\gamma(q) = \frac{1}{2 \pi^2} \left( \frac{1}{(q + 1)^2} + \frac{1}{(q - 1)^2} \right)$.",
                uses="plane-values",
            ),
            Step(
                r"$(3 + q) \left( \frac{1}{(q + 1)^2} + \frac{1}{(q - 1)^2} \right)$ is $\frac{50}{9}$ at $q = 2$ and "
                r"falls: each of $\frac{q + 3}{(q \pm 1)^2}$ does. So it is below 6.",
                cites="arithmetic",
            ),
            Step(r"$\frac14 < \frac{3}{\pi^2}$.", cites="$\\pi^2 < 12$"),
            unhunted="one number for each $m$: balls go through the first, the argument through all",
        ),
        Part(
            "plane-values",
            r"For $d = 2$, $\kappa(q) = \frac{1}{\pi^2 q^2}$, so that $\gamma(q)$ for even $q \ge 2$ is "
            r"$\frac{1}{2 \pi^2} \left( \frac{1}{(q + 1)^2} + \frac{1}{(q - 1)^2} \right)$.",
            Role.OURS,
            unhunted="an identity in $q$, which the engine decides at every value",
        ),
        derived(
            "space",
            r"For every $d \ge 3$, $m \gamma_m \le \frac14$, with equality at $m = d$.",
            "all dimensions and numbers of samples; certified for some",
            Step(
                r"$\gamma_m$ is constant between the ends $m = d$, $d + 1$, $d + 1 + N(2)$, $d + 1 + N(2) + "
                r"N(4), \dots$ "
                "of steps: these are to be looked at.",
                uses="ours.spectrum-order:order",
            ),
            Step(r"$d \gamma(1) = \frac14$.", uses="ours.eigenvalues:activation"),
            Step(
                r"$(d + 1) \gamma(0)$ is $\frac14$ for $d = 3$; else it is below $\frac{d + 1}{\pi (2 d - 1)} < "
                r"\frac14$, "
                r"as $3.14 \, (2 d - 1) > 4 (d + 1)$ for $d \ge 4$.",
                uses="ours.spectrum-order:degree-zero",
            ),
            Step(
                r"With $m = d + 1 + N(2) = \frac{d (d + 3)}{2}$ and $\gamma(2) = \frac{2 d + 1}{(d + 1)^2} \gamma(0)$, "
                r"$m \gamma(2)$ is $\frac{63}{256}$ for $d = 3$; else it is below "
                r"$\frac{d (d + 3) (2 d + 1)}{2 \pi (d + 1)^2 (2 d - 1)}$, and that below $\frac14$, as $\pi > 3$.",
                uses="second-step",
            ),
            Step(
                r"For even $q \ge 4$: $\gamma(q) \le \gamma(4)$ and $(d + N(2)) \gamma(4) \le N(2) \gamma(2)$, so that "
                r"$(d + 1 + N(2) + \dots + N(q)) \gamma(q) \le \gamma(0) + N(2) \gamma(2) + N(4) \gamma(4) + \dots$",
                uses="later-steps",
            ),
            Step(r"The last sum, over even degrees, is at most $\frac14$.", uses="ours.eigenvalues:trace"),
            unhunted="one number for each pair $(d, m)$: balls go through ends of steps, the argument through all",
        ),
        Part(
            "third-dimension",
            r"For $d = 3$, $(d + 1) \gamma(0) = \frac14$ and $9 \, \gamma(2) = \frac{63}{256}$.",
            Role.OURS,
            universal=False,
        ),
        Part(
            "second-step",
            r"$\gamma(2) = \frac{2 d + 1}{(d + 1)^2} \gamma(0)$; and with $d = 4 + s$ the polynomial "
            r"$3 (d + 1)^2 (2 d - 1) - 2 d (d + 3) (2 d + 1)$ has positive coefficients in $s$.",
            Role.OURS,
            unhunted=SIGNS,
        ),
        Part(
            "later-steps",
            r"$\gamma(4) = \frac{4 d + 9}{(d + 1)^2 (d + 3)^2} \gamma(0)$; and with $d = 3 + s$ and $N(2) = "
            r"\frac{(d + 2) (d - 1)}{2}$, $N(2) \gamma(2) - (d + N(2)) \gamma(4)$ is $\frac{\gamma(0)}{2 (d + 1)^2 "
            r"(d + 3)^2}$ times a polynomial in $s$ with positive coefficients.",
            Role.OURS,
            unhunted=SIGNS,
        ),
    ),
)
