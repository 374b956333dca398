"""Training as an expert writes it in JAX: blocks of trials, scans over batches and epochs, one call a block.

Trials lie in the last axis of every array, where the compiler puts them into the lanes of a register; for fixed batches
this is faster than `vmap`, whose batched product of small matrices becomes a loop of calls.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

import numpy as np

os.environ["XLA_FLAGS"] = f"{os.environ.get('XLA_FLAGS', '')} --xla_cpu_multi_thread_eigen=false"
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)  # float64 where asked for


def in_blocks(program: Callable[..., jax.Array], blocks: list[tuple[np.ndarray, ...]]) -> Callable[[], np.ndarray]:
    """A call of the program on each block, whose first array, the weights (..., trials), it may overwrite."""
    kept = [(np.asarray(block[0]), *map(jnp.asarray, block[1:])) for block in blocks]

    def run() -> np.ndarray:
        ended = [program(jnp.array(start), *data) for start, *data in kept]
        return np.concatenate([np.asarray(one) for one in ended], axis=-1)

    return run


def sides(weights: jax.Array) -> tuple[jax.Array, jax.Array]:
    """Masses (lines, trials) of weights (lines, neurons a line, trials), on the lines and on their opposites."""
    return jnp.maximum(weights, 0).sum(1), jnp.maximum(-weights, 0).sum(1)


def stepped(
    weights: jax.Array, velocities: jax.Array, slopes: jax.Array, rate: jax.Array, momentum: float
) -> tuple[jax.Array, jax.Array]:
    """One heavy-ball step from the derivatives (2 lines, trials) by the masses."""
    upward, downward = jnp.split(slopes[:, None], 2)
    slope = jnp.where(weights > 0, upward, jnp.where(weights < 0, -downward, 0))
    velocities = momentum * velocities + slope
    return weights - rate * velocities, velocities


@partial(jax.jit, donate_argnums=0, static_argnums=4)
def fixed(start: jax.Array, grams: jax.Array, target: jax.Array, rates: jax.Array, momentum: float) -> jax.Array:
    """Fixed batches: start (lines, each, trials), grams (batches, features, features, trials), target
    (features, trials).
    """

    def batch(carry, given):
        (weights, velocities), (gram, rate) = carry, given
        excess = jnp.concatenate(sides(weights)) - target
        slopes = (gram * excess).sum(1)
        return stepped(weights, velocities, 2 * slopes, rate, momentum), (excess * slopes).sum(0)

    def epoch(carry, rate):
        carry, losses = lax.scan(lambda carry, gram: batch(carry, (gram, rate)), carry, grams)
        return carry, losses.mean(0)

    return lax.scan(epoch, (start, jnp.zeros_like(start)), rates)[0][0]


@partial(jax.jit, donate_argnums=0, static_argnums=(4, 5))
def shuffled(
    start: jax.Array, table: jax.Array, orders: jax.Array, rates: jax.Array, size: int, momentum: float
) -> jax.Array:
    """Shuffled batches: table (trials, samples, lines + 1), outputs last; orders (epochs, trials, samples)."""

    def batch(carry, rows):
        weights, velocities, rate = carry
        projections, outputs = rows[:, :, :-1], rows[:, :, -1]
        features = jnp.concatenate([jnp.maximum(projections, 0), jnp.maximum(-projections, 0)], axis=2)
        errors = jnp.einsum("tsf,ft->ts", features, jnp.concatenate(sides(weights))) - outputs
        slopes = jnp.einsum("tsf,ts->ft", features, errors) * (2 / size)
        return (*stepped(weights, velocities, slopes, rate, momentum), rate), (errors**2).mean(1)

    def epoch(carry, given):
        order, rate = given
        rows = jax.vmap(lambda rows, order: rows[order])(table, order)
        batches = rows.reshape(len(table), -1, size, table.shape[2]).swapaxes(0, 1)
        carry, losses = lax.scan(batch, (*carry, rate), batches)
        return carry[:2], losses.mean(0)

    return lax.scan(epoch, (start, jnp.zeros_like(start)), (orders, rates))[0][0]


@partial(jax.jit, donate_argnums=0, static_argnums=5)
def shared(
    start: jax.Array, table: jax.Array, outputs: jax.Array, orders: jax.Array, rates: jax.Array, size: int
) -> jax.Array:
    """Restarts on shared shuffles: table (samples, lines), outputs (samples,), orders (epochs, samples)."""

    def batch(carry, rows):
        weights, rate = carry
        z, wanted = rows
        sizes = jnp.abs(z)
        errors = (z @ weights.sum(1) + sizes @ jnp.abs(weights).sum(1)) / 2 - wanted[:, None]
        odd, even = (z.T @ errors)[:, None], (sizes.T @ errors)[:, None]
        return (weights - rate / size * (odd + jnp.sign(weights) * even), rate), (errors**2).mean(0)

    def epoch(weights, given):
        order, rate = given
        batches = table[order].reshape(-1, size, table.shape[1]), outputs[order].reshape(-1, size)
        (weights, _), losses = lax.scan(batch, (weights, rate), batches)
        return weights, losses.mean(0)

    return lax.scan(epoch, start, (orders, rates))[0]
