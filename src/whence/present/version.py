"""Which whence wrote an account, as its installation says.

The package's own top names every room, so that no room may import it.
"""

from importlib.metadata import version

VERSION = version("whence")
