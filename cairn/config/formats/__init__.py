"""How dates and hours are written, a folder for each language; what is not said here Django says."""
