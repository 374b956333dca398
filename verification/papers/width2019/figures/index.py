"""The figures of the paper, and of ours."""

from verification.figures.index import Entry

FIGURES = (
    Entry(
        "width_figure_1",
        "Figure 1",
        "The projected loss over depths and widths",
        "grid",
        ("width_figure_1",),
        claims=("width.figure-1",),
    ),
    Entry(
        "width_descent",
        "Beyond the paper",
        "Where descent ends, and whether the theorem applies there",
        "descent",
        ("width_descent",),
        claims=("ours.where-descent-ends", "width.theorem-1"),
    ),
)
