"""Stochastic gradient descent on porcupine networks: one interface, compiled engines and a batched one."""
