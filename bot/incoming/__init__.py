"""What comes from outside: the programmes of cinemas, and the news feeds of others."""
