"""The job of the experiment on images."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run
from verification.papers.pnn2017.experiments.images.files import missing


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job; on the CPU, whatever the device."""
    return [Job({**section, "seed": run.seed}, memory=1500)]


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Settings that cannot be run together, and images that cannot be had; fetches nothing."""
    for neurons in section["neurons"]:
        if neurons % 2:
            yield f"images.neurons has {neurons}, but every line has two neurons; wanted even numbers"
    if section["epochs"] != sorted(section["epochs"]):
        yield f"images.epochs is {section['epochs']}; wanted rising numbers"
    if section["stop_window"] > min(section["epochs"]):
        yield f"images.stop_window {section['stop_window']} is more than {min(section['epochs'])} of images.epochs"
    if section["data"] == "digits" and section["training_images"] % section["batch"]:
        yield f"images.batch {section['batch']} does not divide images.training_images {section['training_images']}"
    if problem := missing(section["data"], section["folder"]):
        yield problem
