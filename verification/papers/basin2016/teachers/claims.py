"""Theorem 3 of the basin paper: targets that a network realizes, on samples of low rank."""

from verification.claim import CERTIFIED, PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import ours

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
            r"For samples $x_t \neq 0$ of rank $r \geq 2$, $0 < \epsilon < 4 n^2 B^2$ and a whole $N \geq c \lceil n / "
            r"p_\epsilon \rceil$ with $c \geq 2$: $P[\mathrm{Bas} \leq \epsilon] \geq 1 - n (1 - p)^N \geq 1 - n "
            r"e^{-cn} \geq 1 - e^{-cn/4}$.",
            "a written argument for any number of samples and neurons; its inequalities are proved",
            Step(
                r"On the cell $z_i = |v_i| w_i$ runs through a closed convex cone that holds the start's own "
                r"directions; only their part in the span of the samples matters, and a teacher neuron without one is "
                r"zero there. If for each $j$ some neuron $i(j)$ is near teacher neuron $j$, then $z_i = \sum_{j: i(j) "
                r"= i} |v_j^*| \|w_j^*\| u_i$, $u_i$ the direction of $w_i$ in the span and $w_j^*$ meant as its part "
                r"there, lies in the cone, though several $j$ may share an $i$.",
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
            unhunted="a probability over random starts and a chain of inequalities in whole numbers, of which "
            "exponent and near are the steps",
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
            unhunted="a probability over random starts and a chain of inequalities in whole numbers, of which "
            "exponent and near are the steps",
        ),
        derived(
            "near",
            r"Directions $u, u^*$ at an angle of at most $\theta$ are at most $2\sin\frac{\theta}{2} = s$ apart, and "
            r"$|[\langle u, x \rangle]_+ - [\langle u^*, x \rangle]_+| \leq \|u - u^*\|$ for $\|x\| \leq 1$.",
            "two inequalities for any number of inputs",
            Step(
                r"$\|u - u^*\|^2 = 2 - 2\cos$ of their angle, which is the square of its chord; the chord grows up to "
                r"$\pi$.",
                uses="chord",
            ),
            Step(r"The relu brings no two numbers further apart.", uses="chord"),
            Step(r"$|\langle u - u^*, x \rangle| \leq \|u - u^*\|$.", cites="the inequality of Cauchy and Schwarz"),
            unhunted="the relu keeps distances or shrinks them, which chord decides in all four cases of "
            "signs, and pnn.lemma-4:bound is hunted",
        ),
        ours(
            "chord",
            r"With $\theta = 2\arcsin\frac s2$, $2\sin\frac\theta2 = s$; $(2\sin\frac\theta2)^2 = 2 - 2\cos\theta$; "
            r"and for $t, x > 0$ the relu keeps the difference of $t$ and $t + x$, makes that of $-t$ and $-t - x$ "
            r"zero, and that of $t$ and $-x$, $t + x$, less by $x$.",
            unhunted="identities in one angle and two numbers, which the engine decides at every value",
        ),
        derived(
            "cap",
            r"$p = \frac12 c_r \int_0^\theta \sin^{r-2}\phi \, d\phi$, and up to a right angle $p = \frac14 "
            r"I_{\sin^2\theta}\left(\frac{r-1}{2}, \frac12\right)$ with the regularized incomplete beta function.",
            "the law of an angle, for every rank",
            Step(
                r"The part of a spherically symmetric vector in the span of the samples is spherically symmetric "
                r"there; the angle of its direction has a density proportional to $\sin^{r-2}$. The output sign is a "
                r"fair coin of its own.",
                cites="the area of a sphere by its parallels",
            ),
            Step(
                r"Up to a right angle the derivatives of both sides by $\sin\theta$ agree, and both vanish at zero.",
                uses="cap-slope",
            ),
            Step(
                r"At a right angle $I_1 = 1$: half of all directions are within it, so that $c_r$ is right.",
                cites="a direction and its opposite have one law",
            ),
            unhunted="the share of a cap of the sphere, an integral in one angle and one whole number",
        ),
        ours(
            "cap-slope",
            r"For $0 < t < 1$: $\frac14 \cdot \frac{x^{a-1} (1 - x)^{-1/2}}{B(a, 1/2)} \cdot \frac{dx}{dt}$ at $x = "
            r"t^2$, $a = \frac{r-1}{2}$, is $\frac{c_r}{2} \cdot \frac{t^{r-2}}{\sqrt{1 - t^2}}$.",
            unhunted="an identity in $t$ and $r$, which the engine decides at every value",
        ),
        derived(
            "cap-bound",
            r"$p \geq \frac{1}{2\pi(r-1)} \sin^{r-1}\theta = p_\epsilon$ for $r \geq 2$ and $\epsilon < 4 n^2 B^2$.",
            "an integral and an induction over every rank",
            Step(
                r"$\frac{\sin^{r-1}}{r-1}$ vanishes at zero and has the derivative $\sin^{r-2} \cos \leq \sin^{r-2}$, "
                r"so that $p \geq \frac{c_r}{2(r-1)} \sin^{r-1}\theta$.",
                uses="cap",
            ),
            Step(
                r"$c_2 = \frac1\pi$, $c_3 > \frac1\pi$ and $c_{r+2} > c_r$: so $c_r \geq \frac1\pi$.",
                uses="cap-algebra",
            ),
            Step(r"$\sin\theta = s \sqrt{1 - s^2/4}$.", uses="cap-algebra"),
            unhunted="an inequality in one angle for each whole $r$: balls cover the angles for small $r$, and"
            " cap-algebra carries it on",
        ),
        ours(
            "cap-algebra",
            r"$\frac{d}{d\theta} \frac{\sin^{r-1}\theta}{r-1} = \sin^{r-2}\theta \cos\theta$; $c_2 = \frac1\pi$, $c_3 "
            r"> \frac1\pi$ and $\frac{c_{r+2}}{c_r} = \frac{r}{r-1}$; $\sin(2 \arcsin\frac s2) = s \sqrt{1 - s^2/4}$.",
            unhunted="identities in one angle and in $r$, which the engine decides",
        ),
        derived(
            "exponent",
            r"$1 - p \leq e^{-p}$, and $n e^{-cn} \leq e^{-cn/4}$ for $c \geq 2$ and $n > 0$.",
            "least values of convex functions",
            Step(
                r"$e^{-p} - 1 + p$ vanishes at zero, and its derivative $1 - e^{-p}$ is not negative for $p \geq 0$.",
                uses="exponent-algebra",
            ),
            Step(
                r"$\frac34 c n - \log n$ is convex in $n$, and at its least value, where its derivative vanishes, it "
                r"is $1 + \log\frac{3c}{4}$, which grows with $c$ and is positive at $c = 2$.",
                uses="exponent-algebra",
            ),
            unhunted="one convex function of one number, at its minimum by exponent-algebra",
        ),
        ours(
            "exponent-algebra",
            r"$e^{-p} - 1 + p$ is $0$ at $p = 0$ with the derivative $1 - e^{-p}$; $f(n) = \frac34 c n - \log n$ has "
            r"$n^2 f'' = 1$, $f' = 0$ at $n = \frac{4}{3c}$ and $f = 1 + \log\frac{3c}{4}$ there, and $1 + \log\frac32 "
            r"> 0$.",
            unhunted="derivatives of functions of one number, which the engine decides",
        ),
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
        derived(
            "one-teacher",
            r"For one teacher neuron some neuron is near with chance $1 - (1-p)^N$; for two of opposite output signs "
            r"both have a near neuron with chance $1 - 2(1-p)^N + (1-2p)^N$.",
            "independence of any number of neurons",
            Step(
                r"No neuron is near two teacher neurons of opposite output signs: it is near the first, the second or "
                r"neither with the chances $p$, $p$ and $1 - 2p$, independently of the others.",
                cites="a neuron near a teacher neuron has its output sign",
            ),
            Step(r"The chances after $N$ neurons follow by induction.", uses="near-recursion"),
            unhunted="a probability over random starts and a chain of inequalities in whole numbers, of which "
            "exponent and near are the steps",
        ),
        ours(
            "near-recursion",
            r"$a_k = (1 - 2p)^k$, $b_k = (1 - p)^k - (1 - 2p)^k$ and $f_k = 1 - 2(1-p)^k + (1-2p)^k$ are $1, 0, 0$ for "
            r"$k = 0$, and $a_{k+1} = (1 - 2p) a_k$, $b_{k+1} = p a_k + (1 - p) b_k$, $f_{k+1} = f_k + 2 p b_k$.",
            unhunted="a recurrence in $k$ and $p$, which the engine decides for all $k$",
        ),
        derived(
            "order-in-accuracy",
            r"$p_\epsilon = \Omega(s^r)$ for $s \to 0$ and every rank $r \geq 2$: true, though $p_\epsilon$ is of the "
            r"larger order $s^{r-1}$, by which the width is smaller.",
            "every rank and accuracy",
            Step(r"$p_\epsilon = \frac{s^{r-1}}{2\pi(r-1)} (1 - s^2/4)^{(r-1)/2}$.", uses="order-algebra"),
            Step(
                r"For $s \leq 1$ that is at least $\frac{(3/4)^{(r-1)/2}}{2\pi(r-1)} s^{r-1} \geq "
                r"\frac{(3/4)^{(r-1)/2}}{2\pi(r-1)} s^r$, and the first is at most $\frac{1}{2\pi(r-1)} s^{r-1}$.",
                cites="monotone powers",
            ),
            role=Role.PRINTED,
            unhunted="an order as $s$ tends to 0, which no single $s$ refutes",
        ),
        ours(
            "order-algebra",
            r"$2\pi(r-1)\, p_\epsilon / s^{r-1} = (1 - s^2/4)^{(r-1)/2}$.",
            unhunted="an identity in $s$ and $r$, which the engine decides at every value",
        ),
    ),
)
