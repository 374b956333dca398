"""Where the claims of a graph stand."""

from itertools import combinations

import pytest

from tests.workflow import made_up
from verification import catalogue
from verification.jobs import topics
from verification.ledger import Ledger
from workflow.report import drawing
from workflow.report.build_page import environment
from workflow.report.resting import Resting


@pytest.fixture(scope="module")
def resting() -> Resting:
    return Resting(made_up.ledger().entries)


@pytest.fixture(scope="module")
def house() -> Resting:
    claims = catalogue.claims(tuple({paper for paper, _ in topics()}))
    return Resting(Ledger(claims, [], 1e-6).entries)


def apart(one: drawing.Place, other: drawing.Place) -> bool:
    return abs(one.x - other.x) >= drawing.ACROSS or abs(one.y - other.y) >= drawing.HEIGHT


def test_a_claim_stands_to_the_right_of_what_it_rests_on_and_below_its_section(resting):
    drawn = drawing.paper(resting, list(resting.claims.values()))
    assert [text for text, _ in drawn.headings] == ["Section 1", "Section 2", "Section 3"]
    x = [drawn.places[f"p.{name}"].x for name in ("lemma", "theorem", "corollary")]
    assert x == sorted(set(x))
    assert [(one.start, one.end) for one in drawn.arrows] == [("p.lemma", "p.theorem"), ("p.theorem", "p.corollary")]
    assert drawn.headings[1][1] < drawn.places["p.theorem"].y < drawn.headings[2][1] < drawn.places["p.remark"].y


def test_the_claims_around_one_are_those_two_steps_away(resting):
    assert set(drawing.around(resting, "p.lemma").places) == {"p.lemma", "p.theorem", "p.corollary"}
    assert set(drawing.around(resting, "p.remark").places) == {"p.remark"}


def test_no_claim_of_the_house_hides_another(house):
    for paper in {claim["paper"] for claim in house.claims.values()}:
        drawn = drawing.paper(house, [claim for claim in house.claims.values() if claim["paper"] == paper])
        assert all(apart(*pair) for pair in combinations(drawn.places.values(), 2))
        assert all(len(place.name) <= drawing.LETTERS for place in drawn.places.values())
    for claim in house.claims:
        places = drawing.around(house, claim).places
        assert claim in places and all(apart(*pair) for pair in combinations(places.values(), 2))


def test_claims_that_use_each_other_end_no_search_and_hide_not_each_other(house):
    mutual = [(a, b) for a in house.claims for b in house.rests_on(a) if a in house.rests_on(b)]
    assert mutual
    assert set(drawing.depths(house, house.claims)) == set(house.claims)


def test_the_graph_is_links_with_titles(resting):
    env = environment()
    values = {"up": "", "resting": resting}
    graph = env.get_template("graph.html").make_module(values).graph
    text = str(graph(drawing.paper(resting, list(resting.claims.values())), "About", "claims/"))
    assert 'href="claims/p.lemma.html"' in text and 'data-falls="p.theorem p.corollary"' in text
    assert "<title>p.lemma, Lemma: The lemma. True, settled: proved. Rests on 0; 2 fall with it.</title>" in text
