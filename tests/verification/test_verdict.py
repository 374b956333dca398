"""What verdicts are worth, alone, in a chain and on a part: every combination of a few of them."""

from itertools import combinations_with_replacement, product

import pytest

from verification.verdict import Scope, Verdict, settled, strength, strongest, verdicts_on, weakest, worth

CONSISTENT, DERIVED, CERTIFIED, PROVED = WEAKEST_FIRST = [
    Verdict.CONSISTENT,
    Verdict.DERIVED,
    Verdict.CERTIFIED,
    Verdict.PROVED,
]
REFUTED, UNDECIDED, NOT_RUN = NOTHING = [Verdict.REFUTED, Verdict.UNDECIDED, Verdict.NOT_RUN]
GROUPS = [group for size in range(4) for group in combinations_with_replacement(Verdict, size)]
FOUND = [verdict for verdict in Verdict if verdict is not DERIVED]  # by a check


def positive(verdicts):
    return [verdict for verdict in WEAKEST_FIRST if verdict in verdicts]


def test_a_verdict_that_establishes_nothing_is_weaker_than_all_others():
    assert [strength(verdict) for verdict in WEAKEST_FIRST] == [0, 1, 2, 3]
    assert [strength(verdict) for verdict in NOTHING] == [-1, -1, -1]


def test_a_chain_is_refuted_or_undecided_by_one_link_and_else_as_firm_as_its_weakest():
    for links in GROUPS:
        negative = [verdict for verdict in NOTHING if verdict in links]
        assert weakest(iter(links)) is [*negative, *positive(links), UNDECIDED][0], links


def test_the_strongest_verdict_is_a_positive_one_or_none():
    for verdicts in GROUPS:
        assert strongest(iter(verdicts)) is [UNDECIDED, *positive(verdicts)][-1], verdicts


def test_only_instances_are_worth_less_and_only_where_they_decide_a_universal_part():
    less = {(verdict, Scope.INSTANCES, True): CONSISTENT for verdict in (PROVED, CERTIFIED)}
    for case in product(Verdict, Scope, (True, False)):
        assert worth(*case) is less.get(case, case[0]), case


def test_what_refutes_a_part_outweighs_all_else():
    for verdicts in GROUPS:
        assert settled(iter(verdicts)) is (REFUTED if REFUTED in verdicts else strongest(verdicts)), verdicts


def carried(checks, steps):
    """Verdicts that carry a part each by itself: of samples, of proofs of the whole, and of all pieces together."""
    pieces = [verdict for verdict, whole in checks if verdict in (PROVED, CERTIFIED) and not whole]
    together = [*pieces, *([DERIVED, *steps] if steps else [])]
    alone = [verdict for verdict, whole in checks if whole or verdict is CONSISTENT]
    return positive([*alone, *([weakest(together)] if together else [])])


@pytest.mark.parametrize("counterexample", [None, *Verdict], ids=str)
def test_a_part_is_refuted_by_checks_and_counterexamples_and_else_as_firm_as_what_carries_it(counterexample):
    checks = [
        group for size in range(3) for group in combinations_with_replacement(product(FOUND, (True, False)), size)
    ]
    arguments = [steps for steps in GROUPS if len(steps) < 3]
    for group, steps in product(checks, arguments):
        found = verdicts_on(((v, "general", whole) for v, whole in group), True, iter(steps), counterexample)
        refuted = REFUTED in dict(group) or counterexample in (DERIVED, CERTIFIED, PROVED)
        wanted = REFUTED if refuted else [UNDECIDED, *carried(group, steps)][-1]
        assert settled(found) is wanted, (group, steps)


def test_instances_carry_a_part_only_where_it_is_of_instances():
    for universal, wanted in ((True, CONSISTENT), (False, PROVED)):
        for whole in (True, False):
            assert settled(verdicts_on([("proved", "instances", whole)], universal, [], None)) is wanted
