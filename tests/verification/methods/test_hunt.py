import math
from fractions import Fraction

import numpy as np
import pytest

from verification.methods import hunt
from verification.methods.hunt import (
    Hunt,
    Instance,
    Outcome,
    as_fraction,
    complexity,
    neighbour,
    shrunk,
    simpler,
    simpler_numbers,
)
from verification.run_topic import run_checks


def pairs(rng):
    """Two numbers between 0 and 1."""
    return Instance({"pair": rng.random((1, 2))})


def product_of_the_pair(below_half=True, certified=True, offset=0.0):
    """x y <= 1/4 for x, y in [0, 1/2]: dropped, it fails."""

    def margin(instance):
        pair = instance.numbers["pair"][0]
        if below_half and (np.abs(pair) > 0.5).any():
            return math.inf
        return 0.25 + offset - pair.prod()

    def certify(instance):
        ((x, y),) = instance.fractions("pair")
        return f"xy = {x * y}" if certified and x * y > Fraction(1, 4) else ""

    return Hunt({"the square": pairs}, margin, certify, lambda instance: str(instance.fractions("pair")[0]))


def declared(function=product_of_the_pair, **options):
    options = {"wrong": {"any numbers": {"below_half": False}}, **options}
    return hunt.check("test.product", "value", **options)(function).check


def record(check, **settings):
    return run_checks([check], {"seed": 1, "hunt": 1, **settings})[0]


def test_a_hunt_that_finds_nothing_is_consistent_and_says_how_much_it_tried():
    found = record(declared())
    assert (found.verdict, found.scope, found.wrong_variants) == ("consistent", "instances", {"any numbers": True})
    assert found.cost >= hunt.PER_STRATUM
    assert found.numbers["hunted"].startswith(f"no counterexample in {found.cost} instances")
    assert 0 <= found.margin < 0.01  # the local search went down to the corner


def test_the_same_seed_gives_the_same_record_and_more_rounds_try_more():
    assert record(declared()) == record(declared())
    assert not declared().options["false"]
    assert record(declared(), hunt=3).cost >= 3 * hunt.PER_STRATUM


@pytest.mark.parametrize(("rounds", "persistent"), [(1, False), (2, False), (1, True)])
def test_a_hunt_has_as_many_rounds_as_it_is_given_and_ten_times_as_many_where_it_persists(rounds, persistent):
    def nothing(formula=None):
        """No instance fails."""
        return Hunt({"one": pairs}, lambda instance: 1.0, lambda instance: "", repr)

    check = declared(nothing, wrong={"none": {"formula": 1}}, per_stratum=3, starts=0)
    rng = np.random.default_rng(0)
    outcome = hunt.pursue(check, {"hunt": rounds, "rng": rng}, persistent=persistent)
    assert outcome.tried == 3 * rounds * (10 if persistent else 1)


@pytest.mark.parametrize(("margin", "searches"), [(0.5, 2), (0.0, 0), (-1.0, 0), (math.inf, 0)])
def test_local_searches_start_where_the_assumptions_are_met_with_something_to_spare(margin, searches):
    def constant(formula=None):
        """One margin everywhere, and nothing is certified."""
        return Hunt({"one": pairs}, lambda instance: margin, lambda instance: "", repr)

    check = declared(constant, wrong={"none": {"formula": 1}}, per_stratum=3, starts=2)
    outcome = hunt.pursue(check, {"rng": np.random.default_rng(0)})
    assert outcome.tried == 3 + searches * hunt.STEPS


@pytest.mark.parametrize("false", [False, True])
def test_a_hunt_persists_for_variants_and_where_the_part_itself_is_expected_to_fail(false):
    def constant(formula=None):
        """One margin everywhere."""
        return Hunt({"one": pairs, "two": pairs}, lambda instance: 0.5, lambda instance: "", repr)

    check = declared(constant, wrong={"none": {"formula": 1}}, per_stratum=3, starts=0, false=false)
    found = record(check)
    assert found.cost == (60 if false else 6) and found.numbers["hunted"].endswith("the least margin 0.5 in one")
    assert found.numbers["variant none"].startswith("no counterexample in 60 instances, 60 of which")


def test_every_entry_of_a_counterexample_is_shrunk():
    anything = Hunt({}, lambda instance: -1.0, lambda instance: "it fails", repr)
    found = shrunk(anything, Instance({"x": np.array([7.0, 5.0]), "y": np.array([-0.5])}))
    assert found and [array.tolist() for array in found[0].numbers.values()] == [[0, 0], [0]]


