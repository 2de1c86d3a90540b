"""Safety: a report of something that must not be, which only the safeguarding leads can open.

Each report has a pair of keys. Its words are sealed to the public one; the private one is kept only in
wrapped copies: one for each lead, opened with that lead's passphrase, and one for whoever filed it, opened
with the receipt. Neither database nor master key opens a report. Until a lead has chosen a passphrase, one
copy waits in the vault, and is taken from there at that moment.

The person a report is about, and those above them, get no copy, whatever their role.
"""
