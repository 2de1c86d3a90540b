"""Who may come in where, as data. Each area's `policy.py` says it for its own addresses; tests replay each
row.

    POLICY = {
        "desk:lab": Row("GET", COORDINATORS, refers="programme"),
        "today:acceptance": Row("POST", frozenset({MENTEE, MENTOR}), refers="proposal"),
    }

A principal who is not let in gets the sign-in page while anonymous (or suspended, which looks the same),
and 404 afterwards, in the same bytes as for a record that does not exist. An address without a row fails the
build.
"""

from dataclasses import dataclass

ANONYMOUS = "anonymous"  # nobody
SUSPENDED = "suspended"  # an account that was switched off
STRANGER = "stranger"  # an account and a person, in no programme
MENTEE = "mentee"  # of this proposal, in this programme
MENTOR = "mentor"  # the same
OTHER_MENTEE = "other mentee"  # in this programme, of another proposal
COORDINATOR = "coordinator"  # of this programme
OTHER_COORDINATOR = "other coordinator"  # of another programme of this organisation
ADMINISTRATOR = "administrator"  # of this organisation
SAFEGUARDING_LEAD = "safeguarding lead"  # of this organisation, in no programme
FOREIGN_ADMINISTRATOR = "foreign administrator"  # of another organisation

PRINCIPALS = (
    ANONYMOUS,
    SUSPENDED,
    STRANGER,
    MENTEE,
    MENTOR,
    OTHER_MENTEE,
    COORDINATOR,
    OTHER_COORDINATOR,
    ADMINISTRATOR,
    SAFEGUARDING_LEAD,
    FOREIGN_ADMINISTRATOR,
)
EVERYBODY = frozenset(PRINCIPALS)
SIGNED_IN = EVERYBODY - {ANONYMOUS, SUSPENDED}
COORDINATORS = frozenset({COORDINATOR, ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Row:
    """One address: its methods, who is let in, and which record its address names (none, for a plain page).

    `refers` is the noun whose id or slug stands in the address: programme, upload, run, pair, publication,
    proposal, person, place, coordination, notice. With it, tests ask again with another organisation's id and
    with one that does not exist.
    """

    methods: str
    to: frozenset[str]
    refers: str = ""
