"""Propositions 1 and 2: how likely the loss of a random start exceeds that of the prediction zero."""
