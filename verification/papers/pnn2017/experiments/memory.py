"""What a draw of a sweep needs in memory."""

MOST_IN_MEMORY = 2 << 30  # bytes of a triangle: that of pnn.triangle, which takes long to import


def megabytes(inputs: int, lines: int, target_lines: int) -> int:
    """Megabytes of a job: a triangle of half the lines squared (above 2 GiB it lies in files), rows of the lines, of
    what they solve and of blocks of a thousand lines, and squares of the target lines."""
    numbers = lines * (3 * target_lines + 5 * inputs + 4096) + 3 * target_lines**2
    triangle = 4 * lines**2
    return 400 + ((triangle if triangle <= MOST_IN_MEMORY else 0) + 8 * numbers) // 1_000_000
