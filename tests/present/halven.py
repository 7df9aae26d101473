"""The invented story that is true to life: a fire at a gas terminal, and what is read in it."""

from datetime import date

from tests.present import halven_reports as printed
from tests.present.factory import Chronicle, Report, account_of, day

from whence.model import (
    Account,
    Alternative,
    Change,
    DatedEvent,
    DerivationKind,
    EntityKind,
    Event,
    Failure,
    Form,
    Modality,
    OriginKind,
    RelationKind,
    Stance,
)


def halven() -> Account:
    """Five reports of an invented fire at a gas terminal."""
    kpa, observer, radio = printed.agency(), printed.observer(), printed.radio()
    courier, check = printed.courier(), printed.check()
    story = Chronicle(
        "Minister says Halven terminal was inspected; his own office says it was not",
        [kpa, observer, radio, courier, check],
        first=date(2031, 3, 3),
        last=date(2031, 3, 6),
    )
    inspected = story.claim(
        *_add_inspected(kpa, radio), origins=[(OriginKind.PRESS_CONFERENCE, "ministry briefing")]
    )
    never = story.claim(
        *_add_never(observer, courier),
        origins=[
            (OriginKind.DOCUMENT, "register of inspections"),
            (OriginKind.OUTLET, "Halven Observer"),
        ],
    )
    story.relate(
        RelationKind.CONTRADICTS,
        never,
        inspected,
        words="One side says that an inspection took place in January, the other that none did.",
        passages=[
            (courier, "The register contradicts the minister"),
            (kpa, "the terminal had been inspected in January"),
        ],
        reason="report of contradiction",
        confidence=0.88,
    )
    _add_cause(story, kpa, radio, courier)
    _add_vow(story, radio)
    _add_toll(story, kpa, observer, radio, courier)
    _add_agreed(story, kpa, observer, check)
    _add_unclear(story, observer, check)
    _add_rewrite(story, radio, kpa)
    story.owes(courier, "Kestrian Press Agency", DerivationKind.CREDIT, shared=[])
    return account_of(
        story.account(),
        failed=[
            Failure(
                "reports/six.pdf", "input-unknown-format", "whence reads no PDF; save it as text"
            )
        ],
    )


def _add_rewrite(story: Chronicle, radio: Report, kpa: Report) -> None:
    story.owes(
        radio,
        kpa,
        DerivationKind.REWRITE,
        shared=["the terminal had been inspected in January"],
        aligned=[
            (
                Change.CHANGED,
                "Energy Minister Reval has said that",
                "Energy Minister Tomas Reval told a briefing that",
            ),
            (
                Change.KEPT,
                "the terminal had been inspected in January",
                "the terminal had been inspected in January",
            ),
            (Change.ADDED, "and was in order.", ""),
            (Change.MOVED, "a tanker had struck the pier", "a tanker had struck the pier"),
            (Change.ADDED, "Reval vowed to rebuild the pier by the autumn.", ""),
            (Change.CUT, "", "“Every valve was tested,” Reval said."),
        ],
    )


def _add_inspected(kpa: Report, radio: Report) -> tuple[str, str, str]:
    reval = kpa.speaker("Tomas Reval", role="energy minister")
    return (
        kpa.says(
            reval,
            "the terminal had been inspected in January",
            source="Energy Minister Tomas Reval",
            cue="told",
            speaker_why="the name before the cue",
            venue=("briefing",),
        ),
        kpa.says(reval, "“Every valve was tested,”", source="Reval", cue="said", form=Form.DIRECT),
        radio.says(
            radio.speaker("Reval", role="energy minister"),
            "the terminal had been inspected in January and was in order",
            source="Energy Minister Reval",
            cue="has said",
        ),
    )


def _add_never(observer: Report, courier: Report) -> tuple[str, str, str]:
    mirel = observer.speaker("Jana Mirel", role="leads the terminal’s union")
    return (
        observer.says(
            mirel,
            "“No inspector has set foot in the terminal since last summer,”",
            source="Jana Mirel, who leads the terminal’s union",
            cue="told",
            form=Form.DIRECT,
            stance=Stance.DENIES,
            told=("Halven Observer",),
            said=("2031-03-04", "Tuesday"),
        ),
        courier.says(
            courier.speaker("The register of inspections", kind=EntityKind.DOCUMENT),
            "no visit to Halven this year",
            source="The register of inspections",
            cue="lists",
        ),
        courier.says(
            courier.speaker("a spokeswoman for the Ministry of Energy", named=False),
            "“We never sent anyone,”",
            source="a spokeswoman for the Ministry of Energy",
            cue="said",
            form=Form.DIRECT,
            stance=Stance.DENIES,
            via=("Kestrian Press Agency",),
            confidence=0.64,
        ),
    )


def _add_cause(story: Chronicle, kpa: Report, radio: Report, courier: Report) -> None:
    struck = story.claim(
        kpa.says(
            kpa.speaker("an official of the port authority", named=False),
            "a tanker had struck the pier",
            source="An official of the port authority, who asked not to be named,",
            cue="said a",
        ),
        origins=[(OriginKind.AGENCY, "Kestrian Press Agency")],
    )
    denied = story.claim(
        radio.says(
            radio.speaker("Reval"),
            "a tanker had struck the pier",
            source="He",
            cue="denied",
            stance=Stance.DENIES,
            content_negated=False,
        ),
        origins=[(OriginKind.OUTLET, "Radio Kestria")],
    )
    touched = story.claim(
        courier.says(
            courier.speaker("a tanker captain", named=False),
            "his ship had touched the pier “hardly at all”",
            source="A tanker captain",
            cue="said his",
            form=Form.MIXED,
            confidence=0.44,
        ),
        origins=[(OriginKind.UNKNOWN, "")],
    )
    story.relate(
        RelationKind.CONTRADICTS,
        denied,
        struck,
        words="The minister denies what the official asserts: that a tanker struck the pier.",
        passages=[(kpa, "a tanker had struck the pier"), (radio, "denied")],
        reason="stance",
    )
    story.relate(
        RelationKind.CONTRADICTS, touched, denied, words="A touch is a strike.", confidence=0.52
    )


