"""Pictures drawn for Cairn as SVG text, on the server, without a line of script.

Every picture takes plain values and gives safe markup. Colours are classes (`f-moss`, `k-line`), never style
attributes, because the page's policy forbids those and because dark mode changes them. Wide pictures use
percentages along the page and pixels down it, so that words in them keep their size from phone to desk.
"""
