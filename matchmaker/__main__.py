"""`python -m matchmaker`."""

import sys

from matchmaker.command import main

sys.exit(main())