def _add_vow(story: Chronicle, radio: Report) -> None:
    story.claim(
        radio.says(
            radio.speaker("Reval"),
            "to rebuild the pier by the autumn",
            source="Reval vowed",
            cue="vowed",
            stance=Stance.VOWS,
            modality=Modality.INTENTION,
        ),
        origins=[(OriginKind.OUTLET, "Radio Kestria")],
    )


def _add_toll(
    story: Chronicle, kpa: Report, observer: Report, radio: Report, courier: Report
) -> None:
    nine = kpa.says(
        kpa.speaker("the regional hospital", named=False, kind=EntityKind.ORGANISATION),
        "A fire at the gas terminal of Halven killed at least nine people on Monday",
        source="the regional hospital",
        cue="said.",
    )
    fourteen = observer.says(
        observer.speaker("The hospital in Halven", named=False, kind=EntityKind.ORGANISATION),
        "the number of dead at 14",
        source="The hospital in Halven",
        cue="put",
        said=("2031-03-04", "on Tuesday"),
    )
    seven = radio.says(
        radio.speaker("Ministry of Energy", kind=EntityKind.ORGANISATION),
        "Seven people lost their lives",
        source="the Ministry of Energy",
        cue="according to",
    )
    more = courier.says(
        courier.speaker("rescue workers", named=False, kind=EntityKind.GROUP),
        "The toll rose to between 16 and 19",
        source="rescue workers",
        cue="said on",
        said=("2031-03-05", "Wednesday"),
    )
    _count(kpa, observer, radio, courier, (nine, fourteen, seven, more))
    hospital = (OriginKind.DOCUMENT, "regional hospital")
    first = story.claim(nine, origins=[hospital])
    second = story.claim(fourteen, origins=[hospital])
    story.claim(seven, origins=[(OriginKind.OUTLET, "Radio Kestria")])
    story.claim(more, origins=[(OriginKind.OUTLET, "The Lowland Courier")])
    story.relate(
        RelationKind.REVISES,
        second,
        first,
        words="The hospital counts 14 a day after it counted at least nine.",
        reason="figure",
    )
    _add_day(story, kpa, nine)


def _count(
    kpa: Report, observer: Report, radio: Report, courier: Report, said: tuple[str, str, str, str]
) -> None:
    nine, fourteen, seven, more = said
    kpa.counts(
        "at least nine people",
        low=9,
        high=None,
        what="people killed",
        statement=nine,
        as_of=day("2031-03-03"),
    )
    observer.counts(
        "14", low=14, high=14, what="people killed", statement=fourteen, as_of=day("2031-03-04")
    )
    radio.counts("Seven people", low=7, high=7, what="people killed", statement=seven)
    courier.counts(
        "between 16 and 19",
        low=16,
        high=19,
        what="people killed",
        statement=more,
        as_of=day("2031-03-05"),
    )
    courier.counts("this year", low=0, high=0, unit="visits", what="inspections", where="Halven")


def _add_day(story: Chronicle, kpa: Report, said: str) -> None:
    sentence = kpa.parts[2][1]
    story.timeline.append(
        DatedEvent(date(2031, 3, 3), kpa.id, kpa.span(sentence), kpa.span("Monday"), 3, 1.0)
    )
    kpa.events.append(
        Event(
            "evt-0",
            kpa.id,
            kpa.span("A fire at the gas terminal of Halven killed"),
            "ACCIDENT",
            where="Halven",
            when=day("2031-03-03"),
            statement=said,
        )
    )


def _add_agreed(story: Chronicle, kpa: Report, observer: Report, check: Report) -> None:
    authority = kpa.says(
        kpa.speaker("the port authority", named=False, kind=EntityKind.ORGANISATION),
        "The harbour has been closed since noon",
        source="the port authority said.",
        cue="since noon",
    )
    residents = observer.says(
        observer.speaker("Residents", named=False, kind=EntityKind.GROUP),
        "the harbour was closed within minutes",
        source="Residents",
        cue="said the",
    )
    logs = check.says(
        check.speaker("Harbour logs", kind=EntityKind.DOCUMENT),
        "the port was closed at 12:05 on Monday",
        source="Harbour logs",
        cue="show",
        said=("2031-03-03", "Monday"),
    )
    story.claim(
        authority,
        residents,
        logs,
        origins=[
            (OriginKind.AGENCY, "Kestrian Press Agency"),
            (OriginKind.OUTLET, "Halven Observer"),
            (OriginKind.DOCUMENT, "harbour logs"),
        ],
    )


def _add_unclear(story: Chronicle, observer: Report, check: Report) -> None:
    story.claim(
        observer.says(
            None,
            "more would be found",
            source="They",
            cue="feared",
            confidence=0.41,
            stance=Stance.BELIEVES,
            speaker_why="pronoun, two as likely",
            alternatives=(
                Alternative(observer.referents["Residents"].id, 0.62),
                Alternative(observer.referents["The hospital in Halven"].id, None),
            ),
        ),
        origins=[(OriginKind.UNKNOWN, "")],
    )
    check.says(
        None,
        "it may have been the navy",
        cue="it was said",
        confidence=0.38,
        modality=Modality.POSSIBLE,
    )
