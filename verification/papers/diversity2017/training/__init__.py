"""Training of students of one hidden layer, with and without the regulariser."""
