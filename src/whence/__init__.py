"""whence: who said what, when, to whom, and whence each report has it."""

__version__ = "0.1.0"
