"""What a check is: a function with its statement in its defaults, and wrong variants of that statement."""

import hashlib
import struct
from dataclasses import asdict
from types import ModuleType, SimpleNamespace

import pytest

from verification.check import Record, collect, declare, record_of
from verification.verdict import Scope

TWICE = {"twice": {"factor": 2}}


@declare("exact", "test.zero", "value", TWICE, "finite", auxiliary={"1": "for show"})
def scaled(size, factor=1):
    """A size.

    More words.
    """
    return size, factor


def predicted(size, factor=3):
    return -size, factor


def test_a_check_is_what_it_was_declared_as():
    check = scaled.check
    assert (check.claim, check.part, check.method, check.scope) == ("test.zero", "value", "exact", Scope.FINITE)
    assert (check.name, check.id, check.says) == ("scaled", "test.zero:value:scaled", "A size.\n\nMore words.")
    assert (check.wrong, check.options) == (TWICE, {"auxiliary": {"1": "for show"}})
    assert scaled(5) == (5, 1), "a check is a function as before"


def test_a_check_computes_its_statement_and_its_variants_from_what_it_asks_for():
    check = scaled.check
    provided = {"size": 5, "factor": 7, "more": 9}
    assert check.call({"size": 5, "more": 9}) == check.call_statement({"size": 5}) == (5, 1)
    assert check.call({"size": 5}, {"factor": 2}) == check.call_statement({"size": 5}, {"factor": 2}) == (5, 2)
    assert check.call(provided) == (5, 7), "a default that the engine provides is a setting"
    with pytest.raises(TypeError, match="size"):
        check.call({"more": 9})


def test_the_statement_may_be_another_function_and_then_the_variants_are_its_own():
    def measured(size):
        """A size."""
        return size, 0

    check = declare("exact", "test.zero", "value", TWICE, "finite", predicted)(measured).check
    assert check.call({"size": 5}) == (5, 0)
    assert check.call_statement({"size": 5}) == (-5, 3)
    assert check.call_statement({"size": 5}, {"factor": 2}) == (-5, 2)


def test_the_random_stream_of_a_check_is_keyed_by_its_id():
    seed = scaled.check.seed(7)
    key = hashlib.sha256(b"test.zero:value:scaled").digest()
    assert (seed.entropy, seed.spawn_key) == (7, struct.unpack("=4I", key[:16]))


def test_a_record_begins_with_what_is_said_and_nothing_found():
    found = asdict(record_of(scaled.check))
    said = {"claim": "test.zero", "part": "value", "name": "scaled", "method": "exact", "scope": "finite"}
    said |= {"says": "A size.\n\nMore words.", "module": __name__}
    assert said.items() <= found.items()
    nothing = {name: value for name, value in found.items() if name not in said}
    assert nothing.pop("verdict") == "undecided" and nothing.pop("margin") is None
    assert nothing.pop("cost") == 0 and nothing and not any(nothing.values())


def test_what_one_record_holds_no_other_does():
    one, other = (Record("test.zero", "value", "check", "exact", "finite", "says") for _ in range(2))
    for name, held in asdict(one).items():
        if isinstance(held, dict | list):
            assert getattr(one, name) is not getattr(other, name), name


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({}, "test.zero:value:function names no wrong variant"),
        ({"v": {}}, "variant 'v' overrides nothing"),
        ({"v": {"other": 2}}, r"variant 'v' overrides \['other'\]"),
        ({"v": {"factor": 2, "other": 2}}, r"variant 'v' overrides \['other'\]"),
        ({**TWICE, "v": {"other": 2}}, r"variant 'v' overrides \['other'\]"),
    ],
)
def test_a_check_that_cannot_fail_is_refused(wrong, message):
    def function(factor=1):
        """Words."""

    with pytest.raises(ValueError, match=message):
        declare("exact", "test.zero", "value", wrong, "finite")(function)


def test_a_check_says_what_it_computes_and_in_which_scope():
    def function(factor=1):
        pass

    with pytest.raises(ValueError, match="has no docstring"):
        declare("exact", "test.zero", "value", TWICE, "finite")(function)
    with pytest.raises(ValueError, match="'some' is not a valid Scope"):
        declare("exact", "test.zero", "value", TWICE, "some")(scaled)


def test_a_statement_that_takes_any_keyword_has_any_variant_but_none_that_says_nothing():
    def function(**formula):
        """Words."""
        return formula

    check = declare("exact", "test.zero", "value", {"v": {"other": 2}}, "finite")(function).check
    assert (check.call({}), check.call({}, check.wrong["v"])) == ({}, {"other": 2})
    with pytest.raises(ValueError, match="overrides nothing"):
        declare("exact", "test.zero", "value", {"v": {}}, "finite")(function)


def test_the_checks_of_a_module_are_those_declared_in_it_in_their_order():
    def second(factor=1):
        """Words."""

    module = ModuleType("job")
    engine = SimpleNamespace(check=declare)  # has what a check has by name alone, as every engine
    vars(module).update(z=scaled, engine=engine, number=1, a=declare("exact", "a.b", "c", TWICE, "finite")(second))
    assert collect(module) == [scaled.check, second.check]
