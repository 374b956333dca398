"""The figures of the paper, and some of ours, in the order in which they are shown."""

from verification.figures.index import Entry

FIGURES = (
    Entry("figure_1", "Figure 1", "Unconstrained and porcupine networks", "architectures"),
    Entry("figure_2", "Figure 2", "Approximating a dense network", "random_networks", ("random_pnn",), True),
    Entry(
        "figure_3",
        "Figure 3",
        "Scalar, degree-one and general porcupine networks",
        "architectures",
    ),
    Entry("figure_4", "Figure 4", "Sign regions of the scalar network", "regions", ("figure_data",)),
    Entry("figure_5", "Figure 5", "Two landscapes and their local minima", "landscapes", ("figure_data",)),
    Entry("figure_6", "Figure 6", "The kernel and its bounds", "kernel", ("figure_data",)),
    Entry("figure_7", "Figure 7", "Equally spaced lines", "lines", ("figure_data",)),
    Entry("figure_8", "Figure 8", "Random lines, more and more", "schur_by_lines", ("schur_by_lines",)),
    Entry("figure_decay", "Beyond Figure 8", "Decay in the number of lines", "decay", ("decay",)),
    Entry("figure_9", "Figure 9", "Random lines in proportion to the inputs", "schur_by_inputs", ("schur_by_inputs",)),
    Entry(
        "figure_9_linear",
        "Beyond Figure 9",
        "The norm of Theorem 13: exact limit and printed bound",
        "linear_by_inputs",
        ("schur_by_inputs",),
    ),
    Entry("figure_10", "Figure 10", "Training degree-one networks", "degree_one", ("degree_one",), True),
    Entry("figure_10_minima", "Beyond Figure 10", "Bad ends are local minima", "minima", ("degree_one",)),
    Entry("figure_11", "Figure 11", "Training random networks", "random_networks", ("random_pnn",), True),
    Entry("figure_11_schur", "Beyond Figure 11", "The optimum is not the Schur value", "optima", ("random_pnn",)),
    Entry("figure_11_variance", "Beyond Figure 11", "The error over the variance", "optima", ("random_pnn",)),
    Entry("figure_11_images", "Beyond Figure 11", "Images of two digits", "images", ("images",), True),
)
