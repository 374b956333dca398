"""Ranks of D for the four axes, and with one of them turned, as data for anybody's program."""

from verification.networks_on_samples import fact, network

SAMPLES = (2, 1), (1, 2), (-1, 3), (-3, 1), (-2, -3), (1, -4), (4, -1)
AXES = (1, 0), (0, 1), (-1, 0), (0, -1)


def ranks():
    """Rank 6 for the axes, and 7 with the first at 45 degrees."""
    return [
        network(
            SAMPLES,
            [0] * len(SAMPLES),
            (tuple(zip(*units, strict=True)), ((1,),) * 4),
            (0,),
            fact("rank", rank, layers=(1,)),
            at_zero=1,
        )
        for units, rank in ((AXES, 6), (((1, 1), *AXES[1:]), 7))
    ]
