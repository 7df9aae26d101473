"""Who said what: the statements by speaker, over time."""

from whence.model import Entity, Statement
from whence.present import wording
from whence.present.contexts import SpeakerContext
from whence.present.lookup import Lookup
from whence.present.naming import is_part, roles_of
from whence.present.neutral import one_line
from whence.present.statements import Statements

_OPEN = 12  # statements of one speaker that are shown before one asks for more


def speakers(lookup: Lookup, statements: Statements) -> tuple[SpeakerContext, ...]:
    """The named speakers, the most heard first, then the unnamed, then all the unknown ones."""
    by_speaker: dict[str | None, list[Statement]] = {}
    for statement in lookup.statements.values():
        entity = lookup.speaker_of(statement)
        by_speaker.setdefault(entity.id if entity else None, []).append(statement)
    found = []
    for id_, same in by_speaker.items():
        entity = lookup.entities[id_] if id_ else None
        rank = 2 if entity is None else 0 if entity.named else 1
        found.append((rank, -len(same), lookup.statement_number[same[0].id], entity, same))
    found.sort(key=lambda each: each[:3])
    return tuple(_context(entity, same, statements) for *_, entity, same in found)


def _context(
    entity: Entity | None, same: list[Statement], statements: Statements
) -> SpeakerContext:
    told = statements.told(same)
    if entity is None:
        speaker = statements.speaker(None)
        return SpeakerContext(
            speaker=speaker,
            kind="the text does not say clearly who speaks",
            roles=(),
            names=(),
            count=wording.counted(len(same), "statement"),
            told=told[:_OPEN],
            rest=told[_OPEN:],
        )
    own = entity.name.casefold()
    names = [name for name in map(one_line, entity.names) if not is_part(name, entity.name)]
    return SpeakerContext(
        speaker=statements.speaker(entity),
        kind=entity.kind.value,
        roles=tuple(role for role in roles_of(entity) if role.casefold() not in own),
        names=tuple(dict.fromkeys(names)),
        count=wording.counted(len(same), "statement"),
        told=told[:_OPEN],
        rest=told[_OPEN:],
    )
