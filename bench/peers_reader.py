"""The shipped reader beside a spaCy pipeline of the same heads: `python -m bench.peers_reader`.

The pipeline is what a user would train with spaCy on the same data: tagger, sentence starts, names
and roles on one tok2vec, on PolNeAR's training part, for ``--seconds`` of processor time on one
thread. Then both read PolNeAR's development part in one run: F1 of source, cue and content by the
protocol of `bench.attribution`, and words a second of processor time. Needs the extra ``peers`` and
the research data.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from train import judge, places
from train.documents import paragraphs
from train.judge import Record, Tally
from whence.annotate.encoder import Encoder
from whence.annotate.encoder.tags import ROLES
from whence.model import Attribution, Span

try:
    import spacy
    from spacy.language import Language
    from spacy.pipeline.ner import EntityRecognizer
    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.training.batchers import minibatch_by_words
except ImportError:
    sys.exit("bench.peers_reader compares with spaCy: pip install -e '.[peers]' brings it")

_WIDTH = 96
_BATCH = 2000  # words
#: CoreNLP's names of kinds; its numbers and dates are no names.
_NAMES = {"PERSON", "ORGANIZATION", "LOCATION", "MISC"}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH}
_PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": _LISTENER,
}


class Roles(EntityRecognizer):  # type: ignore[misc]  # an extra without types here
    """An entity recognizer that learns and marks ``doc.spans["roles"]``, so that names are free."""

    def initialize(self, get_examples: Callable[[], Any], **given: Any) -> None:  # noqa: ANN401
        super().initialize(lambda: [_with_roles(one) for one in get_examples()], **given)

    def update(self, examples: Sequence[Any], **given: Any) -> Any:  # noqa: ANN401
        return super().update([_with_roles(one) for one in examples], **given)

    def set_annotations(self, docs: Sequence[Any], states: Any) -> None:  # noqa: ANN401
        super().set_annotations(docs, states)
        for doc in docs:
            doc.spans["roles"] = list(doc.ents)
            doc.ents = []


def _with_roles(example: Any) -> Any:  # noqa: ANN401
    reference = example.reference.copy()
    spans = [
        spacy.tokens.Span(reference, one.start, one.end, label=one.label)
        for one in example.reference.spans["roles"]
    ]
    reference.ents = spacy.util.filter_spans(spans)
    return Example(example.predicted, reference)


@Language.factory("roles", default_config={"model": _PARSER})
def make_roles(nlp: Any, name: str, model: Any) -> Roles:  # noqa: ANN401
    return Roles(nlp.vocab, model, name)


def pipeline() -> Any:  # noqa: ANN401
    """The untrained pipeline."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("roles")
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("senter", config={"model": tagger})
    nlp.add_pipe("ner", config={"model": _PARSER})
    return nlp


def examples(nlp: Any, records: Sequence[Record]) -> Iterator[Any]:  # noqa: ANN401
    """One example for each paragraph that has CoreNLP's tokens."""
    for record in records:
        text, tokens = record["text"], record.get("tokens") or ()
        begins = {start for start, _ in record.get("sentences") or ()}
        roles = sorted(
            (start, end, role)
            for one in record["attributions"]
            for role in ROLES
            for start, end in one[role]
        )
        for low, high in paragraphs(text):
            inside = [one for one in tokens if low <= one[0] and one[1] <= high]
            if not inside:
                continue
            given = {
                "words": [text[one[0] : one[1]] for one in inside],
                "spaces": [text[one[1] : one[1] + 1].isspace() for one in inside],
                "tags": [one[2] for one in inside],
                "sent_starts": [int(one[0] in begins or not n) for n, one in enumerate(inside)],
            }
            yield _example(nlp, given, inside, roles)


