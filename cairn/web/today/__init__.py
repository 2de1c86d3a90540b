"""Today: what a person does next. One card, then whatever else is theirs."""
