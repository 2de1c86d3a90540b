"""What programs call: the pages' own reads as JSON, with the same rights."""
