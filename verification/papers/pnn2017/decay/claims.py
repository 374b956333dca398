"""The decay of the error in the number of random lines, for a fixed number of inputs."""

from verification.claim import CONSISTENT, Claim, Part, Role, Status, Step
from verification.papers.pnn2017.paper import PAPER
from verification.papers.pnn2017.spectrum.claims import DIRECTIONS, LINES, SPECTRUM, derived, ours

ERRORS = {
    "u": "the unit target neuron, whose output is $(u \\cdot x)_+ = \\max(u \\cdot x, 0)$",
    r"\min L": "the least risk of networks on the lines, any number of neurons on each",
    r"v_i, \theta_i": r"unit vectors on lines of the network, in either direction, and their angles to $u$, at most "
    r"$h < \frac{\pi}{2}$",
    "K_d": r"$\frac{16}{\sqrt\pi} \frac{\Gamma(d/2 + 1)}{\Gamma((d - 1)/2)}$: 5.09 for $d = 2$, 12 for $d = 3$",
    r"\theta": "the angle of $u$ to the nearest line",
    r"\kappa": r"$\frac{2 \Gamma(d/2)}{\sqrt\pi (d - 1) \Gamma((d - 1)/2)}$",
}

decay_in_lines = Claim(
    id="ours.decay-in-lines",
    source=PAPER.section("7.1", "beyond Theorem 11: random lines", "ours"),
    status=Status.TRUE,
    title="Random lines reach the best rate",
    says=r"In the mean over uniform random lines in fixed dimension, $E_u S(u)$ is of the order $r^{-3/(d - 1)}$, the "
    r"rate of the lower bound for every choice of lines; so is the mean of the least risk itself, and the mean norm of "
    r"the Schur complement of a fixed number of random target lines. Following the nearest line alone gives $r^{-2/(d "
    r"- 1)}$.",
    where=SPECTRUM | LINES | ERRORS,
    assumptions=(r"$x \sim N(0, I)$", DIRECTIONS, "The lines are independent and uniform, $d$ is fixed, $r$ grows."),
    parts=(
        ours(
            "constant",
            r"For $y \sim N(0, I)$ in $d - 1$ dimensions, $4 \sqrt{2/\pi}\, E \|y\|^3 = K_d$.",
            unhunted="integrals in one number, with $d$ symbolic",
        ),
        derived(
            "neighbours",
            r"If $u = \sum_i a_i v_i$ with $a_i \ge 0$, then $4 \min L \le K_d \tan^3 h$.",
            "a sum over any number of neighbours",
            Step(
                r"Take the network $\hat f(x) = \sum_i a_i (v_i \cdot x)_+$ and write $x = s u + y$ with $y \perp u$, "
                r"so that $v_i \cdot x = s \cos\theta_i + \sin\theta_i\, e_i \cdot y$ for a unit vector $e_i \perp u$. "
                r"As $s = \sum_i a_i v_i \cdot x$, $\hat f(x) - (s)_+$ is $\sum_i a_i (v_i \cdot x)_-$ for $s > 0$ and "
                r"$\sum_i a_i (v_i \cdot x)_+$ for $s \le 0$. A term is positive only if $v_i \cdot x$ and $s$ are on "
                r"different sides of 0. If $v_i \cdot x < 0 \le s$, both differences of the part on one neighbour are "
                r"not negative, so that the term is at most $a_i \sin\theta_i \|y\|$, and $|s| \le \tan\theta_i "
                r"\|y\|$; with $-x$ for $x$, the same for the other sides.",
                uses="one-neighbour",
            ),
            Step(
                r"$\sum_i a_i \cos\theta_i = u \cdot u = 1$, so that $0 \le \hat f(x) - (u \cdot x)_+ \le "
                r"\sum_i a_i \cos\theta_i \tan\theta_i \|y\| \le \tan h\, \|y\|$, and it is 0 unless "
                r"$|s| \le \tan h\, \|y\|$.",
                cites="the tangent increases up to a right angle",
            ),
            Step(
                r"$P(|s| \le t) \le \sqrt{2/\pi}\, t$ and $s$, $y$ are independent: the mean square of the difference "
                r"is at most $\tan^2 h\, E \left(\|y\|^2 \sqrt{2/\pi} \tan h\, \|y\|\right)$.",
                cites="the normal density is at most its value at 0",
            ),
            Step(r"Four times this is $K_d \tan^3 h$.", uses="constant"),
            unhunted="it asks for the exact least risk, of which only the lower bound, in "
            "pnn.corollary-4:lower-bound, is certified; the check goes through nets in floating point",
        ),
        ours(
            "one-neighbour",
            r"With $m = e_i \cdot y$ and $\omega = v_i \cdot x = s \cos\theta_i + m \sin\theta_i$: $-m \sin\theta_i - "
            r"(-\omega) = s \cos\theta_i$ and $(-m \tan\theta_i - s) \cos\theta_i = -\omega$.",
            unhunted="inequalities of two numbers and their signs, which the engine decides",
        ),
        derived(
            "moments",
            r"$\int_0^\infty p\, t^{p - 1} e^{-c r t^{d - 1}} dt = \Gamma\left(1 + \frac{p}{d - 1}\right) "
            r"(c r)^{-p/(d - 1)}$ for $p, c, r > 0$.",
            "a substitution in an integral",
            Step(r"Put $z = c r t^{d - 1}$, which rises from 0 without bound.", uses="substituted"),
            unhunted="integrals in one number, with $d$ symbolic",
        ),
        ours(
            "substituted",
            r"With $z = c r t^{d - 1}$ and $a = \frac{p}{d - 1}$, $p\, t^{p - 1} = a z^{a - 1} (c r)^{-a} "
            r"\frac{dz}{dt}$, and $\int_0^\infty a z^{a - 1} e^{-z} dz = \Gamma(1 + a)$.",
            unhunted="a substitution in one integral, with $d$ and $p$ symbolic",
        ),
        derived(
            "random-lines",
            r"$E_u S(u)$ and $E_u 4 \min L$ are of the order $r^{-3/(d - 1)}$ in the mean over random lines: between "
            r"$\tau_r$ and a constant times that power.",
            "a bound on probabilities of cones, with constants that are not explicit",
            Step(
                r"$\tau_r \le E_u S(u)$ for all lines,",
                uses="ours.decay-lower-bound:mean",
            ),
            Step(r"$S(u) \le 4 \min L$, as $q^* = 1$,", uses="pnn.corollary-4:lower-bound"),
            Step(r"and $\tau_r r^{3/(d - 1)} \to C_d > 0$.", uses="ours.decay-lower-bound:rate"),
            Step(
                r"From above. Map a unit vector $v$ with $u \cdot v > 0$ to $\frac{v}{u \cdot v} - u$ in the space "
                r"orthogonal to $u$, where it has the length $\tan$ of its angle. Around the $d$ corners of a regular "
                r"simplex with centre 0 and corners at distance 1 lie closed balls of some radius $\eta < 1$ such "
                r"that any choice of one point in each has 0 in its convex hull; so do the same balls scaled by $t$. "
                r"If the images of vectors $v_1, \dots, v_d$ on lines lie one in each, then $u$ is a combination of "
                r"them with weights that are not negative, and $\tan h \le (1 + \eta) t$.",
                cites="0 stays inside a simplex when its corners move a little",
            ),
            Step(
                r"A uniform line has a direction in one scaled ball with a probability of at least $c t^{d - 1}$ for "
                r"$t \le 1$. So some ball stays empty with a probability of at most $d (1 - c t^{d - 1})^r \le "
                r"d e^{-c r t^{d - 1}}$. Let $T \le 1$ be the least $t$ for which none is empty. Then $4 \min L \le "
                r"K_d (1 + \eta)^3 T^3$,",
                uses="neighbours",
            ),
            Step(
                r"and $E T^3 = \int_0^1 3 t^2 P(T > t) dt$ is at most a constant times $r^{-3/(d - 1)}$.",
                uses="moments",
            ),
            Step(
                r"Where there is no such $T$, with a probability of at most $d e^{-c r}$, the empty network leaves "
                r"$4 L = 2$.",
                cites="E max(u.x, 0)^2 = 1/2",
            ),
            unhunted="an order as lines are added, which no finite number of them refutes",
        ),
        derived(
            "norm",
            r"For a fixed number $r^*$ of random target lines, $E \|S\|$ is of the order $r^{-3/(d - 1)}$.",
            "it rests on the rate for one target line",
            Step(r"$E \|S\| \ge \tau_r$.", uses="ours.decay-lower-bound:norm"),
            Step(
                r"$\|S\|$ is at most the trace, the sum of $S(u)$ over the $r^*$ target lines.",
                cites="S is positive semidefinite",
            ),
            Step(r"Its mean is $r^* E_u S(u)$, of that order.", uses="random-lines"),
            unhunted="an order as lines are added, which no finite number of them refutes",
        ),
        ours(
            "nearest-constants",
            r"$1 - \psi(\cos\theta)^2 = \theta^2 + O(\theta^3)$, and twice the quotient of the areas of the unit "
            r"spheres in $d - 1$ and $d$ dimensions times $\theta^{d - 2}$ is the derivative of $\kappa \theta^{d - "
            r"1}$.",
            unhunted="integrals in one number, with $d$ symbolic",
        ),
        derived(
            "nearest-line",
            r"The error of the nearest line alone, $1 - \psi(\cos\theta)^2$, has $r^{2/(d - 1)} E(1 - "
            r"\psi(\cos\theta)^2) \to \Gamma\left(1 + \frac{2}{d - 1}\right) \kappa^{-2/(d - 1)}$.",
            "a limit under an integral",
            Step(
                r"With $g(t) = 1 - \psi(\cos t)^2$ and $F(t)$ the share of lines within the angle $t$ of $u$, "
                r"$E g(\theta) = \int_0^{\pi/2} g'(t) (1 - F(t))^r dt$.",
                cites="integration by parts; the lines are independent",
            ),
            Step(
                r"$F(t)$ has the derivative $\sin^{d - 2} t$ times twice that quotient of areas: lines have two "
                r"directions.",
                cites="the area of a sphere by its parallels",
            ),
            Step(
                r"$g'(t) = 2 t (1 + O(t))$ and $F(t) = \kappa t^{d - 1} (1 + O(t^2))$. Put $t = \tau r^{-1/(d - 1)}$: "
                r"times $r^{2/(d - 1)}$ the integrand tends to $2 \tau e^{-\kappa \tau^{d - 1}}$, and is at most a "
                r"constant times $\tau e^{-c \tau^{d - 1}}$, as $F(t) \ge c t^{d - 1}$.",
                uses="nearest-constants",
            ),
            Step(
                r"The integral tends to that of the limit, $\Gamma(1 + \frac{2}{d - 1}) \kappa^{-2/(d - 1)}$.",
                uses="moments",
            ),
            unhunted="an order as lines are added, which no finite number of them refutes",
        ),
        Part(
            "ten-inputs",
            r"For $d = 10$ and up to 2,048 lines, too few to look for the power law, $E_u S(u)$ is in the mean between "
            r"1 and 6 times $\tau_r$.",
            Role.OURS,
            strength=CONSISTENT,
            why="measured at these sizes; the theorem is for growing numbers of lines",
        ),
    ),
)
