"""Reading: bytes of any format to articles, one at a time; hostile input ends here.

`read_paths` reads files, folders, glob patterns and standard input; `read_bytes` what is already
in memory. Both yield an `Article`, or a `Failure` for what could not be read.
"""

from whence.read.inputs import read_bytes, read_paths
from whence.read.options import FORMATS, ReadOptions

__all__ = ["FORMATS", "ReadOptions", "read_bytes", "read_paths"]
