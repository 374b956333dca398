"""The risk of two networks in the plane from its definition, without the kernel: an integral over the circle.

Angles are exact fractions of pi, so that breakpoints and active neurons are decided in rational arithmetic.
"""

from fractions import Fraction

from flint import arb, fmpq

HALF = Fraction(1, 2)


def ball(value):
    """An integer or a fraction as a ball."""
    return arb(fmpq(value.numerator, value.denominator))


def turned(angle, sine=False):
    """cos(pi angle), or the sine, as a ball."""
    exact = fmpq(angle.numerator, angle.denominator)
    return arb.sin_pi_fmpq(exact) if sine else arb.cos_pi_fmpq(exact)


def risk(neurons):
    """E (h - h*)^2 for x ~ N(0, I) in the plane; neurons (angle / pi, weight), target neurons weighted negatively.

    The square of the radius has fourth moment integral 2, over 2 pi; between two breakpoints the difference of the
    networks is r (a cos t + b sin t), and the integral of its square over t has a closed antiderivative.
    """
    breaks = sorted({(angle + side) % 2 for angle, _ in neurons for side in (HALF, -HALF)})
    ends = [*breaks[1:], breaks[0] + 2]
    return sum((piece(neurons, low, high) for low, high in zip(breaks, ends, strict=True)), arb(0)) / arb.pi()


def piece(neurons, low, high):
    """The integral of the squared difference over one arc on which no neuron switches."""
    middle = (low + high) / 2
    active = [(angle, weight) for angle, weight in neurons if (middle - angle + HALF) % 2 < 1]
    a = sum((weight * turned(angle) for angle, weight in active), arb(0))
    b = sum((weight * turned(angle, sine=True) for angle, weight in active), arb(0))
    return antiderivative(a, b, high) - antiderivative(a, b, low)


def antiderivative(a, b, angle):
    """The antiderivative in t of (a cos t + b sin t)^2 at t = pi angle."""
    length = arb.pi() * ball(angle)
    double = 2 * angle
    waves = (a * a - b * b) / 4 * turned(double, sine=True) - a * b / 2 * turned(double)
    return (a * a + b * b) / 2 * length + waves
