"""The paper whose claims stand in this wing."""

from verification.claim import Paper

PAPER = Paper(
    key="basin2016",
    title="On the Quality of the Initial Basin in Overspecified Neural Networks",
    authors="Itay Safran, Ohad Shamir",
    year=2016,
    reference="arXiv:1511.04210",
)
