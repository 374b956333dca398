"""Figures of every paper: how they are listed, drawn in one style and bound."""
