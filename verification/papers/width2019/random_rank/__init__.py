"""The rank of (Lambda_1 X ... Lambda_d X) for random X, the law of what it leaves of random targets, Wendel's count."""
