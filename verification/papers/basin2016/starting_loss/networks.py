"""Random deep networks in float64, many at once."""

import numpy as np


def directions(rng, shape):
    """Vectors along the last axis of uniform direction, of lengths between 0.5 and 1.5: signs in one dimension."""
    vectors = rng.standard_normal(shape)
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True) * rng.uniform(0.5, 1.5, (*shape[:-1], 1))


def last_hidden(rng, networks, samples, widths, biases):
    """Outputs of the last hidden layer, shape (networks, samples, width); samples (samples, inputs)."""
    outputs = np.broadcast_to(samples, (networks, *samples.shape))
    for width in widths:
        if biases:
            outputs = np.concatenate([outputs, np.ones((*outputs.shape[:2], 1))], axis=2)
        weights = directions(rng, (networks, width, outputs.shape[2]))
        outputs = np.maximum(np.einsum("nsi,nwi->nsw", outputs, weights), 0)
    return outputs


def predictions(rng, networks, samples, widths, classes, biases=True, length=None):
    """P, shape (networks, samples, classes); output weights of one fixed length on request."""
    hidden = last_hidden(rng, networks, samples, widths, biases)
    weights = directions(rng, (networks, classes, widths[-1]))
    if length is not None:
        weights *= length / np.linalg.norm(weights, axis=2, keepdims=True)
    return np.einsum("nsw,nkw->nsk", hidden, weights)


def cross_entropy(found, labels):
    """Mean over the samples of -log softmax at the labels, shape (networks,)."""
    shifted = found - found[:, np.arange(len(labels)), labels][:, :, None]
    return np.log(np.exp(shifted).sum(axis=2)).mean(axis=1)


def squared(found, targets):
    """Mean over the samples of the squared distances, shape (networks,); targets (samples, outputs)."""
    return ((found - targets) ** 2).sum(axis=2).mean(axis=1)
