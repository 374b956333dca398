import pytest

from verification.claim import CERTIFIED, Claim, Part, Role, Source, Status, Step, counterexample

SOURCE = Source("pnn2017", "5.1", "Theorem 0")


def claim(**changes) -> Claim:
    fields = {
        "id": "test.theorem-0",
        "source": SOURCE,
        "status": Status.TRUE,
        "title": "A title",
        "says": "Words",
        "parts": (Part("value", "x"),),
    }
    return Claim(**{**fields, **changes})


def test_a_claim_finds_its_parts_by_name():
    assert claim().part("value").says == "x"
    with pytest.raises(KeyError, match="no part 'other'"):
        claim().part("other")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "Theorem 0"}, "wanted paper.name"),
        ({"parts": ()}, "at least one part"),
        ({"parts": (Part("value", "x"), Part("value", "y"))}, "a name of its own"),
        ({"status": Status.FALSE}, "needs its reason"),
        ({"status": Status.TRUE_IF_REPAIRED, "reason": "r"}, "needs the repair"),
        ({"status": Status.FALSE, "reason": "r", "repair": "r"}, "expected to be refuted"),
        ({"status": Status.OPEN, "reason": "r"}, "truth is not known"),
        ({"parts": (Part("value", "x", expected=False, refuted_by="gone"),)}, "no part of it"),
    ],
)
def test_a_claim_that_contradicts_itself_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        claim(**changes)


def test_a_part_below_proof_says_why():
    with pytest.raises(ValueError, match="does not say why"):
        Part("value", "x", strength=CERTIFIED)
    with pytest.raises(ValueError, match="not expected to be false"):
        Part("value", "x", refuted_by="other")


def test_a_step_names_what_it_rests_on():
    with pytest.raises(ValueError, match="the part it uses or the theorem"):
        Step("It follows.")
    with pytest.raises(ValueError, match="the part it uses or the theorem"):
        Step("It follows.", uses="value", cites="Euler")


def test_a_counterexample_is_settled_by_one_instance():
    part = counterexample("case", "there is one")
    assert part.role is Role.COUNTEREXAMPLE
    assert not part.universal
    assert part.strength is CERTIFIED
