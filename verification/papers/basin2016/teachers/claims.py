"""Theorem 3 of the basin paper: targets that a network realizes, on samples of low rank."""

from verification.claim import CERTIFIED, PROVED, Claim, Part, Role, Status, Step, counterexample
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import derived, ours

NETS = {
    r"x_t, r": r"samples with $\|x_t\| \leq 1$, shape (samples, inputs), and their rank",
    r"w_j^*, v_j^*": r"weights and output weights of the $n$ neurons of the teacher, whose outputs are the targets; "
    r"$|v_j^*| \|w_j^*\| \leq B$",
    r"\epsilon, s": r"the accuracy asked for, and $s = \frac{\sqrt\epsilon}{n B}$",
    r"p_\epsilon": r"the printed $\frac{1}{2\pi(r-1)} \left(\frac{\sqrt\epsilon}{nB} "
    r"\sqrt{1 - \frac{\epsilon}{4 n^2 B^2}}\right)^{r-1}$",
    r"c, N": r"a real number, at least 2, and the width $N = c \lceil n / p_\epsilon \rceil$ of the random network",
    r"\theta, p": r"the angle $\theta = 2 \arcsin \frac{s}{2}$, and the exact chance that a random neuron is near a "
    r"given teacher neuron: it has its output sign, and in the span of the samples its direction is within $\theta$",
    r"c_r": r"$\frac{\Gamma(r/2)}{\sqrt\pi\, \Gamma((r-1)/2)}$",
}

