"""Points where a unit's value on a sample is zero, and yet the loss or the output is differentiable."""
