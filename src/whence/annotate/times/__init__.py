"""Time expressions: what the words say about when, resolved against the day of writing."""

from whence.annotate.times.finder import find_times

__all__ = ["find_times"]
