"""The paper's figures, and some of ours."""
