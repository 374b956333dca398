"""What Coq proves of the kernel matrix: the file beside this one, of statements in `statements/distinct_lines.v`."""

from verification.methods import formal


@formal.check(
    "ours.distinct-lines",
    "means-of-products",
    digests={"sizes_independent": "d7e07a3799ef8f9f", "kernel_matrix_definite": "e09808a3faca0f2e"},
    wrong={
        "repeated lines": {"functions": "sizes_independent_wrong_repeated_lines"},
        "a matrix of repeated lines": {"matrix": "kernel_matrix_definite_wrong_repeated_lines"},
    },
    met_by={"kernel_matrix_instance": "6a34cf8d2b416927"},
)
def independent_functions(functions="sizes_independent", matrix="kernel_matrix_definite"):
    """For any numbers of inputs and lines: a point off all hyperplanes but one, and a second difference there.

    The law shown to be as supposed is of one input and one line; that the normal law is one is not proved in Coq.
    """
    return {"functions": functions, "matrix": matrix}
