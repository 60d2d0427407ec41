"""The page in a browser: a person asks, presses, pages, switches the language, sees a picture."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.request import HTTPXRequest

from bot.application import build
from bot.pace import Pace
from bot.polling import serve as answer
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import Address, serve
from bot.sandbox.together import DIRECT
from bot.sandbox.world.profile import TOKEN
from bot.settings import Settings
from bot.storage import Storage
from knowledge.engine import Engine
from tests.bot.sandbox.conftest import png

playwright = pytest.importorskip("playwright.async_api", reason="make test-browser installs it")

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no chromium here: make test-browser installs it"),
    pytest.mark.asyncio(loop_scope="module"),  # that of the browser, which is started once
]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 20  # seconds, on a busy machine
playwright.expect.set_options(timeout=1000 * PATIENCE)
ROOT = Path(__file__).parents[3]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
Opened = Callable[..., Awaitable["Page"]]
SHOTS = os.environ.get("SCREENSHOTS")
"""A folder to leave pictures of the page in: `SCREENSHOTS=docs` renews those of the README."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with playwright.async_playwright() as begun:
        browser = await begun.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox()


@pytest_asyncio.fixture(loop_scope="module")
async def address(sandbox: Sandbox) -> AsyncIterator[Address]:
    async with serve(sandbox) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="module")
async def bot(address: Address) -> AsyncIterator[Bot]:
    """A bot that does what the test says."""
    requests = (HTTPXRequest(httpx_kwargs=DIRECT) for _ in range(2))
    bot = Bot(
        TOKEN,
        base_url=f"{address.base_url}/bot",
        request=next(requests),
        get_updates_request=next(requests),
    )
    async with bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def kino(address: Address, engine: Engine, tmp_path: Path) -> AsyncIterator[None]:
    """The real bot, running."""
    storage = Storage.open(f"sqlite:///{tmp_path / 'kino.sqlite3'}")
    stopping = asyncio.Event()
    application = build(
        Settings(token=TOKEN),
        engine,
        storage,
        base_url=address.base_url,
        httpx_kwargs=DIRECT,
        pace=Pace(None),
    )
    running = asyncio.create_task(answer(application, stopping))
    yield
    stopping.set()
    await running
    await storage.close()


@pytest_asyncio.fixture(loop_scope="module")
async def opened(browser: Browser, address: Address) -> AsyncIterator[Opened]:
    """Opens the page; whatever goes wrong in it fails the test."""
    errors: list[str] = []

    async def open_page(**more: Any) -> Page:
        context = await browser.new_context(**{"viewport": DESKTOP, "locale": "en-US"} | more)
        context.set_default_timeout(1000 * PATIENCE)
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(address.page)
        await page.wait_for_selector("body.ready")
        return page

    yield open_page
    assert errors == []


