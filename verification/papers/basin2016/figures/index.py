"""The figures of the paper's theorems, and of ours."""

from verification.figures.index import Entry

FIGURES = (
    Entry(
        "basin_path",
        "Theorem 1",
        "Paths of falling loss, and where they break",
        "path",
        ("basin_path",),
        claims=("basin.theorem-1",),
    ),
    Entry(
        "basin_probability",
        "Theorems 2 to 5",
        "How likely a random start lies in a good basin",
        "probability",
        ("basin_probability",),
        claims=("basin.theorem-2", "basin.theorem-3", "basin.theorem-4", "basin.theorem-5"),
    ),
    Entry(
        "basin_spurious",
        "Beyond the paper",
        "Spurious minima against an orthonormal teacher",
        "spurious",
        ("basin_spurious",),
        claims=("ours.spurious-minima-in-descent", "ours.spurious-minima-6-7-8"),
    ),
    Entry(
        "basin_auer",
        "Beyond the paper",
        "One good basin in 2^d, and what width does",
        "auer",
        ("basin_auer",),
        claims=("ours.auer",),
    ),
)
