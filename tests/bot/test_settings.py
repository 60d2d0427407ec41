from __future__ import annotations

from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from zoneinfo import reset_tzpath

import pytest

from bot.delivery.zones import zone
from bot.settings import NAMES, Feed, Settings, SettingsError, load_settings

TOKEN = "123456:" + "A" * 35


def test_nothing_has_to_be_set() -> None:
    settings = load_settings({})
    assert settings == Settings()
    assert settings.token == ""
    assert settings.time_zone == zone("Asia/Almaty")
    assert settings.database_url == "sqlite:///data/kino.sqlite3"


def test_all_settings_are_read(workplace: Path) -> None:
    settings = load_settings(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "DATABASE_URL": "sqlite:///elsewhere.db",
            "FACTS_DIR": str(workplace),
            "EDITORS": "17, 42 -5",
            "TIME_ZONE": "America/New_York",
            "LOG_LEVEL": "debug",
        }
    )
    assert settings == Settings(
        token=TOKEN,
        database_url="sqlite:///elsewhere.db",
        facts_dir=workplace,
        editors=frozenset({17, 42, -5}),
        time_zone=zone("America/New_York"),
        log_level="DEBUG",
    )


def test_dotenv_is_read_and_the_environment_wins(workplace: Path) -> None:
    (workplace / ".env").write_text(
        f'# a comment\nTELEGRAM_BOT_TOKEN="{TOKEN}"\nexport LOG_LEVEL=ERROR # quiet\nEDITORS=1\n'
    )
    settings = load_settings({"EDITORS": "2"})
    assert settings.token == TOKEN
    assert settings.log_level == "ERROR"
    assert settings.editors == {2}


def test_the_machine_need_not_know_what_became_of_the_clocks(tmp_path: Path) -> None:
    """Kazakhstan changed them in 2024; some machine still has six hours ahead of Greenwich."""
    (tmp_path / "Asia").mkdir()
    old = resources.files("tzdata").joinpath("zoneinfo", "Etc", "GMT-6").read_bytes()
    (tmp_path / "Asia" / "Almaty").write_bytes(old)
    reset_tzpath([tmp_path])
    try:
        noon = datetime(2026, 11, 27, 7, tzinfo=UTC)
        assert noon.astimezone(load_settings({}).time_zone).hour == 12
    finally:
        reset_tzpath()


def test_an_empty_value_is_no_value(workplace: Path) -> None:
    assert load_settings(dict.fromkeys(NAMES, " ")) == Settings()


def test_the_example_names_every_setting_and_sets_nothing_unusual() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    assert load_settings({}, example) == Settings()
    names = [line.partition("=")[0] for line in example.read_text().splitlines() if "=" in line]
    assert sorted(names) == sorted(NAMES)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "mytoken"),
        ("TELEGRAM_BOT_TOKEN", "123456"),
        ("FACTS_DIR", "no/such/folder"),
        ("EDITORS", "@aigerim"),
        ("TIME_ZONE", "Almaty"),
        ("TIME_ZONE", "../../etc/passwd"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_an_error_names_the_setting_in_one_line(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=rf"^{name}: [^\n]+$"):
        load_settings({name: value})


def test_the_token_does_not_show() -> None:
    assert TOKEN not in repr(Settings(token=TOKEN))
    with pytest.raises(SettingsError) as caught:
        load_settings({"TELEGRAM_BOT_TOKEN": "secret stuff"})
    assert "secret" not in str(caught.value)


def test_feeds() -> None:
    value = "https://a.kz/rss, trusted:https://b.kz/atom?x=1\n https://a.kz/rss"
    settings = load_settings({"FEEDS": value}, Path("no-such-file"))
    assert settings.feeds == (
        Feed("https://a.kz/rss"),
        Feed("https://b.kz/atom?x=1", trusted=True),
    )


@pytest.mark.parametrize(
    "value",
    [
        "http://a.kz/rss", "a.kz", "trusted:", "https://", "https://a.kz:8080/", "https://[",
        "https://me:secret@a.kz/", "https://a.kz/" + "a" * 500, "https://a.kz:x/",
    ],
)  # fmt: skip
def test_a_feed_that_cannot_be_one(value: str) -> None:
    with pytest.raises(SettingsError, match=r"^FEEDS: addresses that begin with https://"):
        load_settings({"FEEDS": value}, Path("no-such-file"))
