import ctypes
import sys

import pytest

from pnn.training import device


def test_a_driver_without_torch_is_no_device_to_train_on(monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda name: name)
    monkeypatch.setitem(sys.modules, "torch", None)
    assert not device.has_cuda()
    assert device.choose("auto", "auto") == ("compiled", "cpu")
    with pytest.raises(ValueError, match="torch finds no CUDA device"):
        device.choose("auto", "cuda")
