"""Editors' commands as an editor meets them, and as everybody else does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.application import Application, build
from bot.delivery.topic import Topic
from bot.incoming.feeds import Entry
from bot.incoming.sifting import sift
from bot.pace import Pace
from bot.settings import Feed, Settings
from bot.storage import Storage
from bot.storage.incoming import FeedState
from handlers.context import Service
from handlers.editors import Office
from handlers.registration import EDITORS_COMMANDS
from knowledge.answer import Entity
from knowledge.answers.texts import load_texts
from knowledge.bulletins.drafts import moved, with_texts
from knowledge.engine import Engine
from knowledge.factbase.loading import FACTS
from tests.botapi import TOKEN, BotApi, Refused
from tests.handlers.conftest import GROUP, Clock, Person

EDITOR, OUTSIDER = 77, 5
FEED = "https://news.example.org/rss"
NEW = "kenzhem-kaida-2026"


class Unhurried(Person):
    """Lets some seconds pass before each thing that is done: nobody is stopped as too quick."""

    async def receive(self, content: dict[str, Any]) -> None:
        self.clock.passes(seconds=4)
        await super().receive(content)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A folder of facts that a test may break."""
    folder = tmp_path / "facts"
    folder.mkdir()
    for part in FACTS.iterdir():
        (folder / part.name).symlink_to(part)
    (folder / "news").unlink()
    (folder / "news").mkdir()
    return folder


@pytest.fixture
async def application(
    engine: Engine, storage: Storage, api: BotApi, clock: Clock, facts: Path
) -> AsyncIterator[Application]:
    application = build(
        Settings(token=TOKEN, editors=frozenset({EDITOR}), feeds=(Feed(FEED),), facts_dir=facts),
        engine,
        storage,
        clock=clock,
        httpx_kwargs={"transport": api.transport},
        pace=Pace(None),
    )
    application.bot_data["service"].pictures = None
    await application.initialize()
    yield application
    await application.shutdown()


@pytest.fixture
def office(application: Application) -> Office:
    office: Office = application.bot_data["office"]
    return office


@pytest.fixture(params=["kk", "ru", "en"])
def editor(
    request: pytest.FixtureRequest, application: Application, api: BotApi, clock: Clock
) -> Person:
    return Unhurried(application, api, clock, code=request.param, id=EDITOR)


@pytest.fixture
def outsider(application: Application, api: BotApi, clock: Clock) -> Person:
    return Person(application, api, clock, id=OUTSIDER)


def say(person: Person, key: str, **values: Any) -> str:
    return load_texts().say(person.code, key, **values)


async def readers(office: Office, count: int, topic: str = "news") -> None:
    for chat in range(1000, 1000 + count):
        await office.delivery.subscriptions.subscribe(chat, Topic(topic), office.clock(), "ru")


# Who may.


@pytest.mark.parametrize("command", EDITORS_COMMANDS)
async def test_to_everybody_else_the_command_is_unknown(
    outsider: Person, application: Application, api: BotApi, clock: Clock, command: str
) -> None:
    await outsider.says(f"/{command} Tomiris 2026-12-04")
    told = outsider.last.text
    await outsider.says("/nonsense")
    assert told == outsider.last.text == say(outsider, "chat-command")
    group = Person(application, api, clock, id=EDITOR, chat=GROUP)
    await group.says(f"/{command}@QazaqKinoBot")
    assert [shown.text for shown in group.seen] == [say(group, "chat-command")]


@pytest.mark.parametrize(
    "data", ["~pub:send:" + "0" * 32, "~item:cancel:1", "~prem:no", "~pub:stop:"]
)
async def test_a_button_that_somebody_else_presses_does_nothing(
    outsider: Person, editor: Person, api: BotApi, data: str
) -> None:
    await outsider.says("/help")
    before = outsider.last.text
    await outsider.presses_data(data, outsider.last)
    assert outsider.last.text == before
    assert api.notices == [(say(outsider, "chat-expired"), True)]


# /publish.


