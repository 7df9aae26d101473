"""The words that tell of a change in a quantity, with the direction of each.

Our own list: verbs of moving on a scale, as reports of counts, polls, prices and markets use them.
"""

from typing import Literal

from whence.annotate.numerals import word_list

Direction = Literal["up", "down"]

_UP = word_list(
    "rise rises rose risen rising grow grows grew grown growing climb climbs climbed climbing "
    "increase increases increased increasing jump jumps jumped jumping surge surges surged surging "
    "gain gains gained gaining soar soars soared soaring expand expands expanded expanding widen "
    "widens widened widening advance advances advanced advancing spike "
    "spikes spiked leap leaps leapt leaped rocket rocketed skyrocket skyrocketed balloon ballooned "
    "swell swelled swollen accelerate accelerated accelerates strengthen strengthened rebound "
    "rebounds rebounded double doubles doubled doubling triple triples tripled tripling "
    "quadruple quadrupled treble trebled"
)
_DOWN = word_list(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined "
    "declining decrease decreases decreased decreasing slip slips slipped slipping slide slides "
    "slid sliding tumble tumbles tumbled tumbling plunge plunges plunged plunging plummet "
    "plummeted plummeting plummets sink sinks sank sunk sinking shrink shrinks shrank shrunk "
    "shrinking contract contracts contracted narrow narrows narrowed narrowing cut cuts cutting "
    "slash slashes slashed slashing reduce reduces reduced reducing lower lowers lowered lowering "
    "trim trims trimmed trimming dip dips dipped dipping ease eases eased easing shed sheds "
    "shedding dive dives dived dove weaken weakened weakens slump slumps slumped slumping crash "
    "crashed retreat retreats retreated slow slows slowed slowing halve halves halved halving "
    "diminish diminished dwindle dwindled downgrade downgraded"
)
#: Of these only "to", "by" and "from" make a change: one raises money, and lifts a stone.
_UP_WITH_LINK = word_list(
    "raise raises raised raising boost boosts boosted boosting lift lifts lifted lifting hike "
    "hikes hiked hiking upgrade upgraded"
)
_UP_NOUNS = word_list("increase rise growth gain jump surge hike spike uptick upswing raise boost")
_DOWN_NOUNS = word_list("drop fall decline decrease cut reduction slump plunge dip downturn")
#: "Edged up", "went down": the particle tells the direction.
PARTICLES: dict[str, Direction] = {"up": "up", "down": "down"}
MOVES = frozenset(
    word_list(
        "go goes went gone going move moved moves push pushed creep crept inch inched edge edged "
        "tick ticked shoot shot bring brought brings drive drove driven send sent"
    )
)
#: "It made up 60 percent", "blew up 3": the particle belongs to a verb of another meaning.
NO_CHANGE = frozenset(
    word_list(
        "make makes made making account accounts accounted blow blew gun gunned shut come comes "
        "came boil boils boiled"
    )
)


def _table(up: tuple[str, ...], down: tuple[str, ...] = ()) -> dict[str, Direction]:
    rising: dict[str, Direction] = dict.fromkeys(up, "up")
    falling: dict[str, Direction] = dict.fromkeys(down, "down")
    return rising | falling


VERBS = _table(_UP, _DOWN)
LINKED = VERBS | _table(_UP_WITH_LINK)
NOUNS = _table(_UP_NOUNS, _DOWN_NOUNS)
COMPARED = _table(
    word_list("higher more greater bigger larger stronger faster"),
    word_list("lower less fewer smaller weaker slower cheaper"),
)
#: One loses a war, and adds a word: a change only of shares and points.
LOSSES = _table(word_list("add adds added adding"), word_list("lose loses lost losing"))
