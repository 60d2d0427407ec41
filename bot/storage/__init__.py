"""What outlives a restart: a module for each thing that is kept."""

from bot.storage.connecting import StorageError
from bot.storage.database import Storage, Unanswered
from bot.storage.votes import Tally, Votes

__all__ = ["Storage", "StorageError", "Tally", "Unanswered", "Votes"]
