"""Theorem 5 on small networks: all local minimizers, boundary points included, exact in the field of 2/pi."""

from fractions import Fraction
from functools import cache

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.degree_one import axes_as_data
from verification.papers.pnn2017.degree_one.field import C, number
from verification.papers.pnn2017.degree_one.small_nets import KINDS, features, kkt_minima, orthant_minima

FIRST = ((2, (6, 4, 1, 2)), (2, (1, 10, 1, 1)), (2, (1, 2, 3, 0)), (3, (3, 1, 2, 2, 1, 1)))  # inputs, target's masses
PLUS, BOTH = frozenset((1,)), frozenset((1, -1))
INTERIOR = {kind.signs: kind for kind in KINDS if not kind.zero}


@cache
def minima_of(inputs, masses):
    """The target's masses by feature, and its local minimizers as either enumeration finds them."""
    target = dict(zip(features(inputs), map(number, masses), strict=True))
    found = kkt_minima(target, inputs)
    return target, found, orthant_minima(target, inputs)


def all_minima(rng, instances):
    """(inputs, target, minima by either enumeration) for the fixed targets and random ones, zero masses among them."""
    cases: list[tuple[int, tuple]] = list(FIRST)
    for case in range(max(4, instances // 40)):
        inputs = (1, 2, 2, 3)[case % 4]
        cases.append((inputs, tuple(Fraction(int(m), 3) for m in rng.integers(0, 10, 2 * inputs))))
    return ((inputs, *minima_of(inputs, masses)) for inputs, masses in cases)


def every_input_mixed(pattern):
    """A positive and a negative weight, and no zero, on every input."""
    return all(kind.mixed and not kind.zero for kind in pattern)


def every_pattern(pattern):
    """Every pattern may hold a minimizer."""
    return True


WITHOUT_ZEROS = {"no minimizer with a zero weight": {"held": lambda pattern: not any(kind.zero for kind in pattern)}}


def no_input_one_signed(pattern):
    """No input has all its weights strictly of one sign."""
    return not any(kind.strictly_one_signed for kind in pattern)


def by_both_enumerations(found, others, held):
    """Whether the minimizers of the patterns that are `held` are all that the other enumeration finds."""
    return {"both enumerations": {pattern: point for pattern, point in found.items() if held(pattern)} == others}


def values_are_zero(rng, instances, concerned, held):
    """Both enumerations agree, and all minimizers concerned have value zero."""
    for _, _, found, others in all_minima(rng, instances):
        yield by_both_enumerations(found, others, held)
        yield {"values": [value == 0 for pattern, (_, value) in found.items() if concerned(pattern)]}


@leaves(axes_as_data.every_input_mixed, whole=False)
@exact.check(
    "pnn.theorem-5",
    "mixed-regions",
    wrong={
        "one input with both signs is enough": {
            "concerned": lambda p: any(k.mixed for k in p) and not any(k.zero for k in p)
        },
        "no input all negative": {"concerned": lambda p: not any(k.signs == frozenset((-1,)) for k in p)},
        **WITHOUT_ZEROS,
    },
    scope="instances",
)
def minimizers_inside_mixed_regions(rng, instances, concerned=every_input_mixed, held=every_pattern):
    """Targets of one to three inputs, with three neurons an input in the network: every pattern of positive,
    negative and zero weights solved exactly; minimizers inside regions with every input mixed have value zero."""
    return values_are_zero(rng, instances, concerned, held)


@leaves(axes_as_data.zero_beside_both_signs, whole=False)
@exact.check(
    "pnn.theorem-5",
    "zero-weights",
    wrong={
        "one zero weight is enough": {"concerned": lambda p: any(k.zero for k in p)},
        "one input may be all positive": {"concerned": lambda p: sum(k.strictly_one_signed for k in p) <= 1},
        **WITHOUT_ZEROS,
    },
    scope="instances",
)
def minimizers_on_the_boundary(rng, instances, concerned=no_input_one_signed, held=every_pattern):
    """Targets of one to three inputs, every pattern of positive, negative and zero weights without a strictly
    one-signed input solved exactly: its minimizers have value zero. Ties of slopes are decided exactly."""
    return values_are_zero(rng, instances, concerned, held)


def kappa(inputs, power=2):
    """The statement's kappa, in the field; 1 for a single input."""
    return 1 - C * (C if power == 2 else 1) * (inputs - 1) / (1 + C * (inputs - 2))


def predicted(inputs, target, share=None, strict=True, power=2):
    """The value of the bad minimizer with input 1 all positive and the others mixed; None where there is none."""
    positive, negative, k = target[0, 1], target[0, -1], kappa(inputs, power)
    exists = negative > 0 and ((1 + k) * positive > (1 - k) * negative or not strict)
    factor = k / (1 + k) if share is None else number(share)
    return factor * negative * negative if exists else None


@leaves(axes_as_data.one_signed_input, whole=False)
@exact.check(
    "pnn.theorem-5",
    "one-signed-input",
    wrong={
        "half the square, as for one input": {"share": Fraction(1, 2)},
        "both signs in the target are enough": {"strict": False},
        "$c$ for its square": {"power": 1},
        **WITHOUT_ZEROS,
    },
    scope="instances",
)
def existence_and_value(rng, instances, held=every_pattern, **formula):
    """Whether the region of input 1 all positive and the others mixed has a bad minimizer, and its exact value."""
    for inputs, target, found, others in all_minima(rng, instances):
        region = (INTERIOR[PLUS], *[INTERIOR[BOTH]] * (inputs - 1))
        value = found[region][1] if region in found and found[region][1] > 0 else None
        yield by_both_enumerations(found, others, held)
        yield {"value": value == predicted(inputs, target, **formula)}


@leaves(axes_as_data.equal_masses)
@exact.check(
    "pnn.theorem-5",
    "other-regions",
    wrong={
        "a target of one sign on input 1": {"masses": (1, 0, 1, 1)},
        "both signs on input 1 as well": {"first": BOTH},
        "ten times the negative mass on input 1": {"masses": (1, 10, 1, 1)},
        r"the value $\frac14$ elsewhere": {"elsewhere": Fraction(1, 4)},
        **WITHOUT_ZEROS,
    },
    scope="instances",
)
def a_bad_minimum_with_one_signed_weights(masses=(1, 1, 1, 1), first=PLUS, elsewhere=0, held=every_pattern):
    """Two inputs: by both enumerations the region has a local minimizer, of positive value; another's is zero."""
    _, found, others = minima_of(2, masses)
    region = (INTERIOR[first], INTERIOR[BOTH])
    yield by_both_enumerations(found, others, held)
    yield {"a minimizer": region in found, "a bad one": region in found and found[region][1] > 0}
    yield {"another": any(value == number(elsewhere) for _, value in found.values())}


@leaves(axes_as_data.one_input, whole=False)
@exact.check(
    "pnn.theorem-5",
    "one-input",
    wrong={"without the half": {"share": 1}, "the other mass": {"sign": 1}},
    scope="instances",
)
def minima_of_one_input(rng, instances, share=Fraction(1, 2), sign=-1):
    """One input with three neurons: the value at the minimizers of the region of positive weights is half the square of
    the negative mass.

    The first target has the masses 2 and 1, the others random ones, which may be equal.
    """
    for case in range(max(4, instances // 40)):
        own = map(int, rng.integers(1, 10, 2)) if case else (2, 1)
        target = dict(zip(features(1), map(number, own), strict=True))
        value = kkt_minima(target, 1)[INTERIOR[PLUS],][1]
        yield value == share * target[0, sign] * target[0, sign]


@leaves(axes_as_data.region_without_minimizer)
@exact.check(
    "pnn.theorem-5",
    "both-signs-do-not-suffice",
    wrong={
        "a large positive mass": {"masses": (10, 1, 1, 1)},
        "equal masses": {"masses": (1, 1, 1, 1)},
        "no positive mass": {"masses": (0, 10, 1, 1)},
    },
    scope="instances",
)
def region_without_minimizer(masses=(1, 10, 1, 1)):
    """Two inputs, the target's masses $(1, 10)$ and $(1, 1)$: by both enumerations the region has no local
    minimizer."""
    target = dict(zip(features(2), map(number, masses), strict=True))
    region = (INTERIOR[PLUS], INTERIOR[BOTH])
    return [min(masses) > 0, region not in kkt_minima(target, 2), region not in orthant_minima(target, 2)]
