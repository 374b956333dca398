"""The page: one static site made from the ledger, the figures and the data."""
