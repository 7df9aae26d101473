"""Where or in what a statement was made: a press conference, a written statement, a platform."""

from whence.annotate.chain.carriers import is_outlet_mention
from whence.annotate.chain.lists import listed
from whence.annotate.chain.names import NameFinder
from whence.annotate.clause import Clause
from whence.annotate.words import Words
from whence.model import Name
from whence.registers import document_noun, venue_noun

_LONGEST = 12


def venues(words: Words, finder: NameFinder, clause: Clause) -> tuple[Name, ...]:
    """The occasions, documents and platforms that a cue's clause says it was said in."""
    found: list[Name] = _taken_to(words, finder, clause)
    around = clause.around
    free = set(around)
    taken = -1
    for index in around:
        if (
            index <= taken
            or words.lower[index] not in listed("before_venue")
            or index + 1 >= len(words)
        ):
            continue
        phrase = finder.phrase(index + 1)
        head = _head(words, phrase)
        venue = head is not None and _is_venue(words, phrase, head, words.lower[index])
        if not venue and not (words.lower[index] == "on" and _is_broadcast(words, finder, phrase)):
            continue
        end = _end(words, finder, phrase, free)
        start = (
            phrase[1] if words.pos[phrase[0]] in {"DT", "PRP$"} and len(phrase) > 1 else phrase[0]
        )
        if start <= end:
            found.append(finder.name(words.span(start, end)))
            taken = end
    return tuple(found)


def _taken_to(words: Words, finder: NameFinder, clause: Clause) -> list[Name]:
    """ "She took to Twitter to say so"."""
    first = (clause.cue or clause.source)[0]
    for index in range(max(1, first - _LONGEST), first - 1):
        taken = words.lower[index] == "to" and words.lower[index - 1] in listed("taking_to")
        same = words.sentence[index] == words.sentence[first]
        if taken and same and words.lower[index + 1] in listed("platforms"):
            return [finder.name(words.tokens[index + 1].span)]
    return []


def _is_broadcast(words: Words, finder: NameFinder, phrase: list[int]) -> bool:
    """ "On CNN", "on the BBC's Newsnight": an outlet that one is heard on."""
    mentions = [finder.of_word.get(index) for index in phrase]
    return any(one is not None and is_outlet_mention(words.text, one) for one in mentions)


def _head(words: Words, phrase: list[int]) -> int | None:
    for number, index in enumerate(phrase):
        if words.lower[index] == "of" or (words.lower[index] in listed("times") and number):
            phrase = phrase[:number]
            break
    return next(
        (index for index in reversed(phrase) if words.pos[index] in {"NN", "NNS", "NNP", "NNPS"}),
        None,
    )


def _is_venue(words: Words, phrase: list[int], head: int, preposition: str) -> bool:
    word = words.lower[head]
    pair = f"{words.lower[head - 1]} {word}" if head else word
    if preposition in {"on", "via", "over", "through"} and word in listed("platforms"):
        return words.forms[head][0].isupper()
    if venue_noun(pair) or venue_noun(word):
        return preposition != "from" or words.pos[phrase[0]] == "DT"
    if preposition in {"in", "on", "via", "through", "from"} and word in listed("spoken_in"):
        return document_noun(word) is not None or word in {"release", "podcast", "blog"}
    return False


def _end(words: Words, finder: NameFinder, phrase: list[int], free: set[int]) -> int:
    """The last word of a venue with the phrases that tell where: "at the U.N. in New York"."""
    last = _before_time(words, phrase)
    total = len(phrase)
    while last == phrase[-1] and last + 1 in free and words.lower[last + 1] in listed("joining"):
        more = finder.phrase(last + 2)
        if not more or total + len(more) > _LONGEST or words.lower[more[0]] in listed("times"):
            break
        if not set(more) <= free:
            break
        phrase, total = more, total + len(more)
        last = _before_time(words, more)
    return last


def _before_time(words: Words, phrase: list[int]) -> int:
    for number, index in enumerate(phrase):
        if number and words.lower[index] in listed("times"):
            return phrase[number - 1]
    return phrase[-1]
