"""Invented stories that strain a page: little, much, strange scripts, hostile words."""

from dataclasses import replace
from datetime import date

from tests.present.factory import AGENCY, OBSERVER, Chronicle, Report, account_of, day
from tests.present.halven import halven
from tests.present.halven_reports import HEAD, STAND, agency, para

from whence.model import (
    Account,
    Basis,
    DerivationKind,
    Event,
    Failure,
    Form,
    Moment,
    OriginKind,
    Outlet,
    Precision,
    RelationKind,
    Stance,
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


def _arabic() -> Report:
    return Report(
        Outlet("صحيفة المرفأ", "marfa.example"),
        [
            (HEAD, "الوزير ينفي وقوع الحريق"),
            para("قال الوزير سالم الهادي إن الحريق لم يقع أبدا."),
        ],
        published=day("2031-03-04"),
        language="ar",
    )


def _chinese() -> Report:
    return Report(
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


def _override(name: str) -> Report:
    return Report(
        Outlet("Spoof \u202e gnihtyna", "spoof.example"),
        [
            (HEAD, "Words \u202e turned around"),
            para(f"{name} said “\u202eno\u202c” to it\u2066."),
        ],
        published=day("2031-03-05"),
    )


def scripts() -> Account:
    """Right-to-left and Chinese words, an override, and names of a hundred characters."""
    long_name = "Her Excellency " + "Maria-Konstantina " * 4 + "of the Upper and Lower Valleys"
    arabic, chinese, override = _arabic(), _chinese(), _override(long_name)
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


def _hostile_report(evil: str, n: int) -> Report:
    return Report(
        Outlet(f"{evil} {n}", evil, evil),
        [(HEAD, f"{evil} {n}"), (STAND, evil), para(f"{evil} said that {evil} then {evil}")],
        published=Moment("2031-03-04", Precision.DAY, Basis.INFERRED, evidence=evil),
        language=evil,
        url=evil,
        byline=evil,
        place=evil,
        id=f"art-{n}{evil}",
    )


def hostile() -> Account:
    """Every field of every noun that a stranger may fill is a payload."""
    evil = " ".join(PAYLOADS)
    reports = [_hostile_report(evil, n) for n in range(2)]
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


def many_disputes(count: int = 80) -> Account:
    """Forty disputes, of two claims each."""
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
        template = agency()
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


def one_article() -> Account:
    """One article in which two speakers contradict each other."""
    report = Report(
        OBSERVER,
        [
            (HEAD, "Was the gate shut?"),
            para("The gate was shut, Ana Sollis said. The gate was open, Ben Tarn said."),
        ],
        published=day("2031-03-04"),
    )
    story = Chronicle("Was the gate shut?", [report], date(2031, 3, 4), date(2031, 3, 4))
    shut, opened = (
        story.claim(
            report.says(report.speaker(name), words, source=name, cue="said"),
            origins=[(OriginKind.OUTLET, OBSERVER.name)],
        )
        for name, words in (("Ana Sollis", "The gate was shut"), ("Ben Tarn", "The gate was open"))
    )
    story.relate(RelationKind.CONTRADICTS, opened, shut, words="It was open or shut.")
    return account_of(story.account())


def long_names() -> Account:
    """Speakers, outlets, origins and figures with names of a hundred characters, some unbroken."""
    spaced = "The Honourable " + "Bartholomew Montmorency " * 3 + "of the Seventeen Districts"
    unbroken = (
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    )
    story = Chronicle(f"{spaced} against {unbroken}", [], date(2031, 3, 4), date(2031, 3, 4))
    claims = []
    for name, words in ((spaced, "four ships sank"), (unbroken[:100], "nine ships sank")):
        report = Report(
            Outlet(f"Gazette of {name}"),
            [(HEAD, f"{name} speaks"), para(f"{name} said that {words} off the coast.")],
            published=day("2031-03-04"),
            id=f"art-{len(claims)}",
        )
        story.reports.append(report)
        said = report.says(report.speaker(name, role=name), words, source=name, cue="said that")
        number = 4 if words.startswith("four") else 9
        report.counts(words, low=number, high=number, what="ships " + name, statement=said)
        report.counts("ships", low=number, high=number, what="ships", statement=said)
        claims.append(story.claim(said, origins=[(OriginKind.DOCUMENT, f"log of {name}")]))
    story.relate(RelationKind.CONTRADICTS, *claims, words=f"{spaced} and {unbroken} differ.")
    return account_of(story.account())


def wholly_unknown() -> Account:
    """A statement of nobody known, by no known outlet, on no known day, of no known origin."""
    report = Report(
        Outlet(""), [para("It is said that a bridge fell.")], language=None, title="", place="-"
    )
    said = report.says(None, "a bridge fell", cue="is said", confidence=0.21)
    report.counts("a bridge", low=None, high=None, statement=said)
    story = Chronicle("", [report])
    story.claim(said, origins=[(OriginKind.UNKNOWN, "")])
    return account_of(story.account())
