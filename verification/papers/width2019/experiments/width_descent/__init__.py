"""Where gradient descent ends."""
