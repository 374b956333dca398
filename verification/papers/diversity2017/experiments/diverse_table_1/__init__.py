"""Table 1: losses of students trained with the regulariser and without."""
