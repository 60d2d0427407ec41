"""What a bot sends, read as Telegram reads it: markup, entities, keyboards."""
