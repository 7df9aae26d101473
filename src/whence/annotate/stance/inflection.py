"""The forms of English verbs, so that a lexicon of lemmas finds every form."""

from functools import lru_cache

_VOWELS = frozenset("aeiou")

#: Irregular forms of the lexicon's verbs, without the lemma itself.
_IRREGULAR = {
    "be": ("is", "are", "am", "was", "were", "been", "being", "'s", "'re", "'m"),
    "have": ("has", "had", "having", "'ve"),
    "do": ("does", "did", "done", "doing"),
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "read": ("reads", "read", "reading"),
    "sing": ("sings", "sang", "sung", "singing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "teach": ("teaches", "taught", "teaching"),
    "show": ("shows", "showed", "shown", "showing"),
    "find": ("finds", "found", "finding"),
    "go": ("goes", "went", "gone", "going"),
    "give": ("gives", "gave", "given", "giving"),
    "make": ("makes", "made", "making"),
    "put": ("puts", "put", "putting"),
    "hold": ("holds", "held", "holding"),
    "bear": ("bears", "bore", "borne", "bearing"),
    "prove": ("proves", "proved", "proven", "proving"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "see": ("sees", "saw", "seen", "seeing"),
    "know": ("knows", "knew", "known", "knowing"),
    "understand": ("understands", "understood", "understanding"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "forecast": ("forecasts", "forecast", "forecasted", "forecasting"),
    "broadcast": ("broadcasts", "broadcast", "broadcasting"),
    "mean": ("means", "meant", "meaning"),
    "seek": ("seeks", "sought", "seeking"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "take": ("takes", "took", "taken", "taking"),
    "lay": ("lays", "laid", "laying"),
    "hit": ("hits", "hit", "hitting"),
    "shoot": ("shoots", "shot", "shooting"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "come": ("comes", "came", "coming"),
    "ring": ("rings", "rang", "rung", "ringing"),
    "hear": ("hears", "heard", "hearing"),
    "learn": ("learns", "learned", "learnt", "learning"),
    "cast": ("casts", "cast", "casting"),
    "forswear": ("forswears", "forswore", "forsworn", "forswearing"),
    "beseech": ("beseeches", "besought", "beseeched", "beseeching"),
    "beg": ("begs", "begged", "begging"),
    "plead": ("pleads", "pleaded", "pled", "pleading"),
    "bet": ("bets", "bet", "betting"),
    "leave": ("leaves", "left", "leaving"),
    "stand": ("stands", "stood", "standing"),
    "turn": ("turns", "turned", "turning"),
    "fight": ("fights", "fought", "fighting"),
    "refer": ("refers", "referred", "referring"),
    "admit": ("admits", "admitted", "admitting"),
    "commit": ("commits", "committed", "committing"),
    "quip": ("quips", "quipped", "quipping"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "rebuff": ("rebuffs", "rebuffed", "rebuffing"),
    "veto": ("vetoes", "vetoed", "vetoing"),
    "echo": ("echoes", "echoed", "echoing"),
    "concur": ("concurs", "concurred", "concurring"),
    "demur": ("demurs", "demurred", "demurring"),
    "quiz": ("quizzes", "quizzed", "quizzing"),
    "ship": ("ships", "shipped", "shipping"),
    "omit": ("omits", "omitted", "omitting"),
    "stop": ("stops", "stopped", "stopping"),
    "prod": ("prods", "prodded", "prodding"),
    "rap": ("raps", "rapped", "rapping"),
    "rip": ("rips", "ripped", "ripping"),
    "pan": ("pans", "panned", "panning"),
    "plan": ("plans", "planned", "planning"),
    "slam": ("slams", "slammed", "slamming"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "blog": ("blogs", "blogged", "blogging"),
    "brag": ("brags", "bragged", "bragging"),
    "sob": ("sobs", "sobbed", "sobbing"),
    "chat": ("chats", "chatted", "chatting"),
    "grin": ("grins", "grinned", "grinning"),
    "bully": ("bullies", "bullied", "bullying"),
    "compel": ("compels", "compelled", "compelling"),
    "extol": ("extols", "extolled", "extolling"),
    "label": ("labels", "labeled", "labelled", "labeling", "labelling"),
    "signal": ("signals", "signaled", "signalled", "signaling", "signalling"),
    "counsel": ("counsels", "counseled", "counselled", "counseling", "counselling"),
    "travel": ("travels", "traveled", "travelled", "traveling", "travelling"),
}


@lru_cache(maxsize=2048)
def forms(lemma: str) -> frozenset[str]:
    """All forms of a verb, itself among them."""
    if lemma in _IRREGULAR:
        return frozenset((lemma, *_IRREGULAR[lemma]))
    return frozenset((lemma, _third(lemma), *_regular(lemma)))


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _regular(lemma: str) -> tuple[str, str]:
    if lemma.endswith("ee"):
        return lemma + "d", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied", lemma + "ing"
    return lemma + "ed", lemma + "ing"
