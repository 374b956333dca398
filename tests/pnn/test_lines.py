import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import lines

ANY_SEED = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([1.0, 0.0], "shape"),
        (np.zeros((0, 2)), "at least one row"),
        ([[1.0, 0.0], [0.0, 0.0]], "row 1 is zero"),
        ([[1.0, np.nan]], "row 0"),
        ([[1.0, np.inf]], "finite"),
        ([[1.0, 2.0], [0.0, 1.0], [-2.0, -4.0]], "rows 0 and 2"),
        ([[1.0 + 1j, 2.0]], "complex"),
        ([["a", "b"]], "numbers"),
        ([[1.0, 2.0], [1.0]], "numbers"),
        ([[None, {}]], "numbers"),
    ],
)
def test_bad_lines_are_refused(rows, complaint):
    with pytest.raises(ValueError, match=complaint):
        lines.check_lines(rows)


def test_one_dimension_holds_one_line():
    assert lines.check_lines([[-3.0]]) == [[-1.0]]
    with pytest.raises(ValueError, match="one line"):
        lines.check_lines([[1.0], [-2.0]])


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.integers(2, 6), st.integers(1, 8), st.floats(-150, 150))
def test_rows_of_any_length_are_normalised(seed, inputs, count, exponent):
    rng = np.random.default_rng(seed)
    units = lines.random_lines(count, inputs, rng)
    lengths = rng.uniform(0.1, 10, (count, 1)) * 10.0**exponent
    np.testing.assert_allclose(lines.check_lines(units * lengths), units, rtol=0, atol=4e-16)
    np.testing.assert_allclose(np.linalg.norm(units, axis=1), 1, rtol=1e-15)


@pytest.mark.parametrize("inputs", [lines._SHORT_ROW, lines._SHORT_ROW + 1])
def test_short_and_long_rows_are_split_alike(inputs):
    """Sizes beyond those whose squares are floats, and a row of zeros."""
    units = np.sqrt(np.random.default_rng(inputs).dirichlet(np.ones(inputs), 4)) * np.array([[1], [-1], [1], [0]])
    lengths = np.array([1e-200, 1e200, 3.0, 0.0])
    norms, found = lines.split_rows(units * lengths[:, None])
    np.testing.assert_allclose(norms, lengths, rtol=1e-15)
    np.testing.assert_allclose(found, units, rtol=1e-15)


@pytest.mark.parametrize("angle", [1e-14, 1e-9, 1e-5, 0.01, 0.4, 0.46, 1.0, np.pi / 2])
@pytest.mark.parametrize("sign", [1, -1])
def test_small_angles_keep_their_digits(angle, sign):
    left = np.array([[1.0, 0.0]])
    right = sign * np.array([[np.cos(angle), np.sin(angle)]])
    acute, obtuse = lines.acute_angles(left, right)
    assert acute[0, 0] == pytest.approx(angle, rel=1e-15, abs=2e-16)
    assert obtuse[0, 0] == (sign < 0) or angle > 1.5


def test_lines_at_a_nanoradian_are_still_two():
    assert len(lines.check_lines([[1.0, 0.0], [1.0, 1e-9]])) == 2
    with pytest.raises(ValueError, match="distinct"):
        lines.check_lines([[1.0, 0.0], [-1.0, 1e-11]])


def test_constructions():
    np.testing.assert_array_equal(lines.axes(3), np.eye(3))
    spaced = lines.equally_spaced(7)
    acute, _ = lines.acute_angles(spaced, spaced)
    steps = np.abs(np.subtract.outer(np.arange(7), np.arange(7)))
    np.testing.assert_allclose(acute, np.pi / 7 * np.minimum(steps, 7 - steps), atol=1e-15)


@pytest.mark.parametrize(
    "make",
    [
        lambda: lines.axes(0),
        lambda: lines.equally_spaced(0),
        lambda: lines.random_lines(0, 3, np.random.default_rng(1)),
        lambda: lines.random_lines(2, 1, np.random.default_rng(1)),
    ],
)
def test_impossible_constructions_are_refused(make):
    with pytest.raises(ValueError, match=r"at least 1|distinct"):
        make()


def test_many_lines_are_handled_in_pieces():
    rng = np.random.default_rng(5)
    units = lines.check_lines(rng.standard_normal((1500, 2)))
    acute, _ = lines.acute_angles(units, units)
    angles = np.arctan2(units[:, 1], units[:, 0]) % np.pi
    apart = np.abs(np.subtract.outer(angles, angles))
    np.testing.assert_allclose(acute, np.minimum(apart, np.pi - apart), atol=3e-15)


def test_repeated_lines_are_found_across_pieces():
    rows = np.random.default_rng(6).standard_normal((1300, 3))
    rows[1200] = -2 * rows[700]
    with pytest.raises(ValueError, match="rows 700 and 1200 are one line"):
        lines.check_lines(rows)


def farthest_sampled(net, samples, rng):
    """The largest angle from sampled lines to the nearest of the net: a lower bound of the covering angle."""
    acute, _ = lines.acute_angles(lines.check_directions(rng.standard_normal((samples, net.shape[1]))), net)
    return acute.min(axis=1).max()


def test_a_net_may_have_as_many_corners_as_are_allowed_and_no_more(monkeypatch):
    monkeypatch.setattr(lines, "_MOST_CORNERS", 16)
    coarse, certified = lines.angular_net(3, 0.6)
    assert len(coarse) == 3 * 2**2 and certified <= 0.6  # cut in two, where cells have (2 * 2)**2 corners
    with pytest.raises(ValueError, match="takes too many lines"):
        lines.angular_net(3, 0.4)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(1, 5), st.floats(0.45, np.pi / 2))
