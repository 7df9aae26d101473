"""`whence decide`: a person's word about two articles, before the machine's."""

import getpass
from datetime import UTC, datetime

import click

from whence import pipeline
from whence.cli.console import say
from whence.model import Ruling, Verdict
from whence.store import Access, Ledger

_VERDICTS = {verdict.value.replace(" ", "-"): verdict for verdict in Verdict}


@click.command(short_help="Decide over the machine about two articles.")
@click.argument("ledger", metavar="LEDGER")
@click.argument("verdict", metavar="VERDICT", type=click.Choice(list(_VERDICTS)))
@click.argument("article", metavar="ARTICLE")
@click.argument("other", metavar="ARTICLE")
@click.option("--why", required=True, metavar="TEXT", help="The reason, kept with the decision.")
@click.option("--by", metavar="NAME", help="Who decides; otherwise the name you are logged in by.")
def decide(ledger: str, verdict: str, article: str, other: str, why: str, by: str | None) -> None:
    """Decide that two articles tell the same-story or an other-story, that the first is a reprint
    of the second, or that they are not-reprint: neither owes the other its words.

    An ARTICLE is an id or the beginning of one. The decision holds whenever the machine places or
    links the articles again, until a later one on the same two. open gives them back to the
    machine. Nothing is overwritten.
    """
    ruling = Ruling(_VERDICTS[verdict], article, other, by or _login(), datetime.now(UTC), why)
    with Ledger.open(ledger, Access.WRITE) as opened:
        kept = pipeline.decide(opened, ruling)
    say(f"{kept.article} and {kept.other}: {kept.verdict}, decided by {kept.who}")


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
