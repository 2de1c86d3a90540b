"""One's meetings as an address that any calendar program can subscribe to."""