def test_nets_cover_within_their_angle(seed, inputs, angle):
    net, certified = lines.angular_net(inputs, angle)
    np.testing.assert_array_equal(lines.check_lines(net).shape, net.shape)
    assert certified <= angle * (1 + 1e-12)
    assert farthest_sampled(net, 2000, np.random.default_rng(seed)) <= certified
    chord = 2 * np.sin(angle / 2)
    if inputs > 1:
        assert len(net) <= max(inputs, (1 + 2 / chord) ** inputs / 2)  # Lemma 5, with the axes at least


@pytest.mark.parametrize("angle", [np.pi / 2, 1.0, np.pi / 8, 0.3, 0.01])
def test_nets_in_the_plane_are_the_smallest(angle):
    net, certified = lines.angular_net(2, angle)
    assert len(net) == np.ceil(round(np.pi / (2 * angle), 9))
    assert certified == pytest.approx(np.pi / (2 * len(net)), rel=1e-14, abs=4e-15)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(1, 9))
def test_covering_in_the_plane_is_half_the_widest_gap(seed, count):
    rng = np.random.default_rng(seed)
    few = lines.random_lines(count, 2, rng)
    found = lines.covering_angle(few * rng.uniform(-3, 3, (count, 1)))
    acute, _ = lines.acute_angles(lines.equally_spaced(20_000), few)
    assert found - np.pi / 40_000 <= acute.min(axis=1).max() <= found


@pytest.mark.parametrize(("inputs", "tolerance"), [(3, 1e-3), (4, 1e-2), (5, 0.05)])
def test_covering_of_the_axes(inputs, tolerance):
    exact = np.arccos(inputs**-0.5)
    assert exact <= lines.covering_angle(lines.axes(inputs), tolerance) <= exact + tolerance + 1e-9
    assert lines.covering_angle(lines.axes(inputs)[:1], 0.2) == pytest.approx(np.pi / 2, abs=0.2)


@settings(deadline=None, max_examples=10)
@given(ANY_SEED, st.integers(3, 4), st.integers(2, 12))
def test_covering_bounds_what_is_sampled(seed, inputs, count):
    rng = np.random.default_rng(seed)
    few = lines.random_lines(count, inputs, rng)
    found = lines.covering_angle(few, 0.05)
    assert found - 0.05 - 0.3 <= farthest_sampled(few, 20_000, rng) <= found


def test_two_certificates_agree():
    net, certified = lines.angular_net(3, 0.3)
    tolerance = 0.005
    assert lines.covering_angle(net, tolerance) <= certified + tolerance
    assert lines.covering_angle(net[1:], tolerance) > certified + tolerance


@pytest.mark.parametrize(
    "call",
    [
        lambda: lines.angular_net(0, 0.5),
        lambda: lines.angular_net(3, 0.0),
        lambda: lines.angular_net(3, 2.0),
        lambda: lines.angular_net(30, 0.3),
        lambda: lines.covering_angle(lines.axes(3), 0.0),
        lambda: lines.covering_angle([[0.0, 0.0]]),
    ],
)
def test_impossible_nets_are_refused(call):
    with pytest.raises(ValueError, match=r"must|larger"):
        call()


def test_a_certificate_that_costs_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(lines, "_MOST_COSINES", 1 << 16)
    with pytest.raises(ValueError, match="tolerance must be larger"):
        lines.covering_angle(lines.random_lines(50, 4, np.random.default_rng(1)), 1e-3)


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.integers(1, 20), st.integers(2, 60))
def test_rows_on_one_line_are_found_and_the_first_two_named(seed, inputs, count):
    """Against the angles of all pairs, among rows of which some are turned by as little as a picoradian."""
    rng = np.random.default_rng(seed)
    rows = lines.check_directions(rng.standard_normal((count, inputs)))
    copies = rng.integers(0, count, count // 3)
    turned = rows[copies] + 10.0 ** rng.uniform(-12, -8, (len(copies), 1)) * rng.standard_normal((len(copies), inputs))
    rows[rng.integers(0, count, count // 3)] = turned * rng.choice([-2.0, 1.0], (len(copies), 1))
    units = lines.check_directions(rows)
    angles = lines.acute_angles(units, units)[0]
    for least in (lines.SAME_LINE_ANGLE, 3e-12):
        near = np.argwhere(np.triu(angles < least, 1)).tolist()
        assert sorted(lines.pairs_on_one_line(units, least).tolist()) == near
    if near := np.argwhere(np.triu(angles < lines.SAME_LINE_ANGLE, 1)).tolist():
        with pytest.raises(ValueError, match=f"rows {near[0][0]} and {near[0][1]} are one line"):
            lines.check_lines(units)


@pytest.mark.parametrize("at_once", [1 << 18, 1000])
def test_many_rows_of_one_height_are_told_apart(monkeypatch, at_once):
    """Lines on a cone around the direction along which heights are taken: all neighbours of each other."""
    monkeypatch.setattr(lines, "_PAIRS_AT_ONCE", at_once)
    axis = np.cos(np.arange(1.0, 4) ** 2)
    across = np.linalg.svd(axis[None])[2][1:]
    angles = 2 * np.pi * np.arange(300) / 300
    cone = axis / np.linalg.norm(axis) + np.column_stack([np.cos(angles), np.sin(angles)]) @ across
    assert len(lines.check_lines(cone)) == 300
    with pytest.raises(ValueError, match="rows 17 and 300 are one line"):
        lines.check_lines(np.concatenate([cone, -3 * cone[17:18]]))
