"""What set-up, tests and lint run; each file can be run by itself."""
