"""The paper whose claims stand in this wing."""

from verification.claim import Paper

PAPER = Paper(
    key="pnn2017",
    title="Porcupine Neural Networks: (Almost) All Local Optima are Global",
    authors="Soheil Feizi, Hamid Javadi, Jesse Zhang, David Tse",
    year=2017,
    reference="arXiv:1710.02196",
)
