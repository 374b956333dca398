"""Figure 10: descent in degree-one networks."""
