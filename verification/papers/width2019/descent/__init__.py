"""Where gradient descent ends: at points the theorems speak of, at stationary kinks, or nowhere yet."""
