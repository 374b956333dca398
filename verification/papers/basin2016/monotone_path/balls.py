"""Predictions of networks on a segment of parameters, in balls."""

from flint import arb, arb_mat

from verification.papers.basin2016.monotone_path.instances import Instance


def layers(network):
    """Every layer's weights and biases as one matrix of exact balls, (inputs + 1, outputs)."""
    return [
        arb_mat([[arb(float(x)) for x in (*row, shift)] for row, shift in zip(weight, bias, strict=True)]).transpose()
        for weight, bias in zip(network.weights, network.biases, strict=True)
    ]


def predictions(given: Instance):
    """The predictions on the straight segment of parameters as a function of the position, a ball: rows of balls."""
    first, last = layers(given.start), layers(given.end)
    ways = [(here, there - here) for here, there in zip(first, last, strict=True)]
    samples = [[arb(float(x)) for x in row] for row in given.samples]

    def at(position):
        values = samples
        for number, (here, step) in enumerate(ways, 1):
            inputs = arb_mat([[*row, arb(1)] for row in values])
            values = (inputs * (here + step * position)).tolist()
            if number < len(ways):
                values = [[arb.max(x, arb(0)) for x in row] for row in values]
        return values

    return at
