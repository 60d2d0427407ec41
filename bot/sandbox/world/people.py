"""Who can be met: users, and the chats where the bot may or may not be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

ChatType = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

PRESENT = frozenset({"creator", "administrator", "member", "restricted"})
GENERAL_TOPIC = 1
RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
    "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
    "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@dataclass
class User:
    id: int
    first_name: str
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    def as_json(self) -> dict[str, Any]:
        user: dict[str, Any] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        optional = {"username": self.username, "language_code": self.language_code}
        return user | {name: value for name, value in optional.items() if value}


@dataclass
class Chat:
    id: int
    type: ChatType
    title: str
    username: str = ""
    forum: bool = False
    members: dict[int, Status] = field(default_factory=dict)
    bot: Status = "left"
    """What the bot is here; in a private chat ``kicked`` where the person blocked it."""
    migrated_to: int | None = None
    topics: dict[int, str] = field(default_factory=dict)
    last_message: int = 0

    @property
    def numbers_its_own(self) -> bool:
        """Supergroups and channels count their own messages, all other chats share one count."""
        return self.type in ("supergroup", "channel")

    def as_json(self) -> dict[str, Any]:
        chat: dict[str, Any] = {"id": self.id, "type": self.type}
        chat["first_name" if self.type == "private" else "title"] = self.title
        if self.username:
            chat["username"] = self.username
        if self.forum:
            chat["is_forum"] = True
        return chat

    def in_full(self) -> dict[str, Any]:
        """As getChat tells it."""
        gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
        return self.as_json() | {
            "accent_color_id": self.id % 7,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
        }


def member_as_json(user: User, status: Status) -> dict[str, Any]:
    """A ChatMember."""
    member: dict[str, Any] = {"user": user.as_json(), "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= {right: right not in ("can_be_edited", "is_anonymous") for right in RIGHTS}
    elif status == "kicked":
        member["until_date"] = 0
    elif status == "restricted":
        member |= dict.fromkeys(RESTRICTIONS, False) | {"is_member": True, "until_date": 0}
    return member


RESTRICTIONS = (
    "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos",
    "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
    "can_send_other_messages", "can_add_web_page_previews", "can_edit_tag",
    "can_react_to_messages",
)  # fmt: skip
