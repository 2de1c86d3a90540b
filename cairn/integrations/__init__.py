"""Other systems: one folder for each. They listen, call down, and own their webhooks.

`inbound_mail` takes what people answer to our letters; `busy_ics` reads when they are busy elsewhere;
`own_feed` lets their calendars read from us.
"""
