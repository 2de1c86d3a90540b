"""Ask: a topic, a time, one question. What an expert sees before, and both after."""
