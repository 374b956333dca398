"""Every item of a check is moved by a wrong variant, or named as idle."""

from fractions import Fraction

import pytest
import sympy
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.check import Record
from verification.claim import CONSISTENT, Claim, Part, Source, Status
from verification.items import by_kind, faults, kinds_of, note_items, residuals, try_variants
from verification.ledger import Ledger
from verification.methods import certified, exact, experiment, monte_carlo, numerical, symbolic
from verification.methods.monte_carlo import Estimate

WRONG = {"two for one": {"one": 2}}


def symbolic_items(one=1):
    """One is one, and an expression is compared with itself."""
    x = sympy.Symbol("x")
    return [x * one - x, one - one * x / x, x - x]


def exact_items(one=1):
    """One is one, again and again, and thrice three is nine."""
    for _ in range(100):
        yield {"one": Fraction(one - 1)}
    yield {"nine": 3 * 3 == 9}


def certified_items(one=1):
    """Below two."""
    yield certified.Positive("up to 1/2", arb(2) - one)
    yield certified.Positive("nine", arb(9) + arb(0, 1e-9))


def certified_twice(one=1):
    """Three inputs for two and for three."""
    return [certified.Positive(f"d = {d}", arb(2) - one) for d in (3, 3)]


def numerical_items(one=1):
    """One is one, in two instances, and nine is nine."""
    return [numerical.Same(f"instance {i}", max(i, one), 1) for i in (0, 1)] + [numerical.Same("nine", 9, 9)]


def experiment_items(data=None, one=1):
    """One is about one, and nine about nine."""
    return [experiment.Within("one", one, 0.5, 1.5), experiment.Within("nine", 9, 8, 10)]


def failures(record):
    """Why a run with this record fails."""
    part = Part("value", "x", strength=CONSISTENT, why="instances")
    claim = Claim("test.zero", Source("test", "1", "Theorem 0"), Status.TRUE, "T", "S", (part,))
    record.scope = "instances"
    return [failure["why"] for failure in Ledger({claim.id: claim}, [record], 1e-6).failures]


CHECKS = {
    symbolic: (symbolic_items, ["no wrong variant moves residual 2", "no wrong variant moves residual 3"]),
    exact: (exact_items, ["no wrong variant moves 'nine'"]),
    certified: (certified_items, ["no wrong variant moves 'nine'"]),
    numerical: (numerical_items, ["no wrong variant moves 'nine'"]),
    experiment: (experiment_items, ["no wrong variant moves 'nine'"]),
}


@pytest.mark.parametrize("engine", CHECKS, ids=lambda engine: engine.METHOD)
def test_an_item_that_no_variant_moves_is_named_unless_it_is_declared(engine):
    function, idle = CHECKS[engine]
    record = engine.run(engine.check("test.zero", "value", WRONG)(function).check, {})
    assert record.wrong_variants == {"two for one": True}
    assert faults(record) == idle and failures(record) == [f"{record.name}: {fault}" for fault in idle]
    kinds = [kind for kind in record.items if kind not in record.moved]
    declared = engine.check("test.zero", "value", WRONG, auxiliary=dict.fromkeys(kinds, "for show"))(function)
    record = engine.run(declared.check, {})
    assert faults(record) == failures(record) == []


def test_a_simulation_knows_its_idle_estimates_once_it_is_judged():
    def values(one=1.0):
        return {"one": one, "nine": 9.0}

    @monte_carlo.check("test.zero", "value", predicts=values, wrong=WRONG, pooled=False)
    def simulated():
        """One and nine."""
        return {"one": Estimate(1.0, 0.01, 100), "nine": Estimate(9.0, 0.01, 100)}

    record = monte_carlo.run(simulated.check, {})
    assert failures(record) == ["simulated: no wrong variant moves 'nine'"]
    assert record.items == {"one": 1, "nine": 1}
    assert (record.moved, faults(record)) == ({"one": "two for one"}, ["no wrong variant moves 'nine'"])


