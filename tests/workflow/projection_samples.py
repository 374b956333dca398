"""Certificates of what features and D of a network span, and of linear units, that are accepted."""

from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.consequences import certificates as consequences
from verification.papers.width2019.critical_points import certificates as critical_points
from verification.papers.width2019.definitions import certificates as definitions
from verification.papers.width2019.lemmas import certificates as lemmas
from verification.papers.width2019.linear_units import certificates as linear_units
from verification.papers.width2019.one_layer import certificates as one_layer

PROJECTIONS = [
    critical_points.at_any_depth()[2],
    critical_points.gaps()[0],
    critical_points.equal_or_not()[4],
    critical_points.linearised()[0],
    lemmas.products()[3],
    lemmas.derivatives()[0],
    definitions.zero_weights(),
    linear_units.moves()[1],
    linear_units.cut_sets(),
    linear_units.inner_layer(),
    linear_units.losses_nearby(),
    consequences.features_of_full_rank()[0],
    one_layer.off_kinks()[1],
    one_layer.relations()[1],
    one_layer.ranks()[1],
    kinks_as_data.e2_nearby(),
    kinks_as_data.e16_nearby()[0],
]
