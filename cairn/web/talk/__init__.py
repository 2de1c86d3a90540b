"""Talk: threads with the people one is together with, live where a browser can, by hand where it cannot.

There is one way to read words, the fragment `talk/news.html`: the page, a poll and a live page all ask for
what changed since the pulse they know. The socket only rings.
"""
