"""What the links in letters do, one act a file; `purposes.py` says which purpose is which."""
