"""What we tell whom, when, by which channel.

A message is a folder, `messages/<kind>/` with `subject.txt`, `body.txt` and `body.mjml`; the two bodies say
the same. The people it goes to and the values it needs come from a reaction (`reactions.py`); every sending
is an errand, so a mail leaves once, whatever dies, and carries the errand's id as its Message-ID. What was
told to whom and when stays as a SentMessage, without a word of it.

[port: Channel] stands in `channels.py`; by default letters go by e-mail, which without EMAIL_URL is the
console.
"""
