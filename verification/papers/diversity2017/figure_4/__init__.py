"""Figure 4: the smallest singular value before and after descent of the regulariser, and against R."""