async def test_from_the_first_word_to_the_ledger(
    editor: Person, office: Office, clock: Clock, api: BotApi
) -> None:
    await readers(office, 3)
    await editor.says("/publish")
    assert editor.last.text == say(editor, "chat-publish")
    await editor.says("Қазақша <тақырып>\nМәтін")
    assert say(editor, "chat-publish-next", name="Русский") == editor.last.text
    await editor.says("Заголовок\nтекст\n---\nHeadline & more\ntext")
    sheet = editor.last
    first = {"kk": "Қазақша <тақырып>", "ru": "Заголовок", "en": "Headline & more"}
    assert sheet.text.startswith(first[editor.code])
    assert say(editor, "chat-publish-recipients", count=3) in sheet.text
    for code, name in (("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")):
        label = next(label for label in sheet.labels if label.endswith(name))
        await editor.presses(label, sheet)
        assert sheet.text.startswith(first[code])

    await editor.presses(say(editor, "chat-publish-to-me"), sheet)
    assert [shown.text.splitlines()[0] for shown in editor.seen[-3:]] == list(first.values())

    await editor.presses(say(editor, "chat-publish-go"), sheet)
    assert sheet.text == say(editor, "chat-publish-sure", count=3)
    assert await office.delivery.ledger.counts() == {}
    await editor.presses(say(editor, "chat-publish-send", count=3), sheet)
    assert await office.delivery.ledger.counts() == {"pending": 3}
    assert say(editor, "chat-progress-sent", sent=0, all=3) in sheet.text

    await editor.presses(say(editor, "chat-progress-pause"), sheet)
    assert say(editor, "chat-progress-paused") in sheet.text
    assert await office.delivery.ledger.due(clock.now, 10) == []
    await editor.presses(say(editor, "chat-progress-resume"), sheet)
    assert len(await office.delivery.ledger.due(clock.now, 10)) == 3
    await editor.presses(say(editor, "chat-progress-cancel"), sheet)
    assert sheet.text.startswith(say(editor, "chat-progress-cancelled"))
    assert sheet.labels == []
    assert await office.delivery.ledger.counts() == {"expired": 3}
    assert {draft.state for draft in await office.incoming.drafts()} == {"published"}


async def test_progress_is_edited_at_most_once_in_three_seconds(
    editor: Person, office: Office, application: Application, clock: Clock, api: BotApi
) -> None:
    await readers(office, 2)
    sheet = await written(editor)
    await editor.presses(say(editor, "chat-publish-go"), sheet)
    await editor.presses(say(editor, "chat-publish-send", count=2), sheet)
    edits = api.count("editMessageText")
    [due, _] = await office.delivery.ledger.due(clock.now, 10)
    await office.delivery.ledger.begin(due, clock.now)
    await office.delivery.items.set_state(due.item, "paused", clock.now)
    await office.followed.look(application.bot)
    assert api.count("editMessageText") == edits
    clock.passes(seconds=3)
    await office.followed.look(application.bot)
    await office.followed.look(application.bot)
    assert api.count("editMessageText") == edits + 1
    assert say(editor, "chat-progress-paused") in sheet.text
    clock.passes(seconds=3)
    await office.followed.look(application.bot)
    assert api.count("editMessageText") == edits + 1


@pytest.mark.parametrize("arrived", [False, True])
async def test_progress_that_could_not_be_shown_is_shown_later(
    editor: Person, office: Office, application: Application, clock: Clock, api: BotApi,
    arrived: bool,
) -> None:  # fmt: skip
    """Its end, too: nobody is left with "sending" for ever."""
    await readers(office, 1)
    sheet = await written(editor)
    await editor.presses(say(editor, "chat-publish-go"), sheet)
    await editor.presses(say(editor, "chat-publish-send", count=1), sheet)
    [due] = await office.delivery.ledger.due(clock.now, 10)
    await office.delivery.items.set_state(due.item, "cancelled", clock.now)
    clock.passes(seconds=3)
    api.failing["editMessageText"] = lambda: httpx.ReadTimeout("slow")
    await office.followed.look(application.bot)
    assert sheet.text.startswith(say(editor, "chat-progress-active"))
    if arrived:
        api.failing["editMessageText"] = lambda: Refused(400, "message is not modified")
    clock.passes(seconds=3)
    await office.followed.look(application.bot)
    ended = sheet.text.startswith(say(editor, "chat-progress-cancelled"))
    assert ended is not arrived
    edits = api.count("editMessageText")
    clock.passes(seconds=3)
    await office.followed.look(application.bot)
    assert api.count("editMessageText") == edits


async def written(editor: Person) -> Any:
    await editor.says("/publish")
    await editor.says("бір\n---\nодин\n---\none")
    return editor.last


