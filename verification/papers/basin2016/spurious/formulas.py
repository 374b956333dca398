"""The mean of two ReLU neurons under Gaussian inputs and the coefficients of its derivatives, as the claims state them.

p and q are the norms of w and v, theta their angle; hats are unit vectors, n is the unit vector across w towards v and
n' the one across v towards w.
"""

from sympy import cos, pi, sin

TURN = 1 / (2 * pi)


def pair(p, q, theta, share=TURN, whole=pi):
    """f(w, v) = E relu(w.x) relu(v.x)."""
    return share * p * q * (sin(theta) + (whole - theta) * cos(theta))


def own_slope(q, theta, share=TURN):
    """The coefficient of w's unit vector in the gradient of f in w."""
    return share * q * sin(theta)


def other_slope(theta, share=TURN, whole=pi):
    """The coefficient of v in the gradient of f in w, and that of the identity in its derivative by v."""
    return share * (whole - theta)


def curvature(p, q, theta, share=TURN):
    """The coefficient of I - ww + nn (unit vectors) in the Hessian of f in w."""
    return share * q * sin(theta) / p