def test_a_hunt_ends_at_its_first_counterexample():
    def failing(formula=None):
        """Everything fails."""
        return Hunt({"one": pairs, "two": pairs}, lambda instance: -1.0, lambda instance: "it fails", lambda _: "all")

    outcome = hunt.pursue(declared(failing, wrong={"none": {"formula": 1}}), {"rng": np.random.default_rng(0)})
    assert outcome.shown() == "counterexample after 1 instance: all: it fails"


def test_a_least_margin_of_zero_has_no_sign():
    outcome, origin = Outcome(), Hunt({}, lambda instance: -0.0, lambda instance: "", repr)
    outcome.look(origin, Instance({"x": np.zeros(1)}), "the origin")
    assert math.copysign(1, outcome.least) == 1 and "the least margin 0 in the origin" in outcome.shown()


def test_the_size_of_a_number_is_that_of_its_fraction_and_zero_has_none():
    assert [complexity(value) for value in (0.0, 1.0, -3.0, 0.5, -0.75)] == [0, 1, 3, 2, 6]


def test_simpler_instances_have_one_entry_replaced():
    candidates = [one.numbers["x"].tolist() for one in simpler(Instance({"x": np.array([0.5, 2.0])}))]
    assert candidates == [[value, 2.0] for value in simpler_numbers(0.5)] + [[0.5, v] for v in simpler_numbers(2.0)]
    assert [0.0, 2.0] in candidates and [0.5, 1.0] in candidates


def test_a_counterexample_is_shown_in_small_numbers():
    words = record(declared()).numbers["variant any numbers"]
    assert "(Fraction(1, 1), Fraction(1, 1)): xy = 1" in words


def test_rounding_at_a_boundary_refutes_nothing_and_what_is_clear_but_not_certified_stays_open():
    def hardly(below_half=True):
        """Fails by rounding at the boundary."""
        return product_of_the_pair(below_half, offset=-1e-12 if below_half else 0.0, certified=not below_half)

    assert record(declared(hardly)).verdict == "consistent"

    def clearly(below_half=True):
        """Fails clearly, without a certificate."""
        return product_of_the_pair(below_half, offset=-0.1, certified=not below_half)

    assert record(declared(clearly)).verdict == "undecided"


def test_an_assumption_that_no_instance_meets_leaves_the_hunt_undecided():
    def nothing(below_half=True):
        """No instance is tried."""
        hunted = product_of_the_pair(below_half)
        return Hunt(hunted.strata, lambda instance: math.inf, hunted.certify, hunted.show)

    assert record(declared(nothing)).verdict == "undecided"


def test_a_convenience_says_why_and_is_no_convenience_where_a_counterexample_is_found():
    def product(below_half=True, offset=0.0):
        """With an assumption that does nothing."""
        return product_of_the_pair(below_half, offset=offset)

    kept = record(declared(product, conveniences={"an offset": ({"offset": 0.1}, "it is there for show")}))
    assert kept.verdict == "consistent"
    assert kept.numbers["convenience an offset"].endswith("it is there because it is there for show")
    taken = declared(product, wrong={"x": {"below_half": False}}, conveniences={"y": ({"below_half": False}, "no")})
    assert record(taken).verdict == "undecided"


def test_a_margin_that_is_no_number_is_an_error():
    def broken(below_half=True):
        """A margin without a value."""
        hunted = product_of_the_pair()
        return Hunt(hunted.strata, lambda instance: math.nan, hunted.certify, hunted.show)

    with pytest.raises(ValueError, match="no number"):
        record(declared(broken))


def test_neighbours_keep_zeros_at_times_and_fractions_are_those_that_were_meant():
    rng = np.random.default_rng(0)
    instance = Instance({"rows": np.array([[0.0, 3.0]])})
    moved = [neighbour(instance, rng, 0.1).numbers["rows"] for _ in range(40)]
    assert {bool(rows[0, 0]) for rows in moved} == {False, True}
    assert as_fraction(0.6) == Fraction(3, 5)
    assert as_fraction(math.pi) == Fraction(math.pi)
    assert as_fraction(1 / 999_983) == Fraction(1, 999_983) and as_fraction(1 / 1_000_003) == Fraction(1 / 1_000_003)
    assert Instance({"x": np.array([0.3, -0.7])}).rounded(2).numbers["x"].tolist() == [0.5, -0.5]
    assert all(complexity(value) < complexity(0.6) for value in simpler_numbers(0.6))