async def test_a_draft_is_sent_once(editor: Person, office: Office, api: BotApi) -> None:
    await readers(office, 1)
    sheet = await written(editor)
    await editor.presses(say(editor, "chat-publish-go"), sheet)
    send = sheet.data(say(editor, "chat-publish-send", count=1))
    await editor.presses_data(send, sheet)
    await editor.presses_data(send, sheet)
    await office.rounds.tick()
    assert await office.delivery.ledger.counts() == {"pending": 1}
    assert api.notices[-1] == (say(editor, "chat-publish-gone"), True)


async def test_after_a_crash_the_round_goes_on(editor: Person, office: Office) -> None:
    """Approved and not yet handed over."""
    await readers(office, 1)
    await written(editor)
    [draft] = await office.incoming.drafts()
    await office.incoming.change_draft(draft, moved(draft, "approved"))
    await office.rounds.tick()
    await office.rounds.tick()
    assert await office.delivery.ledger.counts() == {"pending": 1}


async def test_rejected_rewritten_and_given_up(editor: Person, office: Office) -> None:
    sheet = await written(editor)
    name = next(label.removeprefix("• ") for label in sheet.labels if label.startswith("• "))
    await editor.presses(say(editor, "chat-publish-write", name=name), sheet)
    assert editor.last.text == say(editor, "chat-publish-next", name=name)
    await editor.says("anew")
    assert editor.last.text.startswith("anew")
    await editor.presses("✓ " + say(editor, "chat-publish-topic-news"))
    assert "✓ " + say(editor, "chat-publish-topic-news") in editor.last.labels  # the last stays
    await editor.presses(say(editor, "chat-publish-topic-awards"))
    await editor.presses("✓ " + say(editor, "chat-publish-topic-news"))
    [draft] = await office.incoming.drafts()
    assert draft.topics == ("awards",)
    await editor.presses(say(editor, "chat-publish-reject"))
    assert {draft.state for draft in await office.incoming.drafts()} == {"rejected"}
    await editor.says("/publish")
    await editor.presses(say(editor, "chat-publish-stop"))
    assert office.written(EDITOR) is None


@pytest.mark.parametrize("another", ["rejects", "finishes"])
async def test_what_another_editor_decided_meanwhile_is_not_written_over(
    editor: Person, office: Office, another: str
) -> None:
    await editor.says("/publish")
    await editor.says("бір")
    [draft] = await office.incoming.drafts()
    if another == "rejects":
        after = moved(draft, "rejected")
    else:
        after = with_texts(draft, {"ru": "один", "en": "one"})
    await office.incoming.change_draft(draft, after)
    await editor.says("два")
    assert editor.last.text == say(editor, "chat-publish-gone")
    assert await office.incoming.drafts() == [after]
    assert office.written(EDITOR) is None


async def test_what_waits_from_feeds_is_listed(
    editor: Person, office: Office, engine: Engine, clock: Clock
) -> None:
    entry = Entry("«Томирис» фильмі <жүлде> алды", "Режиссер Ақан Сатаев.", FEED, clock.now)
    for draft in sift([entry], engine.reader, [], clock.now, trusted=False):
        await office.incoming.add_draft(draft)
    await editor.says("/publish")
    assert say(editor, "chat-publish-waiting", count=1) in editor.last.text
    await editor.presses(editor.last.labels[0])
    assert editor.last.text.startswith("«Томирис» фильмі <жүлде> алды")
    assert say(editor, "chat-publish-feed") in editor.last.text
    film = engine.name(Entity("film", "tomiris-2019"), editor.code)
    assert film in editor.last.text


async def test_what_is_too_old_to_be_sent_is_not_listed(editor: Person, clock: Clock) -> None:
    await written(editor)
    clock.passes(days=8)
    await editor.says("/publish")
    assert editor.last.text == say(editor, "chat-publish")
    assert editor.last.labels == [say(editor, "chat-publish-stop")]


async def test_after_an_hour_a_text_is_a_question_again(
    editor: Person, office: Office, clock: Clock
) -> None:
    await editor.says("/publish")
    clock.passes(minutes=61)
    await editor.says("Тұлпан")
    assert await office.incoming.drafts() == []


# /premiere.


