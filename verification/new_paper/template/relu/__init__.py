"""The ReLU of a normal variable."""
