"""Questions in private chats: asked, corrected, continued, not understood."""

from __future__ import annotations

from datetime import date

import pytest

from bot.storage import Storage
from handlers.context import Service
from knowledge.answer import Conversation
from tests.botapi import BotApi, Refused
from tests.handlers.conftest import Clock, Person
from tests.handlers.scripted import TULPAN, Scripted

FRESH = Conversation(language="en")
"""Nothing was said yet; the person's Telegram is in English."""


async def test_an_answer_with_sources_and_buttons(person: Person, scripted: Scripted) -> None:
    await person.says("who directed tulpan")
    [shown] = person.seen
    assert shown.text == (
        "Sergei Dvortsevoy directed Tulpan.\nTulpan (2008)\n<Cannes> & more\n\n"
        "Sources: 1\xa0imdb.com · 2\xa0kazpravda.kz"
    )
    assert shown.html.startswith("<b>Sergei Dvortsevoy directed Tulpan.</b>\n")
    assert shown.labels == ["Cast", "Awards", "Not what I meant"]
    assert shown.answers is None
    [(_, today, conversation, language)] = scripted.asked
    assert (today, conversation, language) == (date(2026, 11, 23), FRESH, "en")


async def test_links_show_no_preview(person: Person, api: BotApi) -> None:
    await person.says("who directed tulpan")
    assert api.calls[-1][1]["link_preview_options"] == '{"is_disabled": true}'


async def test_today_is_the_day_in_almaty(
    person: Person, clock: Clock, scripted: Scripted
) -> None:
    clock.passes(hours=12)
    await person.says("who directed tulpan")
    assert scripted.asked[0][1] == date(2026, 11, 24)


async def test_the_conversation_lasts_fifteen_minutes(
    person: Person, clock: Clock, scripted: Scripted
) -> None:
    await person.says("who directed tulpan")
    clock.passes(minutes=15)
    await person.says("who plays in it")
    clock.passes(minutes=15, seconds=1)
    await person.says("who plays in it")
    subjects = [conversation.entities for _, _, conversation, _ in scripted.asked]
    assert subjects == [(), (TULPAN,), ()]


async def test_chats_do_not_hear_each_other(
    person: Person, api: BotApi, clock: Clock, scripted: Scripted
) -> None:
    await person.says("who directed tulpan")
    await Person(person.application, api, clock, id=2).says("who plays in it")
    assert scripted.asked[-1][2] == FRESH


@pytest.mark.parametrize(
    ("code", "language"),
    [("kk", "kk"), ("ru", "ru"), ("en-US", "en"), ("de", "kk"), ("", "kk")],
)
async def test_the_language_of_the_phone_is_for_unclear_questions(
    person: Person, scripted: Scripted, code: str, language: str
) -> None:
    person.code = code
    await person.says("?")
    assert scripted.asked[0][3] == language


async def test_the_language_spoken_last_comes_before_the_phone(
    person: Person, scripted: Scripted
) -> None:
    await person.says("where is my cat")  # answered in Russian
    await person.says("?")
    assert scripted.asked[-1][3] == "ru"


async def test_an_edited_question_edits_the_answer(person: Person, scripted: Scripted) -> None:
    number = await person.says("who directed tulpan")
    before = person.last.id
    await person.edits(number, "tulip")
    [shown] = person.seen
    assert (shown.id, shown.text) == (before, "Which Tulip?")
    assert shown.labels == ["Cast", "Awards"]
    # It is asked in the conversation of then, not after its own first answer.
    assert scripted.asked[-1][2] == FRESH


async def test_an_edit_that_changes_nothing_is_not_asked_again(
    person: Person, scripted: Scripted
) -> None:
    number = await person.says("who directed tulpan")
    await person.edits(number, "who  directed tulpan")
    assert len(scripted.asked) == 1