async def test_a_premiere_is_stored_answered_and_reminded_of_once(
    editor: Person, office: Office, service: Service
) -> None:
    await readers(office, 1, "premieres")
    await editor.says("/premiere Кенжем, қайда? 2026-11-30 Алматы Arman <3D> & Co")
    assert "Arman <3D> & Co" in editor.last.text
    await editor.presses(say(editor, "chat-premiere-store"))
    [showing] = await office.incoming.showings()
    assert (showing.film, showing.day, showing.city) == (NEW, date(2026, 11, 30), "almaty")
    assert showing.source == f"Arman <3D> & Co (Qazaq Kino, {service.today})"
    assert editor.last.text.startswith(say(editor, "chat-premiere-stored", showing="").rstrip())
    assert "Arman <3D> & Co" in editor.last.text
    assert NEW in service.engine.base.showings
    for _ in range(3):
        await office.rounds.tick()
    assert await office.delivery.ledger.counts() == {"pending": 1}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "chat-premiere-how"),
        ("Tomiris", "chat-premiere-how"),
        ("Tomiris 4 December", "chat-premiere-how"),
        ("2026-12-04", "chat-premiere-how"),
        ("T" * 3000 + " 2026-12-04", "chat-premiere-how"),
        ("Tomiris 2020-12-04", "chat-premiere-past"),
    ],
)
async def test_what_is_no_premiere_is_explained(editor: Person, typed: str, key: str) -> None:
    await editor.says(f"/premiere {typed}")
    assert editor.last.text == say(editor, key)


async def test_doubtful_and_unknown_titles(editor: Person, office: Office) -> None:
    await editor.says("/premiere Zxqwvut 2026-12-04")
    assert editor.last.text == say(editor, "chat-premiere-stranger", title="Zxqwvut")
    await editor.says("/premiere Тамирис 2026-12-04")
    candidates = editor.last.labels
    assert len(candidates) > 1
    await editor.presses(candidates[0])
    assert len(await office.incoming.showings()) == 1
    await editor.says("/premiere Кенжем қайда 2026-12-04")
    old = editor.last
    await editor.presses(say(editor, "chat-premiere-no"))
    assert old.text == say(editor, "chat-premiere-dropped")
    assert len(await office.incoming.showings()) == 1


# The others.


async def test_the_queue(editor: Person, office: Office, clock: Clock) -> None:
    await editor.says("/queue")
    assert editor.last.text == say(editor, "chat-queue-empty")
    await readers(office, 2)
    sheet = await written(editor)
    await editor.presses(say(editor, "chat-publish-go"), sheet)
    await editor.presses(say(editor, "chat-publish-send", count=2), sheet)
    clock.passes(minutes=4)
    await editor.says("/queue")
    assert editor.last.text.splitlines() == [
        say(editor, "chat-queue"),
        say(editor, "chat-state-pending", count=2),
        "",
        say(editor, "chat-queue-rate", count=0),
        say(editor, "chat-queue-oldest", minutes=4),
    ]


async def test_unanswered_questions(editor: Person, storage: Storage, clock: Clock) -> None:
    await editor.says("/unanswered")
    assert editor.last.text == say(editor, "chat-unanswered-none")
    for _ in range(2):
        await storage.note_unanswered("who is <b>?", "en", clock.now)
    await editor.says("/unanswered")
    assert "2 × who is <b>? (en)" in editor.last.text


async def test_reload_with_and_without_a_fault(
    editor: Person, service: Service, facts: Path
) -> None:
    before = service.engine
    broken = facts / "news" / "2026.yaml"
    broken.write_text("- id: x\n  date: [\n", "utf-8")
    await editor.says("/reload")
    assert service.engine is before
    assert editor.last.text.startswith(say(editor, "chat-reload-faults", count=1))
    assert "news/2026.yaml:" in editor.last.text
    broken.unlink()
    await editor.says("/reload")
    assert service.engine is not before
    assert not service.engine.base.news
    newest = service.engine.wording[editor.code].date(service.engine.newest.isoformat())
    films = len(before.base.films)
    assert editor.last.text == say(editor, "chat-reload-done", films=films, newest=newest)


async def test_health(editor: Person, office: Office, clock: Clock, storage: Storage) -> None:
    clock.passes(days=1, hours=2, minutes=3)
    await office.incoming.set_feed(
        FeedState(FEED, failures=2, next_at=clock.now + timedelta(hours=1))
    )
    await editor.says("/health")
    lines = editor.last.text.splitlines()
    assert lines[0] == say(editor, "chat-health-up", days=1, hours=2, minutes=3)
    assert say(editor, "chat-health-database") in lines
    assert say(editor, "chat-health-feed-down", host="news.example.org", count=2) in lines
    await storage.run(lambda connection: connection.exec_driver_sql("DROP TABLE ledger"))
    await editor.says("/health")
    assert say(editor, "chat-health-database-broken") in editor.last.text
    await editor.says("/queue")
    assert editor.last.text == say(editor, "chat-editors-database")
