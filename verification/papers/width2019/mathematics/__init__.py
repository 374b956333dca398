"""The mathematics of the paper: networks, their Jacobian, and the projected loss."""
