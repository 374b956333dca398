"""The settings of the experiment on images, checked before any work."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pnn.training.problem import Schedule
from verification.papers.pnn2017.experiments.images import data as images_data


@dataclass(frozen=True)
class Settings:
    """All nets of the experiment: dense and porcupine, each number of neurons, `trials` times.

    data: `digits` or `mnist`. folder: where MNIST lies or is put. epochs: after how many the nets are judged, rising.
    training_images: of the digits; MNIST has a split of its own. stop_loss is over the mean square of the labels.
    """

    data: str
    folder: str
    neurons: tuple[int, ...]
    epochs: tuple[int, ...]
    trials: int
    training_images: int
    batch: int
    learning_rate: float
    decay: float
    decay_epochs: float
    stop_loss: float
    stop_window: int
    seed: int

    def __post_init__(self) -> None:
        if self.data not in images_data.DATA:
            raise ValueError(f"data must be one of {images_data.DATA}, not {self.data!r}")
        if not self.neurons or len(set(self.neurons)) < len(self.neurons):
            raise ValueError(f"neurons must be one number or more, each once, not {self.neurons}")
        if any(neurons < 2 or neurons % 2 for neurons in self.neurons):
            raise ValueError(f"neurons must be even, two for each line, not {self.neurons}")
        if not self.epochs or self.epochs[0] < 1 or any(b <= a for a, b in pairwise(self.epochs)):
            raise ValueError(f"epochs must rise from 1 or more, not {self.epochs}")
        if self.trials < 1 or self.batch < 1 or self.seed < 0:
            raise ValueError("there must be a trial, an image in a batch and a seed from 0 on")
        if self.data == "digits":
            self._check_split()
        if problem := images_data.missing(self.data, self.folder):
            raise ValueError(problem)
        self.schedule(1, 1.0)

    def _check_split(self) -> None:
        if not 0 < self.training_images < images_data.DIGITS - 1:
            raise ValueError(
                f"training_images must leave at least two of the {images_data.DIGITS} digits to test on, "
                f"not be {self.training_images}"
            )
        if self.training_images % self.batch:
            raise ValueError(f"{self.training_images} images cannot be cut into whole batches of {self.batch}")

    def schedule(self, epochs: int, power: float) -> Schedule:
        """Plain descent for so many epochs, the labels' mean square being `power`."""
        return Schedule(
            epochs=epochs,
            learning_rate=self.learning_rate,
            decay=self.decay,
            decay_epochs=self.decay_epochs,
            stop_loss=self.stop_loss * power,
            stop_window=self.stop_window,
        )
