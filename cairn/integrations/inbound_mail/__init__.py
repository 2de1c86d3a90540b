"""What people answer to our letters: words for a thread, a yes, a no or another time for a meeting.

A mail is taken when it goes to an address whose sign is ours and comes from an address of the person the sign
was made for. Everything else changes nothing, and is answered by nothing that could answer itself.
"""
