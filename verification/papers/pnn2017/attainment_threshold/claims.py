"""The threshold of attainment for random lines and targets, and the least risk itself."""

from verification.claim import DERIVED, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER

SYMBOLS = {
    r"u_r, u^*_j": "unit vectors of the lines and target lines, shapes (lines, inputs), (target lines, inputs); "
    "$U$ has the rows $u_r$",
    r"d, \gamma d, \gamma^* d": "numbers of inputs, lines and target lines",
    r"\rho, b": r"$\gamma^*/\gamma$ and $1 - \frac{2}{\pi}$",
    r"q, q^*, w_0": r"$\Psi_{11}^{-1} \Psi_{12} q^*$, shape (lines,); norms of the target's weights; their sum $w_0$",
    "h": "a standard normal variable",
    r"\varphi, x": r"the normal density; for $\gamma > 1$, the number with $P(|h| < x) = \frac{1}{\gamma}$",
    r"\gamma^*_c(\gamma)": r"$\gamma \left(\frac{2 \varphi(x)}{x} - P(|h| > x)\right)^{-1}$ for $\gamma > 1$, infinite "
    r"for $\gamma \le 1$",
    "m": r"a measurable function of $|h|$ with $0 \le m \le 1$",
}
RANDOM = (
    r"$x \sim N(0, I)$",
    r"$\gamma d$ independent uniform lines, $\gamma^* d$ target neurons $N(0, I/d)$, $d \to \infty$; $\gamma, "
    r"\gamma^*$ fixed",
)
BY_ARGUMENT = "limit theorems that are cited, and a written argument; its identities are proved"
GORDON = "Gordon's comparison, Thrampoulidis, Oymak and Hassibi (2015)"


def ours(name: str, says: str, unhunted: str = "") -> Part:
    """A part that has a proof in symbols."""
    return Part(name, says, Role.OURS, unhunted=unhunted)


def derived(name: str, says: str, *steps: Step, unhunted: str = "") -> Part:
    """A part that rests on a written argument."""
    return Part(name, says, Role.OURS, strength=DERIVED, why=BY_ARGUMENT, argument=steps, unhunted=unhunted)


