"""The figures of the paper, and of ours."""

from verification.figures.index import Entry

FIGURES = (
    Entry(
        "diverse_figure_1",
        "Figure 1",
        "Eigenvalues of the kernel in 1,500 inputs",
        "eigenvalues",
        claims=("diverse.figure-1", "ours.eigenvalues"),
    ),
    Entry(
        "diverse_figure_2",
        "Figure 2",
        "The spectrum of a kernel matrix, and what it resembles",
        "spectrum",
        ("diverse_figure_2",),
        claims=("diverse.figure-2", "ours.corrected-law"),
    ),
    Entry(
        "diverse_figure_3",
        "Figure 3",
        "The discrepancy of trained units",
        "trained_units",
        ("diverse_figure_3",),
        claims=("diverse.figure-3",),
    ),
    Entry(
        "diverse_figure_4",
        "Figure 4",
        "The smallest singular value before and after the regulariser",
        "singular",
        ("diverse_figure_4",),
        claims=("diverse.figure-4", "ours.regulariser-and-singular-value"),
    ),
    Entry(
        "diverse_descent",
        "Beyond Figure 4",
        "Where descent of the regulariser ends, and of its even part",
        "descent",
        ("diverse_descent",),
        claims=("ours.descent-collapses", "ours.symmetric-regulariser", "ours.cross-polytope-rank"),
    ),
    Entry(
        "diverse_table_1",
        "Table 1",
        "Losses with the regulariser and without",
        "regularised",
        ("diverse_table_1",),
        claims=("diverse.table-1",),
    ),
)
