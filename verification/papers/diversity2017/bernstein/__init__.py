"""Equation (22): the Bernstein bound of the squared entries."""
