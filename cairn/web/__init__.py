"""What people see: one folder for each area of the pages, and what they all stand on."""
