"""Claims of papers, the checks of each, and the ledger of their verdicts."""
