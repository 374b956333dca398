"""How stages are run: settings, file names, code digests; nothing of the mathematics."""
