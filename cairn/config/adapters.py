"""Which adapter stands behind each port: a Protocol in its room, with a keyless twin as the default."""

ADAPTERS: dict[str, str] = {
    "Channel": "cairn.notices.mailing.Mailing",
}
