"""The questions of ``tests/questions``: read, put to the engine, judged.

The README there tells more.

``python -m tests.asking``            how many are right, by file, style and language
``python -m tests.asking failing``    those that are not, and why
``python -m tests.asking known``      write ``known.yaml`` anew: what is not answered today
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from knowledge.answer import Answer, Conversation
from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES
from tests.known import KNOWN, write_known

QUESTIONS = Path(__file__).parent / "questions"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

STYLES = {
    "clean", "lower", "upper", "typo", "inflected", "translit", "layout", "plain-kk", "chatty",
    "followup", "learner",
}  # fmt: skip
FIELDS = {"ask", "kind", "about", "shows", "style", "near", "today", "lang"}

Verdict = Literal["right", "one tap", "wrong", "missed"]
VERDICTS: tuple[Verdict, ...] = ("right", "one tap", "wrong", "missed")
_YET = ", yet it shows what was asked"

SHORT, LONG = 320, 1200
_LONG = re.compile(
    r"(list|topic|news|talk|award|premiere|org)\b"
    r"|film\.(card|plot|cast|awards|oscar|festivals|reception|premiere|boxoffice|country|studio)"
    r"|person\.(who|films|acted|directed|prizes|titles|known|together)"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what an answer to it must be."""

    ask: str
    kinds: tuple[str, ...]
    language: str
    style: str
    about: tuple[str, ...] = ()
    shows: tuple[tuple[str, ...], ...] = ()
    near: bool = False
    today: date = TODAY
    before: tuple[str, ...] = ()
    """What was asked before it in the same chat."""

    @property
    def key(self) -> str:
        """By which ``known.yaml`` names it: the chat up to here."""
        return " → ".join((*self.before, self.ask))


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, what it was answered, and how that is to be taken."""

    question: Question
    answer: Answer
    verdict: Verdict
    why: str

    @property
    def seen(self) -> Verdict:
        """The verdict of who asked, who sees no kinds but what the answer shows."""
        return "right" if self.why.endswith(_YET) else self.verdict


# Reading.


def files() -> list[Path]:
    """All that the over-match gate asks: everything but ``unseen``, which nothing is fitted to."""
    found = [file for language in LANGUAGES for file in (QUESTIONS / language).glob("*.yaml")]
    return sorted([*found, *QUESTIONS.glob("seed.*.yaml"), QUESTIONS / "scope.yaml"])


def unseen() -> list[Path]:
    return sorted((QUESTIONS / "unseen").glob("*.yaml"))


def label(file: Path) -> str:
    return file.resolve().relative_to(QUESTIONS).as_posix()


@cache
def read(file: Path) -> tuple[tuple[Question, ...], ...]:
    """The conversations of a file; a question by itself is a conversation of one."""
    language = next((part for part in re.split(r"[./]", label(file)) if part in LANGUAGES), "")
    found = []
    # The safe loader in C: Python's own takes half a minute for all files.
    for entry in yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader):
        chat, shared = entry.get("chat", [entry]), {k: v for k, v in entry.items() if k == "today"}
        asked: list[Question] = []
        for line in chat:
            question = _question({**shared, **line}, language, tuple(q.ask for q in asked))
            asked.append(question)
        found.append(tuple(asked))
    return tuple(found)


def _question(line: Mapping[str, Any], language: str, before: tuple[str, ...]) -> Question:
    if unknown := line.keys() - FIELDS:
        raise ValueError(f"{line['ask']}: no such field: {', '.join(sorted(unknown))}")
    kinds = line["kind"]
    today = line.get("today", TODAY)
    return Question(
        ask=str(line["ask"]),
        kinds=(kinds,) if isinstance(kinds, str) else tuple(kinds),
        language=line.get("lang", language),
        style=line.get("style") or ("followup" if before else "clean"),
        about=tuple(line.get("about") or ()),
        shows=tuple(
            tuple(map(str, group)) if isinstance(group, list) else (str(group),)
            for group in line.get("shows") or ()
        ),
        near=bool(line.get("near")),
        today=date.fromisoformat(today) if isinstance(today, str) else today,
        before=before,
    )


# Asking.


def put(engine: Engine, chat: Iterable[Question]) -> Iterator[Judged]:
    """Ask the questions of one conversation in turn, and judge each answer."""
    conversation = Conversation()
    for question in chat:
        answer = engine.ask(question.ask, today=question.today, conversation=conversation)
        conversation = engine.follow(conversation, answer, NOW)
        behind = [
            opened
            for option in (answer.options if answer.kind == "clarify" else ())
            if (opened := engine.open(option.ref, today=question.today, language=answer.language))
        ]
        yield Judged(question, answer, *judge(question, answer, behind))


def put_all(engine: Engine, file: Path) -> list[Judged]:
    return [judged for chat in read(file) for judged in put(engine, chat)]


# Judging.


def judge(
    question: Question, answer: Answer, behind: Sequence[Answer] = ()
) -> tuple[Verdict, str]:
    """How an answer is to be taken, and why; ``behind`` are the answers behind its buttons."""
    says = answer.kind in ("answer", "talk")
    fault = _fault(question, answer)
    if not fault and answer.language != question.language:
        fault = f"answered in {answer.language}"
    if not fault:
        return "right", ""
    offered = [opened for opened in behind if opened.kind == "answer"]
    if answer.kind == "clarify" and any(not _fault(question, opened) for opened in offered):
        return "one tap", "asked back, rightly"
    return ("wrong" if says else "missed"), fault


def _fault(question: Question, answer: Answer) -> str:
    """Empty where this is an answer to the question."""
    kinds = set(question.kinds)
    if answer.kind == "unknown":
        # Who was read rightly may be told that the base does not hold the fact.
        honest = answer.asked in kinds and not question.shows
        return "" if "unknown" in kinds or honest else "refused"
    if answer.kind == "clarify":
        asked_back = "clarify" in kinds or ("unknown" in kinds and question.near)
        return "" if asked_back else "asked back"
    if kinds <= {"unknown", "clarify"}:
        return f"answered as {answer.asked}"
    content = _content_fault(question, answer)
    if not _kind_fits(kinds, answer):
        shown = question.shows and not content
        return f"kind {answer.asked}{_YET if shown else ''}"
    return content


def _content_fault(question: Question, answer: Answer) -> str:
    if answer.kind == "answer" and not _about(question, answer):
        return f"about {', '.join(e.id for e in answer.entities[:3]) or 'nothing'}"
    limit = LONG if any(map(_LONG.match, question.kinds)) else SHORT
    if len(answer.lead) > limit:
        return f"lead of {len(answer.lead)} characters"
    lacking = lacks(answer.lead, question.shows)
    return f"lacks {' | '.join(lacking)}" if lacking else ""


def _kind_fits(kinds: set[str], answer: Answer) -> bool:
    if answer.asked in kinds:
        return True
    written = {entity.kind for entity in answer.entities}
    if "topic" in kinds and (answer.asked == "topic" or "topic" in written):
        return True
    return any(kind.startswith("news.") for kind in kinds) and "news" in written


def _about(question: Question, answer: Answer) -> bool:
    return not question.about or any(entity.id in question.about for entity in answer.entities)


def lacks(lead: str, shows: Iterable[Sequence[str]]) -> Sequence[str]:
    """The first group of which the lead shows nothing; stems are enough."""
    text = folded(lead)
    return next((group for group in shows if not any(folded(alt) in text for alt in group)), ())


def folded(text: str) -> str:
    """Case, ё, quotes, kinds of dashes and spaces make no difference."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    text = re.sub(r"[«»„“”\"'’ʼ`]", "", text)
    text = re.sub(r"[‐‑–—−]", "-", text)
    return re.sub(r"\s+", " ", text)


