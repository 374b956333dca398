"""The figures of the paper's theorems, and of ours."""

from verification.figures.index import Entry

FIGURES = (
    Entry("basin_path", "Theorem 1", "Paths of falling loss, and where they break", "path", ("basin_path",)),
    Entry(
        "basin_probability",
        "Theorems 2 to 5",
        "How likely a random start lies in a good basin",
        "probability",
        ("basin_probability",),
    ),
    Entry(
        "basin_spurious",
        "Beyond the paper",
        "Spurious minima against an orthonormal teacher",
        "spurious",
        ("basin_spurious",),
    ),
    Entry("basin_auer", "Beyond the paper", "One good basin in 2^d, and what width does", "auer", ("basin_auer",)),
)
