"""The paper whose claims stand in this wing."""

from verification.claim import Paper

PAPER = Paper(
    key="width2019",
    title="Effect of Depth and Width on Local Minima in Deep Learning",
    authors="Kenji Kawaguchi, Jiaoyang Huang, Leslie Pack Kaelbling",
    year=2019,
    reference="Neural Computation 31(7), 1462-1498; arXiv:1811.08150",
)
