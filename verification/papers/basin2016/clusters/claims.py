"""Theorem 5 of the basin paper: clustered samples."""

from verification.claim import PROVED, Claim, Part, Role, Status, Step, counterexample, derived
from verification.papers.basin2016.paper import PAPER
from verification.papers.basin2016.wording import ours

NETS = {
    r"c_j, \delta_j": r"centres of $k \leq d$ clusters, shape (inputs,), and their radii; $\delta = \max_j \delta_j$, "
    r"$\rho_j = \frac{\delta_j}{\|c_j\|}$",
    r"x_t, y_t": r"samples, each within $\delta_j$ of the centre of just one cluster, its own, and targets, "
    r"$\gamma$-Lipschitz inside a cluster: $|y_t - y_s| \leq \gamma \|x_t - x_s\|$",
    r"d, n": "numbers of inputs and of neurons",
    r"B, c": r"bounds of the samples, $\|x_t\| \leq B$, and of the centres, $\|c_j\| \geq c$",
    r"\hat y_j": r"the target of one sample of cluster $j$; $\|\hat y\|$ is the norm of all",
    r"\sigma": "the least singular value of the centres, shape (clusters, inputs), positive if they are independent",
    r"\kappa_j": r"the chance that a neuron cuts the ball of cluster $j$, $P[|u_1| \leq \rho_j]$ for a uniform "
    r"direction $u$",
    "served": r"cluster $j$ is served if $\hat y_j = 0$, or if some neuron cuts no cluster, is positive on this one, "
    r"and has an output weight with the sign of $\hat y_j$",
    r"q": r"the number of neurons that serve, one for each cluster with $\hat y_j \neq 0$: at most $\min(n, k)$",
    r"c_d": r"$\frac{\Gamma(d/2)}{\sqrt\pi\, \Gamma((d-1)/2)}$, for $d \geq 3$ the largest density of $u_1$",
    r"R": r"$\frac{\|\hat y\|}{\sigma - \delta \sqrt k}$, where $\delta \sqrt k < \sigma$",
}

