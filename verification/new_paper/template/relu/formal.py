"""What Coq proves: `scaling.v` beside this file, of the statements in `statements.v`."""

from verification.methods import formal


@formal.check(
    "mykey.relu-of-a-normal",
    "scales",
    digests={"relu_scales": "b24d5b9b538011e0"},
    wrong={"any factor": {"scaling": "relu_scales_wrong_sign"}},
)
def scaling_by_what_is_not_negative(scaling="relu_scales"):
    """Scaling for every real number and every factor from 0 on, where the larger of two numbers scales too."""
    return scaling
