"""Networks whose neurons see one input each: the risk, its bad minima, and where training ends."""
