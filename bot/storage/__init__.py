"""What outlives a restart: the chats' languages and the questions that had no answer."""

from bot.storage.database import Storage, StorageError, Unanswered

__all__ = ["Storage", "StorageError", "Unanswered"]
