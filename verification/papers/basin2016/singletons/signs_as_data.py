"""Signs of one neuron that cover needs, counted, as data for anybody's program."""

from itertools import combinations, product

from verification.enumerations import SIGNS, count, enumeration, times

NEEDS = tuple(product(("w1", "w2"), SIGNS, SIGNS))  # a weight, the side of its input, an output sign


def covers(need):
    """The neuron has the output sign, and is positive on that side of the input."""
    weight, side, output = need
    return ["and", ["=", "v", output], ["<", 0, times(weight, side)]]


def named(need):
    """A need in words."""
    weight, side, output = need
    return f"the need {output:+d} on side {side:+d} of input {weight[1]}"


def one_need():
    """One of the four pairs of signs covers each of the four needs of an input."""
    counts = [count(f"covered is {named(need)}", covers(need), 1, 4) for need in NEEDS if need[0] == "w1"]
    return enumeration({"v": SIGNS, "w1": SIGNS}, counts)


def two_needs():
    """Both of two needs on different sides are missed by 5 of 8 signs where they are of one output sign on two inputs,
    and by 4 of 8 elsewhere."""
    counts = []
    for first, second in combinations(NEEDS, 2):
        if first[:2] != second[:2]:
            missed = 5 if first[0] != second[0] and first[2] == second[2] else 4
            what = f"missed are {named(first)} and {named(second)}"
            counts.append(count(what, ["not", ["or", covers(first), covers(second)]], missed, 8))
    return enumeration(dict.fromkeys(("v", "w1", "w2"), SIGNS), counts)
