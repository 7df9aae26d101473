"""What a quantity counts or measures, in the words of the text."""

from dataclasses import dataclass

from whence.annotate.figures.candidates import Covered
from whence.annotate.figures.change import Move
from whence.annotate.figures.movements import PARTICLES
from whence.annotate.figures.quantity import Quantity
from whence.annotate.figures.tagged import Tagged
from whence.annotate.numerals import word_list

#: What befalls those who are counted; "9 civilians were killed" counts "civilians killed".
OUTCOMES = frozenset(
    word_list(
        "killed wounded injured hurt dead missing displaced arrested detained kidnapped abducted "
        "destroyed damaged hit evacuated rescued infected hospitalised hospitalized executed freed "
        "released captured homeless stranded trapped drowned slain massacred martyred shot charged "
        "convicted sentenced jailed deported expelled suspended sacked dismissed hospitalised died "
        "perished affected uprooted exiled bombed struck targeted demolished registered saved "
        "driven"
    )
)
#: Whoever died is dead; that somebody killed them is for the text to say.
_CANONICAL = {
    "died": "dead",
    "perished": "dead",
    "drowned": "dead",
    "slain": "killed",
    "hurt": "injured",
}
#: Verbs of doing that to others, before the number: "strikes killed 9 civilians".
_DOING = {
    word: word
    for word in word_list(
        "killed wounded injured displaced arrested detained kidnapped abducted destroyed damaged "
        "hit evacuated rescued infected executed freed released captured shot deported expelled "
        "uprooted bombed struck targeted demolished saved"
    )
} | {
    "kill": "killed",
    "wound": "wounded",
    "injure": "injured",
    "arrest": "arrested",
    "displace": "displaced",
    "destroy": "destroyed",
    "killing": "killed",
    "wounding": "wounded",
    "injuring": "injured",
    "displacing": "displaced",
    "destroying": "destroyed",
    "damaging": "damaged",
    "leaving": "",
}
#: Nouns that name a count or a price: "the toll rose to 12", "a loss of $3 million".
_MEASURES = frozenset(
    word_list(
        "toll number total count tally population price cost loss profit revenue income budget "
        "deficit surplus debt rate share turnout figure value worth fine bill salary wage wages "
        "fee reward bounty casualties deaths fatalities injuries losses sales exports imports "
        "earnings level levels speed temperature depth height weight length width distance area "
        "magnitude capacity output production size age lead margin yield index fund damage aid "
        "inflation unemployment growth grant loan investment funding ransom estimate rating support"
    )
)
_LINKS = frozenset(
    word_list("to at of as was is were are be reached hit stood totalled totaled from by exceeded")
)
_COPULAS = frozenset(word_list("was is were are be been reached hit totalled totaled exceeded"))
_BOUNDING = frozenset(word_list("exceed exceeds exceeded topped tops surpassed"))
_STOPS = frozenset(word_list(', ; : that if as while but ( ) [ ] " “ ” ’ ‘ —'))
_CHANGES = frozenset(
    word_list(
        "rose rise rises risen fell fall falls fallen grew grow grows grown climbed dropped drop "
        "increased increase declined decline jumped slipped surged gained lost shrank plunged "
        "soared edged slid tumbled doubled expanded contracted cut raised slumped widened narrowed "
        "cost costs exceed exceeds exceeded"
    )
)
_ADVERBS = ("RB", "RBR")
_SKIPPED = frozenset(word_list("more other additional further extra new of the its their his her"))
_INSIDE = ("NN", "JJ", "HYPH", "POS")
_REACH = 8
_SHORT = 5  # words
_SUBJECT = 14  # words of a subject with all that hangs on it


@dataclass(frozen=True, slots=True)
class Counted:
    """The words for what is counted, and the index after them (of the quantity if none follow)."""

    words: str | None
    end: int


