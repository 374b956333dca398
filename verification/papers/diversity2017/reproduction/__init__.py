"""Printed beside reproduced."""
