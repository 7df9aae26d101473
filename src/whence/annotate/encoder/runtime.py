"""ONNX Runtime, told to report nothing to its makers before it is loaded.

Its builds since 1.31 hold a client that sends usage events to a server of Microsoft. Material must
not leave the machine, nor word of it: the variable counts when the library is loaded, the call for
whatever begins later. `tests/annotate/encoder/test_runtime.py` watches that no socket is opened.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()

__all__ = ["onnxruntime"]
