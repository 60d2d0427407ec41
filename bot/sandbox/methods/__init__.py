"""The methods that the sandbox speaks, by the name that stands in the address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.methods import answers, chats, introduction, media, messages, receiving
from bot.sandbox.world.world import World

Method = Callable[[World, Call], Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getMe": introduction.get_me,
    "setMyCommands": introduction.set_commands,
    "getMyCommands": introduction.get_commands,
    "deleteMyCommands": introduction.delete_commands,
    "setMyName": introduction.set_text,
    "getMyName": introduction.get_text,
    "setMyDescription": introduction.set_text,
    "getMyDescription": introduction.get_text,
    "setMyShortDescription": introduction.set_text,
    "getMyShortDescription": introduction.get_text,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendChatAction": messages.send_chat_action,
    "editMessageText": messages.edit_text,
    "editMessageCaption": messages.edit_caption,
    "editMessageReplyMarkup": messages.edit_reply_markup,
    "deleteMessage": messages.delete_message,
    "deleteMessages": messages.delete_messages,
    "setMessageReaction": messages.set_reaction,
    "sendPhoto": media.send_photo,
    "sendDocument": media.send_document,
    "sendMediaGroup": media.send_media_group,
    "editMessageMedia": media.edit_media,
    "getFile": media.get_file,
    "answerCallbackQuery": answers.answer_callback_query,
    "answerInlineQuery": answers.answer_inline_query,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_member,
    "getChatMemberCount": chats.count_members,
    "getChatAdministrators": chats.get_administrators,
    "leaveChat": chats.leave,
}

BY_NAME = {name.lower(): method for name, method in METHODS.items()}
"""Telegram does not mind how the letters are written."""
