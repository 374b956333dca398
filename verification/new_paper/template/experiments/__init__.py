"""The paper's experiments, a folder each."""
