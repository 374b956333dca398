"""Units of whole numbers in more inputs than two, and slices that hold them."""


def orthogonal(rows):
    """A vector orthogonal to d - 1 rows of d whole numbers: their cross product, by minors."""
    columns = range(len(rows[0]))
    return [(-1) ** j * determinant([[row[i] for i in columns if i != j] for row in rows]) for j in columns]


def determinant(rows):
    """By its first row."""
    if not rows:
        return 1
    minors = ([row[:j] + row[j + 1 :] for row in rows[1:]] for j in range(len(rows)))
    return sum((-1) ** j * rows[0][j] * determinant(minor) for j, minor in enumerate(minors))


def whole_units(units, inputs):
    """Units of whole numbers, any `inputs` of which are independent: powers of 1, 2, 3, ..."""
    return [[(i + 1) ** j for j in range(inputs)] for i in range(units)]


def in_slice(unit, x, y):
    """Whether a unit lies in the slice of two directions."""
    return all(sum(a * b for a, b in zip(unit, z, strict=True)) >= 0 for z in (x, y))