async def test_an_edit_with_the_same_answer_is_no_error(person: Person, api: BotApi) -> None:
    number = await person.says("where is my cat")
    await person.edits(number, "Where is my CAT")
    assert [shown.text for shown in person.seen] == ["Этого я не знаю.\nСпросите о фильме."]


async def test_a_long_answer_shrinks_and_grows_in_place(person: Person) -> None:
    number = await person.says("long")
    many = [shown.id for shown in person.seen]
    assert len(many) == 3
    await person.edits(number, "tulip")
    assert [shown.id for shown in person.seen] == many[:1]
    await person.edits(number, "long")
    assert [shown.text[:3] for shown in person.seen] == ["A l", "43.", "86."]
    assert person.seen[0].id == many[0]


async def test_an_edit_whose_answer_was_deleted_is_answered_below(
    person: Person, api: BotApi
) -> None:
    number = await person.says("tulip")
    api.shown.clear()
    await person.edits(number, "who directed tulpan")
    assert person.last.text.startswith("Sergei Dvortsevoy")


async def test_an_edit_of_what_is_not_remembered(
    person: Person, clock: Clock, scripted: Scripted, service: Service
) -> None:
    first = await person.says("where is my dog")
    service.replies.pop((1, first))
    await person.edits(first, "tulip")
    assert person.last.text == "Which Tulip?"  # fresh: answered as new
    sent = clock.now
    clock.passes(hours=2)
    old = {"date": int(sent.timestamp())}
    await person.edits(999, "films", **old)
    assert len(scripted.asked) == 2


async def test_unknown_is_noted_without_who_asked(person: Person, storage: Storage) -> None:
    await person.says("where is my cat")
    await person.says("Where is my cat")
    [row] = await storage.unanswered()
    assert (row.text.lower(), row.language, row.count) == ("where is my cat", "ru", 2)


async def test_what_is_answered_is_not_noted(person: Person, storage: Storage) -> None:
    await person.says("who directed tulpan")
    await person.says("tulip")
    assert await storage.unanswered() == []


async def test_a_broken_database_does_not_silence_the_bot(
    person: Person,
    storage: Storage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from bot.storage import StorageError

    async def broken(*_: object) -> None:
        raise StorageError("DATABASE_URL: database is locked")

    monkeypatch.setattr(storage, "language", broken)
    monkeypatch.setattr(storage, "note_unanswered", broken)
    await person.says("where is my cat")
    assert [shown.text for shown in person.seen] == ["Этого я не знаю.\nСпросите о фильме."]
    assert caplog.text.count("database is locked") == 2


async def test_what_an_inline_bot_wrote_is_no_question(person: Person) -> None:
    await person.says("who directed tulpan", via_bot={"id": 9, "is_bot": True, "first_name": "x"})
    assert person.seen == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_fault_is_apologised_for_once_and_the_next_question_answered(
    person: Person, service: Service, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    person.code = language
    await person.says("broken")
    assert [shown.text for shown in person.seen] == [service.texts.say(language, "chat-error")]
    assert "RuntimeError: no such thing" in caplog.text
    await person.says("who directed tulpan")
    assert person.last.text.startswith("Sergei Dvortsevoy")


async def test_the_token_is_not_logged(
    person: Person, scripted: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    token = person.application.bot.token
    scripted.says["broken"] = RuntimeError(f"https://api.telegram.org/bot{token}/sendMessage")
    await person.says("broken")
    assert "<token>/sendMessage" in caplog.text
    assert token not in caplog.text


async def test_somebody_who_blocked_the_bot_is_left_alone(
    person: Person, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.failing["sendMessage"] = lambda: Refused(403, "Forbidden: bot was blocked by the user")
    await person.says("tulip")
    assert api.count("sendMessage") == 1
    assert "blocked by the user" in caplog.text
    assert "Traceback" not in caplog.text


async def test_a_novel_is_read_only_at_its_beginning(person: Person, scripted: Scripted) -> None:
    await person.says("who " + "x" * 4000)
    assert len(scripted.asked[0][0]) == 1000
