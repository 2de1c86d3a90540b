"""Conversations: threads of people, and what they write, send and say to each other.

A thread knows only its people; the room above that opened one finds it again by `origin`. Every word, draft,
transcript and file of a thread is sealed under that thread's own key, so dropping the key erases all of it.

    thread = Thread.open(people=(amina, bruno), kind=PAIR, origin=mentorship.pk)
    thread.post(amina, "Hello", client_id=uuid4())      stored once, however often it is sent again
    exchanges_for([mentorship.pk])                      how much and when, for whoever may not read it
"""
