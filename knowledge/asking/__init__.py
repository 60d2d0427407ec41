"""How people ask: the words, phrases and patterns of each kind of question."""
