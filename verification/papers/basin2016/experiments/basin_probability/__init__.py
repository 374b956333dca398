"""How likely a random start lies in a good basin."""
