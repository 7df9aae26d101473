"""How annotation is spread: in this process, or over local processes. One contract for both."""

from whence.engine.contract import Engine, Limits, Load, Work
from whence.engine.in_process import InProcess
from whence.engine.local_processes import LocalProcesses

__all__ = ["Engine", "InProcess", "Limits", "Load", "LocalProcesses", "Work"]
