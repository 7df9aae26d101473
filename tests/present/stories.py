"""The invented stories that the tests of `present` show: a true-to-life one, and strained ones."""

from dataclasses import replace
from datetime import date

from tests.present.factory import (
    AGENCY,
    CHECK,
    COURIER,
    OBSERVER,
    RADIO,
    Chronicle,
    Report,
    account_of,
    day,
)

from whence.model import (
    Account,
    Basis,
    BlockKind,
    DerivationKind,
    EntityKind,
    Event,
    Failure,
    Form,
    Modality,
    Moment,
    OriginKind,
    Outlet,
    Precision,
    RelationKind,
    Stance,
)

HEAD, STAND = BlockKind.HEADLINE, BlockKind.STANDFIRST


def para(words: str) -> tuple[BlockKind, str]:
    return BlockKind.PARAGRAPH, words


def halven() -> Account:
    """Five reports of an invented fire at a gas terminal."""
    kpa, observer, radio = _agency(), _observer(), _radio()
    courier, check = _courier(), _check()
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
        confidence=0.88,
    )
    _add_cause(story, kpa, radio, courier)
    _add_toll(story, kpa, observer, radio, courier)
    _add_agreed(story, kpa, observer, check)
    story.owes(
        radio,
        kpa,
        DerivationKind.REWRITE,
        shared=["the terminal had been inspected in January"],
    )
    story.owes(courier, "Kestrian Press Agency", DerivationKind.CREDIT, shared=[])
    return account_of(
        story.account(),
        failed=[
            Failure(
                "reports/six.pdf", "input-unknown-format", "whence reads no PDF; save it as text"
            )
        ],
    )


def _agency() -> Report:
    return Report(
        AGENCY,
        [
            (HEAD, "Fire at Halven gas terminal kills at least nine"),
            (BlockKind.DATELINE, "HALVEN, March 3 (KPA)"),
            para(
                "A fire at the gas terminal of Halven killed at least nine people on Monday, the "
                "regional hospital said.",
            ),
            para(
                "Energy Minister Tomas Reval told a briefing that the terminal had been inspected "
                "in January. “Every valve was tested,” Reval said.",
            ),
            para(
                "An official of the port authority, who asked not to be named, said a tanker had "
                "struck the pier.",
            ),
            (BlockKind.CAPTION, "Smoke over the pier at Halven (Photo: Ida Brandt for KPA)"),
            para("The harbour has been closed since noon, the port authority said."),
            (BlockKind.BOILERPLATE, "© Kestrian Press Agency. All rights reserved."),
        ],
        published=Moment("2031-03-03T18:40+01:00", Precision.MINUTE, Basis.METADATA),
        url="https://kpa.example/halven-1",
    )


def _observer() -> Report:
    return Report(
        OBSERVER,
        [
            (HEAD, "“No one came here in January”"),
            (STAND, "Terminal workers dispute the minister’s account of the fire"),
            para(
                "“No inspector has set foot in the terminal since last summer,” Jana Mirel, who "
                "leads the terminal’s union, told the Halven Observer on Tuesday.",
            ),
            para("The hospital in Halven put the number of dead at 14 on Tuesday."),
            para("Residents said the harbour was closed within minutes."),
            para("They feared that more would be found, one of them said."),
        ],
        published=day("2031-03-04"),
        place="reports/observer.html",
        byline="Ana Sollis",
    )


def _radio() -> Report:
    return Report(
        RADIO,
        [
            (HEAD, "Government: terminal was in order"),
            para(
                "Energy Minister Reval has said that the terminal had been inspected in January "
                "and was in order. He denied that a tanker had struck the pier.",
            ),
            para("Reval vowed to rebuild the pier by the autumn."),
            para("Seven people lost their lives, according to the Ministry of Energy."),
        ],
        published=Moment(
            "2031-03-04",
            Precision.DAY,
            Basis.INFERRED,
            evidence="the text names Monday 3 March as yesterday",
        ),
        place="reports/radio.jsonl#7",
    )


def _courier() -> Report:
    return Report(
        COURIER,
        [
            (HEAD, "Records show no inspection at Halven"),
            para(
                "The register of inspections lists no visit to Halven this year. The register "
                "contradicts the minister, who said on Monday that one took place.",
            ),
            para(
                "“We never sent anyone,” a spokeswoman for the Ministry of Energy said, according "
                "to the Kestrian Press Agency.",
            ),
            para("The toll rose to between 16 and 19, rescue workers said on Wednesday."),
            para("A tanker captain said his ship had touched the pier “hardly at all”."),
        ],
        published=day("2031-03-05"),
        place="reports/courier.txt",
    )