@pytest.mark.parametrize(
    ("least", "verdict"), [(-1.01e-6, "undecided"), (-1e-6, "undecided"), (-0.99e-6, "consistent")]
)
def test_a_margin_is_clear_below_a_millionth(least, verdict):
    assert Outcome(eligible=1, least=least).verdict == verdict
    assert Outcome(eligible=0, least=least).verdict == "undecided"


def test_numbers_are_rounded_coarsely_first_and_to_every_small_denominator():
    assert hunt.GRIDS == (1, 2, 3, 4, 5, 8, 10, 20, 100, 1000, 10**6)
    assert all(1 / grid in simpler_numbers(1 / grid + 1e-9) for grid in hunt.GRIDS)
    assert next(iter(simpler_numbers(0.3))) == 0.0


def test_only_what_fails_in_floating_point_is_tried_for_a_certificate():
    generous = Hunt({}, lambda instance: float(instance.numbers["x"][0]), lambda instance: "it fails", repr)
    outcome = Outcome()
    for margin in (0.5, 0.0, 0.0):
        outcome.look(generous, Instance({"x": np.array([margin])}), "some")
    assert (outcome.tried, outcome.eligible, outcome.unsure, outcome.found, outcome.least) == (3, 3, 0, "", 0.0)
    assert shrunk(generous, Instance({"x": np.array([0.5])})) is None
    outcome.look(generous, Instance({"x": np.array([-0.5])}), "other")
    assert outcome.found.endswith("it fails") and (outcome.least, outcome.at) == (-0.5, "other")


def test_certificates_are_tried_as_often_as_attempts_are_left():
    never = Hunt({}, lambda instance: -1.0, lambda instance: "", repr)
    outcome = Outcome()
    for _ in range(hunt.ATTEMPTS + 3):
        outcome.look(never, Instance({"x": np.array([1.0])}), "some")
    assert outcome.unsure == hunt.ATTEMPTS == 40 and outcome.tried == 43


def test_a_local_search_narrows_where_it_goes_no_further_down(monkeypatch):
    scales = []

    def moved(instance, rng, scale):
        scales.append(scale)
        return Instance({"x": instance.numbers["x"] - (len(scales) == 2)})

    monkeypatch.setattr(hunt, "neighbour", moved)
    plain, outcome = Hunt({}, lambda instance: float(instance.numbers["x"][0]), lambda instance: "", repr), Outcome()
    steps = list(hunt._downhill(plain, None, Instance({"x": np.array([5.0])}), 5.0, "some", outcome))
    assert len(steps) == len(scales) == outcome.tried == hunt.STEPS == 50
    assert scales[:4] == pytest.approx([0.3, 0.3 * 0.93, 0.3 * 0.93, 0.3 * 0.93**2])
    assert (outcome.least, outcome.at) == (4.0, "some, downhill")


def test_what_is_not_certified_is_not_shrunk():
    assert shrunk(product_of_the_pair(certified=False), Instance({"pair": np.ones((1, 2))})) is None


def test_neighbours_move_half_of_the_entries_and_seven_in_ten_keep_zeros():
    rng, array = np.random.default_rng(1), np.repeat([0.0, 2.0], 500)
    found = np.array([neighbour(Instance({"x": array}), rng, 0.1).numbers["x"] for _ in range(400)])
    zeros, twos = found[:, :500], found[:, 500:]
    keeping = ~zeros.any(axis=1)
    assert keeping.mean() == pytest.approx(0.7, abs=0.1)
    assert (twos != 2).mean() == pytest.approx(0.5, abs=0.01)
    for moved in (twos[keeping] - 2, twos[~keeping] - 2, zeros[~keeping]):
        assert moved.std() == pytest.approx(2 * 0.1 * np.sqrt(0.5), rel=0.02)


def test_certificates_are_spent_on_smaller_numbers_as_often_as_is_allowed():
    spent = []

    def once(instance):
        """A counterexample at the first numbers tried and at no other."""
        spent.append(instance)
        return "it fails" if len(spent) == 1 else ""

    many = Instance({"x": np.full(500, 7.0)})
    found = shrunk(Hunt({}, lambda instance: -1.0, once, repr), many)
    assert found and found[1] == "it fails" and (found[0].numbers["x"] == 7).all()
    assert len(spent) == hunt.SHRINKS == 400
