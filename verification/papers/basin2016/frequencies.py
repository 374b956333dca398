"""Frequencies of the experiment on random starts, held against chances: exact intervals at every width."""

from collections.abc import Iterator

from numpy import isnan, searchsorted

from pnn.store import Group
from verification.experiments.rates import binomial_interval
from verification.methods.experiment import Within

RATE = 1e-6  # the chance that true chances are refused, all widths of a theorem together


def held_against_the_chances(
    data: Group, name: str, chance: str, counted: bool, always: bool = False
) -> Iterator[Within]:
    """Items for one theorem's group: where they hold, chances and draws agree.

    The chance of that name lies in the interval of the event's frequency (of its failures, if not `counted`); no solved
    draw contradicts its event; and the printed bound, if positive, is at most what the solved basins allow. All
    intervals are exact; with those of two items a width, each wide enough for its share, a true statement is refused
    with chance RATE at most, whatever the seed. That no draw contradicts its event is no matter of chance. always:
    whether every start is said to have a good basin, whatever its width and its event.
    """
    group, draws, solved = data.groups[name], int(data.attributes["draws"]), int(data.attributes["solved"])
    arrays = {key: array.values for key, array in group.arrays.items()}
    widths = group.axes["width"].values
    level = 1 - RATE / (2 * len(widths))
    at = searchsorted(group.axes["neurons"].values, widths)
    for number, width in enumerate(widths):
        value, printed = (float(arrays[key][at[number]]) for key in (chance, "printed"))
        printed = 1.0 if always else printed
        event, good = int(arrays["event"][number]), int(arrays["solved_good"][number])
        if not isnan(value):
            interval = binomial_interval(event if counted else draws - event, draws, level)
            yield Within(f"chance, {width} neurons", value, *interval)
        if not isnan(printed):
            most = binomial_interval(good, solved, level)[1]
            yield Within(f"printed bound, {width} neurons", max(printed, 0.0), 0.0, most)
    disagreeing = solved - arrays["solved_good"] if always else arrays["disagreeing"]
    yield Within("solved draws that contradict their event", float(disagreeing.sum()), 0.0, 0.0)
