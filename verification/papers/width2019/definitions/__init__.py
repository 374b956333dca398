"""Definitions 1 and 2: units that are linear on the samples and feed linear units alone."""
