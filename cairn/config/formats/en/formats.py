"""British, with the weekday first and hours from 0 to 24: Tuesday 24 November, 15:00."""

TIME_FORMAT = "H:i"
DATE_FORMAT = "l j F"
DATETIME_FORMAT = "l j F, H:i"
SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "D j M, H:i"
