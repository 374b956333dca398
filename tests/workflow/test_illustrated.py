"""Figures and the claims that they illustrate: every id is one of the same paper, and whoever is named has its link."""

import pytest

from verification import catalogue, wings
from workflow.report.build_page import illustrated

PAPERS = ("basin2016", "diversity2017", "pnn2017", "width2019")


@pytest.mark.parametrize("paper", PAPERS)
def test_every_figure_names_claims_of_its_paper(paper):
    claims = catalogue.claims((paper,))
    figures = wings.figures([paper])
    assert {name for entry in figures.values() for name in entry.claims} <= set(claims)
    printed = {claim.source.label: claim.id for claim in claims.values() if claim.source.label.startswith("Figure ")}
    for entry in figures.values():
        assert printed.get(entry.label, entry.claims[0] if entry.claims else "") in (*entry.claims, "")


def test_a_claim_knows_its_figures_and_a_figure_of_no_claim_is_refused():
    claims, one = [{"id": "a.b"}, {"id": "a.c"}], {"name": "figure_a", "claims": ["a.b"]}
    assert illustrated(claims, [one]) == {"a.b": [one], "a.c": []}
    with pytest.raises(ValueError, match=r"figure_a illustrates 'a\.d', a claim that this run has not"):
        illustrated(claims, [{"name": "figure_a", "claims": ["a.d"]}])
