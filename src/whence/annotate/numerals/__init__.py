"""Scan of a text with their offsets, and the numbers that they spell."""

from whence.annotate.numerals.numeral import Numeral, may_begin_number, numeral_at
from whence.annotate.numerals.words import Scan, scan, word_list

__all__ = ["Numeral", "Scan", "may_begin_number", "numeral_at", "scan", "word_list"]
