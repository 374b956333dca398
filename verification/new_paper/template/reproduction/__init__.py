"""Printed numbers beside reproduced ones."""