async def write(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.keyboard.press("Enter")


async def last(page: Page, part: str) -> None:
    """The newest bubble of the bot says so."""
    bubble = page.locator("li.bot .text").last
    await playwright.expect(bubble).to_contain_text(re.compile(part))


async def picture(page: Page, name: str) -> None:
    if SHOTS:
        await page.wait_for_timeout(400)
        await page.screenshot(path=ROOT / SHOTS / f"sandbox-{name}.png")


@pytest.mark.usefixtures("kino")
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_a_conversation_in_three_languages(opened: Opened, size: dict[str, int]) -> None:
    name = "phone" if size is PHONE else "desktop"
    page = await opened(
        viewport=size,
        locale="kk-KZ",
        color_scheme="light" if size is PHONE else "dark",
        device_scale_factor=1.5,
    )
    await page.click("#start")
    await playwright.expect(page.locator("li.bot .key")).to_have_count(3)
    await write(page, "«Тюльпан» фильмін кім түсірді?")
    await last(page, "Дворцевой")
    await write(page, "а кто играет?")
    await last(page, "Кучинчиреков")
    await write(page, "films by Akan Satayev")
    await last(page, "Satayev|Sataev")
    await picture(page, name)
    before = await page.locator("li.bot .text").last.inner_text()
    await page.locator("li.bot").last.get_by_role("button", name="▶").click()
    await playwright.expect(page.locator("li.bot .text").last).not_to_have_text(before)
    await playwright.expect(page.locator("li.bot .stamp").last).to_contain_text("өзгертілді")
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


async def test_switching_the_language(opened: Opened, bot: Bot) -> None:
    await bot.set_my_commands([("help", "what I can do")])
    await bot.set_my_commands([("help", "что я умею")], language_code="ru")
    page = await opened(viewport=PHONE)
    await playwright.expect(page.locator("#start")).to_have_text("Start")
    await page.click("#side-open")
    await page.get_by_role("button", name="Русский").click()
    await playwright.expect(page.locator("#start")).to_have_text("Начать")
    assert await page.get_attribute("html", "lang") == "ru"
    await page.click("#side-close")
    await page.click("#start")
    (update,) = await bot.get_updates(timeout=PATIENCE)
    assert update.effective_user
    assert update.effective_user.language_code == "ru"
    await page.click("#commands")
    await playwright.expect(page.locator("#menu")).to_contain_text("что я умею")
    await page.keyboard.press("Enter")
    (update,) = await bot.get_updates(update.update_id + 1, timeout=PATIENCE)
    assert update.message
    assert update.message.text == "/help"
    await bot.send_chat_action(update.message.chat_id, "typing")
    await playwright.expect(page.locator(".typing")).to_contain_text("печатает")
    await page.reload()
    await page.wait_for_selector("body.ready")
    await playwright.expect(page.locator("li.mine .text").last).to_have_text("/help")


@pytest_asyncio.fixture(loop_scope="module")
async def talking(opened: Opened, bot: Bot) -> tuple[Page, int]:
    """A page on which /start was pressed, and the chat."""
    page = await opened()
    await page.click("#start")
    (update,) = await bot.get_updates(timeout=PATIENCE)
    assert update.effective_chat
    await bot.get_updates(update.update_id + 1)
    return page, update.effective_chat.id


async def test_markup_pictures_and_files(talking: tuple[Page, int], bot: Bot) -> None:
    page, chat = talking
    await bot.send_chat_action(chat, "typing")
    await playwright.expect(page.locator(".typing")).to_be_visible()
    html = '<b>a<i>😀</i></b> <a href="https://a.kz">b</a> <code>&lt;c&gt;</code> /help'
    await bot.send_message(chat, html, parse_mode="HTML")
    text = page.locator("li.bot .text").last
    assert await text.inner_html() == (
        '<strong>a<em>😀</em></strong> <a href="https://a.kz/" target="_blank" '
        'rel="noopener noreferrer">b</a> <code>&lt;c&gt;</code> '
        '<span class="bot_command" tabindex="0" role="button">/help</span>'
    )
    await playwright.expect(page.locator(".typing")).to_have_count(0)
    await bot.send_photo(chat, png(600, 400), caption="<b>card</b>", parse_mode="HTML")
    image = page.locator("li.bot .photo img")
    await playwright.expect(image).to_have_attribute("width", "600")
    await page.locator("li.bot .photo").click()
    await playwright.expect(page.locator("#viewer")).to_be_visible()
    await page.keyboard.press("Escape")
    await bot.send_photo(chat, png(400, 1600))
    tall = page.locator("li.bot").last.locator(".photo img")
    await playwright.expect(tall).to_have_attribute("height", "460")
    around = await page.locator("li.bot .bubble").last.bounding_box()
    inside = await tall.bounding_box()
    assert around
    assert inside
    assert around["width"] < inside["width"] + 20
    await bot.send_document(chat, b"a,b", filename="films.csv")
    link = page.locator("li.bot a.file")
    await playwright.expect(link).to_contain_text("films.csv")
    async with page.expect_download() as downloading:
        await link.click()
    assert (await downloading.value).suggested_filename == "films.csv"


async def test_buttons_edits_and_deletions(talking: tuple[Page, int], bot: Bot) -> None:
    page, chat = talking
    keys = InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("Quiet", callback_data="q"),
                InlineKeyboardButton("Loud", callback_data="l"),
            ],
            [InlineKeyboardButton("Search", switch_inline_query_current_chat="tul")],
            [InlineKeyboardButton("Card", url="https://t.me/QazaqKinoBot?start=film_tulpan")],
        ]
    )
    sent = await bot.send_message(chat, "choose", reply_markup=keys)
    for label in ("Quiet", "Loud"):
        await page.get_by_role("button", name=label).click()
        (update,) = await bot.get_updates(timeout=PATIENCE)
        assert update.callback_query
        await bot.answer_callback_query(
            update.callback_query.id, f"{label}!", show_alert=label == "Loud"
        )
        await bot.get_updates(update.update_id + 1)
        where = page.locator("#alert p" if label == "Loud" else "#toast")
        await playwright.expect(where).to_have_text(f"{label}!")
    await page.locator("#alert button").click()
    await page.get_by_role("button", name="Search").click()
    await playwright.expect(page.locator("#text")).to_have_value("@QazaqKinoBot tul")
    await page.fill("#text", "")
    await page.get_by_role("button", name="Card").click()
    await playwright.expect(page.locator("li.mine .text").last).to_have_text("/start film_tulpan")
    await bot.edit_message_text("chosen", chat, sent.message_id)
    first = page.locator(f'[data-id="{sent.message_id}"]')
    await playwright.expect(first.locator(".text")).to_have_text("chosen")
    await playwright.expect(first.locator(".key")).to_have_count(0)
    await bot.delete_message(chat, sent.message_id)
    await playwright.expect(first).to_have_count(0)


