"""What every room stands on: ids, time, text, sealing, the environment, privacy classes. No tables, no nouns
of ours.
"""
