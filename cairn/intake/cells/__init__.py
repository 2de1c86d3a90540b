"""Reading cells: what people write in a spreadsheet, and what they mean.

Every reader takes the text of one cell and answers with a Reading; it never raises and never guesses in
silence.
"""
