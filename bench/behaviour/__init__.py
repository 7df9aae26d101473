"""What a reader of attributions must be able to do, in sentences made up for it.

In the manner of CheckList (Ribeiro et al., ACL 2020): capabilities (`cases/*.txt`, marked by hand),
invariance (`changes`: what must not matter) and direction (`directions`: what must matter, and
how). A case goes the way of an article: bytes, reading, annotation, statements.
"""
