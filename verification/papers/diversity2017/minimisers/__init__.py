"""The units at which the regulariser is least, and what that does to the rank of D."""
