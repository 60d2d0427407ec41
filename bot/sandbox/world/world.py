"""The chats and the people in them, and all that was written: in memory, gone with the program."""

from __future__ import annotations

from typing import Any

from bot.sandbox.refusal import Refused, bad_request, forbidden
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.files import Fetch, Files
from bot.sandbox.world.happenings import Happenings
from bot.sandbox.world.message import Message
from bot.sandbox.world.people import PRESENT, Chat, ChatType, Status, User
from bot.sandbox.world.profile import Profile
from bot.sandbox.world.queries import Queries
from bot.sandbox.world.updates import Updates
from bot.sandbox.world.webhook import Webhook

KICKED = "bot was kicked from the {} chat"
OUTSIDE = "bot is not a member of the {} chat"
UPGRADED = "group chat was upgraded to a supergroup chat"


class World:
    def __init__(
        self, clock: Clock | None = None, bot: Profile | None = None, fetch: Fetch | None = None
    ) -> None:
        self.clock = clock or Clock()
        self.bot = bot or Profile()
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Message] = {}
        self.files = Files(fetch)
        self.queries = Queries(self.clock)
        self.updates = Updates(self.clock)
        self.webhook = Webhook(self.updates, self.clock)
        self.happenings = Happenings()
        self._last_message = 0
        self._last_id = 1000

    def next_id(self) -> int:
        """Of those that no script has given away."""
        self._last_id += 1
        while self._last_id in self.chats:
            self._last_id += 1
        return self._last_id

    # People and chats

    def add_user(self, first_name: str, **more: Any) -> User:
        user = User(more.pop("id", None) or self.next_id(), first_name, **more)
        if user.id in self.users:
            raise bad_request("user exists already")
        self.users[user.id] = user
        private = Chat(user.id, "private", user.first_name, user.username)
        self.chats[user.id] = private
        return user

    def add_chat(self, kind: ChatType, title: str, **more: Any) -> Chat:
        number = more.pop("id", None)
        if number is None:
            number = -self.next_id() - (0 if kind == "group" else 1_000_000_000_000)
        if number in self.chats:
            raise bad_request("chat exists already")
        chat = Chat(number, kind, title, **more)
        self.chats[number] = chat
        return chat

    def user(self, number: int) -> User:
        if number == self.bot.id:
            return self.bot.user
        if (user := self.users.get(number)) is None:
            raise bad_request("user not found")
        return user

    def chat(self, number: int) -> Chat:
        """Whether the bot may see it or not."""
        if (chat := self.chats.get(number)) is None:
            raise bad_request("chat not found")
        return chat

    def status(self, chat: Chat, user: int) -> Status:
        return chat.bot if user == self.bot.id else chat.members.get(user, "left")

    # As the bot sees it

    def chat_for_bot(self, given: str, *, writing: bool = True) -> Chat:
        """The chat that a method names; Refused where the bot has no business in it."""
        chat = self.find_chat(given)
        if chat is None or (chat.type == "private" and chat.bot == "left"):
            raise bad_request("chat not found" if given else "chat_id is empty")
        if chat.migrated_to is not None:
            raise bad_request(UPGRADED, migrate_to_chat_id=chat.migrated_to)
        if why := self._no_access(chat, writing=writing):
            raise why
        return chat

    def find_chat(self, given: str) -> Chat | None:
        if given.startswith("@"):
            name = given[1:].lower()
            named = (chat for chat in self.chats.values() if chat.username.lower() == name)
            return next((chat for chat in named if chat.type != "private"), None)
        try:
            return self.chats.get(int(given))
        except ValueError:
            return None

    @staticmethod
    def _no_access(chat: Chat, *, writing: bool) -> Refused | None:
        if chat.type == "private":
            blocked = chat.bot == "kicked" and writing
            return forbidden("bot was blocked by the user") if blocked else None
        if chat.bot == "kicked":
            return forbidden(KICKED.format(chat.type))
        if chat.bot not in PRESENT:
            return forbidden(OUTSIDE.format(chat.type))
        if not writing:
            return None
        if chat.type == "channel" and chat.bot != "administrator":
            return bad_request("need administrator rights in the channel chat")
        if chat.bot == "restricted":
            return bad_request("not enough rights to send text messages to the chat")
        return None

    # Messages

    def put(
        self, chat: Chat, sender: User | None, content: dict[str, Any], **more: Any
    ) -> Message:
        """A new message at the end of the chat; who is shown it is told."""
        if chat.numbers_its_own:
            chat.last_message = number = chat.last_message + 1
        else:
            self._last_message = number = self._last_message + 1
        message = Message(number, chat, sender, self.clock.seconds, content, **more)
        self.messages[chat.id, number] = message
        self.happenings.note("message", chat.id, message=message.as_seen())
        return message

    def message(self, chat: Chat, number: int) -> Message | None:
        return self.messages.get((chat.id, number))

    def in_chat(self, chat: Chat, after: int = 0) -> list[Message]:
        return [
            message
            for (where, number), message in self.messages.items()
            if where == chat.id and number > after
        ]

    def show_again(self, message: Message) -> None:
        """After a change that everybody sees at once."""
        self.happenings.note("edit", message.chat.id, message=message.as_seen())

    def remove(self, message: Message) -> None:
        del self.messages[message.chat.id, message.id]
        self.happenings.note("delete", message.chat.id, message_id=message.id)

    def close(self) -> None:
        """Everybody who waits is sent home."""
        self.webhook.stop()
        self.queries.close()
        self.updates.close()
        self.happenings.close()
