"""The program that checks certificates of finite counts."""

import pytest

from verification.enumerations import count, enumeration
from workflow.certificates import check_enumeration


def test_among_no_choice_nothing_is_counted():
    """The words of what is counted would not be read."""
    one = enumeration({"w": (1, -1)}, [count("positive", ["<", 0, "w"], 1, 2)])["data"]
    assert '"positive": of all 2 choices, 1 have (0 < w).' in check_enumeration.enumeration(one)
    one["counts"][0].update({"among": ["<", "1", "w"], "has": ["0; 2 < 1"], "count": "0", "of": "0"})
    with pytest.raises(check_enumeration.Refused, match="there are 0 choices"):
        check_enumeration.enumeration(one)


def test_quotients_are_fractions():
    """Of whole numbers too, however near they lie to others."""
    following = {"q": ["/", 1, "n"], "p": ["-", 1, ["*", "q", "q", "q"]]}
    counts = [count("thirds", ["=", 1, ["+", "q", "q", "q"]], 1, 2), count("less", ["<", "p", 1], 2, 2)]
    found = check_enumeration.enumeration(enumeration({"n": (3, 10**8)}, counts, following)["data"])
    assert '"thirds": of all 2 choices, 1 have' in found and '"less": of all 2 choices, 2 have' in found


@pytest.mark.parametrize(("divisor", "why"), [("w", None), (["-", "w", 1], "a divisor of zero")])
def test_what_is_counted_has_a_value_where_it_is_counted_alone(divisor, why):
    """A quotient by zero refuses among the choices that are counted, and says nothing of the others."""
    inverse = count("inverse", ["<", 0, ["/", 1, divisor]], 1, 1, among=["<", 0, "w"])
    one = enumeration({"w": (0, 1)}, [inverse])["data"]
    if why is None:
        assert "of the 1 choices with (0 < w), 1 have" in check_enumeration.enumeration(one)
    else:
        with pytest.raises(check_enumeration.Refused, match=why):
            check_enumeration.enumeration(one)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("inverse", [False, True])
def test_a_number_on_the_way_has_at_most_1999_bits(sign, inverse):
    """Below zero too, and in a denominator."""
    for much, fits in ((2**26, True), (2**27, False)):
        factors = [["*", sign, *[2**27] * 37], ["*", *[2**27] * 36, much], 2]  # of 2^1998, or 2^1999
        node = ["*", *(["/", 1, one] for one in factors)] if inverse else ["*", *factors]
        large = count("large", ["<", -1, node], 2 if inverse or sign > 0 else 0, 2)
        one = enumeration({"w": (1, 2)}, [large])["data"]
        if fits:
            assert '"large": of all 2 choices' in check_enumeration.enumeration(one)
        else:
            with pytest.raises(check_enumeration.Refused, match="a number that is too large"):
                check_enumeration.enumeration(one)


@pytest.mark.parametrize(
    ("has", "why"),
    [
        (["<", "w"], "< is no test of 1"),
        (["not", ["<", "w", "1"], ["<", "w", "2"]], "not is no test of 2"),
        (["near", "w", "1"], "no such test"),
        ([["<"], "w", "1"], "no such test"),
        (["and"], "terms of a test"),
        (["<", "w", ["near", "w", "1"]], "no such function"),
        (["<", "w", [["+"], "w", "1"]], "no such function"),
        (["<", "w", ["+"]], "terms of an expression"),
        (["<", "w", ["abs", "w", "1"]], "abs is no function of 2"),
        (["<", "w", "u"], "no fraction"),
    ],
)
def test_what_is_no_test_is_refused_in_words(has, why):
    one = enumeration({"w": (1, -1)}, [count("some", ["<", 0, "w"], 1, 2)])["data"]
    one["counts"][0]["has"] = has
    with pytest.raises(check_enumeration.Refused, match=why):
        check_enumeration.enumeration(one)


def test_work_is_counted_by_choice(monkeypatch):
    """A letter, a number and their comparison, at five choices."""
    one = enumeration({"w": range(5)}, [count("below", ["<", "w", 3], 3, 5)])["data"]
    monkeypatch.setattr(check_enumeration, "STEPS", 15)
    assert "3 have" in check_enumeration.enumeration(one)
    monkeypatch.setattr(check_enumeration, "STEPS", 14)
    with pytest.raises(check_enumeration.Refused, match="too much work"):
        check_enumeration.enumeration(one)
