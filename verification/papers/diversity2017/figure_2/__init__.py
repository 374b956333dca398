"""Figure 2: what the spectrum of a kernel matrix resembles."""
