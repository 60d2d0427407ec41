"""What each command does. It imports what it needs when it is called: a question in the terminal
should not wait for Telegram.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.failure import Failure
from bot.incoming.command import import_premieres
from bot.settings import Settings

if TYPE_CHECKING:
    from knowledge.engine import Engine


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    import asyncio

    from bot.incoming.publishing import with_programme
    from bot.polling import PollingError, poll
    from bot.storage import Storage, StorageError
    from bot.storage.incoming import Incoming

    engine = _engine(settings)
    try:
        if settings.token:
            storage = Storage.open(settings.database_url)
            engine = asyncio.run(with_programme(engine, Incoming(storage)))
            poll(settings, engine, storage)
        else:
            from bot.sandbox.together import run_with_bot

            run_with_bot(settings, engine, say=_say_where)
    except (PollingError, StorageError) as error:
        raise Failure(str(error)) from error
    return 0


def _say_where(address: str) -> None:
    print("No TELEGRAM_BOT_TOKEN is set: the bot runs in a sandbox on this computer.")
    print(f"Chat with it at {address} (Ctrl-C ends it).", flush=True)


def chat(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.terminal import Terminal

    _speak_utf8()
    terminal = Terminal(_engine(settings), Calendar(settings, arguments.today), arguments.lang)
    return terminal.talk()


def ask(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.questions import answer_lines, as_json, as_text

    if arguments.jsonl == (arguments.question is not None):
        arguments.parser.error("give either a question or --jsonl")
    _speak_utf8()
    engine = _engine(settings)
    today = Calendar(settings, arguments.today).today()
    if arguments.jsonl:
        return answer_lines(engine, sys.stdin, sys.stdout, today=today, language=arguments.lang)
    answer = engine.ask(arguments.question, today=today, language=arguments.lang)
    print(as_json(answer) if arguments.json else as_text(answer))
    return 0


def check(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.faults import find_faults

    folder = arguments.folder or settings.facts_dir
    if folder is not None and not folder.is_dir():
        raise Failure(f"no such folder: {folder}")
    faults = find_faults(folder)
    for fault in faults:
        print(fault)
    if faults:
        raise Failure(f"{len(faults)} faults")
    print("No faults in the facts or in the languages.")
    return 0


def take_in(arguments: argparse.Namespace, settings: Settings) -> int:
    _speak_utf8()
    today = Calendar(settings).today()
    return import_premieres(arguments, settings, _engine(settings), today, print)


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


def _speak_utf8() -> None:
    """Whatever the locale says; what is no UTF-8 comes in as a mark and goes out as an escape."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
