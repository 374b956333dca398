"""A hunt over starts with a neuron of a type that is there already, in fractions."""

from verification.comparisons import equal, search
from verification.methods import hunt
from verification.papers.basin2016.hunted_starts import basin, read, starts


@hunt.check("ours.basin-value-is-convex", "types", wrong={"the other output sign": {"same": False}}, per_stratum=100)
def starts_with_a_type_again(same=True):
    """The exact least loss with the first neuron twice over, the second of three times its weights, against once."""

    def compare(instance):
        found = read(instance)
        if found is None:
            return None
        samples, targets, weights, output = found
        again = tuple(3 * e for e in weights[0])
        more = samples, targets, [*weights, again], (*output, output[0] if same else -output[0])
        return equal(basin(*more), basin(*found), "values with and without the neuron")

    return search(starts(), compare)
