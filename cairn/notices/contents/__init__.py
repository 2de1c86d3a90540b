"""What each kind of message says, read from what is true when somebody reads it.

A content has three parts. `read(notice, facts)` gives the values its templates need, in the language that is
active, or None where the thing is gone; among them `link`, where its one button leads. `holds(notice, facts)`
says whether it is still worth a letter: nobody is asked about what is settled. `acts(notice, facts)` signs
fresh one-click links, and is called only when a letter really leaves.
"""
