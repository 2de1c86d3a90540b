"""The kinds of criteria, one file each. A new kind: a class like `criterion.Part`, a line here and its
options in rules.py.
"""

from collections.abc import Callable

from matchmaker.asked import Criterion
from matchmaker.criteria.criterion import Part
from matchmaker.criteria.different import Different
from matchmaker.criteria.distance import Distance
from matchmaker.criteria.gap import Gap
from matchmaker.criteria.hours import Hours
from matchmaker.criteria.pick import Pick
from matchmaker.criteria.same import Same
from matchmaker.criteria.skills import Skills
from matchmaker.criteria.swap import Swap
from matchmaker.criteria.text import Text
from matchmaker.criteria.values import Values
from matchmaker.criteria.waiting import Waiting
from matchmaker.sheet import Setting

KINDS: dict[str, Callable[[Criterion, Setting], Part]] = {
    "skills": Skills,
    "swap": Swap,
    "text": Text,
    "same": Same,
    "different": Different,
    "gap": Gap,
    "hours": Hours,
    "values": Values,
    "pick": Pick,
    "distance": Distance,
    "waiting": Waiting,
}