async def test_inline_mode_by_keyboard(talking: tuple[Page, int], bot: Bot) -> None:
    page, _ = talking
    await page.fill("#text", "@QazaqKinoBot tul")  # at once: a slow hand would ask for less first
    (update,) = await bot.get_updates(timeout=PATIENCE)
    assert update.inline_query
    assert update.inline_query.query == "tul"
    results = [
        InlineQueryResultArticle(title, title, InputTextMessageContent(f"<{title}>"))
        for title in ("Tulpan", "Tulip")
    ]
    more = InlineQueryResultsButton("All films", start_parameter="all")
    await bot.answer_inline_query(update.inline_query.id, results, button=more)
    await playwright.expect(page.get_by_role("option")).to_have_count(3)
    for key in ("ArrowDown", "Enter"):
        await page.keyboard.press(key)
    await playwright.expect(page.locator("li.mine .text").last).to_have_text("<Tulip>")
    await playwright.expect(page.locator("li.mine .via")).to_have_text("via @QazaqKinoBot")


async def test_by_keyboard_alone(opened: Opened, bot: Bot) -> None:
    page = await opened()
    await page.locator("#start").focus()
    await page.keyboard.press("Enter")
    (update,) = await bot.get_updates(timeout=PATIENCE)
    assert update.effective_chat
    await playwright.expect(page.locator("#text")).to_be_focused()
    keys = InlineKeyboardMarkup.from_button(InlineKeyboardButton("▶", callback_data="2"))
    sent = await bot.send_message(update.effective_chat.id, "page 1", reply_markup=keys)
    key = page.get_by_role("button", name="▶")
    await key.wait_for()
    for _ in range(4):  # past the commands button, back into the log
        await page.keyboard.press("Shift+Tab")
        if await key.evaluate("key => key === document.activeElement"):
            break
    await page.keyboard.press("Enter")
    (pressed,) = await bot.get_updates(update.update_id + 1, timeout=PATIENCE)
    assert pressed.callback_query
    await bot.edit_message_text("page 2", sent.chat_id, sent.message_id, reply_markup=keys)
    await pressed.callback_query.answer()
    await playwright.expect(page.locator("li.bot .text").last).to_have_text("page 2")
    await playwright.expect(key).to_be_focused()  # where the person was
    await page.keyboard.press("Enter")
    (again,) = await bot.get_updates(pressed.update_id + 1, timeout=PATIENCE)
    assert again.callback_query


