"""Eigenvalues as integrals for anybody's program: their polynomials, and that other closed forms are refused."""

import pytest
from flint import acb

from verification.inequalities import inequalities
from verification.papers.diversity2017 import funk_hecke
from verification.papers.diversity2017.eigenvalues.certificates import legendre, near, of_kernel, of_step
from verification.papers.diversity2017.eigenvalues_as_data import kappa
from workflow.certificates import check_inequalities


@pytest.mark.parametrize("inputs", [2, 3, 7])
@pytest.mark.parametrize("degree", range(6))
def test_coefficients_are_those_of_the_recurrence_at_a_point(inputs, degree):
    value = sum(float(a) * 0.3**k for k, a in enumerate(legendre(inputs, degree)))
    assert value == pytest.approx(float(funk_hecke.legendre(inputs, degree, acb(0.3)).real), abs=1e-12)


@pytest.mark.parametrize(
    ("function", "degree", "claimed"),
    [(of_step, 3, kappa(3, 1)), (of_step, 2, kappa(3, 3)), (of_kernel, 3, kappa(3, 5)), (of_kernel, 3, 0)],
)
def test_another_closed_form_is_refused(function, degree, claimed):
    one = inequalities(near("an eigenvalue", function(3, degree)[0], claimed, function(3, degree)[1]))
    with pytest.raises(check_inequalities.Refused, match="not found to hold"):
        check_inequalities.inequalities(one["data"])
