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
    met_by={"kernel_matrix_instance": "e1893f2fcf757163"},
)
def independent_functions(functions="sizes_independent", matrix="kernel_matrix_definite"):
    """For any numbers of inputs and lines: a point off all hyperplanes but one, and a second difference there.

    The law shown to be as supposed is of any number of inputs and as many lines, the axes; that the normal law is one
    is not proved in Coq.
    """
    return {"functions": functions, "matrix": matrix}


@formal.check(
    "pnn.lemma-1",
    "semidefinite",
    digests={"psi_matrix_semidefinite": "b8218c38516ebb02"},
    wrong={r"$|t|$ for $\psi(t)$": {"matrix": "psi_matrix_semidefinite_wrong_acute_angles"}},
)
def nonnegative_form(matrix="psi_matrix_semidefinite"):
    r"""For any numbers of inputs and of vectors, without a law: $\psi$ is a series in even powers of the cosine with
    positive coefficients, and the matrices of powers of dot products are semidefinite."""
    return matrix


@formal.check(
    "ours.distinct-lines",
    "definite",
    digests={"psi_matrix_definite": "0e9688441ee32cc2"},
    wrong={
        "distinct vectors": {"matrix": "psi_matrix_definite_wrong_distinct_vectors"},
        "linearly independent vectors": {"matrix": "psi_matrix_definite_wrong_independent_vectors"},
        r"$t$ for $\psi(t)$": {"matrix": "psi_matrix_definite_wrong_cosines"},
    },
)
def definite_exactly_for_distinct_lines(matrix="psi_matrix_definite"):
    r"""Both directions, for any numbers of inputs and of unit vectors, without a law: if the lines are distinct the
    matrices of high even powers of the cosines tend to the unit matrix, and $\psi$'s is at least a multiple of each."""
    return matrix


@formal.check(
    "ours.distinct-lines",
    "repeated-line",
    digests={"psi_matrix_repeated_line": "d1f70df9a2cb1970"},
    wrong={r"$t$ for $\psi(t)$": {"rows": "psi_matrix_repeated_line_wrong_cosines"}},
)
def rows_of_one_line(rows="psi_matrix_repeated_line"):
    """Equal rows and a vector that the matrix takes to zero, for any numbers of inputs and of vectors."""
    return rows