def test_what_is_declared_auxiliary_occurs_and_is_moved_by_none():
    record = Record("test.zero", "value", "check", "exact", "finite", "says", items={"one": 3}, moved={"one": "two"})
    record.auxiliary = {"one": "for show", "gone": "for show"}
    assert faults(record) == ["'gone', auxiliary, does not occur", "'one', auxiliary, is moved by 'two'"]


def test_more_than_sixty_cases_want_kinds():
    record = Record("test.zero", "value", "check", "exact", "finite", "says")
    record.items = {str(number): 1 for number in range(60)} | {"of a kind": 1}
    assert len(faults(record)) == 61 and faults(record)[0] == "no wrong variant moves residual 0"
    record.items["60"] = 1
    assert faults(record) == ["its 61 residuals want kinds: yield mappings of a kind to what must vanish"]


def test_items_that_differ_in_numbers_alone_are_of_one_kind():
    names = ["size 10, at -0.5", "size 2, at 1e-3", "size 7 at 1/2"]
    assert [k for k, _ in by_kind(numerical.Same(n, 1, 1) for n in names)] == ["size #, at #"] * 2 + ["size # at #"]


def test_a_size_that_is_tried_twice_counts_once():
    items = [numerical.Same(name, 1, 1) for name in ("d = 2", "d = 3", "d = 3", "loss", "loss")]
    assert [*kinds_of(items)] == ["d = #", "d = #", "loss", "loss"]
    doubled = certified.check("test.zero", "value", WRONG)(certified_twice).check
    assert certified.run(doubled, {}).items == {"d = #": 1}
    nested = [1, {"a": [2, {"b": 3}], "c": 4}, [5]]
    found = list(residuals(nested, lambda value: isinstance(value, list)))
    assert found == [("1", 1), ("a", 2), ("b", 3), ("c", 4), ("2", 5)]


KINDS = st.sampled_from(["one", "two", "3"])
ITEMS = st.lists(st.tuples(KINDS, st.booleans()), max_size=5)  # an item's kind, and whether the variant is wrong in it


@settings(deadline=None)
@given(st.lists(KINDS, max_size=3), st.dictionaries(st.sampled_from("abc"), ITEMS, min_size=1))
def test_variants_run_until_each_is_refuted_and_every_kind_is_moved(statement, wrong):
    """Whatever the statement and its variants have: against what all items of all variants say together."""
    asked = dict.fromkeys(wrong, 0)

    def items_of(variant):
        """The items of a variant, one by one."""
        for place, (kind, refuted) in enumerate(wrong[variant], 1):
            asked[variant] = place
            yield kind, refuted and f"item {place}"

    check = exact.check("test.zero", "value", {name: {"variant": name} for name in wrong})(items_of).check
    record = Record("test.zero", "value", "check", "exact", "finite", "says")
    note_items(record, check, statement)
    evidence = try_variants(record, check, {"what no check asks for": 1}, iter, lambda found: found)

    places = {name: [place for place, (_, refuted) in enumerate(items, 1) if refuted] for name, items in wrong.items()}
    assert evidence == {name: f"item {found[0]}" for name, found in places.items() if found}
    assert record.wrong_variants == {name: bool(found) for name, found in places.items()}
    movers = {kind: [name for name, items in wrong.items() if (kind, True) in items] for kind in statement}
    assert record.moved == {kind: names[0] for kind, names in movers.items() if names}
    unmoved = set(statement)
    for name, items in wrong.items():
        moved = {kind for kind in unmoved if record.moved.get(kind) == name}
        unmoved -= moved
        last = max([*places[name][:1], *(items.index((kind, True)) + 1 for kind in moved)], default=0)
        assert asked[name] == (len(items) if unmoved or not last else last)


def test_a_variant_runs_only_until_it_is_refuted_and_moves_what_none_has_moved():
    seen = []

    @exact.check("test.zero", "value", wrong={"first": {"one": 2}, "second": {"one": 3}})
    def counted(one=1):
        """One is one, three times."""
        for index in range(3):
            seen.append((one, index))
            yield {"same": Fraction(one - 1)}

    exact.run(counted.check, {})
    assert seen == [(1, 0), (1, 1), (1, 2), (2, 0), (3, 0)]
