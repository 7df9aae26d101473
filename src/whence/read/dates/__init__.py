"""Dates as reports state them, and the day of publication that follows from them."""

from whence.read.dates.expressions import DateExpression, find_dates
from whence.read.dates.inference import infer_published
from whence.read.dates.lines import DateRole, DateStatement, read_date_line
from whence.read.dates.stamps import read_stamp

__all__ = [
    "DateExpression",
    "DateRole",
    "DateStatement",
    "find_dates",
    "infer_published",
    "read_date_line",
    "read_stamp",
]
