"""The printed mean beside that of the experiment."""

from collections.abc import Mapping

from pnn.store import Group
from verification.reproduction import Row


def compare(data: Group, published: Mapping) -> list[Row]:
    """One row: the mean over all trials, and its standard error."""
    found, printed = data.arrays["mean"].values, published["mean_of_a_relu"]
    mean, error = found.mean(), found.std(ddof=1) / len(found) ** 0.5
    remark = f"{abs(mean - printed) / error:.0f} standard errors apart"
    return [Row(r"$E \sigma(x)$, $s = 1$", f"{printed:g}", f"{mean:.4f} ± {error:.4f}", remark)]
