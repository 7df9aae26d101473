"""Which text owes its words to which: shingles, shared passages, direction, kind."""
