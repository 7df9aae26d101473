"""Who speaks for whom: a body's spokesman, a campaign's manager, a government's official.

Reports tell first what a body said, with the day, and then quote its representative; the
quotation is of the same day unless it says otherwise.
"""

from collections.abc import Mapping

from whence.annotate.numerals import word_list
from whence.model import EntityKind, Referent
from whence.registers import find_country

#: Someone who speaks for some government, by the office alone.
ANY = "gov:"
#: Offices whose holders speak for the body that they are of.
_OFFICES = frozenset(
    word_list(
        "spokesman spokeswoman spokesperson spokesmen spokespeople official officials manager "
        "director secretary chief chairman chairwoman chair executive adviser advisor aide aides "
        "strategist minister ambassador commissioner attorney lawyer lawyers general head leader "
        "leaders officer president ceo superintendent counsel representative"
    )
)
#: Nouns of bodies that name none: "the campaign's manager" may be of any campaign.
_BODIES = frozenset(
    word_list(
        "campaign department ministry agency committee commission council party company firm bank "
        "group union organization organisation association foundation institute university school "
        "hospital court police army navy force forces office government administration state "
        "states city county town team club league church board bureau service services house "
        "senate congress parliament national international federal united the of and for"
    )
)


def speaks_for(body: Referent, speaker: Referent, mouths: Mapping[str, str]) -> bool:
    """Whether `speaker` is told to be an officer of `body`: by its name, or by its government.

    "Velm campaign manager" is of the Velm campaign and "campaign manager" of any; "Osk campaign
    manager" is not. `mouths` tells by referent whose government someone stands or speaks for.
    """
    government, mouth = mouths.get(body.id), mouths.get(speaker.id)
    if government not in {None, ANY} and mouth is not None:
        own = mouth == government or (mouth == ANY and not _is_foreign(speaker, government))
        return own and speaker.kind is EntityKind.PERSON
    if body.kind is not EntityKind.ORGANISATION:
        return False
    named = _words(body.name)
    for role in _descriptions(speaker):
        told = _words(role)
        if _OFFICES.isdisjoint(told):
            continue
        others = {word for word in _names(role) if word not in _OFFICES | _BODIES}
        if others & named or (not others and told & named & _BODIES):
            return True
    return False


def _is_foreign(speaker: Referent, government: str) -> bool:
    """Whether a description names another country: "spokesman of China's foreign ministry"."""
    found = (find_country(word) for role in _descriptions(speaker) for word in _names(role))
    return any(country is not None and country.key != government for country in found)


def _descriptions(speaker: Referent) -> list[str]:
    return [role.words for role in speaker.roles] + ([] if speaker.named else [speaker.name])


def _words(name: str) -> frozenset[str]:
    plain = name.replace("’", "'").replace("'s", " ").casefold()
    return frozenset(word.strip(".,'") for word in plain.split())


def _names(role: str) -> frozenset[str]:
    """The words of a description with a capital letter, in lower case."""
    return frozenset(
        word.strip(".,").removesuffix("'s").removesuffix("’s").casefold()
        for word in role.split()
        if word[:1].isupper()
    )