theorem_5 = Claim(
    id="basin.theorem-5",
    source=PAPER.section("4", "Theorem 5"),
    status=Status.AMBIGUOUS,
    title="On tight clusters a wide random net starts in a good basin",
    says=r"If $\rho_j \leq 2 \sin \frac{\sqrt{2\pi}}{16 d^{3/2}}$ for each cluster, the least mean squared error in "
    r"the basin is $O(\delta^2)$ with probability at least $1 - d\left(\frac78\right)^n$.",
    where=NETS,
    assumptions=(
        "Two layers, no biases, the mean of the squared errors.",
        "The random network follows Assumption 1: independent spherically symmetric weights that are never zero.",
        r"The centres are independent: $\sigma > 0$.",
    ),
    reason=r"The theorem lists what the constant in $O(\delta^2)$ depends on, and the list is not in the text at "
    r"hand; it decides. With the targets' size among it the statement is true, with an explicit constant, and the "
    r"probability can be improved. Without, on $d$, $k$, $n$, $B$, $c$, $\gamma$ and the singular values of the "
    r"centres alone, it is false: no constant will do even for one input, one cluster and equal targets. The printed "
    r"bound says nothing for $n \leq \frac{\ln d}{\ln (8/7)}$.",
    parts=(
        derived(
            "printed",
            r"With probability at least $1 - d\left(\frac78\right)^n$, $\mathrm{Bas} \leq K \delta^2$ for the "
            r"explicit $K$ of the part on the value, $K = 4\left(\max(2q, \sqrt k) \frac{\|\hat y\|}{\sigma} + "
            r"\gamma\right)^2$.",
            "it follows from the sharper probability and the value",
            Step(
                r"All clusters are served with chance at least $1 - k\left(\frac{13}{16}\right)^n$.",
                uses="probability",
            ),
            Step(r"$\frac{13}{16} \leq \frac78$ and $k \leq d$; on this event the value is bounded.", uses="value"),
            role=Role.PRINTED,
            unhunted="a probability over random starts",
        ),
        Part(
            "free-constant",
            r"One constant for all data with given $d$, $k$, $n$, $B$, $c$, $\gamma$ and centres will do, whatever the "
            r"targets' size.",
            Role.OURS,
            expected=False,
            refuted_by="large-targets",
        ),
        counterexample(
            "large-targets",
            r"For $d = k = 1$ and $c_1 = 1$ let both samples, $1 + \tau$ and $1 - \tau$ with $\tau = \frac14$, have "
            r"the target $Y$: $\delta = \tau$, $c = \sigma = 1$, $B = 2$, $\gamma = 0$. Every network errs by "
            r"$\frac{Y^2 \tau^2}{1 + \tau^2}$ at least, which exceeds any given $K \delta^2$ for a large $Y$.",
            PROVED,
        ),
        derived(
            "value",
            r"If every cluster is served, $\mathrm{Bas} \leq 4\delta^2 (q R + \gamma)^2$ where $\delta\sqrt k < "
            r"\sigma$, and always $\mathrm{Bas} \leq 4\delta^2 \left(\max(2q, \sqrt k) \frac{\|\hat y\|}{\sigma} + "
            r"\gamma\right)^2$.",
            "a written argument for any number of clusters, samples and neurons; its algebra is proved",
            Step(
                r"Each cluster with $\hat y_j \neq 0$ is given to one neuron that serves it; all other neurons "
                r"are set to zero, which the closed cell admits. Let $\eta = \delta R$. For a neuron with "
                r"clusters $J$ let $z$ be the shortest vector with $\langle z, c_j \rangle = \max(|\hat y_j|, "
                r"\eta)$ for $j \in J$ and $\pm\eta$ on the other centres, with the neuron's own signs.",
                cites="independent centres: such vectors exist",
            ),
            Step(
                r"$\|z\| \leq \frac{\|\hat y\| + \eta\sqrt k}{\sigma} = R$, so $\langle z, x_t \rangle$ differs "
                r"from its value at the centre by at most $\delta R = \eta$, and has the neuron's sign or is "
                r"zero on every sample: $z$ lies in the closed cell.",
                uses="algebra",
            ),
            Step(
                r"At a centre the predictions err by at most $q\eta$: $\eta$ for the neuron that has the "
                r"cluster, $\eta$ for each other one. At a sample of the cluster they differ by at most $q "
                r"\delta R$ from those at the centre, and its target by at most $2\gamma\delta$ from $\hat "
                r"y_j$. The sum is $2\delta(qR + \gamma)$.",
                uses="algebra",
            ),
            Step(
                r"If $2\delta\sqrt k < \sigma$, $R \leq 2\frac{\|\hat y\|}{\sigma}$. Else the zero network errs "
                r"by at most $\|\hat y\| + 2\gamma\delta \leq 2\delta\left(\sqrt k \frac{\|\hat y\|}{\sigma} + "
                r"\gamma\right)$.",
                uses="algebra",
            ),
            unhunted="its check holds the bound against basin values of random clusters; that every cluster is"
            " served, which it assumes, is the coverage that basin.theorem-4:coverage hunts",
        ),
        derived(
            "probability",
            r"Every cluster is served with chance at least $1 - k\left(1 - \frac14\left(1 - \sum_j "
            r"\kappa_j\right)\right)^n \geq 1 - k\left(\frac{13}{16}\right)^n$; the first bound tends to $1 - "
            r"k\left(\frac34\right)^n$ for small clusters.",
            "the union bound over any number of clusters",
            Step(r"A neuron cuts none of the balls with chance at least $1 - \sum_j \kappa_j > \frac34$.", uses="cut"),
            Step(
                r"If it cuts none, so does its opposite, and it is positive on a given cluster in half of the "
                r"cases; the output sign is a coin of its own: it serves with chance at least $\frac14\left(1 - "
                r"\sum_j \kappa_j\right) \geq \frac{3}{16}$.",
                cites="Assumption 1: $w$ and $-w$ have one law",
            ),
            Step(r"The chance that any cluster is not served is at most the sum.", cites="Boole's inequality"),
            unhunted="a probability over random starts",
        ),
        derived(
            "cut",
            r"At the largest $\rho$ allowed, $2 \sin \frac{\sqrt{2\pi}}{16 d^{3/2}}$, $P[|u_1| \leq \rho] < "
            r"\frac{1}{4d}$ for every $d \geq 1$.",
            "a density and a monotone sequence, for every number of inputs",
            Step(
                r"For $d \geq 3$ the density of $u_1$ is $c_d (1 - t^2)^{(d-3)/2} \leq c_d$, so that the chance is at "
                r"most $2 \rho c_d \leq 4 a c_d$ with $a = \frac{\sqrt{2\pi}}{16 d^{3/2}}$.",
                cites=r"the law of a coordinate of a uniform direction; $\sin a \le a$",
            ),
            Step(
                r"$\log\Gamma$ is convex, so that $\frac{\Gamma(x + 1/2)}{\Gamma(x)}$ grows with $x$ and $c_d$ with "
                r"$d$: $c_d^2 \leq c_d c_{d+1}$.",
                cites="the logarithm of the Gamma function is convex",
            ),
            Step(
                r"$c_d c_{d+1} = \frac{d-1}{2\pi} < \frac{d}{2\pi}$, and $4 a \sqrt{d/(2\pi)} = \frac{1}{4d}$. For two "
                r"inputs the chance is $\frac2\pi \arcsin\rho < \frac18$; for one it is zero, since $\rho < 1 = "
                r"|u_1|$.",
                uses="cap-algebra",
            ),
            unhunted="one whole number $d$: balls go through the small ones, and the recurrence of cap-algebra"
            " through the others",
        ),
        ours(
            "cap-algebra",
            r"$c_d = \frac{\Gamma(d/2)}{\sqrt\pi\, \Gamma((d-1)/2)}$ has $c_2 = \frac1\pi$, $c_3 = \frac12$ and $c_d "
            r"c_{d+1} = \frac{d-1}{2\pi}$; with $a_d = \frac{\sqrt{2\pi}}{16 d^{3/2}}$, $4 a_d \sqrt{d/(2\pi)} = "
            r"\frac{1}{4d}$, $\frac2\pi \arcsin(2 \sin a_2) < \frac18$ and $2 \sin a_1 < 1$.",
            unhunted="identities in $d$ by its recurrence, and two numbers in balls",
        ),
        ours(
            "algebra",
            r"With $x = \delta\sqrt k$ and $\eta = \delta R$: $\frac{\|\hat y\| + \eta\sqrt k}{\sigma} = R$, "
            r"$q\eta + q\delta R + 2\gamma\delta = 2\delta(qR + \gamma)$, $2\frac{\|\hat y\|}{\sigma} - R = "
            r"\frac{\|\hat y\| (\sigma - 2x)}{\sigma(\sigma - x)}$ and $2x \frac{\|\hat y\|}{\sigma} - \|\hat y\| = "
            r"\frac{\|\hat y\| (2x - \sigma)}{\sigma}$.",
            unhunted=r"identities in $\delta$, $k$, $\sigma$, $R$ and $q$, which the engine decides",
        ),
        derived(
            "plane",
            r"In the plane, for two clusters with orthogonal centres, one ratio $\rho < \frac{1}{\sqrt 2}$ and "
            r"targets that are not zero, both are served with chance exactly $1 - 2\left(\frac{3 + "
            r"\kappa}{4}\right)^n + \left(\kappa + (1-\kappa) h\right)^n$, where $\kappa = \frac4\pi \arcsin\rho$ "
            r"is the chance to cut one of them, and $h = \frac58$ for targets of one sign, $\frac12$ for two.",
            "a written argument about angles in the plane",
            Step(
                r"With $w$ at the angle $\phi$ it cuts them if $|\cos\phi| \leq \rho$ or $|\sin\phi| \leq "
                r"\rho$: two disjoint events of chance $\frac2\pi \arcsin\rho$ each.",
                cites="a uniform angle",
            ),
            Step(
                r"Reflections in the axes keep the law and whether $w$ cuts: if it does not, its four signs are "
                r"equally likely. So one neuron misses one cluster with chance $\kappa + (1-\kappa)\frac34 = "
                r"\frac{3+\kappa}{4}$, and both with chance $\kappa + (1-\kappa) h$.",
                uses="basin.theorem-2:pairs",
            ),
            Step("Inclusion and exclusion over the two clusters.", cites="inclusion and exclusion"),
            unhunted="a probability over random starts",
        ),
    ),
)
