"""Figure 1: the projected loss over depths and widths, at the start and after training."""
