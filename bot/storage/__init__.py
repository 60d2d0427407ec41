"""What outlives a restart: a module for each thing that is kept."""

from bot.storage.database import Storage, StorageError, Unanswered
from bot.storage.votes import Tally, Votes

__all__ = ["Storage", "StorageError", "Tally", "Unanswered", "Votes"]
