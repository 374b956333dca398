"""Lines in the plane and one target line: one of the masses that imitate it is negative."""
