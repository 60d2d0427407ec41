from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from knowledge.bulletins.drafts import (
    Draft,
    DraftError,
    State,
    bulletin,
    key_of,
    missing,
    moved,
    preview,
    written,
)

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
DRAFT = Draft(key_of("x"), "Бас\nжол", "Заг\nстрока", "Head\nline", ("news",), NOW)


def test_from_waiting_to_published() -> None:
    approved = moved(DRAFT, "approved")
    made = bulletin(approved)
    assert made.key == f"draft:{DRAFT.key}"
    assert (made.texts["kk"].lead, made.texts["kk"].lines) == ("Бас", ("жол",))
    assert made.expires_at == NOW + timedelta(days=7)
    assert moved(approved, "published").state == "published"


def allowed(before: State, after: State) -> bool:
    try:
        return moved(replace(DRAFT, state=before), after).state == after
    except DraftError:
        return False


def test_no_other_steps() -> None:
    states: tuple[State, ...] = get_args(State)
    assert {(a, b) for a in states for b in states if allowed(a, b)} == {
        ("waiting", "approved"), ("waiting", "rejected"), ("approved", "published"),
    }  # fmt: skip


@pytest.mark.parametrize("state", ["waiting", "published", "rejected"])
def test_only_what_was_approved_is_sent(state: State) -> None:
    with pytest.raises(DraftError, match="not approved"):
        bulletin(replace(DRAFT, state=state))


def test_no_language_may_be_missing() -> None:
    lacking = replace(DRAFT, kk=" \n", en="")
    assert missing(lacking) == ("kk", "en")
    with pytest.raises(DraftError, match="no text in kk, en"):
        moved(lacking, "approved")
    with pytest.raises(DraftError, match="longer than 3500 letters: ru"):
        moved(replace(DRAFT, ru="я" * 3501), "approved")


def test_what_an_editor_writes_can_be_looked_at_before_it_is_whole() -> None:
    draft = written({"kk": " Бас\n\nжол ", "en": ""}, ("news",), NOW)
    assert (draft.state, missing(draft)) == ("waiting", ("ru", "en"))
    assert preview(draft, "kk").lead == "Бас"
    assert preview(draft, "kk").lines == ("", "жол")
    assert preview(draft, "ru").lead == ""
    assert written({"kk": "Бас"}, ("news",), NOW + timedelta(seconds=1)).key != draft.key
