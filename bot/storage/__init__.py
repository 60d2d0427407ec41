"""What outlives a restart: chats' languages, questions without an answer, votes on answers."""

from bot.storage.database import Storage, StorageError, Unanswered
from bot.storage.votes import Tally, Votes

__all__ = ["Storage", "StorageError", "Tally", "Unanswered", "Votes"]
