"""Plain text, whatever copied or sent it."""