theorem_3 = Claim(
    id="basin.theorem-3",
    source=PAPER.section("4", "Theorem 3"),
    status=Status.TRUE_IF_REPAIRED,
    title="On samples of low rank a wide random net starts in a basin near its teacher",
    says=r"If a network of $n$ neurons realizes the targets and $N = c \lceil n / p_\epsilon \rceil$, the least mean "
    r"squared error in the basin is at most $\epsilon$ with probability at least $1 - e^{-cn/4}$.",
    where=NETS,
    assumptions=(
        "Two layers, no biases, the mean of the squared errors.",
        "The random network follows Assumption 1: independent spherically symmetric weights that are never zero.",
    ),
    reason=r"The width is not defined at rank 1, where $p_\epsilon$ divides by zero, nor for "
    r"$\epsilon \geq 4 n^2 B^2$, where it divides by zero or takes the root of a negative number; and for some $c$ it "
    r"is no whole number. A sample of zero, which $\|x_t\| \leq 1$ admits, empties every cell of the partition. (For "
    r"$\epsilon \geq n^2 B^2$ every basin will do: the zero network errs by $nB$ at most.)",
    repair=r"Leave out samples of zero; ask for $r \geq 2$ and $\epsilon < 4 n^2 B^2$; round $N$ up. At rank 1 take "
    r"$N = \lceil 4 c n \rceil$.",
    parts=(
        Part(
            "any-rank",
            r"The width is defined for every rank $r \geq 1$.",
            expected=False,
            refuted_by="rank-one",
        ),
        Part(
            "any-accuracy",
            r"The width is defined for every $\epsilon > 0$.",
            expected=False,
            refuted_by="large-accuracy",
        ),
        Part(
            "any-factor",
            r"For every real $c \geq 2$ the width is a whole number.",
            expected=False,
            refuted_by="half-odd-width",
        ),
        Part(
            "any-samples",
            r"Whatever the samples with $\|x_t\| \leq 1$, the start lies in a cell of the partition: no sign is zero.",
            expected=False,
            refuted_by="zero-sample",
        ),
        counterexample("rank-one", r"For $r = 1$ the divisor $2\pi(r - 1)$ of $p_\epsilon$ is zero.", PROVED),
        counterexample(
            "large-accuracy",
            r"For $n = B = 1$ and $\epsilon = 4$, $p_\epsilon = 0$ and $n / p_\epsilon$ is not defined; for "
            r"$\epsilon = 5$ the number under the root is $-\frac14$.",
            PROVED,
        ),
        counterexample(
            "half-odd-width",
            r"For $n = B = 1$, $r = 2$, $\epsilon = \frac{1}{100}$: $\lceil n / p_\epsilon \rceil = 63$, so that "
            r"$c = \frac52$ asks for $157.5$ neurons.",
        ),
        counterexample(
            "zero-sample",
            r"For $x_1 = 0$, $\langle w, x_1 \rangle = 0$ for every $w$: its sign is neither $+$ nor $-$.",
            PROVED,
        ),
        derived(
            "repaired",
            r"For samples $x_t \neq 0$ of rank $r \geq 2$, $0 < \epsilon < 4 n^2 B^2$ and a whole "
            r"$N \geq c \lceil n / p_\epsilon \rceil$ with $c \geq 2$: "
            r"$P[\mathrm{Bas} \leq \epsilon] \geq 1 - n (1 - p)^N \geq 1 - n e^{-cn} \geq 1 - e^{-cn/4}$.",
            "a written argument for any number of samples and neurons; its inequalities are proved",
            Step(
                r"On the cell $z_i = |v_i| w_i$ runs through a closed convex cone that holds the start's own "
                r"directions; only their part in the span of the samples matters, and a teacher neuron without one "
                r"is zero there. If for each $j$ some neuron "
                r"$i(j)$ is near teacher neuron $j$, then $z_i = \sum_{j: i(j) = i} |v_j^*| \|w_j^*\| u_i$, $u_i$ "
                r"the direction of $w_i$ in the span and $w_j^*$ meant as its part there, lies in the cone, "
                r"though several $j$ may share an $i$.",
                uses="ours.basin-value-is-convex:cone",
            ),
            Step(
                r"The error at a sample is at most $\sum_j |v_j^*| \|w_j^*\| \cdot 2\sin\frac{\theta}{2} \leq "
                r"n B s = \sqrt\epsilon$, so its square is at most $\epsilon$.",
                uses="near",
            ),
            Step(
                r"One neuron is near a given teacher neuron with the chance $p$; all $N$ miss one of the $n$ with "
                r"chance at most $n (1-p)^N$.",
                cites="Boole's inequality",
            ),
            Step(r"$p \geq p_\epsilon$.", uses="cap-bound"),
            Step(
                r"$(1-p)^N \leq e^{-pN} \leq e^{-cn}$, and $n e^{-cn} \leq e^{-cn/4}$ for $c \geq 2$.",
                uses="exponent",
            ),
            role=Role.REPAIRED,
        ),
        derived(
            "rank-one-repaired",
            r"At rank 1, for samples $x_t \neq 0$ and a whole $N \geq 4 c n$, $c \geq 2$: $\mathrm{Bas} = 0$ with "
            r"probability at least $1 - n\left(\frac34\right)^N \geq 1 - e^{-cn/4}$.",
            "the union bound over any number of teacher neurons",
            Step(
                r"In a line a direction is a sign: a neuron whose sign and output sign are those of a teacher "
                r"neuron, two fair coins, has its direction exactly. So $p = \frac14$ and the error is zero.",
                uses="basin.theorem-2:missed",
            ),
            Step(
                r"With $p = \frac14$, $(1-p)^N \leq e^{-N/4} \leq e^{-cn}$, and the rest as before.",
                uses="exponent",
            ),
            role=Role.REPAIRED,
        ),
        ours(
            "near",
            r"Directions $u, u^*$ at an angle of at most $\theta$ are at most $2\sin\frac{\theta}{2} = s$ apart, and "
            r"$|[\langle u, x \rangle]_+ - [\langle u^*, x \rangle]_+| \leq \|u - u^*\|$ for $\|x\| \leq 1$.",
        ),
        ours(
            "cap",
            r"$p = \frac12 c_r \int_0^\theta \sin^{r-2}\phi \, d\phi$, and up to a right angle "
            r"$p = \frac14 I_{\sin^2\theta}\left(\frac{r-1}{2}, \frac12\right)$ with the regularized incomplete beta "
            r"function.",
        ),
        ours(
            "cap-bound",
            r"$p \geq \frac{1}{2\pi(r-1)} \sin^{r-1}\theta = p_\epsilon$ for $r \geq 2$ and $\epsilon < 4 n^2 B^2$.",
        ),
        Part("exponent", r"$1 - p \leq e^{-p}$, and $n e^{-cn} \leq e^{-cn/4}$ for $c \geq 2$ and $n > 0$.", Role.OURS),
        Part(
            "counting",
            r"Waiting for $n$ near neurons, one for each of $n$ teacher neurons of equal chance $p$, does not give the "
            r"printed rate: for $c = 2$, $p = \frac{1}{100}$ and $n = 13$ the chance of fewer than $n$ successes in "
            r"$N = 2600$ exceeds $e^{-cn/4}$.",
            Role.OURS,
            strength=CERTIFIED,
            why="the exponential is transcendental: a strict inequality in balls",
            universal=False,
        ),
        ours(
            "one-teacher",
            r"For one teacher neuron some neuron is near with chance $1 - (1-p)^N$; for two of opposite output signs "
            r"both have a near neuron with chance $1 - 2(1-p)^N + (1-2p)^N$.",
        ),
    ),
)
