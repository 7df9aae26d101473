"""Invariance: changes to a text that must not change what is read in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bench.behaviour.marking import Case

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def _other_names(text: str) -> str:
    for one, other in _NAMES.items():
        text = text.replace(one, other)
    return text


_NAMES = {
    "Nils Aalto": "Omar Farouk",
    "Eva Kask": "Ling Zhao",
    "Aurora": "Halcyon",
    "Baltic Lines": "Gulf Star Shipping",
    "Marta Nowak": "Adaeze Okoro",
    "Norvik": "Tanwei",
}

CHANGES: dict[str, Callable[[str], str]] = {
    "straight marks": lambda text: text.translate(_STRAIGHT),
    "other names": _other_names,
    "in capitals": str.upper,
    "without capitals": str.lower,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "blank lines between": lambda text: text.replace("\n", "\n\n"),
    "spaces doubled": lambda text: text.replace(" ", "  "),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "letters composed of two": lambda text: text.replace("é", "e\u0301"),
    "a typing error": lambda text: text.replace("the ", "teh ").replace("people", "poeple"),
}

#: Whole stories, in the notation of `marking`, that every one of the changes is made to.
STORIES = {
    "a ferry": (
        "{X The ferry Aurora ran aground on Tuesday with ninety people on board}, "
        "{S the coast guard} {C said}.\n"
        "{X2 “Everyone is safe,”} {C2 said} {S2 captain Nils Aalto}. "
        "{X2 “We hit a rock that is on no map.”}\n"
        "{S3 The owner, Baltic Lines,} {C3 denied} {X3 that the ship had been off its course}.\n"
        "{S4 Transport Minister Eva Kask} {C4 told} state radio "
        "{X4 that an inquiry would begin on Thursday}."
    ),
    "a trial": (
        "{S Prosecutors} {C alleged} on Monday {X that the former head of Norvik Steel had moved "
        "nine million euros abroad}.\n"
        "{S2 Her lawyer} {C2 said} {X2 she was innocent}.\n"
        "{X3 “You abused the trust of people who had nothing else,”} {S3 Judge Marta Nowak} "
        "{C3 told} the defendant."
    ),
    "a flood": (
        "The river left its bed on Friday night.\n"
        "{S Rescuers} {C said} {X nine people had been pulled from the mud}, and {S2 the mayor} "
        "{C2 warned} {X2 that the dam above the town might give way}.\n"
        "{S3 The weather service} {C3 expects} {X3 the rain to go on until Sunday}."
    ),
    "a talk": (
        "{S The envoy} {C said} {X the talks in the café by the harbour had failed}.\n"
        "{C2 According to} {S2 the ministry}, {X2 both sides would meet again in May}.\n"
        "{X3 “We are tired of words,”} {S3 the general} {C3 said}."
    ),
}


def changed_cases() -> Iterator[Case]:
    """Every story as it is and with every change, as a case of *invariance*."""
    for name, source in STORIES.items():
        story = Case("invariance", name, source)
        yield story
        for change, apply in CHANGES.items():
            case = story.changed(change, apply)
            if case.text != story.text:
                yield replace(case, capability="invariance")
