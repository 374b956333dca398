"""What a draw of a sweep needs in memory."""

MOST_IN_MEMORY = 256 << 20  # bytes of a triangle: that of pnn.triangle, which takes long to import
_TILES = 10 * 1024**2  # numbers of the tiles in use


def megabytes(inputs: int, lines: int, target_lines: int) -> int:
    """Megabytes of a job: a triangle of half the lines squared (above 256 MiB it lies in a file), tiles of it, rows of
    the lines and of what they solve, and squares of the target lines."""
    numbers = lines * (3 * target_lines + 5 * inputs) + 3 * target_lines**2 + _TILES
    triangle = 4 * lines**2
    return 300 + ((triangle if triangle <= MOST_IN_MEMORY else 0) + 8 * numbers) // 1_000_000
