"""The registers beside each other: what one calls a group is not another's country."""

from whence.registers import countries, group_aliases, organs, outlet_aliases
from whence.registers._names import fold

#: They investigate and publish: groups and outlets in one.
BOTH = {"airwars", "bellingcat"}


def test_no_plain_name_stands_in_two_registers() -> None:
    names = {
        "country": {fold(name) for c in countries() for name in (c.name, *c.names, *c.capitals)},
        "group": {fold(name) for name in group_aliases()},
        "organ": {fold(name) for _, held in organs() for name in held},
        "outlet": {fold(name) for name in outlet_aliases()},
    }
    seen: dict[str, str] = {}
    clashes = []
    for register, held in names.items():
        clashes += [(name, seen[name], register) for name in held & seen.keys() - BOTH]
        seen |= dict.fromkeys(held, register)
    assert clashes == []