def counted(text: Tagged, quantity: Quantity, covered: Covered, move: Move | None) -> Counted:
    """What `quantity` counts: the nouns after it with what befell them, else those before it."""
    first = _opening(text, quantity)
    inside = first < len(text.words)
    apart = inside and (text.words.fresh[first] or covered.by_time(text.words.starts[first]))
    follows = _may_follow(text, quantity) and not apart
    named = text.words.form(quantity.first - 1) if quantity.unit is None else ""
    if named == "magnitude":
        return Counted(named, quantity.end)
    whole = text.words.form(first - 1)
    if whole in ("them", "whom", "which") and text.tag(first).startswith("VB"):
        follows = False  # "20 lorries, five of them carrying food"
    end = _noun_phrase_end(text, first) if follows else first
    if end > first:
        return _following(text, quantity, first, end, move)
    if quantity.unit is None:
        outcome = _bare_outcome(text, quantity.end)
        if outcome:
            return Counted(_CANONICAL.get(outcome, outcome), quantity.end + 1)
        if text.words.form(first - 2) == "of" and text.words.form(first) in OUTCOMES:
            return Counted(text.words.form(first), first + 1)  # "three of the dead"
        if done := _outcome_before(text, quantity):
            return Counted(done, quantity.end)
    return Counted(_measure_before(text, quantity) or _moved(text, move), quantity.end)


def _following(
    text: Tagged, quantity: Quantity, first: int, end: int, move: Move | None
) -> Counted:
    """The nouns ``[first, end)`` after a quantity, with what befell them."""
    if move is not None and move.verb == end - 1 and text.words.form(end) in ("in", "of"):
        inner = text.past(end + 1, lambda k: text.pos[k] in ("DT", "PRP$"))
        moving = _noun_phrase_end(text, inner)
        if moving > inner and text.together(first, inner):
            return Counted(_join(text, inner, moving), moving)  # "a 3 percent rise in rents"
    noun = _join(text, first, end)
    outcome = _outcome_after(text, end) or _outcome_before(text, quantity)
    if quantity.unit is not None or outcome in noun.split():
        outcome = ""
    return Counted(f"{noun} {outcome}".strip(), end)


def _moved(text: Tagged, move: Move | None) -> str | None:
    """What a verb of change moves, else what moves: "raised its bid to", "the bid rose to"."""
    if move is None:
        return None
    if text.words.form(move.verb) in PARTICLES:  # "the index closed down 2 percent"
        return _subject(text, move.verb - text.tag(move.verb - 1).startswith("VB"))
    noun = text.tag(move.verb + 1) not in ("DT", "PRP$", "NNS")
    if not text.tag(move.verb).startswith("VB") and noun:
        return None
    first = move.verb + 1 + (text.words.form(move.verb + 1) in ("up", "down"))
    while text.tag(first) in ("DT", "PRP$") and text.together(move.verb, first):
        first += 1
    end = _noun_phrase_end(text, first)
    if first < end and text.together(move.verb, first) and text.tag(first) != "CD":
        return _join(text, first, end)
    return _subject(text, move.verb)


def _subject(text: Tagged, verb: int) -> str | None:
    """The head of what the clause of `verb` is about, unless it is a name."""
    last = text.past(verb - 1, lambda k: _is_auxiliary(text, k), step=-1)
    first = last
    for j in range(last, max(-1, last - _SUBJECT), -1):
        finite = text.tag(j) in ("VBD", "VBZ", "VBP", "VB", "MD", "CC") or text.tag(j)[:1] == "W"
        ends = finite or text.words.forms[j] in _STOPS
        if ends or not text.together(j, verb):
            break
        first = j
    first = text.past(first, lambda k: text.pos[k] in ("DT", "PRP$"))
    end = _noun_phrase_end(text, first) if text.together(first, verb) else first
    if end <= first or end - 1 > last or text.tag(end - 1).startswith("NNP"):
        return None
    if text.words.form(end) in ("in", "for") and last - first < _SHORT:
        return _join(text, first, last + 1)  # "shares in the bank"
    return _measure_phrase(text, end - 1)


def _may_follow(text: Tagged, quantity: Quantity) -> bool:
    """Measures lead to a noun by "of" or a hyphen only: "3 tons of rice", "a 10-day truce"."""
    words, unit = text.words, quantity.unit
    if unit is None or unit.is_money or unit.name.endswith(("percent", "point")):
        return True
    if words.form(quantity.end) == "-" and words.glued(quantity.end):
        return True  # "a 30cm-diameter well"
    return words.form(quantity.end) == "of" or "-" in words.forms[quantity.last : quantity.end]


