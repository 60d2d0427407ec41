"""``chat``: the conversation in a terminal, with numbers where Telegram has buttons."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.questions import as_text
from knowledge.answer import Answer, Conversation, Option
from knowledge.answers.texts import load_texts
from knowledge.factbase.records import LANGUAGES

if TYPE_CHECKING:
    from knowledge.engine import Engine

PROMPT = "> "


class Today(Protocol):
    def today(self) -> date: ...


class Terminal:
    """One person, one conversation; it does not expire, for its subject is in sight."""

    def __init__(self, engine: Engine, calendar: Today, language: str = "") -> None:
        self._engine = engine
        self._calendar = calendar
        self._language = language
        self._texts = load_texts()
        self._conversation = Conversation()
        self._choices: tuple[Option, ...] = ()
        self._answer: Answer | None = None

    def talk(self) -> int:
        """Until /quit, the end of the input, or Ctrl-C."""
        lead, *rest = self._say("chat-start").split("\n")
        print("\n".join([_bold(lead), *rest]))
        for number in (1, 2, 3):
            print(f"  {self._say(f'chat-example-{number}')}")
        try:
            for line in _lines():
                if line == "/quit":
                    break
                if line:
                    self._take(line)
        except KeyboardInterrupt:
            print()
        return 0

    def _take(self, line: str) -> None:
        if line.startswith("/"):
            self._command(*line[1:].split())
        elif line.isdecimal() and 1 <= int(line) <= len(self._choices):
            self._open(self._choices[int(line) - 1].ref)
        elif line in ("+", "-") and self._answer is not None and self._answer.pages > 1:
            page = self._answer.page + (1 if line == "+" else -1)
            if 1 <= page <= self._answer.pages:
                self._open(self._answer.ref, page)
        else:
            self._show(
                self._engine.ask(
                    line,
                    today=self._calendar.today(),
                    conversation=self._conversation,
                    language=self._language,
                )
            )

    def _command(self, name: str = "", value: str = "", *_: str) -> None:
        if name == "lang" and value in LANGUAGES:
            self._language = value
            print(self._say("chat-lang-set"))
        elif name == "lang":
            print(f"/lang {' | '.join(LANGUAGES)}")
        elif name == "other":
            self._other()
        elif name in ("start", "help"):
            print(self._say("chat-help", username="qazaq_kino_bot"))
        else:
            print(self._say("chat-command"))

    def _other(self) -> None:
        """Not what was meant: the next best readings, or another question."""
        others = self._answer.alternatives if self._answer is not None else ()
        print(self._say("chat-choose" if others else "chat-called"))
        self._offer(others)

    def _open(self, ref: str, page: int = 1) -> None:
        answer = self._engine.open(
            ref, today=self._calendar.today(), language=self._spoken(), page=page
        )
        if answer is None:
            print(self._say("chat-expired"))
        else:
            self._show(answer)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self._conversation = self._engine.follow(self._conversation, answer, datetime.now(tz=UTC))
        # The choices of a question stand numbered below; as_text would list them once more.
        print(as_text(answer, bold=sys.stdout.isatty(), choices=False))
        self._offer(answer.options)
        if answer.page < answer.pages:
            print(f"  +  \N{BLACK RIGHT-POINTING TRIANGLE} {answer.page}/{answer.pages}")
        print(flush=True)

    def _offer(self, choices: tuple[Option, ...]) -> None:
        self._choices = choices
        for number, choice in enumerate(choices, 1):
            print(f"  {number}  {choice.label}")

    def _spoken(self) -> str:
        """The language of the last answer: a button goes on in it."""
        answered = self._answer.language if self._answer is not None else ""
        return answered or self._language or LANGUAGES[0]

    def _say(self, key: str, **values: str) -> str:
        return self._texts.say(self._spoken(), key, **values)


def _bold(text: str) -> str:
    return f"\N{ESCAPE}[1m{text}\N{ESCAPE}[0m" if sys.stdout.isatty() else text


def _lines() -> Iterator[str]:
    """What is typed, with the arrows' history; or what another program sends."""
    if not sys.stdin.isatty():
        for line in sys.stdin:
            yield line.strip()
        return
    with _history():
        while True:
            try:
                yield input(PROMPT).strip()
            except EOFError:
                print()
                return


@contextmanager
def _history() -> Iterator[None]:
    """The arrow keys bring back what was asked, also last week."""
    try:
        import readline
    except ImportError:  # a Python built without it
        yield
        return
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    file = state / "qazaq-kino" / "history"
    with suppress(OSError):
        readline.read_history_file(file)
    readline.set_history_length(1000)
    try:
        yield
    finally:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(file)
