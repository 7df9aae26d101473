"""The forms of English verbs, as far as changing sentences asks for them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

BE: Final = frozenset({"is", "are", "was", "were", "am", "'s", "'re", "’s", "’re"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})

_LISTED = (
    "began:begin became:become broke:break brought:bring built:build bought:buy came:come "
    "chose:choose cut:cut dealt:deal did:do drew:draw drove:drive fell:fall felt:feel "
    "fought:fight found:find flew:fly forgot:forget gave:give went:go grew:grow had:have "
    "heard:hear held:hold kept:keep knew:know led:lead left:leave lost:lose made:make "
    "meant:mean met:meet paid:pay put:put ran:run rose:rise said:say saw:see sent:send set:set "
    "shot:shoot showed:show sat:sit slept:sleep spoke:speak spent:spend stood:stand "
    "took:take taught:teach told:tell thought:think threw:throw understood:understand "
    "won:win wrote:write wore:wear hit:hit hurt:hurt let:let shut:shut sold:sell "
    "struck:strike swore:swear withdrew:withdraw fled:flee fed:feed laid:lay sought:seek "
    "sank:sink rang:ring has:have does:do goes:go"
)
_IRREGULAR: Final = dict(pair.split(":") for pair in _LISTED.split())


def base(form: str, tag: str, known: AbstractSet[str]) -> str | None:
    """Return the base of a finite verb; None where it is not among the `known` bases."""
    form = form.lower()
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if tag == "VBP":
        return form if form in known else None
    ends = {"VBD": ("ed", "d"), "VBZ": ("es", "s")}.get(tag, ())
    tried = [form[: -len(end)] for end in ends if form.endswith(end)]
    if tag == "VBD" and form.endswith("ed") and len(form) > 5 and form[-3] == form[-4]:
        tried.insert(0, form[:-3])
    if form.endswith(("ied", "ies")):
        tried.insert(0, form[:-3] + "y")
    if form.endswith("ed"):
        tried.insert(1, form[:-1])
    return next((each for each in tried if each in known), None)


def doing(verb: str) -> str:
    """Return the -ing form of a base, by the rules of spelling."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    short = len(verb) == 3 and verb[-1] not in "wxyaeiou" and verb[-2] in "aeiou"
    return verb + verb[-1] + "ing" if short and verb[0] not in "aeiou" else verb + "ing"
