"""What Coq proves of the kernel: the files beside this one, of statements in `statements`."""

from verification.methods import formal
from verification.papers.pnn2017.normal_law import KERNEL


@formal.check(
    "pnn.psi.closed-form",
    "value",
    digests={
        "normal_pair_total": "8ab839d8e9784a96",
        "normal_pair_discs": "f6f48c3721b245d7",
        "psi_from_the_density": "0db8d515eac21b16",
        "psi_from_rotations": "9f257b313f7b0a91",
        **KERNEL,
    },
    wrong={
        r"a density of mass $2 \pi$": {"mass": "normal_pair_total_wrong_mass"},
        r"$e^{-a^2}$ outside the disc of radius $a$": {"discs": "normal_pair_discs_wrong_exponent"},
        "sine for cosine": {"density": "psi_from_the_density_wrong_angle"},
        "without the root": {"density": "psi_from_the_density_wrong_without_root"},
        "sine for cosine, by rotations": {"rotations": "psi_from_rotations_wrong_angle"},
        "the cosine for its kernel": {"normal": "normal_kernel_wrong_cosines"},
    },
    met_by={"normal_law_turned": "3ded715ba5d70a90"},
)
def means_of_products(
    mass="normal_pair_total",
    discs="normal_pair_discs",
    density="psi_from_the_density",
    rotations="psi_from_rotations",
    normal="normal_kernel",
):
    """The mean three times: from the density of a normal pair in polar coordinates, whose total mass and those of discs
    around zero are told; from what rotations leave alone; and from the densities of normal inputs of any number, along
    any two unit vectors.

    The second is of inputs of any number, and of any law on them that rotations of one plane leave alone and whose
    second moments there are those of the normal law. The normal law of any number of inputs is one, in the plane of any
    two neighbouring inputs.
    """
    return {"mass": mass, "discs": discs, "density": density, "rotations": rotations, "normal inputs": normal}


@formal.check(
    "pnn.psi.closed-form",
    "ends",
    digests={"psi_even": "6c73fc026b15154e", "psi_values": "b6edfe9e296ab7c9"},
    wrong={
        "odd for even": {"parity": "psi_even_wrong_odd"},
        r"$\frac1\pi$ for $\frac2\pi$ at 0": {"values": "psi_values_wrong_middle"},
        r"$\frac2\pi$ at $1$": {"values": "psi_values_wrong_one"},
        "$-1$ at $-1$": {"values": "psi_values_wrong_end"},
    },
)
def parity_and_values(parity="psi_even", values="psi_values"):
    """Evenness at every real number, and the values at $0$, $1$ and $-1$.

    Outside $[-1, 1]$ the square root and the arcsine are those of Coq's library, which continue them.
    """
    return {"even": parity, "values": values}


@formal.check(
    "pnn.psi.derivatives",
    "first",
    digests={"psi_derivative": "87196c84a5bcc2e4"},
    wrong={
        r"$\frac1\pi$ for $\frac2\pi$": {"slope": "psi_derivative_wrong_factor"},
        r"$\arccos$ for $\arcsin$": {"slope": "psi_derivative_wrong_angle"},
    },
)
def derivative_inside(slope="psi_derivative"):
    """The derivative at every cosine strictly between $-1$ and $1$, by the product rule and that of the arcsine."""
    return slope


@formal.check(
    "pnn.psi.lipschitz",
    "constant",
    digests={
        "psi_lipschitz": "3901c2218cea457a",
        "psi_lipschitz_constant": "ca47125d4f302ed4",
        "psi_slopes": "43401d9c9c46807b",
    },
    wrong={
        r"the constant $\frac{9}{10}$": {"bound": "psi_lipschitz_wrong_constant"},
        r"no constant below $\frac{11}{10}$": {"least": "psi_lipschitz_constant_wrong_larger"},
        r"slopes below $\frac{9}{10}$ inside": {"slopes": "psi_slopes_wrong_inside"},
        r"the slope $\frac2\pi$ at the end": {"slopes": "psi_slopes_wrong_end"},
    },
)
def constant_and_slopes(bound="psi_lipschitz", least="psi_lipschitz_constant", slopes="psi_slopes"):
    """The bound up to the ends; no smaller constant; slopes below 1 in size inside, and 1 as the limit of secants to
    the end at 1, to which parity adds that at the other end."""
    return {"bound": bound, "least constant": least, "slopes": slopes}


@formal.check(
    "pnn.psi.bounds",
    "linear",
    digests={"psi_lower": "e95505b2141d7a06"},
    wrong={r"$\frac{11}{10}$ for 1": {"bound": "psi_lower_wrong_factor"}},
)
def above_the_absolute_value(bound="psi_lower"):
    """The bound from below at every cosine, the ends among them."""
    return bound


@formal.check(
    "pnn.psi.bounds",
    "chord",
    digests={"psi_upper": "cd6da2315a33f2b8"},
    wrong={r"$\frac1\pi$ for $1 - \frac2\pi$": {"bound": "psi_upper_wrong_coefficient"}},
)
def below_the_chord_everywhere(bound="psi_upper"):
    """The bound from above at every cosine, the ends among them."""
    return bound
