"""Numbers about people that can be trusted and published. Pure: sequences in, numbers out; each measure
names its source.
"""
