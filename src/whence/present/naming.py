"""How someone is called on a page: by which names, in which roles."""

from collections.abc import Iterable, Sequence

from whence.model import Entity, EntityKind
from whence.present.neutral import one_line

_ARTICLES = frozenset({"a", "an", "the"})
#: "Its leader" tells nothing where what it belongs to is not named beside it.
_POINTING = frozenset({"his", "her", "its", "their", "our", "my", "your"})


def is_part(one: str, whole: str) -> bool:
    """Whether the words of a name stand in another one in their order, articles apart."""
    few, many = _words(one), _words(whole)
    return any(many[at : at + len(few)] == few for at in range(len(many) - len(few) + 1))


def roles_of(entity: Entity) -> tuple[str, ...]:
    """The roles that tell something by themselves, each once, none that a fuller one holds."""
    roles = list(dict.fromkeys(map(one_line, entity.roles)))
    telling = [role for role in roles if _first(role) not in _POINTING] or roles
    return tuple(
        role
        for n, role in enumerate(telling)
        if not any(
            is_part(role, other) and (len(other) > len(role) or m < n)
            for m, other in enumerate(telling)
            if m != n
        )
    )


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, each once, whatever article or capitals it is printed with."""
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        found.setdefault(tuple(_words(name)), name)
    return tuple(found.values())


def is_named(entity: Entity) -> bool:
    """Whether an entity is no mere description: a document is what it is called."""
    return entity.named or entity.kind is EntityKind.DOCUMENT


def _words(name: str) -> Sequence[str]:
    words = name.casefold().replace("-", " ").split()
    return [word for word in words if word not in _ARTICLES] or words


def _first(words: str) -> str:
    return words.split(maxsplit=1)[0].casefold() if words.strip() else ""
