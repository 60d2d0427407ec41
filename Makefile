# Everything runs in .venv, which is made on first use and again when the requirements change.
# Needs Python 3.11 or newer and make; `make PYTHON=/path/to/python3.12` chooses another Python.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/pip-compile --quiet --strip-extras \
	--generate-hashes --allow-unsafe --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.DEFAULT_GOAL := help
.PHONY: help run chat check test test-browser test-postgres format bench chaos docs curves train fuzz lock wheel clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-15s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/ready ## the Telegram bot; without TELEGRAM_BOT_TOKEN a sandbox with a page to chat on
	@$(BIN)/python -m bot run

chat: $(VENV)/ready ## talk in this terminal
	@$(BIN)/python -m bot chat

check: $(VENV)/ready ## every fault of the facts, with file and line
	@$(BIN)/python -m bot check

test: $(VENV)/ready-dev ## all that CI does: style, types, facts, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m bot check
	$(BIN)/python -m pytest -n auto --maxprocesses=4 --dist loadfile --cov --cov-report=term

test-browser: $(VENV)/ready-dev ## the sandbox's page in a browser, which is installed on Debian and Ubuntu
	@command -v chromium || command -v chromium-browser || command -v google-chrome || \
	apt-get install -y --no-install-recommends chromium fonts-noto-color-emoji || \
	{ echo 'Chromium could not be installed: please install it by hand.' >&2; exit 1; }
	$(BIN)/python -m pytest tests/bot/sandbox/test_page.py

test-postgres: $(VENV)/ready-dev ## what touches the database, on the PostgreSQL server of TEST_DATABASE_URL
	@test -n "$$TEST_DATABASE_URL" || \
	{ echo 'TEST_DATABASE_URL=postgresql+psycopg://user:password@host/database is missing.' >&2; exit 1; }
	$(BIN)/python -m pytest tests/bot/storage tests/bot/delivery tests/bot/incoming tests/bot/year \
	tests/bot/test_rounds.py tests/bot/test_application.py tests/chaos

format: $(VENV)/ready-dev ## put the code into its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/ready-dev ## what a question costs, names among a million, how many are understood, beside other ways
	$(BIN)/python -m tests.benchmarks

chaos: $(VENV)/ready-dev ## deliver news to 10,000 chats while everything goes wrong, into docs/delivery.md
	$(BIN)/python -m tests.chaos

docs: $(VENV)/ready-dev ## count again what docs/coverage.md tells
	$(BIN)/python -m tests.coverage_table

curves: $(VENV)/ready-dev ## measure again what docs/confidence.md tells, and draw its pictures
	$(BIN)/python -m tests.benchmarks.curves

train: $(VENV)/ready-dev ## fit the kinds and the confidence anew, after patterns have changed
	$(BIN)/python -m tests.training

fuzz: $(VENV)/ready-dev ## 200,000 bad inputs, and the property tests with very many examples
	$(BIN)/python -m tests.fuzz 200000
	$(BIN)/python -m pytest --hypothesis-profile=fuzz -m fuzz

wheel: $(VENV)/ready-dev ## the package to install elsewhere, in dist/
	$(BIN)/hatchling build -t wheel

lock: $(VENV)/ready-dev ## pin the newest requirements that pyproject.toml allows
	$(LOCK) --upgrade -o requirements.txt pyproject.toml
	$(LOCK) --upgrade --extra dev --extra postgresql -c requirements.txt -o requirements-dev.txt pyproject.toml
	echo 'psycopg[binary]' | $(LOCK) -c requirements-dev.txt -o requirements-postgresql.txt -

clean: ## remove what can be made again; data/ and .env stay
	rm -rf $(VENV) dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find bot handlers knowledge tests -name __pycache__ -prune -exec rm -rf {} +
	find knowledge -name '.compiled.*' -delete

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed: https://www.python.org/downloads/' >&2; exit 1; }
	@echo 'Making $(VENV) with $(PYTHON) (once).'
	@$(PYTHON) -m venv $(VENV) || { echo 'python -m venv failed; on Debian and Ubuntu: apt install python3-venv' >&2; rm -rf $(VENV); exit 1; }

$(VENV)/ready: requirements.txt | $(BIN)/python
	@echo 'Installing what the bot needs (about a minute, once).'
	@$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt | $(VENV)/ready
	@echo 'Installing what its tests need (once).'
	@$(INSTALL) -r requirements-dev.txt
	@touch $@
