"""One engine a method: it runs a check on the statement and on every wrong variant."""
