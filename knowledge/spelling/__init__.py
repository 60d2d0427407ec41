"""Words in any spelling: what a typed word may stand for, on which keyboard, in which language."""
