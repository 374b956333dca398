"""The paper whose claims are checked here."""

from verification.claim import Paper

PAPER = Paper(
    key="mykey",
    title="A Title of a Paper",
    authors="A. Author, B. Other",
    year=2001,
    reference="where it is to be found, such as arXiv:2001.00001v1",
)
