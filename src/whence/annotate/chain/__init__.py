"""To whom, where and through whom a statement came: audience, venue and carrier."""

from whence.annotate.chain.links import Chain, chain_of, merge_carried
from whence.annotate.chain.names import NameFinder
from whence.annotate.chain.wrapping import unwrap

__all__ = ["Chain", "NameFinder", "chain_of", "merge_carried", "unwrap"]