async def test_editing_answering_reacting(talking: tuple[Page, int], bot: Bot) -> None:
    page, chat = talking
    await bot.get_updates(allowed_updates=["message", "edited_message", "message_reaction"])
    await write(page, "first")
    await playwright.expect(page.locator("li.mine")).to_have_count(2)
    await page.keyboard.press("ArrowUp")
    await write(page, "second")
    await playwright.expect(page.locator("li.mine .text").last).to_have_text("second")
    await bot.send_message(chat, "good?")
    bubble = page.locator("li.bot").last
    await bubble.hover()
    await bubble.get_by_role("button", name="Like", exact=True).click()
    await playwright.expect(bubble.locator(".reactions")).to_have_text("👍")
    await bubble.get_by_role("button", name="Reply").click()
    await write(page, "very")
    await playwright.expect(page.locator("li.mine .quote")).to_contain_text("good?")
    kinds = [
        "edit" if update.edited_message else "new" if update.message else "reaction"
        for update in await bot.get_updates(timeout=PATIENCE)
    ]
    assert kinds == ["new", "edit", "reaction", "new"]


async def test_what_could_not_be_sent_is_not_lost(talking: tuple[Page, int]) -> None:
    page, _ = talking
    messages = "**/control/chats/*/messages"
    await page.route(messages, lambda route: route.abort())
    await write(page, "hello")
    await playwright.expect(page.locator("#toast")).to_be_visible()
    await playwright.expect(page.locator("#text")).to_have_value("hello")
    await page.unroute(messages)
    await page.keyboard.press("Enter")
    await playwright.expect(page.locator("li.mine .text").last).to_have_text("hello")


async def test_blocking_and_groups(talking: tuple[Page, int], bot: Bot) -> None:
    page, _ = talking
    await page.click("#more")
    await page.get_by_role("button", name="Block the bot").click()
    await playwright.expect(page.locator("#start")).to_have_text("Unblock")
    await page.click("#start")
    await playwright.expect(page.locator("#text")).to_be_visible()
    await page.click("#new-group")
    await playwright.expect(page.locator("#title")).to_have_text("Film club")
    await playwright.expect(page.locator(".event[data-id]")).to_contain_text("is in the group now")
    await page.click("#more")
    await page.get_by_role("button", name="Turn into a supergroup").click()
    begun = page.locator('.event[data-id="1"]')
    await playwright.expect(begun).to_contain_text("is a supergroup now")
    await write(page, "@QazaqKinoBot hi")
    await playwright.expect(page.locator("li.mine .mention")).to_have_text("@QazaqKinoBot")
    updates = await bot.get_updates(timeout=PATIENCE)
    assert updates[-1].message
    assert updates[-1].message.chat.type == "supergroup"


async def test_a_picture_from_the_person(talking: tuple[Page, int], bot: Bot) -> None:
    page, _ = talking
    film = {"name": "frame.png", "mimeType": "image/png", "buffer": png(30, 20)}
    await page.set_input_files("#file", film)  # type: ignore[arg-type]
    await playwright.expect(page.locator("li.mine .photo img")).to_have_count(1)
    (update,) = await bot.get_updates(timeout=PATIENCE)
    assert update.message
    assert update.message.photo[-1].width == 30


async def test_nothing_is_fetched_from_elsewhere(opened: Opened, address: Address) -> None:
    page = await opened()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.reload()
    await page.wait_for_selector("body.ready")
    assert len(asked) > 10
    assert all(url.startswith((address.page, "data:")) for url in asked)