attainment_threshold = Claim(
    id="ours.attainment-threshold",
    source=PAPER.section("7.1", "beyond Theorem 11: attainment", "ours"),
    status=Status.TRUE,
    title="How many target lines it takes for the Schur value to be attained",
    says=r"With probability tending to 1 the least risk is $\frac14 q^{*\top} S q^*$ if $\gamma^* > "
    r"\gamma^*_c(\gamma)$, and above it if $\gamma^* < \gamma^*_c(\gamma)$. The threshold falls from infinity at "
    r"$\gamma = 1$ to $\frac{\pi}{2}$; for $\gamma \le 1$ the value is not attained.",
    where=SYMBOLS,
    assumptions=RANDOM,
    parts=(
        ours(
            "family",
            r"For $m = \min(1, |h|/x)$ with any $x > 0$: $E|h| m = \frac1x P(|h| < x)$, and $\frac{d}{dx} \left((E|h| "
            r"m)^2 - \frac1\gamma E m^2\right) = \frac{2}{x^3} E(h^2; |h| < x) \left(\frac1\gamma - P(|h| < "
            r"x)\right)$. Where $P(|h| < x) = \frac1\gamma$, the difference is $\frac{1}{\gamma^*_c(\gamma)}$.",
            unhunted="functions of one number, which the engine decides",
        ),
        derived(
            "best-sums",
            r"$(E|h| m)^2 - \frac1\gamma E m^2$ is at most $\frac{1}{\gamma^*_c(\gamma)}$ for every $m$, with "
            r"equality for $m = \min(1, |h|/x)$; for $\gamma \le 1$ it is not positive.",
            Step(
                r"Let $\gamma > 1$ and $E|h| m > 0$. $E|h| \min(1, |h|/y)$ falls continuously from $E|h|$ to 0 as $y$ "
                r"grows: choose $y$ such that it is $E|h| m$ ($y = 0$ if $m = 1$). As $\min(1, |h|/y)$ minimises $m^2 "
                r"- \frac{2}{y} |h| m$ over $0 \le m \le 1$ at every $h$, $E m^2$ is at least its value for $\min(1, "
                r"|h|/y)$.",
                cites="a quadratic on an interval is least at the point of it next to its vertex",
            ),
            Step(
                r"Along that family the difference rises with $y$ up to $x$ and falls from there.",
                uses="family",
            ),
            Step(
                r"For $\gamma \le 1$, $(E|h| m)^2 \le E h^2 E m^2 \le \frac1\gamma E m^2$.",
                cites="the inequality of Cauchy and Schwarz",
            ),
            unhunted="an optimum over functions of a normal variable, by family",
        ),
        ours(
            "limits",
            r"$\gamma^*_c(\gamma) \to \frac{\pi}{2}$ as $\gamma \to \infty$ and $\gamma^*_c(\gamma) \to \infty$ as "
            r"$\gamma \to 1$.",
            unhunted=r"limits in $\gamma$, which no finite value refutes",
        ),
        derived(
            "falling",
            r"$\gamma^*_c$ falls strictly in $\gamma > 1$ and stays above $\frac{\pi}{2}$.",
            Step(
                r"Its inverse is the largest $(E|h| m)^2 - \frac1\gamma E m^2$ over all $m$; the best $m$ for one "
                r"$\gamma$ gives more for a larger one.",
                uses="best-sums",
            ),
            Step(r"So it lies above its limit.", uses="limits"),
            unhunted="a function of one number, monotone by its derivative",
        ),
        derived(
            "masses",
            r"$\max_r |q_r - \rho| \to 0$ in probability.",
            Step(
                r"Let $\lambda = E\, \psi(u \cdot v)$ for uniform lines. $\Psi$ of all lines together is $\lambda "
                r"\mathbf{1} \mathbf{1}^\top + (1 - \lambda) I + E$ with a zero diagonal of $E$ and $\|E\| \to 0$, as "
                r"$\lambda = \frac{2}{\pi} + \frac{1}{\pi d} + O(\frac{1}{d^2})$. So $\|\Psi_{11}^{-1}\| \le "
                r"\frac{2}{b}$ in the end.",
                uses="pnn.equation-7.9:limit",
            ),
            Step(
                r"With $\kappa = \frac{\lambda \mathbf{1}^\top q^*}{1 - \lambda + \lambda r}$, $r = \gamma d$, which "
                r"tends to $\rho$, $\Psi_{11} (q - \kappa \mathbf{1}) = e$ with $e = E_{12} q^* - \kappa E_{11} "
                r"\mathbf{1}$.",
                uses="remainder",
            ),
            Step(
                r"$|e_r|$ is at most a constant times $d^{-1/2} \log d$ for all $r$ at once: given all other lines, "
                r"$e_r$ is a sum over $O(d)$ lines $v$ of bounded multiples of $\psi(u_r \cdot v) - \lambda$, of mean "
                r"0. All $|u_r \cdot v| \le \tau = 4 \sqrt{\log d/d}$ but for a probability $O(d^{-6})$. With $\psi$ "
                r"constant beyond $\tau$ the sum is a function of $u_r$ whose gradient is at most the norm of the "
                r"matrix of all lines, which is bounded, times $O(\sqrt d)$, times $\psi'(\tau) \le \tau$: it is "
                r"$O(\sqrt{\log d})$; its mean is $O(\frac1d)$.",
                cites="Levy's concentration on the sphere; the area of a cap (Ball 1997); Davidson and Szarek (2001)",
            ),
            Step(
                r"Let $y = q - \kappa \mathbf{1}$; then $(1 - \lambda) y_r = e_r - \lambda \mathbf{1}^\top y - "
                r"(E_{11} y)_r$. Here $\|y\| \le \frac{2}{b} \|e\| = O(\log d)$, and the entries of $E_{11}$ are "
                r"$O(\tau^2)$, so that $|(E_{11} y)_r| \le O(\sqrt d\, \tau^2 \log d) \to 0$.",
                cites="the inequality of Cauchy and Schwarz",
            ),
            Step(
                r"$\Psi_{11}^{-1} \mathbf{1} = \frac{1}{1 - \lambda + \lambda r} (\mathbf{1} - \Psi_{11}^{-1} E_{11} "
                r"\mathbf{1})$ has the norm $O(d^{-1/2})$, so that $\mathbf{1}^\top y = e^\top \Psi_{11}^{-1} "
                r"\mathbf{1} = O(d^{-1/2} \log d) \to 0$.",
                uses="remainder",
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        ours(
            "remainder",
            r"With $\Psi_{11} = \lambda \mathbf{1} \mathbf{1}^\top + (1 - \lambda) I + E_{11}$ and $\Psi_{12} = "
            r"\lambda \mathbf{1} \mathbf{1}^\top + E_{12}$: $\Psi_{12} q^* - \kappa \Psi_{11} \mathbf{1} = E_{12} q^* "
            r"- \kappa E_{11} \mathbf{1}$ for $\kappa (1 - \lambda + \lambda r) = \lambda \mathbf{1}^\top q^*$, and "
            r"$\Psi_{11} \mathbf{1} = (1 - \lambda + \lambda r) \mathbf{1} + E_{11} \mathbf{1}$.",
            unhunted="an identity of matrices, which the engine decides for symbols",
        ),
        derived(
            "balance",
            r"For fixed $t > 0$, some $p$ has $|p_r| \le t$ and $U^\top p = w_0$ with probability tending to 1 if "
            r"$t^2 > \gamma^* \gamma^*_c(\gamma)/\gamma^2$, and to 0 if $t^2 < \gamma^* \gamma^*_c(\gamma)/\gamma^2$.",
            Step(
                r"Write $u_r = g_r/\|g_r\|$ with normal $g_r$, the rows of $G$. $\|g_r\|/\sqrt d \to 1$ for all $r$ "
                r"at once, so that it changes $t$ by a factor that tends to 1: the statement is the same for "
                r"$d^{-1/2} G^\top p$.",
                cites="Chernoff's bound for a chi-square variable",
            ),
            Step(
                r"Such a $p$ exists if and only if $\max_p\, y \cdot (d^{-1/2} G^\top p - w_0) \ge 0$ for all unit "
                r"$y$, $|p_r| \le t$. With $G$ replaced by independent normal vectors $g$, $h$, $P(\min_y \max_p\, y "
                r"\cdot (d^{-1/2} G^\top p - w_0) < 0) \le 2 P(\min_y \max_p\, (d^{-1/2} (\|p\| g \cdot y + h \cdot "
                r"p) - w_0 \cdot y) \le 0)$.",
                cites=GORDON + ", for compact sets; a compact convex set holds a point if no half-space parts them",
            ),
            Step(
                r"The last minimum over the maximum is at least $d^{-1/2} h \cdot p - \left\|d^{-1/2} \|p\| g - "
                r"w_0\right\|$ for $p_r = t\, \mathrm{sign}(h_r) \min(1, |h_r|/x)$, and $d^{-1/2}$ times this tends "
                r"to $\gamma t E|h| m - \sqrt{\gamma t^2 E m^2 + \gamma^*}$, positive exactly if $\gamma^2 t^2 "
                r"\left((E|h| m)^2 - \frac1\gamma E m^2\right) > \gamma^*$: under the first condition.",
                uses="best-sums",
            ),
            Step(
                r"Under the second, $\Phi = \min_p \|d^{-1/2} G^\top p - w_0\| = \min_p \max_{\|y\| \le 1} y \cdot "
                r"(\dots)$ has $P(\Phi < c) \le 2 P(\phi \le c)$ with $\phi = \min_p \left(\left\|d^{-1/2} \|p\| g - "
                r"w_0\right\| + d^{-1/2} h \cdot p\right)_+$.",
                cites=GORDON + ", for compact sets",
            ),
            Step(
                r"$d^{-1/2} \phi$ tends to the minimum of $\left(\sqrt{\gamma t^2 E m^2 + \gamma^*} - \gamma t E|h| "
                r"m\right)_+$ over $m$, uniformly: as $\sqrt z = \min_{s > 0} (\frac{z}{2 s} + \frac{s}{2})$, what is "
                r"minimised is, for each $s$ of a compact interval, a mean of independent terms. The minimum is "
                r"positive, since $\gamma^2 t^2 \left((E|h| m)^2 - \frac1\gamma E m^2\right) < \gamma^*$ for all $m$. "
                r"So $\Phi > 0$ in the end.",
                uses="best-sums",
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        derived(
            "threshold",
            r"The bound is attained with probability tending to 1 if $\gamma^* > \gamma^*_c(\gamma)$, and to 0 if "
            r"$\gamma^* < \gamma^*_c(\gamma)$, for $\gamma \le 1$ always.",
            Step(
                r"The bound is attained if and only if $q \ge 0$ and some $p$ has $U^\top p = w_0$ and $|p_r| \le "
                r"q_r$.",
                uses="pnn.attainment:condition",
            ),
            Step(r"All $q_r$ lie between $(1 - \epsilon) \rho$ and $(1 + \epsilon) \rho$ in the end.", uses="masses"),
            Step(
                r"Such a $p$ exists for $|p_r| \le (1 - \epsilon) \rho$ if $(1 - \epsilon)^2 \gamma^* > "
                r"\gamma^*_c(\gamma)$, and for $|p_r| \le (1 + \epsilon) \rho$ it does not if $(1 + \epsilon)^2 "
                r"\gamma^* < \gamma^*_c(\gamma)$, as $\gamma^2 \rho^2 = \gamma^{*2}$; $w_0 \sim N(0, \gamma^* I)$ "
                r"does not depend on the lines.",
                uses="balance",
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
        derived(
            "least-risk",
            r"$\frac{4 \min_W L(W)}{\|q^*\|^2}$ tends in probability to $b + \frac{1}{\gamma^*} \min \left\{ "
            r"\left(\sqrt{\gamma E p^2 + \gamma^*} - \gamma E|h| p\right)_+^2 + b \gamma E q^2 \right\}$ over "
            r"functions $0 \le p \le q$ of $|h|$ with $E q = \rho$.",
            Step(
                r"$4 L = \|U^\top p - w_0\|^2 + (q, -q^*)^\top \Psi (q, -q^*)$ with the masses' sums $q$ and "
                r"differences $p$, where every $|p_r| \le q_r$ can be had.",
                uses="pnn.theorem-8:value",
            ),
            Step(
                r"$\Psi = \lambda \mathbf{1} \mathbf{1}^\top + (1 - \lambda) I + E$ with $\|E\| \to 0$. The minimum "
                r"is at most its value $O(d)$ for $p = 0$, $q = \rho \mathbf{1}$, so that $\|q\|^2 = O(d)$ there, "
                r"with $E$ and without: leaving $E$ out changes it by $o(d)$. What is left is $\|U^\top p - w_0\|^2 + "
                r"b \|q\|^2 + b \|q^*\|^2 + \frac{2}{\pi} (\mathbf{1}^\top q - \mathbf{1}^\top q^*)^2$, up to $o(d)$, "
                r"and again the lengths of normal rows do not matter.",
                uses="pnn.equation-7.9:limit",
            ),
            Step(
                r"The first square is $\max_y (2 y \cdot (U^\top p - w_0) - \|y\|^2)$; all sets can be taken compact "
                r"and convex, and the function is convex in $(p, q)$ and concave in $y$. So the minimum over $d$ has "
                r"the limit of the minimum with $\left(\left\|d^{-1/2} \|p\| g - w_0\right\| + d^{-1/2} h \cdot "
                r"p\right)_+^2$ for the first square.",
                cites=GORDON + ", for compact sets, and both ways for convex problems",
            ),
            Step(
                r"That has the stated limit. From above: put $p_r = -\sigma\, \mathrm{sign}(h_r) p(|h_r|)$ and $q_r = "
                r"\sigma q(|h_r|)$ with $\sigma = \mathbf{1}^\top q^*/\sum_r q(|h_r|)$, which tends to 1: then "
                r"$\mathbf{1}^\top q = \mathbf{1}^\top q^*$ exactly. With $\sigma = 1$ the two would differ by the "
                r"order $\sqrt d$, and the last square by the order $d$. From below: take the multipliers of the "
                r"limiting convex problem. With $z_+^2 \ge 2 \bar z z - \bar z^2$, a tangent of the root, and "
                r"$\frac{2}{\pi} s^2 \ge \nu s - O(1)$ for $s = \mathbf{1}^\top q - \mathbf{1}^\top q^*$, what is "
                r"minimised is a sum over lines of functions of $p_r$, $q_r$ and $|h_r|$, and the mean of their minima "
                r"tends to its expectation: the same value, by duality.",
                cites="the law of large numbers; strong duality for convex problems with an interior point",
            ),
            unhunted="a limit in probability, which no finite instance refutes",
        ),
    ),
)
