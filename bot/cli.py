"""The command line: run, chat, ask, check, import; what can be given to each, and its help."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot import __version__, commands
from bot.failure import Failure
from bot.incoming import command as importing
from bot.redaction import redact, set_up_logging
from bot.settings import SettingsError, load_settings
from knowledge.factbase.records import LANGUAGES

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
  qazaq-kino import premieres programme.csv       what a cinema shows, into the answers
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
    known = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    run = known.add_parser("run", help="answer in Telegram", description=RUN, formatter_class=raw)
    run.set_defaults(command=commands.run)

    chat = known.add_parser(
        "chat", help="talk in this terminal", description=CHAT, formatter_class=raw
    )
    _add_circumstances(chat)
    chat.set_defaults(command=commands.chat)

    ask = known.add_parser(
        "ask", help="answer one question, or many", description=ASK, formatter_class=raw
    )
    ask.add_argument("question", nargs="?", help="the question, in quotes")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    form.add_argument("--jsonl", action="store_true", help="read questions from standard input")
    _add_circumstances(ask)
    ask.set_defaults(command=commands.ask, parser=ask)

    check = known.add_parser(
        "check", help="name every fault of the facts", description=CHECK, formatter_class=raw
    )
    check.add_argument("folder", nargs="?", type=Path, help="facts to check")
    check.set_defaults(command=commands.check)

    importing.add(known).set_defaults(command=commands.take_in)
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


def _complain(message: str) -> int:
    print(f"qazaq-kino: {message}", file=sys.stderr)
    return 1
