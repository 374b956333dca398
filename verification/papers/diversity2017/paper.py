"""The paper whose claims stand in this wing."""

from verification.claim import Paper

PAPER = Paper(
    key="diversity2017",
    title="Diverse Neural Network Learns True Target Functions",
    authors="Bo Xie, Yingyu Liang, Le Song",
    year=2017,
    reference="Proceedings of the 20th International Conference on Artificial Intelligence and Statistics (AISTATS), "
    "PMLR 54, 1216-1224; arXiv:1611.03131",
)
