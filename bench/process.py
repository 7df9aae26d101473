"""What this process took of the machine, by what the system says."""

import resource
from pathlib import Path

_PAGE = 4096


def peak_memory() -> float:
    """The most memory that this process had, in MiB; of its parent's own Linux would tell too."""
    status = Path("/proc/self/status")
    if status.exists():
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(fields["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def pages_moved() -> tuple[float, float]:
    """The pages of 4 KiB that this process read and wrote so far, from memory or disk; Linux only.

    Other work on the machine does not change them, as it does times.
    """
    told = Path("/proc/self/io")
    if not told.exists():
        return float("nan"), float("nan")
    fields = dict(line.split(": ") for line in told.read_text().splitlines())
    return int(fields["rchar"]) / _PAGE, int(fields["wchar"]) / _PAGE
