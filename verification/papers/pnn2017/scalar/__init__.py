"""Networks of one input: the risk, its minima region by region, and its Hessian."""
