"""The jobs of a training experiment: every mode at every number of neurons, so many trials in a job at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from verification.experiments.plan import Job, Run


def training_jobs(
    section: Mapping,
    run: Run,
    modes: Sequence[str],
    counted: str,
    condition: Callable[[int], Mapping[str, int]],
    longest_first: bool,
) -> list[Job]:
    """Every mode and number of neurons, cut into jobs of `trials_per_job` of what is counted, such as "trials".

    condition: the setting that a number of neurons stands for. A replay has the authors' seeds and no use for ours.
    """
    own = ("neurons", "trials_per_job", f"replay_{counted}", f"fresh_{counted}")
    shared = {key: value for key, value in section.items() if key not in own} | {"device": run.device}
    jobs = []
    for mode in modes:
        total = section[f"{'fresh' if mode == 'fresh' else 'replay'}_{counted}"]
        for neurons in section["neurons"]:
            for first in range(0, total, section["trials_per_job"]):
                count = min(section["trials_per_job"], total - first)
                job = {"mode": mode, "first": first, counted: count, "seed": run.seed if mode == "fresh" else 0}
                jobs.append(
                    Job(
                        {**shared, **condition(neurons), **job},
                        name=f"{mode}-{neurons}-from-{first}",
                        group=mode,
                        at=condition(neurons),
                        memory=1500,
                        gpus=run.gpus,
                        priority=neurons if longest_first else 0,  # so that no core waits for it at the end
                    )
                )
    return jobs


def training_refusals(name: str, section: Mapping, run: Run) -> Iterator[str]:
    """What cannot be trained, whatever the networks."""
    if section["samples"] % section["batch"]:
        yield f"{name}.batch {section['batch']} does not divide {name}.samples {section['samples']}"
    if section["stop_window"] > section["epochs"]:
        yield f"{name}.stop_window {section['stop_window']} is more than {name}.epochs {section['epochs']}"
    if section["engine"] == "compiled" and run.device == "cuda":
        yield f"{name}.engine 'compiled' runs on a CPU; wanted engine 'torch' or device 'cpu'"