def _opening(text: Tagged, quantity: Quantity) -> int:
    """The first word of the noun phrase after the number, determiners and "of" passed over."""
    words, i = text.words, quantity.end
    if words.form(i) in ("-", "–") and words.glued(i):
        i += 1
    unit = quantity.unit
    if words.form(i) == "of" and words.form(i + 1) in ("them", "whom", "which"):
        i += 2
    linked = words.form(i) in ("in", "worth") and unit is not None and unit.is_money
    if words.form(i) == "of" or linked:
        i += 1
        if words.form(i) == "of":
            i += 1
        i = text.past(i, lambda k: text.pos[k] in ("DT", "PRP$", "CD", "PDT"))
    part = ("DT", "PRP$", "CD") if quantity.part else ()
    return text.past(
        i, lambda k: (words.forms[k] in _SKIPPED or text.pos[k] in part) and not words.fresh[k]
    )


def _noun_phrase_end(text: Tagged, first: int) -> int:
    """The end of the noun phrase that begins with `first`, or `first` where none does."""
    words, end, i = text.words, first, first
    compound = first > 0 and words.forms[first - 1] == "-" and words.glued(first)
    if compound and words.forms[first] == "strong":
        return _noun_phrase_end(text, first + 1)  # "a 300-strong crowd"
    if compound and text.tag(first)[:2] in ("NN", "JJ", "CD"):
        return first + 1  # a "16-nation" bloc counts nations
    while i < len(words) and (i == first or not words.fresh[i]) and i - first < _REACH:
        tag, form = text.tag(i), words.forms[i]
        hyphen = i > first and words.glued(i) and "-" in (form, words.forms[i - 1])
        model = tag == "CD" and form.isalpha() and words.form(i + 1) == "-"  # "F-16 jets"
        modifier = tag in ("VBN", "VBG", "VBD") and text.tag(i + 1).startswith((*_INSIDE, "CC"))
        joined = tag == "CC" and _joins_adjectives(text, i, first)
        if not (tag.startswith(_INSIDE) or hyphen or model or joined or (modifier and i == first)):
            break
        if form in ("%", "/") or (form in OUTCOMES and tag.startswith("JJ") and end > first):
            break
        i += 1
        if tag.startswith("NN") or hyphen:
            end = i if tag.startswith("NN") else end
            if tag == "NN" and _joins_plural(text, i):
                i += 1
                continue
            if tag in ("NNS", "NNPS") and not text.tag(i).startswith(("NN", "POS")):
                break  # "12 targets late Thursday": the plural ends what is counted
    return end


def _joins_adjectives(text: Tagged, i: int, first: int) -> bool:
    """ "Uniformed and plainclothes officers": "and" between what describes those counted."""
    before, after = text.tag(i - 1), text.tag(i + 1)
    if i == first or not before.startswith(("JJ", "VBN", "VBD")):
        return False
    return after.startswith(("JJ", "VBN", "NN")) and text.tag(i + 2).startswith("NN")


def _joins_plural(text: Tagged, i: int) -> bool:
    """ "Lobbying and consulting firms": whether "and" goes on to the noun that is counted."""
    if text.tag(i) != "CC":
        return False
    plural = text.tag(i + 2) == "NNS" and text.tag(i + 1) in ("NN", "JJ", "VBG")
    return plural and text.together(i, i + 2)


def _join(text: Tagged, first: int, end: int) -> str:
    words = text.words
    pieces = [words.written[i] for i in range(first, end)]
    joined = pieces[0]
    for i, piece in zip(range(first + 1, end), pieces[1:], strict=True):
        joined += piece if words.glued(i) else f" {piece}"
    return joined


def _is_auxiliary(text: Tagged, i: int) -> bool:
    return text.words.forms[i] in _AUXILIARIES or text.pos[i] in (*_ADVERBS, "MD")


def _bare_outcome(text: Tagged, i: int) -> str:
    """ "82 were killed", "12 dead", "1,700 injured"."""
    j = i + (text.words.form(i) in ("more", "others"))
    j = text.past(j, lambda k: _is_auxiliary(text, k))
    form = text.words.form(j)
    return form if form in OUTCOMES and text.together(i - 1, j) else ""


_AUXILIARIES = frozenset(
    word_list(
        "was were is are has have had been be being feared believed left known to confirmed "
        "presumed thought reported"
    )
)


