"""What surrounds every page: frame, navigation, style sheet, errors, the demo's door."""
