"""The programs that check certificates: what they accept, and that no forgery and no malformed file gets by."""

import copy
import json
import random
from collections.abc import Iterator

import pytest

from tests.workflow import (
    basin_forgeries,
    certificate_forgeries,
    discrepancy_forgeries,
    kernel_matrix_forgeries,
    matrix_forgeries,
    projection_forgeries,
    saddle_forgeries,
)
from tests.workflow.certificate_forgeries import forged
from tests.workflow.certificate_samples import CHECKERS, KINDS, REFUSED, accepted_by_kind, check

FORGERIES = certificate_forgeries.FORGERIES | {
    "discrepancies": discrepancy_forgeries.FORGERIES,
    "basin": basin_forgeries.FORGERIES,
    "projections": projection_forgeries.FORGERIES,
    "kernel matrix": kernel_matrix_forgeries.FORGERIES,
    "matrices": matrix_forgeries.FORGERIES,
    "saddle": saddle_forgeries.FORGERIES,
}


@pytest.fixture(scope="module")
def accepted() -> dict[str, list[dict]]:
    return accepted_by_kind()


def refused(certificate: object) -> str:
    try:
        check(certificate)
    except (*REFUSED, ValueError, RecursionError) as why:
        return str(why) or "refused"
    return ""


def test_what_holds_is_accepted_and_said_in_words(accepted):
    assert set(accepted) == set(CHECKERS) == set(FORGERIES)
    for one in (one for made in accepted.values() for one in made):
        assert check(one) == one["statement"]
    assert '"squares": (k ^ 2) < (2 ^ k), for each k from 5 to 12; ' in accepted["inequalities"][0]["statement"]
    assert "(u * cos(u)) < sin(u), for every u between 0 and ((1/2) * pi); " in accepted["inequalities"][0]["statement"]
    assert 'under names that nothing checks: "a root": ' in accepted["inequalities"][0]["statement"]
    assert "1 of the eigenvalues of A exceed 1/2, and 1 are less; " in accepted["kernel matrix"][0]["statement"]
    assert "of the least risk of all networks" in accepted["gaussian minimum"][0]["statement"]
    assert "3 standard normal inputs" in accepted["gaussian minimum"][1]["statement"]
    assert "exactly one W is a critical point" in accepted["isolated minimum"][0]["statement"]
    assert "It is no local minimum" in accepted["saddle"][0]["statement"]
    assert "no weights nearby have less" in accepted["network"][0]["statement"]
    assert "of unit 1 to the side 1: none of these nearby have less." in accepted["network"][4]["statement"]
    assert (
        "are held at 0, without columns in D; the others are free, none of them 0."
        in accepted["projections"][9]["statement"]
    )


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_forgeries_of_a_kind_are_refused(accepted, kind):
    """Twenty and more that each say something wrong, or lack something; whatever the words beside it."""
    tried = set()
    for one in accepted[kind]:
        for name, forgery in forged(one, FORGERIES[kind]):
            with pytest.raises((*REFUSED, ValueError)):
                check(forgery, words=True)
            tried.add(name)
    assert len(tried) >= 20 and tried == set(FORGERIES[kind])


def test_words_of_other_data_are_refused(accepted):
    """Each statement fits one certificate alone."""
    every = [one for made in accepted.values() for one in made]
    for one, other in zip(every, [*every[1:], every[0]], strict=True):
        assert refused(one | {"statement": other["statement"]})
        assert refused(one | {"statement": one["statement"].replace("1", "2", 1)})


def leaves_of(node: object, path: tuple = ()) -> Iterator[tuple]:
    """Where the texts of a certificate are."""
    if isinstance(node, str):
        yield path
    else:
        for key, below in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves_of(below, (*path, key))


def spoiled(one: dict, rng: random.Random) -> object:
    """A certificate with something at a random place made another thing."""
    found = copy.deepcopy(one)
    path = ("data", *rng.choice(list(leaves_of(found["data"]))))
    depth, node = rng.randrange(1, len(path)), found
    for key in path[:depth]:
        node = node[key]
    node[path[depth]] = rng.choice([None, [], {}, "", "x", "1/0", 3, 1.5, True, [[]], "9" * 401, {"sum": "1"}, "-"])
    return found


@pytest.mark.parametrize("number", [100, pytest.param(10_000, marks=pytest.mark.slow)])
def test_malformed_files_are_refused_in_words(accepted, number):
    """None ends in anything but a refusal."""
    rng = random.Random(number)
    every = [one for made in accepted.values() for one in made if len(json.dumps(one)) < 1500 or len(made) == 1]
    for _ in range(number):
        one = spoiled(rng.choice(every), rng)
        assert refused(one), one


@pytest.mark.parametrize("kind", sorted(CHECKERS))
@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "{}",
        "null",
        "\ud800".encode("utf-8", "surrogatepass"),
        b"\xff\xfe",
        '{"certificate": "1", "certificate": "1"}',
        "[NaN]",
        "[1e999]",
        f"[{'9' * 5000}]",
        " " * 1_000_001,
        json.dumps({"certificate": "1", "kind": [], "claim": "a", "part": "b", "statement": "", "data": {}}),
    ],
)
def test_what_is_no_certificate_is_refused_by_every_program(tmp_path, kind, text, capsys):
    path = tmp_path / "one.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert CHECKERS[kind].main([str(path)]) == 1
    assert capsys.readouterr().out.startswith(f"refused {path}: ")
