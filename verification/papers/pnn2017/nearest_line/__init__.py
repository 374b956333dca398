"""Networks that follow the nearest lines of a net: the error, and the number of lines for a given one."""
