"""Telegram in a box: a local Bot API server, and a page on which a person chats with the bot.

The real bot talks to it through its own HTTP client. It is as strict as Telegram, fails when told
to, keeps everything in memory and answers on this machine alone.
"""
