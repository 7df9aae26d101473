"""Invented reports in which two or three people say things that may clash, and what is found."""

from dataclasses import replace

from tests.link.factory import BODY, PLACE, Report, Says, Who, story

from whence.link import link_story
from whence.model import Annotated, Linked, Relation, RelationKind

OSTRIN = Who(("Pavel Ostrin", "Ostrin"))
KOLAR = Who(("Hana Kolar", "Kolar"))
RESCUE = Who(("the rescue service",), BODY)
OPENED = "two gates of the upper sluice were opened during the night"
Told = tuple[Who, Says]


def report(outlet: str, day: str, *told: Told, **more: object) -> Report:
    lines = [f"{who.names[0]} {says.cue or 'speaks'}: {says.words}." for who, says in told]
    extra = [f"{name}." for _, says in told for name in (says.told, says.via) if name]
    text = f"{outlet} of {day}.\n" + "\n".join(lines + extra)
    places = (Who(("Brodek",), PLACE), Who(("Lenitz",), PLACE))
    present = tuple(place for place in places if place.names[0] in text)
    everybody = tuple(dict.fromkeys(who for who, _ in told))
    says = tuple(says for _, says in told)
    return Report(outlet, day, text, who=(*everybody, *present), says=says, **more)  # type: ignore[arg-type]


def ostrin(words: str, **more: object) -> Told:
    return OSTRIN, Says("Pavel Ostrin", words, **more)  # type: ignore[arg-type]


def kolar(words: str, **more: object) -> Told:
    return KOLAR, Says("Hana Kolar", words, **more)  # type: ignore[arg-type]


def rescue(words: str, *figures: tuple[str, int | None, int | None, str | None]) -> Told:
    return RESCUE, Says("the rescue service", words, figures=figures)


def link(*reports: Report) -> Linked:
    return link_story(story(*reports), story="story-test")


def found(*reports: Report) -> list[Relation]:
    return list(link(*reports).relations)


def kinds(*reports: Report) -> list[RelationKind]:
    return [relation.kind for relation in found(*reports)]


VECTOR = bytes([100] * 8)


def alike(*reports: Report) -> list[Annotated]:
    """Articles whose statements all mean the same to the language model."""
    return [
        replace(
            member, statements=tuple(replace(each, vector=VECTOR) for each in member.statements)
        )
        for member in story(*reports)
    ]


def ruled(one: Told, other: Told) -> Linked:
    members = alike(
        report("The Lantern", "2024-05-01", one), report("Coast Mail", "2024-05-01", other)
    )
    return link_story(members, story="story-test")
