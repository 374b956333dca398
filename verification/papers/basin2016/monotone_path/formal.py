"""What Coq proves of the falling path: `path.v` beside this file, of statements in `statements.v`."""

from verification.methods import formal


@formal.check(
    "basin.theorem-1",
    "squared-path",
    digests={"theorem_1_squared_loss": "f741ee10355a73d9"},
    wrong={"through $P_s = 0$": {"path": "theorem_1_squared_loss_wrong_through_zero"}},
    met_by={"theorem_1_instance": "6fd2ff36973811c5"},
)
def scales_along_which_the_squared_loss_falls(path="theorem_1_squared_loss"):
    """The scales, their continuity and the last descent, for any numbers of samples and outputs."""
    return path
