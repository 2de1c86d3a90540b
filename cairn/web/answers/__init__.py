"""One-click answers from a mail: GET shows what will happen, POST does it, so scanners change nothing."""
