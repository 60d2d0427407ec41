"""All handlers in one place. Order matters: in each group only the first that fits runs."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    TypeHandler,
    filters,
)

from handlers import (
    about,
    almanac,
    buttons,
    chance,
    choice,
    edited,
    editors,
    errors,
    expired,
    flood,
    following,
    health,
    help,
    inline,
    language,
    lookup,
    media,
    membership,
    premiere,
    privacy,
    progress,
    publish,
    question,
    queue,
    reactions,
    reload,
    stale,
    start,
    stats,
    subscribe,
    subscriptions,
    unanswered,
    wishes,
)
from handlers.groups import ADDRESSED

HANDLED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MESSAGE_REACTION,
    Update.MY_CHAT_MEMBER,
)
"""What Telegram is asked for: exactly what is handled below."""

NEW = filters.UpdateType.MESSAGE & ~filters.VIA_BOT  # what an inline bot wrote is no question
HERE_OR_CHANNEL = NEW | filters.UpdateType.CHANNEL_POST
QUESTION = (filters.TEXT | filters.CAPTION) & ADDRESSED
MEDIA = (
    filters.VOICE
    | filters.VIDEO_NOTE
    | filters.AUDIO
    | filters.Sticker.ALL
    | filters.PHOTO
    | filters.VIDEO
    | filters.ANIMATION
    | filters.Document.ALL
    | filters.LOCATION
    | filters.CONTACT
    | filters.POLL
    | filters.Dice.ALL
    | filters.STORY
) & ADDRESSED

EDITORS_COMMANDS = {
    "publish": publish.begin,
    "premiere": premiere.propose,
    "queue": queue.show,
    "unanswered": unanswered.show,
    "reload": reload.read_again,
    "health": health.show,
}
"""In no menu: to everybody else they are unknown."""


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    add = application.add_handler

    # Also when it waited out a downtime.
    add(MessageHandler(filters.StatusUpdate.MIGRATE, membership.move), group=-3)
    # Before everything else, whether it is to be answered at all.
    add(TypeHandler(Update, stale.hold_back), group=-2)
    add(TypeHandler(Update, flood.hold_off), group=-1)

    add(CommandHandler("start", start.greet, NEW))
    add(CommandHandler("help", help.explain, NEW))
    add(CommandHandler("lang", language.offer, HERE_OR_CHANNEL))
    add(CommandHandler("film", lookup.film, NEW))
    add(CommandHandler("person", lookup.person, NEW))
    add(CommandHandler("awards", lookup.awards, NEW))
    add(CommandHandler("premieres", almanac.premieres, NEW))
    add(CommandHandler("today", almanac.today, NEW))
    add(CommandHandler("news", almanac.news, NEW))
    add(CommandHandler("random", chance.pick, NEW))
    add(CommandHandler("stats", stats.show, NEW))
    add(CommandHandler("about", about.tell, NEW))
    add(CommandHandler("subscribe", subscribe.show, HERE_OR_CHANNEL))
    add(CommandHandler("subscriptions", subscriptions.show, HERE_OR_CHANNEL))
    add(CommandHandler("unsubscribe", subscriptions.ask_to_end_all, HERE_OR_CHANNEL))
    add(CommandHandler("privacy", privacy.tell, NEW))
    add(CommandHandler("export", privacy.export, NEW))
    add(CommandHandler("forget", privacy.ask_to_forget, NEW))
    add(MessageHandler(NEW & filters.COMMAND & ADDRESSED, help.unknown_command))
    add(MessageHandler(NEW & QUESTION, question.answer))
    add(MessageHandler(NEW & MEDIA, media.reply_kindly))
    add(
        MessageHandler(
            filters.UpdateType.EDITED_MESSAGE & ~filters.COMMAND & ~filters.VIA_BOT & QUESTION,
            edited.answer_again,
        )
    )

    add(CallbackQueryHandler(language.choose, buttons.LANGUAGE))
    add(CallbackQueryHandler(start.ask_example, buttons.EXAMPLE))
    add(CallbackQueryHandler(stale.answer_last, f"^{buttons.ANSWER_LAST}$"))
    add(CallbackQueryHandler(choice.not_meant, f"^{buttons.NOT_MEANT}$"))
    add(CallbackQueryHandler(choice.nothing, f"^{buttons.NOTHING}$"))
    add(CallbackQueryHandler(choice.turn_page, buttons.TURN))
    add(CallbackQueryHandler(choice.show_whole, buttons.WHOLE))
    add(CallbackQueryHandler(stats.turn, buttons.CHART))
    add(CallbackQueryHandler(following.press, buttons.FOLLOW))
    add(CallbackQueryHandler(wishes.press, buttons.UNDO))
    add(CallbackQueryHandler(subscribe.press, buttons.SWITCH))
    add(CallbackQueryHandler(subscriptions.end, buttons.END))
    add(CallbackQueryHandler(subscriptions.end_all, buttons.END_ALL))
    add(CallbackQueryHandler(privacy.forget, buttons.FORGET))
    add(CallbackQueryHandler(choice.choose, r"^[^~]"))
    add(CallbackQueryHandler(expired.tell))

    add(ChatMemberHandler(membership.change, ChatMemberHandler.MY_CHAT_MEMBER))
    add(InlineQueryHandler(inline.offer))
    new = MessageReactionHandler.MESSAGE_REACTION_UPDATED
    add(MessageReactionHandler(reactions.count, message_reaction_types=new))

    application.add_error_handler(errors.report)


def register_editors(
    application: Application[Any, Any, Any, Any, Any, Any], office: editors.Office
) -> None:
    """Before the others: to everybody else these commands are unknown, and the buttons too old."""
    add, only = application.add_handler, editors.only
    theirs = NEW & editors.editor_filter(office)
    for command, handler in EDITORS_COMMANDS.items():
        add(CommandHandler(command, only(handler), theirs))
    writing = theirs & filters.TEXT & ~filters.COMMAND & editors.Writing(office)
    add(MessageHandler(writing, only(publish.write)))
    add(CallbackQueryHandler(only(publish.press), publish.BUTTON))
    add(CallbackQueryHandler(only(progress.press), progress.BUTTON))
    add(CallbackQueryHandler(only(premiere.store), premiere.BUTTON))
