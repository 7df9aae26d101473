"""Reading opens no connection, and tells nobody that it happened."""

import subprocess
import sys

import pytest

SCRIPT = """
import os, time
from whence.annotate.encoder import Encoder
from whence.model import Span

text = "“It is late,” Ana Berg said."
Encoder().read(text, [Span(0, len(text))])
time.sleep(0.5)
links = [os.readlink(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd") if int(n) > 2
         and os.path.islink(f"/proc/self/fd/{n}")]
print(os.environ["ORT_DISABLE_TELEMETRY"], sum(link.startswith("socket:") for link in links))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into Linux's /proc")
def test_no_socket_is_open_while_the_model_reads() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.split() == ["1", "0"]
    assert "telemetry" not in done.stderr.lower()