def table(judged: Iterable[tuple[str, Judged]]) -> str:
    """How many of each verdict, by file, style and language."""
    tally: dict[str, Counter[Verdict]] = defaultdict(Counter)
    seen: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for name, one in judged:
        asked = one.question
        for key in ("all", f"file {name}", f"style {asked.style}", f"language {asked.language}"):
            tally[key][one.verdict] += 1
            seen[key][one.seen] += 1
    heads = "".join(f"{verdict:>10}" for verdict in (*VERDICTS, "as seen", "wrong"))
    lines = [f"{'':28}{'asked':>6}{heads}"]
    for key in sorted(tally):
        own, of = tally[key], tally[key].total()
        counts = [own[verdict] for verdict in VERDICTS] + [seen[key]["right"], seen[key]["wrong"]]
        shares = "".join(f"{100 * count / of:8.1f} %" for count in counts)
        lines.append(f"{key:28}{of:6}{shares}")
    return "\n".join(lines) + "\n"


def main() -> int:
    say = sys.stdout.write
    parser = argparse.ArgumentParser(
        prog="python -m tests.asking",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="?", choices=("score", "failing", "known"), default="score")
    parser.add_argument("files", nargs="*", type=Path, help="otherwise those of the gate")
    chosen = parser.parse_args()
    if chosen.what == "known" and chosen.files:
        parser.error("`known` is always of all files")
    engine = Engine.load()
    judged = {label(file): put_all(engine, file) for file in chosen.files or files()}
    failures = {
        name: [one for one in found if one.verdict != "right"] for name, found in judged.items()
    }
    if chosen.what == "known":
        write_known(failures)
        say(f"{sum(map(len, failures.values()))} questions in {KNOWN.name}\n")
        return 0
    if chosen.what == "failing":
        for name, found in failures.items():
            for one in found:
                asked, got = one.question, one.answer
                shows = " + ".join("|".join(group) for group in asked.shows)
                say(f"{name} {one.verdict} [{asked.style}] {asked.key}\n")
                say(f"    wanted {', '.join(asked.kinds)} {list(asked.about)} {shows}\n")
                say(f"    {one.why}: {got.kind} {got.asked} {got.confidence:.2f}\n")
                say(f"    {got.lead[:160]!r}\n")
    say(table((name, one) for name, found in judged.items() for one in found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
