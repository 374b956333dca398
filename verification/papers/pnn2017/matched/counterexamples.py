"""Two bad local minima of matched networks, in balls: what each needs is solved for, and the rest is read off."""

from dataclasses import dataclass

from flint import arb, arb_mat, fmpq

from verification.balls import ARB

FIFTHS = (fmpq(3, 5), fmpq(4, 5))


@dataclass(frozen=True)
class Matched:
    """A matched network on lines with Gram matrix `gram`: K = U U', exact on its diagonal, and psi[K].

    p, q: signed and absolute sums on the lines, shape (lines,); the target's in `p_target` and `q_target`.
    """

    gram: arb_mat
    kernel: arb_mat
    p: list
    q: list
    p_target: list
    q_target: list

    def forces(self):
        """g = K (p - p*)/2 and b = psi[K] (q - q*)/2, each (lines,)."""
        odd = self.gram * column(self.p, self.p_target)
        even = self.kernel * column(self.q, self.q_target)
        return [odd[i, 0] / 2 for i in range(len(self.p))], [even[i, 0] / 2 for i in range(len(self.q))]

    def times(self, net, target):
        """The network's weights multiplied by `net`, the target's by `target`."""
        own, other = (
            [[factor * a for a in sums] for sums in pair]
            for factor, pair in ((net, (self.p, self.q)), (target, (self.p_target, self.q_target)))
        )
        return Matched(self.gram, self.kernel, *own, *other)

    def risk(self):
        """A quarter of (p - p*)' K (p - p*) + (q - q*)' psi[K] (q - q*)."""
        odd, even = column(self.p, self.p_target), column(self.q, self.q_target)
        return ((odd.transpose() * self.gram * odd)[0, 0] + (even.transpose() * self.kernel * even)[0, 0]) / 4


def column(left, right):
    """The difference of two lists as a column of balls."""
    return arb_mat([[arb(a) - arb(b)] for a, b in zip(left, right, strict=True)])


def entrywise(psi, gram):
    """psi of every entry of a Gram matrix."""
    size = gram.nrows()
    return arb_mat([[psi(gram[i, j], arithmetic=ARB) for j in range(size)] for i in range(size)])


def three_mixed_lines(psi, third=(*FIFTHS, 0), fourth_target=(1, 1)):
    """Lines e1, e2, `third`, e3; two neurons +-q_r/2 on the first three, two of size q_4/2 on the last.

    The target has (1, -1) on the first three lines and (P*, -N*) = fourth_target on the last. The four absolute
    sums q solve: no even force on the first three lines, no slope for the positive neurons of the last.
    """
    rows = arb_mat([[1, 0, 0], [0, 1, 0], list(third), [0, 0, 1]])
    gram = rows * rows.transpose()
    for i in range(4):
        gram[i, i] = arb(1)
    kernel = entrywise(psi, gram)
    positive, negative = (arb(mass) for mass in fourth_target)
    p_target, q_target = [0, 0, 0, positive - negative], [2, 2, 2, positive + negative]
    system = arb_mat(kernel)
    system[3, 3] = kernel[3, 3] + 1
    right = kernel * column(q_target, [0] * 4)
    right[3, 0] = right[3, 0] + positive - negative
    q = [value for row in system.solve(right).tolist() for value in row]
    return Matched(gram, kernel, [0, 0, 0, q[3]], q, p_target, q_target)


def schur_complement(kernel):
    """kappa = psi_44 - psi_4. psi^-1 psi_.4 over the first three lines."""
    block = arb_mat([[kernel[i, j] for j in range(3)] for i in range(3)])
    last = arb_mat([[kernel[i, 3]] for i in range(3)])
    return kernel[3, 3] - (last.transpose() * block.solve(last))[0, 0]


def zero_weights(psi, third_target=(1, 1)):
    """Lines at 0, 60 and 210 degrees; masses on their positive sides only, solving for zero slope at all three.

    The target has (1/2, 1/2) on the first two lines and (P*, -N*) = third_target on the last.
    """
    half, root = arb(1) / 2, arb(3).sqrt() / 2
    gram = arb_mat([[1, half, -root], [half, 1, -root], [-root, -root, 1]])
    kernel = entrywise(psi, gram)
    positive, negative = (arb(mass) for mass in third_target)
    p_target, q_target = [1, 1, positive - negative], [1, 1, positive + negative]
    right = gram * column(p_target, [0] * 3) + kernel * column(q_target, [0] * 3)
    masses = [value for row in (gram + kernel).solve(right).tolist() for value in row]
    return Matched(gram, kernel, masses, masses, p_target, q_target)


def arc_cosine(degrees):
    """J(theta) = sin theta + (pi - theta) cos theta at an angle in degrees, pi times twice E relu relu."""
    angle = fmpq(degrees, 180)
    return arb.sin_pi_fmpq(angle) + arb.pi() * arb(1 - angle) * arb.cos_pi_fmpq(angle)
