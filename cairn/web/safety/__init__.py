"""Safety: filing a report, reading one's own with the receipt, and the one page of the safeguarding leads."""
