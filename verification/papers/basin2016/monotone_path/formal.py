"""What Coq proves of the falling path: `path.v` beside this file, of statements in `statements.v`."""

from verification.methods import formal


@formal.check(
    "basin.theorem-1",
    "squared-path",
    digests={"theorem_1_squared_loss": "6b42cf35bcc2b4f8"},
    wrong={"through $P_s = 0$": {"path": "theorem_1_squared_loss_wrong_through_zero"}},
    met_by={"theorem_1_instance": "4cc3cb7564717332"},
)
def scales_along_which_the_squared_loss_falls(path="theorem_1_squared_loss"):
    """The scales, their continuity and the last descent, for any numbers of samples and outputs."""
    return path
