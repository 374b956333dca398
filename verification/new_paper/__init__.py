"""A new paper outside the house: the smallest whole one, to be changed."""
