"""The account as one page: a single file that opens offline and asks nothing of anyone."""

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from whence.model import Account
from whence.present.neutral import neutral, plain
from whence.present.story import page_context

_BETWEEN_TAGS = re.compile(r">\n(?=[<{])")
#: A value that a template writes out, which needs no quotation marks before a space or the end.
_PLAIN_VALUE = re.compile(r"""(?<= )([a-z-]+)="([\w-]+)"(?=[ >])""")


def render_page(account: Account) -> str:
    """The account as one self-contained HTML document.

    The words of articles are shown as text whatever they hold, and a content security policy
    allows the page's own style and script by their hashes and nothing else.
    """
    style, script = static("page.css"), static("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            page=page_context(account),
            style=Markup(style),  # noqa: S704 - the page's own, from the package
            script=Markup(script),  # noqa: S704
            policy=policy,
        )
    )


class _Dense(Extension):
    """Leaves out of a template what only makes it readable, and the page larger.

    Line breaks between tags, each of which would be a node; quotation marks around plain values.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        del name, filename
        return _PLAIN_VALUE.sub(r"\1=\2", _BETWEEN_TAGS.sub(">", source))


@cache
def environment() -> Environment:
    """The templates of `present`, which escape and neutralise every value that they print."""
    made = Environment(
        loader=PackageLoader("whence.present"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_Dense],
    )
    made.tests["plain"] = plain
    return made


@cache
def static(name: str) -> str:
    """The text of a file that pages carry with them."""
    return (resources.files("whence.present") / "static" / name).read_text("utf-8")


def _shown(value: object) -> object:
    """A value as a template prints it; markup is the page's own and stays."""
    return neutral(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
