"""The settings of a job, out of plain values, and what is refused by the name of the key."""

import dataclasses

import pytest

from verification.experiments.settings import at_least, read

TEXTS = {"count": "int", "rate": "float", "name": "str", "sizes": "tuple[int, ...]", "nets": "list", "deep": "bool"}
TYPES = {"count": int, "rate": float, "name": str, "sizes": tuple[int, ...], "nets": list, "deep": bool}
VALUES = {"count": 3, "rate": 2, "name": "a", "sizes": [1, 2], "nets": [[1, 2]], "deep": True}


@pytest.mark.parametrize("kinds", [TEXTS, TYPES], ids=["annotations as text", "annotations as types"])
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"count": 3.0}, r"count must be of type int, not 3\.0"),
        ({"count": True}, "count must be of type int, not True"),
        ({"rate": "2"}, "rate must be of type float, not '2'"),
        ({"name": 3}, "name must be of type str, not 3"),
        ({"sizes": [1, 2.0]}, r"sizes must be a list of whole numbers, not \[1, 2\.0\]"),
        ({"sizes": 3}, "sizes must be a list of whole numbers, not 3"),
        ({"nets": (1, 2)}, r"nets must be of type list, not \(1, 2\)"),
        ({"deep": 1}, "deep must be of type bool, not 1"),
        (
            {"colour": 1},
            r"unknown settings \['colour'\]; known are \['count', 'deep', 'name', 'nets', 'rate', 'sizes'\]",
        ),
    ],
)
def test_what_has_another_type_is_named(kinds, change, message):
    kind = dataclasses.make_dataclass("Settings", kinds.items(), frozen=True)
    found = read(kind, VALUES)
    assert (found.count, found.rate, found.name, found.sizes) == (3, 2.0, "a", (1, 2)) and type(found.rate) is float
    with pytest.raises(ValueError, match=message):
        read(kind, VALUES | change)


def test_what_is_missing_is_named():
    kind = dataclasses.make_dataclass("Settings", TEXTS.items())
    with pytest.raises(ValueError, match=r"settings \['count', 'rate'\] are missing"):
        read(kind, {key: value for key, value in VALUES.items() if key not in ("rate", "count")})


def test_a_value_below_its_least_is_named():
    at_least({"count": 3, "other": 0}, {"count": 3})
    with pytest.raises(ValueError, match="count must be at least 4, not 3"):
        at_least({"count": 3}, {"count": 4})
