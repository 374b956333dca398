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
