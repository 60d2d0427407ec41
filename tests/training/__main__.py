"""``make train``: fit the kinds on patterns and written questions, then the confidence."""

from __future__ import annotations

import argparse
import sys

from knowledge.asking.classifier import features, strengths
from knowledge.engine import Engine
from knowledge.naming.namesakes import qualifiers
from knowledge.reading.masking import maskings
from knowledge.reading.relations import filled
from knowledge.spelling.hearing import weighed
from tests.asking import Question, files, read
from tests.training import confidence, examples, held_out, kinds


def masked(engine: Engine, question: Question) -> kinds.Sample | None:
    """A written question with its names taken out, where the names found are those it is about."""
    kind = next((kind for kind in question.kinds if kind in engine.asking.kinds), "")
    heard = engine.reader.hear(question.ask)
    if not kind or not heard:
        return None
    first = heard[0]
    mentions = engine.reader.names.find(first.tokens, first.hits)
    for cut in maskings(first.tokens, first.hits, mentions, engine.asking):
        named = {id_ for mention in cut.mentions for id_ in mention.ids}
        if not question.about or named & set(question.about):
            rest = [first.hits[at] for at in cut.rest]
            known = frozenset(word for pattern in engine.asking.patterns for word in pattern.words)
            slots = filled(cut) - qualifiers(engine.base, cut, yesno=False)
            words = [strengths(hits, known) for hits in rest]
            return features(words, weighed(first, cut, engine.asking)), slots, kind
    return None


def main() -> None:
    """Fit and write the weights; takes no arguments, so that ``--help`` fits nothing."""
    argparse.ArgumentParser(prog="python -m tests.training", description=__doc__).parse_args()
    say = sys.stdout.write
    engine = Engine.load()
    asked = [question for file in files() for chat in read(file) for question in chat]
    extra = [sample for question in asked if (sample := masked(engine, question))]
    share = kinds.fit(engine.asking, engine.reader.lexicon, extra)
    say(f"kinds: {share:.1%} of patterns and questions are read as their own kind\n")
    engine = Engine.load()
    documents, others = held_out.documents_in_part()
    part = held_out.engine_in_part(documents)
    # What is asked of the whole engine counts twice: the gate holds it to those answers.
    written = [*examples.written(engine)] * 2 + [*examples.written(part)]
    first = 1 + max(number for number, _ in written)
    written += enumerate(held_out.asked_in_part(part, others), first)
    # Few questions are asked anew of topics, and only those in words nobody foresaw.
    anew = [*examples.asked_anew(engine)] * 3
    share = confidence.fit(written, anew)
    say(f"confidence: {share:.1%} of winners right, on folds that had not seen them\n")


if __name__ == "__main__":
    main()
