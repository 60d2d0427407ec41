"""``make curves``: how far the confidence can be trusted, as tables and pictures.

Writes what stands between the marks in ``docs/confidence.md``, which says what is measured, and
the pictures beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from knowledge.answer import Answer, Conversation
from knowledge.deciding.contest import Candidate, sureness
from knowledge.deciding.deciding import SURE, SURE_WRITTEN
from knowledge.engine import Engine
from tests.asking import NOW, Question, files, judge, put, read, unseen
from tests.benchmarks.calibration import (
    Guess,
    Measured,
    Step,
    at_coverage,
    at_threshold,
    calibration_error,
    chance_error,
)
from tests.benchmarks.pictures import draw
from tests.coverage_table import rows
from tests.training.examples import contested

DOCUMENT = Path(__file__).parents[2] / "docs" / "confidence.md"
PICTURES = (DOCUMENT.with_name("reliability.svg"), DOCUMENT.with_name("risk-coverage.svg"))
BEGIN, END = "<!-- `make curves` writes from here -->\n", "<!-- to here -->\n"

THRESHOLDS = {"SURE": SURE, "SURE_WRITTEN": SURE_WRITTEN}
COVERAGES = (60, 70, 80, 90)
DIGITS = 4
"""As many as ``ask --json`` shows; further ones depend on the order in which sums are taken."""

SAYS = ("answer", "talk")


def held_back(engine: Engine, question: Question, said: Answer, winner: Candidate) -> Answer:
    """What the winner would have answered to whom was asked back or refused."""
    if winner.found:
        return engine.written(winner.found.entity, question.today, said.language)
    reading = winner.reading
    if not reading or reading.missing or reading.namesakes:
        return said  # whom it is about is not settled, or nothing of ours: no answer at all
    return engine.answer(replace(reading, language=said.language), question.today)


def follows(candidate: Candidate) -> bool:
    return bool(candidate.reading and candidate.reading.kind.startswith("follow."))


def guesses(engine: Engine, chat: Sequence[Question]) -> Iterator[tuple[Guess | None, bool]]:
    """The best guess at each question, None where it was no answer; and whether it was given."""
    before = Conversation()
    for question, judged in zip(chat, put(engine, chat), strict=True):
        said = judged.answer
        given = said.kind in SAYS
        contest = [] if given else contested(engine, question, before)
        # As for the engine, "yes" and "more" are nothing where there was nothing to follow.
        contest = [candidate for candidate in contest if not follows(candidate)]
        sure, best = said.confidence, said
        if contest:
            sure, best = sureness(contest), held_back(engine, question, said, contest[0])
        before = engine.follow(before, said, NOW)
        right = judge(question, best)[0] == "right"
        yield Guess(round(sure, DIGITS), right) if best.kind in SAYS else None, given


def measure(engine: Engine, name: str, chosen: Iterable[Path]) -> Measured:
    chats = [chat for file in chosen for chat in read(file)]
    found = [each for chat in chats for each in guesses(engine, chat)]
    no_answer = sum({*asked.kinds} <= {"unknown", "clarify"} for chat in chats for asked in chat)
    answered = [guess for guess, given in found if guess and given]
    today = Step(SURE, len(answered), sum(not guess.right for guess in answered))
    return Measured(name, len(found), no_answer, [one for one, _ in found if one], today)


# The document.


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def reliability_table(measured: Sequence[Measured]) -> Iterator[str]:
    head = [f"{each.name}: {what}" for each in measured for what in ("guesses", "sure", "right")]
    body: list[list[object]] = []
    for columns in zip(*(each.bins for each in measured), strict=True):
        row: list[object] = [f"{columns[0].low:.1f} to {columns[0].high:.1f}"]
        for one in columns:
            shares = (percent(one.confidence), percent(one.share)) if one.count else ("", "")
            row += [one.count, *shares]
        body.append(row)
    errors: list[object] = ["**expected calibration error**"]
    lucky: list[object] = ["the same, were it calibrated"]
    for each in measured:
        errors += [len(each.guesses), "", f"**{percent(calibration_error(each.bins))}**"]
        lucky += ["", "", percent(chance_error(each.bins))]
    yield from rows([["Confidence", *head], *body, errors, lucky])


def risk_table(measured: Sequence[Measured]) -> Iterator[str]:
    body: list[list[object]] = []
    curves = [each.curve for each in measured]
    for share in COVERAGES:
        row: list[object] = [f"{share} % answered"]
        for each, curve in zip(measured, curves, strict=True):
            step = at_coverage(curve, each.asked, share)
            row += [f"{step.threshold:.2f}", *_cells(each, step)] if step else ["", "", "never"]
        body.append(row)
    for name, threshold in THRESHOLDS.items():
        row = [f"from `{name}` on"]
        for each, curve in zip(measured, curves, strict=True):
            row += [f"{threshold:.2f}", *_cells(each, at_threshold(curve, threshold))]
        body.append(row)
    row = ["**as the engine decides**"]
    for each in measured:
        row += ["", *_cells(each, each.today)]
    head = [f"{each.name}: {what}" for each in measured for what in ("from", "answered", "wrong")]
    yield from rows([["", *head], *body, row])


def _cells(each: Measured, step: Step) -> tuple[str, str]:
    return percent(step.answered / each.asked), f"{percent(step.risk)} ({step.wrong})"


def generated(measured: Sequence[Measured]) -> str:
    asked = "; ".join(
        f"{each.name} {each.asked}, {each.no_answer} of which want no answer, "
        f"and {each.asked - len(each.guesses)} of which have no guess"
        for each in measured
    )
    chosen = " and ".join(f"`{name}` = {value}" for name, value in THRESHOLDS.items())
    reliability, risk = (picture.name for picture in PICTURES)
    return "".join((
        f"Thresholds: {chosen}. Questions: {asked}.\n\n",
        f"![Share of guesses that are right, by confidence]({reliability})\n\n",
        *reliability_table(measured),
        f"\n![Share of answers that are wrong, by share of questions answered]({risk})\n\n",
        *risk_table(measured),
    ))  # fmt: skip


def main() -> int:
    engine = Engine.load()
    measured = [measure(engine, "gate", files()), measure(engine, "unseen", unseen())]
    before, rest = DOCUMENT.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    text = generated(measured)
    DOCUMENT.write_text("".join((before, BEGIN, text, END, after)), "utf-8")
    draw(measured, THRESHOLDS, PICTURES)
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
