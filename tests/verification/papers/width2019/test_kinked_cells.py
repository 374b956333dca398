"""Two cells cover a neighbourhood where what is zero at the point has opposite signs nearby, and else do not."""

import pytest

from verification.papers.width2019.kinked_cells import opposed
from verification.papers.width2019.kinked_points import E1, E2, E3, E16, STAR, at


@pytest.mark.parametrize("point", [E1, E2, E3, E16])
def test_two_cells_cover_a_neighbourhood_of_the_four_points(point):
    assert opposed(at(point)) is True


@pytest.mark.parametrize(
    ("point", "change"),
    [
        (E1, {"samples": ((0, 1), (0, 1), *STAR[2:])}),  # one sign for both
        (E1, {"samples": ((0, 1), (1, 1), *STAR[2:])}),  # one kink alone
        (E2, {"weights": (E2["weights"][0], ((1, 1),), E2["weights"][2])}),
        (E16, {"weights": (E16["weights"][0], ((1,),), ((-1,),))}),
        (E16, {"weights": (((2,), (1,)), *E16["weights"][1:])}),  # none
    ],
)
def test_other_zeros_leave_sides_out(point, change):
    assert opposed(at(point, **change)) is False
