"""Table 1: whether training with the regulariser lowers the loss."""
