from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.redaction import HIDDEN, redact, set_up_logging

TOKEN = "8123456789:AAF-x_" + "b" * 29
tokens = st.from_regex(r"[0-9]{5,12}:[A-Za-z0-9_-]{30,40}", fullmatch=True)


@pytest.fixture(autouse=True)
def _logging_restored() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before


@given(tokens, st.text(), st.text())
def test_no_token_is_left_in_any_surroundings(token: str, before: str, after: str) -> None:
    assert token not in redact(f"{before} {token} {after}")
    assert token.partition(":")[2] not in redact(f"https://api.telegram.org/bot{token}/getMe")


def test_our_own_token_is_hidden_even_if_it_is_unlike_any() -> None:
    assert redact("at bot1:short/getMe", "1:short") == f"at bot{HIDDEN}/getMe"


def test_other_text_stays() -> None:
    text = "12:30 at 2026-11-23: https://example.org/a:b"
    assert redact(text) == text


def test_the_log_hides_tokens_in_values_and_tracebacks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logging("INFO", TOKEN)
    logger = logging.getLogger("bot.somewhere")
    logger.info("calling %s", f"https://api.telegram.org/bot{TOKEN}/getUpdates")
    try:
        raise ValueError(f"the token `{TOKEN}` was rejected")
    except ValueError:
        logger.exception("failed")
    shown = capsys.readouterr().err
    assert "ValueError: the token" in shown
    assert shown.count(HIDDEN) == 2
    assert TOKEN not in shown


def test_the_http_client_does_not_log_its_addresses(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("DEBUG", TOKEN)
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("httpcore.http11").debug("send_request_headers …")
    assert capsys.readouterr().err == ""
