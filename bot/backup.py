"""``backup`` and ``restore``: the database as one file, and back."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.failure import Failure
from bot.settings import Settings

BACKUP = """\
Copies the SQLite database of DATABASE_URL to a new file, whole and compact, while the bot runs.
"""

RESTORE = """\
Puts a backup in the place of the database; the bot must not run. The database that was there stays
beside it as *.before-restore. News that waited when the backup was made is not sent again unless
it may be repeated: it may have been sent since.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Both commands with their arguments."""
    for name, help, description, command in (
        ("backup", "copy the database to a file", BACKUP, _backup),
        ("restore", "go back to such a copy", RESTORE, _restore),
    ):
        parser = commands.add_parser(
            name,
            help=help,
            description=description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        parser.add_argument("file", type=Path, help="the copy")
        parser.set_defaults(command=command)


def _backup(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.storage.backup import backup
    from bot.storage.connecting import StorageError

    try:
        backup(settings.database_url, arguments.file)
    except StorageError as error:
        raise Failure(str(error)) from error
    print(f"The database is in {arguments.file}.")
    return 0


def _restore(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.storage.backup import restore
    from bot.storage.connecting import StorageError

    try:
        former = restore(settings.database_url, arguments.file)
    except StorageError as error:
        raise Failure(str(error)) from error
    print("The database is restored." + (f" The former one is {former}." if former else ""))
    return 0
