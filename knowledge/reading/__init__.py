"""From a text to readings: what is asked, about whom, under which constraints."""
