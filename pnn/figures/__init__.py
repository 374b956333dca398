"""Figures of the paper, drawn again from data files: a module a group, drawing only."""
