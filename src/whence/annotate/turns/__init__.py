"""Transcripts: turns of speech that a label at the beginning of a line gives to a speaker."""

from whence.annotate.turns.interviewee import with_interviewee, without_initials
from whence.annotate.turns.transcript import with_turns

__all__ = ["with_interviewee", "with_turns", "without_initials"]
