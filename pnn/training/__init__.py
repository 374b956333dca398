"""Stochastic gradient descent on porcupine networks: one interface, a compiled engine and a batched one."""
