"""Equations 1 to 7: the network, its loss, its gradient as D times the residuals, and when D has full rank."""
