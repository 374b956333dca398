"""The order in which claims are listed."""

import random

from verification.catalogue import _place
from verification.claim import Claim, Part, Source, Status

IN_ORDER = [
    ("pnn2017", "2", "Lemma 2", "printed", "test.lemma-2"),
    ("pnn2017", "2", "Lemma 10", "reconstructed", "test.lemma-10"),
    ("pnn2017", "2", "Theorem 1", "printed", "test.theorem-1"),
    ("pnn2017", "2", "a remark", "ours", "test.a-remark"),
    ("pnn2017", "2", "Lemma 3", "ours", "test.lemma-3"),
    ("pnn2017", "10", "Lemma 1", "printed", "test.lemma-1"),
    ("pnn2017", "", "Lemma 1", "printed", "test.lemma-1"),
    ("pnn2018", "1", "Lemma 1", "printed", "test.lemma-1"),
]


def test_claims_stand_as_in_their_paper_and_ours_after_those_of_a_section():
    claims = [
        Claim(key, Source(paper, section, label, formula), Status.TRUE, "T", "S", (Part("value", "x"),))
        for paper, section, label, formula, key in IN_ORDER
    ]
    mixed = random.Random(1).sample(claims, len(claims))
    assert sorted(mixed, key=_place) == claims
