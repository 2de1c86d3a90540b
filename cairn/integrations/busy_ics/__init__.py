"""When people are busy elsewhere, read from any calendar that has an address (ICS)."""
