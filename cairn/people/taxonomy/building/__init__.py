"""Building the taxonomy files from the official downloads. Nothing here runs while Cairn serves pages."""
