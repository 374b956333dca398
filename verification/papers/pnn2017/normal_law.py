"""That normal inputs of any number are as statements suppose: what Coq proves of their law, from its density."""

LAW = {"normal_law": "cb6a9d5f3d0a0ea9"}
KERNEL = {"normal_kernel": "167131811ef3e124"}
RISK = {"normal_risk_exists": "7605071d90b8eac9"}
NORMAL = LAW | KERNEL | RISK
