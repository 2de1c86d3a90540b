"""The coordinator's desk: programmes, people, intake, Match Lab, review, publication, settings."""
