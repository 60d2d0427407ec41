"""The command line: run, chat, ask, check.

Each command imports what it needs when it is called: a question in the terminal should not
wait for Telegram.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.redaction import redact, set_up_logging
from bot.settings import Settings, SettingsError, load_settings
from knowledge.factbase.records import LANGUAGES

if TYPE_CHECKING:
    from knowledge.engine import Engine

logger = logging.getLogger(__name__)

DESCRIPTION = """\
Answers questions about Kazakh cinema in Kazakh, Russian and English, each with its source.
"""

EPILOG = """\
examples:
  qazaq-kino run                                  the Telegram bot; a sandbox without a token
  qazaq-kino chat --lang kk                       talk in the terminal
  qazaq-kino ask "who directed Tulpan?"           one answer
  qazaq-kino ask --json "films by Akan Satayev"   all that is known about the answer
  qazaq-kino ask --jsonl < questions.jsonl        many, one JSON object a line
  qazaq-kino check                                what is wrong with the facts, file and line

Settings come from the environment or from .env in the working folder; .env.example lists them.
Exit code: 0 done, 1 it did not work out, 2 it was called wrongly.
"""

ASK = """\
Prints one answer: what was asked, the rest, and the sources.

With --jsonl, reads objects {"id", "q", "chat"?, "today"?, "lang"?} from standard input, one a
line, and prints for each, as soon as it is known, an object {"id", "kind", "lang", "lead", "text",
"options", "entities", "sources", "confidence", "ms", "asked"}. Lines with the same "chat" are one
conversation. A line that cannot be read gives {"id", "error"}, and the next one is read.
"""

CHAT = """\
A conversation in the terminal. Choices are numbered: type the number to take one. Further:
  +             the next page          -            the page before
  /other        not what I meant       /lang ru     change the language (kk, ru, en)
  /help         what can be asked      /quit        the end, as are Ctrl-D and Ctrl-C
"""

RUN = """\
With TELEGRAM_BOT_TOKEN, answers in Telegram by long polling until it is stopped (Ctrl-C or
SIGTERM). Without it, starts a sandbox in Telegram's place and prints the address of a page on this
machine, on which the same bot answers; it keeps nothing.
"""

CHECK = """\
Names every fault of the fact base and of the three languages, as file:line: message. Without a
folder, looks at FACTS_DIR, or at the facts that come with the program. Exit code 1 if there is
any fault.
"""


class Failure(Exception):
    """Something the operator should know, in one line."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; what goes wrong is one line on standard error."""
    arguments = build_parser().parse_args(argv)
    token = ""
    try:
        settings = load_settings()
        token = settings.token
        set_up_logging(settings.log_level, token)
        status: int = arguments.command(arguments, settings)
    except (Failure, SettingsError) as failure:
        return _complain(redact(str(failure), token))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has seen enough; without this the interpreter complains while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        # A fault of ours: the traceback is wanted, and logging keeps the token out of it.
        logger.exception("unexpected error")
        return 1
    return status


def build_parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="qazaq-kino", description=DESCRIPTION, epilog=EPILOG, formatter_class=raw
    )
    parser.add_argument("--version", action="version", version=f"qazaq-kino {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    run = commands.add_parser(
        "run", help="answer in Telegram", description=RUN, formatter_class=raw
    )
    run.set_defaults(command=_run)

    chat = commands.add_parser(
        "chat", help="talk in this terminal", description=CHAT, formatter_class=raw
    )
    _add_circumstances(chat)
    chat.set_defaults(command=_chat)

    ask = commands.add_parser(
        "ask", help="answer one question, or many", description=ASK, formatter_class=raw
    )
    ask.add_argument("question", nargs="?", help="the question, in quotes")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    form.add_argument("--jsonl", action="store_true", help="read questions from standard input")
    _add_circumstances(ask)
    ask.set_defaults(command=_ask, parser=ask)

    check = commands.add_parser(
        "check", help="name every fault of the facts", description=CHECK, formatter_class=raw
    )
    check.add_argument("folder", nargs="?", type=Path, help="facts to check")
    check.set_defaults(command=_check)
    return parser


def _add_circumstances(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default="",
        help="language where the question does not show its own",
    )
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="answer as on that day (default: today in TIME_ZONE)",
    )


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.polling import PollingError, poll
    from bot.storage import Storage, StorageError

    engine = _engine(settings)
    try:
        if settings.token:
            poll(settings, engine, Storage.open(settings.database_url))
        else:
            from bot.sandbox.together import run_with_bot

            run_with_bot(settings, engine, say=_say_where)
    except (PollingError, StorageError) as error:
        raise Failure(str(error)) from error
    return 0


def _say_where(address: str) -> None:
    print("No TELEGRAM_BOT_TOKEN is set: the bot runs in a sandbox on this computer.")
    print(f"Chat with it at {address} (Ctrl-C ends it).", flush=True)


def _chat(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.terminal import Terminal

    _speak_utf8()
    terminal = Terminal(_engine(settings), _calendar(arguments, settings), arguments.lang)
    return terminal.talk()


def _ask(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.questions import answer_lines, as_json, as_text

    if arguments.jsonl == (arguments.question is not None):
        arguments.parser.error("give either a question or --jsonl")
    _speak_utf8()
    engine = _engine(settings)
    today = _calendar(arguments, settings).today()
    if arguments.jsonl:
        return answer_lines(engine, sys.stdin, sys.stdout, today=today, language=arguments.lang)
    answer = engine.ask(arguments.question, today=today, language=arguments.lang)
    print(as_json(answer) if arguments.json else as_text(answer))
    return 0


def _check(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.faults import find_faults

    folder = arguments.folder or settings.facts_dir
    if folder is not None and not folder.is_dir():
        raise Failure(f"no such folder: {folder}")
    faults = find_faults(folder)
    for fault in faults:
        print(fault)
    if faults:
        return _complain(f"{len(faults)} faults")
    print("No faults in the facts or in the languages.")
    return 0


def _engine(settings: Settings) -> Engine:
    from knowledge.engine import Engine
    from knowledge.factbase.loading import LoadError

    try:
        return Engine.load(settings.facts_dir)
    except LoadError as error:
        first, more = error.faults[0], len(error.faults) - 1
        rest = f" (and {more} more: see `check`)" if more else ""
        raise Failure(f"the facts cannot be read: {first}{rest}") from error


class Calendar:
    """The day it is: a given one, or today where the bot lives."""

    def __init__(self, settings: Settings, fixed: date | None = None) -> None:
        self._zone = settings.time_zone
        self._fixed = fixed

    def today(self) -> date:
        return self._fixed or datetime.now(self._zone).date()


def _calendar(arguments: argparse.Namespace, settings: Settings) -> Calendar:
    return Calendar(settings, arguments.today)


def _speak_utf8() -> None:
    """Whatever the locale says; what is no UTF-8 comes in as a mark and goes out as an escape."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _complain(message: str) -> int:
    print(f"qazaq-kino: {message}", file=sys.stderr)
    return 1