def _check() -> Report:
    return Report(
        CHECK,
        [
            (HEAD, "What we know of the fire at Halven"),
            para("Harbour logs show that the port was closed at 12:05 on Monday."),
            para("It is not clear who gave the order; it may have been the navy, it was said."),
        ],
        published=day("2031-03-06"),
        place="reports/check.txt",
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
    kpa.events.append(
        Event(
            "evt-0",
            kpa.id,
            kpa.span("A fire at the gas terminal of Halven killed"),
            "ACCIDENT",
            where="Halven",
            when=day("2031-03-03"),
            statement=nine,
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
    story.claim(
        observer.says(
            None,
            "more would be found",
            source="They",
            cue="feared",
            confidence=0.41,
            stance=Stance.BELIEVES,
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


def quiet() -> Account:
    """One article, one statement, no dispute, no date."""
    report = Report(
        OBSERVER,
        [
            (HEAD, "Library to open on Sundays"),
            para("The library opens on Sundays, its keeper said."),
        ],
    )
    said = report.says(
        report.speaker("its keeper", named=False),
        "The library opens on Sundays",
        source="its keeper",
        cue="said",
    )
    story = Chronicle("Library to open on Sundays", [report])
    story.claim(said, origins=[(OriginKind.OUTLET, "Halven Observer")])
    return account_of(story.account())


def unknown() -> Account:
    """An article of which nothing is known, in which nothing was read."""
    report = Report(
        Outlet(""), [para("Words without a source.")], language=None, title="", place="-"
    )
    story = Chronicle("", [report])
    return account_of(story.account())


def scripts() -> Account:
    """Right-to-left and Chinese words, an override, and names of a hundred characters."""
    long_name = "Her Excellency " + "Maria-Konstantina " * 4 + "of the Upper and Lower Valleys"
    arabic = Report(
        Outlet("صحيفة المرفأ", "marfa.example"),
        [
            (HEAD, "الوزير ينفي وقوع الحريق"),
            para("قال الوزير سالم الهادي إن الحريق لم يقع أبدا."),
        ],
        published=day("2031-03-04"),
        language="ar",
    )
    chinese = Report(
        Outlet("港口日报", "gangkou.example"),
        [
            (HEAD, "部长证实火灾"),
            para(
                "部长萨利姆表示，火灾确实发生在星期一，造成九人死亡，港口全部关闭，直到另行通知为止。",
            ),
        ],
        published=day("2031-03-05"),
        language="zh",
    )
    override = Report(
        Outlet("Spoof \u202e gnihtyna", "spoof.example"),
        [
            (HEAD, "Words \u202e turned around"),
            para(f"{long_name} said “\u202eno\u202c” to it\u2066."),
        ],
        published=day("2031-03-05"),
    )
    never = arabic.says(
        arabic.speaker("سالم الهادي"),
        "الحريق لم يقع أبدا",
        source="الوزير سالم الهادي",
        cue="قال",
        stance=Stance.DENIES,
    )
    did = chinese.says(
        chinese.speaker("萨利姆"),
        "火灾确实发生在星期一，造成九人死亡",
        source="部长萨利姆",
        cue="表示",
        stance=Stance.CONFIRMS,
    )
    no = override.says(
        override.speaker(long_name),
        "“\u202eno\u202c” to it\u2066",
        source=long_name,
        cue="said",
        form=Form.DIRECT,
    )
    chinese.counts("九人", low=9, high=9, what="死亡")
    story = Chronicle(
        "الوزير ينفي وقوع الحريق", [arabic, chinese, override], date(2031, 3, 4), date(2031, 3, 5)
    )
    a = story.claim(never, origins=[(OriginKind.OUTLET, "صحيفة المرفأ")])
    b = story.claim(did, origins=[(OriginKind.OUTLET, "港口日报")])
    story.claim(no, origins=[(OriginKind.OUTLET, long_name)])
    story.relate(RelationKind.CONTRADICTS, a, b, words="أحدهما ينفي ما يؤكده الآخر", confidence=0.9)
    return account_of(story.account())


PAYLOADS = (
    "<script>window.hit=1</script>",
    "\"><img src=x onerror='window.hit=1'>",
    "</style></title><svg onload=window.hit=1>",
    "javascript:window.hit=1",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='window.hit=1",
    "-->]]></script><iframe srcdoc='<script>top.hit=1</script>'>",
    "\x1b[31mred\x07\u202e",
)


def hostile() -> Account:
    """Every field of every noun that a stranger may fill is a payload."""
    evil = " ".join(PAYLOADS)
    reports = []
    for n in range(2):
        report = Report(
            Outlet(f"{evil} {n}", evil, evil),
            [(HEAD, f"{evil} {n}"), (STAND, evil), para(f"{evil} said that {evil} then {evil}")],
            published=Moment("2031-03-04", Precision.DAY, Basis.INFERRED, evidence=evil),
            language=evil,
            url=evil,
            byline=evil,
            place=evil,
            id=f"art-{n}{evil}",
        )
        reports.append(report)
    ids = [
        report.says(
            report.speaker(f"{evil} {n}", role=evil, named=n == 0),
            evil,
            source=evil,
            cue="said that",
            told=(PAYLOADS[0],),
            via=(PAYLOADS[1],),
            venue=(PAYLOADS[2],),
            form=Form.DIRECT,
            speaker_why=evil,
        )
        for n, report in enumerate(reports)
    ]
    for report in reports:
        report.counts(
            "said",
            low=1 if report is reports[0] else 2,
            high=3 if report is reports[1] else 1,
            what=evil,
            unit=evil,
            where=evil,
            as_of=day("2031-03-04"),
            statement=report.statements[0].id,
        )
        report.events.append(
            Event(f"e{evil}", report.id, report.span(evil), evil, evil, evil, evil)
        )
    story = Chronicle(evil, reports, date(2031, 3, 4), date(2031, 3, 4))
    a = story.claim(ids[0], origins=[(OriginKind.AGENCY, evil)])
    b = story.claim(ids[1], origins=[(OriginKind.DOCUMENT, f"{evil} 2")])
    story.relate(
        RelationKind.CONTRADICTS, a, b, words=evil, reason=evil, passages=[(reports[0], evil)]
    )
    story.relate(
        RelationKind.REVISES, a, b, words=evil, reason=evil, passages=[(reports[1], "said")]
    )
    story.owes(reports[0], evil, DerivationKind.CREDIT, shared=["said"])
    return account_of(story.account(), failed=[Failure(evil, evil, evil)])


def several() -> Account:
    """Three stories in one account."""
    first, second, third = halven(), quiet(), scripts()
    return Account(second.stories + first.stories + third.stories, first.failed)


def many_disputes(count: int = 40) -> Account:
    """One claim that many others stand against, two by two."""
    report = Report(
        AGENCY,
        [
            (HEAD, "They quarrel"),
            *(para(f"Speaker {n} said that it is number {n}.") for n in range(count)),
        ],
        published=day("2031-03-04"),
    )
    story = Chronicle("They quarrel", [report], date(2031, 3, 4), date(2031, 3, 4))
    claims = [
        story.claim(
            report.says(
                report.speaker(f"Speaker Number{n}"),
                f"it is number {n}.",
                source=f"Speaker {n} said",
                cue="said",
            ),
            origins=[(OriginKind.AGENCY, AGENCY.name)],
        )
        for n in range(count)
    ]
    for a, b in zip(claims[::2], claims[1::2], strict=True):
        story.relate(RelationKind.CONTRADICTS, a, b, words="They cannot both be.")
    return account_of(story.account())


def reprinted(articles: int = 100) -> Account:
    """One agency report and its reprints."""
    reports = []
    for n in range(articles):
        template = _agency()
        report = Report(
            replace(AGENCY, name=f"Outlet {n}", domain=f"outlet{n}.example"),
            [*template.parts, para(f"Outlet {n} adds a paragraph of its own. " * 20)],
            published=day(f"2031-03-{n % 28 + 1:02d}"),
            id=f"art-{n}",
        )
        reports.append(report)
    story = Chronicle("A report that all reprint", reports, date(2031, 3, 1), date(2031, 3, 28))
    said = [
        report.says(
            report.speaker("Tomas Reval"),
            "the terminal had been inspected in January",
            source="Energy Minister Tomas Reval",
            cue="told",
        )
        for report in reports
    ]
    story.claim(*said, origins=[(OriginKind.AGENCY, AGENCY.name)])
    return account_of(story.account())


ALL = {
    "halven": halven,
    "quiet": quiet,
    "unknown": unknown,
    "scripts": scripts,
    "hostile": hostile,
    "several": several,
    "many_disputes": many_disputes,
    "reprinted": lambda: reprinted(30),
    "nothing": lambda: Account((), (Failure("x.pdf", "input-unknown-format", "no PDF"),)),
}
