import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.polynomial.legendre import leggauss
from scipy.special import eval_chebyt, eval_gegenbauer

from pnn import kernels, spectrum
from pnn.lines import equally_spaced, random_lines
from pnn.schur import schur_complement

NODES, WEIGHTS = leggauss(200)


def closed_form(count, j):
    """Example 1's csc and cot, in 60 digits."""
    with mpmath.workdps(60):
        a, b = (mpmath.pi * (2 * j + shift) / (2 * count) for shift in (-1, 1))
        return (mpmath.csc(a) ** 2 + mpmath.csc(b) ** 2) / (2 * count) - (mpmath.cot(a) - mpmath.cot(b)) / mpmath.pi


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 20, 31, 100])
def test_equally_spaced_is_the_spectrum_of_the_gram(count):
    row = kernels.psi(np.cos(np.pi * np.arange(count) / count))
    np.testing.assert_allclose(spectrum.equally_spaced_eigenvalues(count), np.fft.fft(row).real, atol=1e-13)
    lines = equally_spaced(count)
    ordered = np.sort(spectrum.equally_spaced_eigenvalues(count))
    np.testing.assert_allclose(np.linalg.eigvalsh(kernels.abs_gram(lines, lines)), ordered, atol=1e-13)


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 100_000), st.data())
def test_equally_spaced_keeps_its_digits(count, data):
    values = spectrum.equally_spaced_eigenvalues(count)
    drawn = data.draw(st.integers(0, count - 1))
    for j in {0, min(1, count - 1), count // 2, count - 1, drawn}:
        truth = closed_form(count, j)
        assert abs(float((mpmath.mpf(values[j]) - truth) / truth)) < 3e-15


def test_smallest_eigenvalue_decays_like_the_cube():
    for count in (2, 10, 1000, 99_999):
        smallest = spectrum.equally_spaced_eigenvalues(count).min()
        asymptote = np.pi**2 / (6 * count**3)
        assert asymptote < smallest < asymptote * (1 + 12 / count**2)  # odd counts: 6 pi^2/5


@settings(deadline=None, max_examples=20)
@given(st.integers(3, 9), st.integers(0, 8))
def test_eigenvalue_is_the_projection_on_gegenbauer(inputs, degree):
    order = inputs / 2 - 1
    t = np.pi / 4 * (NODES + 1)  # psi is even: half of [0, pi], doubled for even degrees
    density = np.sin(t) ** (inputs - 2)
    zonal = eval_gegenbauer(degree, order, np.cos(t)) / eval_gegenbauer(degree, order, 1.0)
    both = zonal + eval_gegenbauer(degree, order, -np.cos(t)) / eval_gegenbauer(degree, order, 1.0)
    value = WEIGHTS @ (kernels.psi(np.cos(t)) * both * density) / (2 * (WEIGHTS @ density))
    assert spectrum.eigenvalue(inputs, degree) == pytest.approx(value, abs=1e-13)


def test_the_plane_has_the_fourier_coefficients():
    t = np.linspace(0, np.pi, 20_001)
    for degree in range(7):
        value = np.trapezoid(kernels.psi(np.cos(t)) * eval_chebyt(degree, np.cos(t)), t) / np.pi
        assert spectrum.eigenvalue(2, degree) == pytest.approx(value, abs=1e-8)


@pytest.mark.parametrize("inputs", [2, 3, 5, 10])
def test_the_eigenvalues_sum_to_the_trace(inputs):
    degrees = np.arange(0, 4001)
    many = np.array([spectrum.multiplicity(inputs, int(n)) for n in degrees], dtype=float)
    terms = many * spectrum.eigenvalue(inputs, degrees)
    assert terms.sum() < 1
    assert terms.sum() == pytest.approx(1, abs=1e-8)
    correlation = 0.3
    if inputs == 3:
        legendre = eval_gegenbauer(degrees, 0.5, correlation)
        assert terms @ legendre == pytest.approx(float(kernels.psi(correlation)), abs=1e-8)


@pytest.mark.parametrize("inputs", [2, 3, 17, 1000, 10**6])
@pytest.mark.parametrize("degree", [0, 2, 4, 18, 20, 22, 1000, 10**6])
def test_eigenvalues_at_large_arguments(inputs, degree):
    with mpmath.workdps(50):
        top, bottom = (
            [mpmath.mpf(inputs) / 2, mpmath.mpf(degree - 1) / 2],
            [mpmath.mpf(degree + inputs + 1) / 2],
        )
        truth = inputs * (mpmath.gammaprod(top, bottom) / (2 * mpmath.pi)) ** 2
        value = mpmath.mpf(float(spectrum.eigenvalue(inputs, degree)))
        assert abs(value - truth) <= 1e-13 * truth + mpmath.mpf("1e-300")


def test_odd_degrees_vanish_and_arrays_keep_their_shape():
    assert spectrum.eigenvalue(4, 3) == 0
    assert spectrum.eigenvalue(4, [[0, 1], [2, 3]]).shape == (2, 2)


@pytest.mark.parametrize("inputs", range(2, 8))
def test_multiplicities_count_harmonics(inputs):
    # harmonics of degree <= n have as many dimensions as homogeneous polynomials of degree n and n - 1 together
    for degree in range(1, 8):
        total = sum(spectrum.multiplicity(inputs, n) for n in range(degree + 1))
        monomials = [mpmath.binomial(inputs + n - 1, n) for n in (degree, degree - 1)]
        assert total == sum(monomials)


def sorted_eigenvalues(inputs, degrees):
    """All eigenvalues of the degrees below, one by one, in 40 digits of the closed form."""
    half = mpmath.mpf(inputs) / 2
    values = []
    for k in range(0, degrees, 2):
        mu = mpmath.gammaprod([half, mpmath.mpf(k - 1) / 2], [mpmath.mpf(k + inputs + 1) / 2]) / (2 * mpmath.pi)
        values += [inputs * mu**2] * spectrum.multiplicity(inputs, k)
    return sorted(values, reverse=True)


@settings(deadline=None, max_examples=20)
@given(st.integers(2, 6), st.lists(st.integers(0, 150), min_size=1, max_size=4))
def test_tail_leaves_the_largest_out(inputs, counts):
    with mpmath.workdps(40):
        values = sorted_eigenvalues(inputs, 160 if inputs == 2 else 16 if inputs > 3 else 30)
        expected = [float(1 - mpmath.fsum(values[:count])) for count in counts]
    np.testing.assert_allclose(spectrum.tail(inputs, counts), expected, rtol=1e-15)


@pytest.mark.parametrize(("inputs", "lines"), [(2, 0), (2, 1), (2, 999), (3, 1), (3, 40), (5, 15), (5, 16), (10, 700)])
def test_tail_is_the_sum_of_what_is_left(inputs, lines):
    degrees = np.arange(0, 4000, 2)
    many = np.array([spectrum.multiplicity(inputs, k) for k in degrees.tolist()], dtype=float)
    left = np.clip(np.cumsum(many) - lines, 0, many)
    terms = left * spectrum.eigenvalue(inputs, degrees)
    beyond = terms[-1] * 3998.0**4 / (6 * 3999.0**3)  # the terms fall like degree^-4, two apart
    assert spectrum.tail(inputs, lines) == pytest.approx(terms.sum() + beyond, rel=1e-7)


@pytest.mark.parametrize("inputs", [2, 3])
def test_tail_decays_like_three_over_dimension(inputs):
    lines = 10_000
    found = spectrum.tail(inputs, lines) * lines ** (3 / (inputs - 1))
    decay = inputs * mpmath.gamma(inputs / 2) ** 2 * 2**inputs / mpmath.pi**2  # of an eigenvalue, in its degree
    limit = decay / (3 * mpmath.factorial(inputs - 2)) * mpmath.factorial(inputs - 1) ** (-3 / (inputs - 1))
    assert found == pytest.approx(float(limit), rel=2e-4)


@pytest.mark.parametrize("inputs", [2, 3, 4])
def test_no_lines_do_better_than_the_tail(inputs):
    rng = np.random.default_rng(inputs)
    nearby = [random_lines(20, inputs, rng) for _ in range(5)]
    targets = random_lines(300, inputs, rng)
    means = [np.diag(schur_complement(few, targets)) for few in nearby]
    for values in means:
        assert values.mean() + 5 * values.std() / np.sqrt(len(values)) > spectrum.tail(inputs, 20)


@pytest.mark.parametrize(("inputs", "lines"), [(1, 2), (2.5, 2), (3, -1), (3, [1, 2.5])])
def test_bad_tails_are_refused(inputs, lines):
    with pytest.raises(ValueError, match="must be"):
        spectrum.tail(inputs, lines)


@pytest.mark.parametrize(("inputs", "degree"), [(1, 2), (2.5, 2), (3, -1), (3, 1.5), (None, 2), (np.inf, 2)])
def test_bad_degrees_are_refused(inputs, degree):
    with pytest.raises(ValueError, match="must be"):
        spectrum.eigenvalue(inputs, degree)


@pytest.mark.parametrize("count", [0, -1, 2.5, None, np.inf, np.nan, "3"])
def test_bad_counts_are_refused(count):
    with pytest.raises(ValueError, match="count"):
        spectrum.equally_spaced_eigenvalues(count)


@pytest.mark.parametrize("x", [10.0, 10.5, 12.0, 20.0])
def test_stirlings_remainder_has_all_its_terms(x):
    """The last of six is 2e-14 at 10, the first one left out 6e-16."""
    with mpmath.workdps(30):
        truth = mpmath.loggamma(x) - ((x - 0.5) * mpmath.log(x) - x + mpmath.log(2 * mpmath.pi) / 2)
    assert spectrum._stirling_remainder(np.array(x)) == pytest.approx(float(truth), abs=1e-15)