def _example(
    nlp: Any,  # noqa: ANN401
    given: dict[str, Any],
    tokens: Sequence[Any],
    roles: Sequence[tuple[int, int, str]],
) -> Any:  # noqa: ANN401
    reference = Doc(nlp.vocab, **given)
    at = {one[0]: n for n, one in enumerate(tokens)}
    ends = {one[1]: n + 1 for n, one in enumerate(tokens)}
    reference.spans["roles"] = [
        spacy.tokens.Span(reference, at[start], ends[end], label=role)
        for start, end, role in roles
        if start in at and end in ends and at[start] < ends[end]
    ]
    reference.ents = list(_names(reference, [one[3] for one in tokens]))
    return Example(nlp.make_doc(reference.text), reference)


def _names(doc: Any, kinds: Sequence[str]) -> Iterator[Any]:  # noqa: ANN401
    begun = 0
    for at in range(1, len(kinds) + 1):
        if at == len(kinds) or kinds[at] != kinds[begun]:
            if kinds[begun] in _NAMES:
                yield spacy.tokens.Span(doc, begun, at, label=kinds[begun])
            begun = at


def train(nlp: Any, given: list[Any], seconds: float) -> tuple[int, float]:  # noqa: ANN401
    """Train until the processor time is spent; passes over the data, and the time it took."""
    began = time.process_time()
    optimizer = nlp.initialize(lambda: given)
    draw = random.Random(1)  # noqa: S311  an order, no secret
    passes = 0
    while True:
        draw.shuffle(given)
        for batch in minibatch_by_words(given, size=_BATCH):
            nlp.update(batch, sgd=optimizer, drop=0.1)
            if time.process_time() - began > seconds:
                return passes, time.process_time() - began
        passes += 1


def read(nlp: Any, text: str) -> list[Attribution]:  # noqa: ANN401
    """What the pipeline marks, each span by itself: it joins nothing."""
    found = []
    places_ = [Span(*one) for one in paragraphs(text)]
    for passage, doc in zip(places_, nlp.pipe(one.of(text) for one in places_), strict=True):
        for span in doc.spans["roles"]:
            piece = (Span(span.start_char, span.end_char).shift(passage.start),)
            parts = [piece if span.label_ == role else () for role in ROLES]
            found.append(Attribution(*parts, 1.0))
    return found


def tally(records: Sequence[Record], reader: Callable[[str], Sequence[Attribution]]) -> Tally:
    """All measures over the records."""
    result = Tally()
    for record in records:
        result.merge(judge.judge_attributions(reader(record["text"]), record))
    return result


def pace(records: Sequence[Record], reader: Callable[[str], object]) -> float:
    """Words a second of our own time, the best of three."""
    words = sum(len(record["text"].split()) for record in records)
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        for record in records:
            reader(record["text"])
        best = max(best, words / (time.process_time() - began))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.peers_reader", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="processor time of training")
    parser.add_argument("--articles", type=int, help="train on so many articles only")
    parser.add_argument("--judged", type=int, help="read so many articles only")
    options = parser.parse_args()
    data = places.data() / "attribution"
    nlp = pipeline()
    given = list(examples(nlp, judge.polnear(data / "polnear.train.jsonl.gz")[: options.articles]))
    passes, took = train(nlp, given, options.seconds)
    print(f"spaCy {spacy.__version__}: {took:.0f} s of processor time, {passes} whole passes")
    dev = judge.polnear(data / "polnear.dev.jsonl.gz")[: options.judged]
    model = Encoder()
    readers: dict[str, Callable[[str], Sequence[Attribution]]] = {
        "spaCy, same heads": lambda text: read(nlp, text),
        "whence": lambda text: judge.read(model, text).attributions,
    }
    print(f"{'':20}{'source':>8}{'cue':>8}{'content':>9}{'content tokens':>16}{'words/s':>9}")
    for name, reader in readers.items():
        counts = tally(dev, reader).counts
        scores = [counts[role].f1 for role in (*ROLES, "content tokens")]
        speed = pace(dev[:40], reader)
        print(
            f"{name:20}{scores[0]:8.1f}{scores[1]:8.1f}{scores[2]:9.1f}{scores[3]:16.1f}{speed:9,.0f}"
        )
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
