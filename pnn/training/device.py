"""Where training runs: the choice is made, and refused, before any work."""

from __future__ import annotations

import ctypes

DEVICES = ("auto", "cpu", "cuda")
ENGINES = ("auto", "compiled", "torch")


def choose(engine: str, device: str) -> tuple[str, str]:
    """The engine (`compiled` or `torch`) and device (`cpu` or `cuda`) that stand for the names given.

    `auto` is a GPU where there is one, else the compiled engine. Raises ValueError for an unknown name, a
    device that is not there, and the compiled engine on a GPU.
    """
    if device not in DEVICES or engine not in ENGINES:
        raise ValueError(f"device must be in {DEVICES} and engine in {ENGINES}, not {device!r}, {engine!r}")
    if device == "cuda" and engine == "compiled":
        raise ValueError("the compiled engine runs on the cpu; device 'cuda' needs engine 'torch' or 'auto'")
    if device == "cuda" and not has_cuda():
        raise ValueError("device 'cuda' was asked for, but torch finds no CUDA device; use 'cpu' or 'auto'")
    if device == "auto":
        device = "cuda" if engine != "compiled" and has_cuda() else "cpu"
    if engine == "auto":
        engine = "torch" if device == "cuda" else "compiled"
    return engine, device


def has_cuda() -> bool:
    """Whether torch is there and can use a CUDA device; it is loaded only where NVIDIA's driver is."""
    try:
        ctypes.CDLL("libcuda.so.1")
        import torch
    except (OSError, ImportError):
        return False
    return torch.cuda.is_available()
