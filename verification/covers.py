"""Positivity on a whole interval, certified: the interval in balls, with a Taylor remainder where the sign is lost.

Functions take and return a ball, or a power series in balls that starts at the argument.
"""

from flint import arb, arb_series

from verification.methods.certified import Agreement, Positive

DEPTH = 24


def positive_between(function, left, right, orders, reach):
    """Items that certify function > 0 inside (left, right), where it vanishes at the ends to the given orders.

    Within `reach` of an end it is the distance, to the power of the order, times a Taylor coefficient, whose
    enclosure over all of that piece must have the sign; between, the interval is halved until the sign shows.
    That the derivatives below the order are exactly 0 at an end is proved symbolically; balls can only agree.
    """
    inner = left + reach, right - reach
    yield from near_an_end(function, left, inner[0], orders[0])
    yield from halving(function, *inner)
    yield from near_an_end(function, right, inner[1], orders[1])


def near_an_end(function, end, inner, order):
    """The derivatives below `order` vanish at the end; the coefficient of that order has one sign up to `inner`.

    Where the function does not vanish at the end (order 0), its sign up to there.
    """
    if not order:
        yield from halving(function, *sorted((end, inner)))
        return
    for k in range(order):
        yield Agreement(f"derivative {k} at {end.str(3, radius=False)}", coefficients(function, end, order)[k])
    side = (inner - end).sgn()
    name = f"coefficient {order} from {end.str(3, radius=False)} to {inner.str(3, radius=False)}"
    yield Positive(name, side**order * coefficients(function, end.union(inner), order)[order])


def coefficients(function, ball, order):
    """Taylor coefficients 0 to `order` at every point of the ball.

    Raises ValueError where the function gives fewer, which flint would read as zero; its functions give 10 at most.
    """
    found = function(arb_series([ball, 1], prec=order + 1))
    if found.prec <= order:
        raise ValueError(f"a function with {found.prec} Taylor coefficients, wanted {order + 1}")
    return found


def derivative(function):
    """The derivative of a function of this kind, by the Taylor coefficient one further.

    Of another series than one at the argument itself it has no values, and raises ValueError: t, but not 2 t.
    """

    def slope(at):
        if isinstance(at, arb):
            return coefficients(function, at, 1)[1]
        if list(at)[1:] != [1]:
            raise ValueError("a derivative of a function at a series that is not the argument")
        return coefficients(function, at[0], at.prec).derivative()

    return slope


def halving(function, low, high, depth=DEPTH):
    """Items for pieces of [low, high], small enough for the sign to show, or at the greatest depth."""
    value = function(low.union(high))
    if value > 0 or value <= 0 or not depth:
        yield Positive(f"from {low.str(5, radius=False)} to {high.str(5, radius=False)}", value)
    else:
        middle = (low + high) / 2
        yield from halving(function, low, middle, depth - 1)
        yield from halving(function, middle, high, depth - 1)


def right_angle():
    """pi/2."""
    return arb.pi() / 2
