"""What there is: people, chats, messages, files, and the updates that wait for the bot."""
