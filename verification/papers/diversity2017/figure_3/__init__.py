"""Figure 3: how diverse the units of trained students are."""
