"""Reported quantities: values and bounds, units, what is counted, where, as of when."""

from whence.annotate.figures.finder import find_figures

__all__ = ["find_figures"]
