"""The running program: settings, storage, command line and assembly."""

__version__ = "0.1.0"
