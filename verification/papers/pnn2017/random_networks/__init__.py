"""Random porcupine networks that approximate dense ones: Section 8 of the porcupine paper, Figures 2 and 11."""