def _outcome_after(text: Tagged, end: int) -> str:
    """ "9 civilians were reportedly killed", "60 people dead"; a part put in between is skipped."""
    j = end
    if text.words.form(j) in ("including", ",", "and") and text.together(end - 1, j):
        while j < end + _REACH and text.words.form(j) not in _AUXILIARIES:
            if text.tag(j) == "VBD":
                return ""
            j += 1
    outcome = _bare_outcome(text, j)
    return _CANONICAL.get(outcome, outcome) if text.together(end - 1, j) else ""


def _outcome_before(text: Tagged, quantity: Quantity) -> str:
    """ "Strikes killed 9 civilians", "wounding 12 people"."""
    i = quantity.start - 1
    if not text.together(i, quantity.start):
        return ""
    i = text.past(i, lambda k: text.pos[k] in ("RB", "DT") and text.together(k - 1, k), step=-1)
    return _DOING.get(text.words.form(i), "")


def _measure_before(text: Tagged, quantity: Quantity) -> str | None:
    """ "The death toll rose to 12", "a loss of $3 million": the noun that names the count."""
    words, start = text.words, quantity.start
    last = start - 1
    if not text.together(last, start):
        return None
    if quantity.start < quantity.first and _has_verb(text, quantity):
        return _subject(text, quantity.start)
    changing = _changing_before(text, last)
    if changing is not None or words.form(last) not in _LINKS:
        return changing
    for i in range(last, max(-1, last - _REACH), -1):
        clause = words.forms[i] in (",", ";", ":") and words.forms[i + 1] not in ("which", "that")
        if clause or not text.together(i, start):
            break
        if words.forms[i] in _MEASURES and text.tag(i).startswith("NN"):
            return _measure_phrase(text, i)
    if words.form(last) == "of" and text.tag(last - 1).startswith("NN"):
        return _measure_phrase(text, last - 1)
    measures = quantity.unit is not None and words.form(last) in _COPULAS
    return _subject(text, last) if measures else None


def _has_verb(text: Tagged, quantity: Quantity) -> bool:
    """ "The fine may not exceed 2 million": a verb that bounds the number."""
    return not _BOUNDING.isdisjoint(text.words.forms[quantity.start : quantity.first])


def _changing_before(text: Tagged, last: int) -> str | None:
    """ "Prices rose by 3 percent": the noun whose change the verb tells."""
    forms = text.words.forms
    i = text.past(
        last,
        lambda k: forms[k] in ("by", "another", "to") or text.pos[k] in _ADVERBS,
        step=-1,
    )
    if text.words.form(i) not in _CHANGES or not text.together(i, last):
        return None
    raising = i == last and text.words.form(i) == "raised"
    i = text.past(i - 1, lambda k: _is_auxiliary(text, k), step=-1)
    if not (text.together(i, last) and text.tag(i).startswith("NN")):
        return None
    for j in range(i, max(-1, i - _SUBJECT), -1):  # "the toll from the flood in the valley rose"
        if not text.together(j, last) or text.tag(j).startswith(("VB", "MD")):
            break
        if text.words.forms[j] in _MEASURES and text.tag(j).startswith("NN"):
            return _measure_phrase(text, j)
    if raising:
        return None  # those who raise money are not raised
    return _subject(text, i + 1) or _measure_phrase(text, i)


def _measure_phrase(text: Tagged, head: int) -> str:
    first, end = _noun_phrase_start(text, head), head + 1
    if text.words.form(first - 1 - (text.tag(first - 1) == "DT")) in ("in", "of", "for"):
        outer = first - 2 - (text.tag(first - 1) == "DT")
        if text.together(outer, head) and text.tag(outer).startswith("NN"):
            first = _noun_phrase_start(text, outer)  # "shares in the bank"
    if text.words.form(end) == "of":
        inner = end + 1 + (text.tag(end + 1) in ("DT", "PRP$"))
        last = text.past(
            inner,
            lambda k: (
                text.pos[k] != "JJR"
                and text.pos[k].startswith(("NN", "JJ", "VBN"))
                and text.together(head, k)
            ),
        )
        end = last if last > inner else end  # "number of displaced"
    return _join(text, first, end)


def _noun_phrase_start(text: Tagged, head: int) -> int:
    before = text.past(
        head - 1,
        lambda k: text.pos[k].startswith(("NN", "JJ")) and text.together(k, head),
        step=-1,
    )
    return before + 1
