"""``import premieres``: a programme that somebody sent, matched, shown, and stored."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.failure import Failure
from bot.settings import Settings
from knowledge.factbase.showings import Showing

if TYPE_CHECKING:
    from bot.incoming.matching import Matched
    from bot.storage.incoming import Imported
    from knowledge.engine import Engine

IMPORT = """\
Reads the programme of a cinema, distributor or festival: a CSV file with a heading (title, date,
and where known time, city, cinema, year, in Kazakh, Russian or English) or a calendar (.ics).
What is surely a film of the fact base is stored in the database and answered from then on; what
is doubtful is listed with the films that may be meant and not stored. Importing twice changes
nothing, but that --festival may be given or taken back. Exit code 1 if anything was doubtful or
unreadable.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """The command's own arguments."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "import",
        help="take in the programme of a cinema",
        description=IMPORT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=["premieres"], help="what the file holds")
    parser.add_argument("file", type=Path, help="CSV or .ics")
    parser.add_argument("--city", default="", help="where no row names one")
    parser.add_argument("--cinema", default="", help="where no row names one")
    parser.add_argument(
        "--title",
        action="append",
        default=[],
        metavar="TITLE=ID",
        help="which film a doubtful title means; may be given several times",
    )
    parser.add_argument(
        "--festival",
        action="store_true",
        help="of a festival or abroad: nobody is reminded that these films open then",
    )
    parser.add_argument("--dry-run", action="store_true", help="show, and store nothing")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="remove what the same cinemas announced before of these films and announce no more",
    )
    return parser


def import_premieres(
    arguments: argparse.Namespace,
    settings: Settings,
    engine: Engine,
    today: date,
    show: Callable[[str], None],
) -> int:
    """Import the file and show what came of it, a line at a time."""
    from bot.incoming.matching import match, summary
    from bot.incoming.programme import UnreadableError, read_programme
    from bot.storage import StorageError

    file: Path = arguments.file
    try:
        programme = read_programme(file.read_bytes(), settings.time_zone)
    except OSError as error:
        raise Failure(f"{file}: {error.strerror}") from error
    except UnreadableError as error:
        raise Failure(f"{file}: {error}") from error
    source = f"{file.name}, {today}"
    matched = match(
        programme,
        engine.reader,
        source,
        city=arguments.city,
        cinema=arguments.cinema,
        meant=_meant(arguments.title),
        festival=arguments.festival,
    )
    for line in summary(matched, engine.reader, programme.rows):
        show(line)
    try:
        import asyncio

        imported = asyncio.run(_store(matched, settings, today, arguments))
    except StorageError as error:
        raise Failure(str(error)) from error
    for line in _outcome(imported, len(matched.showings), arguments):
        show(line)
    return 0 if matched.clean else 1


def _meant(given: Iterable[str]) -> dict[str, str]:
    pairs = [part.rpartition("=") for part in given]
    if wrong := next((title + id_ for title, sign, id_ in pairs if not sign), None):
        raise Failure(f"--title: TITLE=ID is wanted, not {wrong}")
    return {title.strip(): id_.strip() for title, _, id_ in pairs}


async def _store(
    matched: Matched, settings: Settings, today: date, arguments: argparse.Namespace
) -> Imported:
    from bot.storage import Storage
    from bot.storage.incoming import Incoming

    storage = Storage.open(settings.database_url)
    try:
        return await Incoming(storage).import_showings(
            matched.showings, today, replace=arguments.replace, dry=arguments.dry_run
        )
    finally:
        await storage.close()


def _outcome(imported: Imported, found: int, arguments: argparse.Namespace) -> Iterator[str]:
    if imported.missing:
        removed = arguments.replace and not arguments.dry_run
        yield (
            "Removed, no more in the programme:"
            if removed
            else "Announced before and not in this file; --replace removes them:"
        )
        for showing in sorted(imported.missing, key=lambda s: (s.film, s.order)):
            yield f"  {_said(showing)}"
    stored = "would be new" if arguments.dry_run else "new"
    known = found - len(imported.added)
    yield f"{len(imported.added)} {stored}, {known} known before."
    if imported.corrected:
        are = "would be" if arguments.dry_run else "are now"
        sort = "of a festival" if arguments.festival else "not of a festival"
        yield f"{len(imported.corrected)} of the known {are} {sort}."


def _said(showing: Showing) -> str:
    at = showing.at.strftime("%H:%M") if showing.at else ""
    parts = (showing.film, str(showing.day), at, showing.city, showing.cinema)
    return " ".join(part for part in parts if part)
