"""Safran and Shamir 2016: basins of the loss of ReLU networks, and how likely a random start lies in a good one."""
