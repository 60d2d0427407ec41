"""The running program: settings, storage, command line and assembly."""

import os

# How python-telegram-bot will tell times in future; without it, each 429 is a warning, too.
os.environ.setdefault("PTB_TIMEDELTA", "true")

__version__ = "0.1.0"
