"""The workbench: cohorts already prepared, kept in this process so that a moved slider only plays.

A shelf holds the few most recently used (programme, people, rules without weights). Two requests for the same
new one wait for each other instead of preparing it twice; different ones do not wait.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cairn.matching.cohort import Gathered, gather
from cairn.matching.refusal import Refused

if TYPE_CHECKING:
    from cairn.matching.inputs import Inputs
    from cairn.matching.rulebook import Rulebook
    from cairn.programmes.programme import Programme
    from matchmaker import Card, Choice, Circles, Hint, Prepared, Round

SHELF = 8
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Bench:
    """One cohort under one set of rules, ready to be played with any weights.

    `token` names its people; a page sends it back, so that a slider does not read everybody again.
    """

    gathered: Gathered
    prepared: Prepared
    token: str
    turn: AbstractContextManager[Any] = field(default_factory=RLock)

    def play(self, **asked: Any) -> Round:
        """One round; raises Refused where it cannot be. The engine remembers its last one, so requests
        take turns.
        """
        from matchmaker import Refusal  # noqa: PLC0415 - see Inputs.prepared

        with self.turn:
            try:
                return self.prepared.play(**asked)
            except Refusal as refusal:
                message = _("These pairs cannot all be held together.")
                raise Refused("cannot_hold", message) from refusal

    def card(self, mentee: str, mentor: str, *, weights: Mapping[str, float]) -> Card | None:
        """Why these two; None where one of them is not among these people."""
        from matchmaker import Refusal  # noqa: PLC0415 - see Inputs.prepared

        try:
            return self.prepared.card(mentee, mentor, weights=weights)
        except Refusal:
            return None

    def cards(self, played: Round) -> list[Card]:
        """The card of every pair of a played round, in the order of its pairs."""
        with self.turn:
            return self.prepared.cards(played)

    def circles(self, book: Rulebook) -> Circles:
        """Circles of the size the format asks for, around mentors with room for one."""
        from matchmaker import form_circles  # noqa: PLC0415 - see Inputs.prepared

        group = book.kind.group
        with self.turn:
            return form_circles(self.prepared, smallest=group.min, largest=group.max, weights=book.weights)

    def hints(self, played: Round, *, limit: int) -> list[Hint]:
        """What would match more people than a played round."""
        with self.turn:
            return self.prepared.hints(played, limit=limit)

    def alternatives(self, played: Round, mentee: str) -> list[Choice]:
        """Every mentor the conditions allow a mentee, best fit first, with what taking them would cost."""
        with self.turn:
            return self.prepared.alternatives(played, mentee)


class Shelf:
    """A bounded, thread-safe least-recently-used store with one lock for each thing being made."""

    def __init__(self, size: int = SHELF) -> None:
        self._size = size
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._making: dict[Any, Lock] = {}
        self._lock = Lock()

    def get(self, key: Any) -> Any:
        """What is kept under a key, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def get_or_make(self, key: Any, make: Callable[[], Any]) -> Any:
        """What is kept, or what `make` gives; made once even when many ask at the same moment."""
        found = self.get(key)
        if found is not None:
            return found
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            found = self.get(key)
            return found if found is not None else self._keep(key, make())

    def _keep(self, key: Any, made: Any) -> Any:
        with self._lock:
            self._kept[key] = made
            self._making.pop(key, None)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forget everything; for tests and for a process short of memory."""
        with self._lock:
            self._kept.clear()


#: A prepared cohort of 500 and 500 takes some 15 MB, the largest that is kept whole some 150.
BENCHES = Shelf(4)
PEOPLE = Shelf()


def bench_of(
    programme: Programme, book: Rulebook, *, token: str = "", more: frozenset[str] = frozenset()
) -> Bench:
    """The programme's people under these rules, `more` mentors having one more place.

    With a `token` still on the shelf nobody is read again.
    """
    scope = str(programme.pk)
    gathered: Gathered = (PEOPLE.get((scope, token)) if token else None) or gather(programme, book.kind)
    PEOPLE.get_or_make((scope, gathered.inputs.digest), lambda: gathered)
    people = replace(gathered, inputs=gathered.inputs.within_hours(book.gates.monthly).with_places(more))
    bench = _bench(scope, people.inputs.digest, lambda: people, book.as_engine())
    # The page goes on with the people as they are; names may have changed without the engine noticing.
    return replace(bench, gathered=people, token=gathered.inputs.digest)


def bench_for(scope: str, digest: str, inputs: Callable[[], Inputs], rules: Mapping[str, Any]) -> Bench:
    """The people of a snapshot under the rules of its run; `scope` keeps programmes apart."""
    return _bench(scope, digest, lambda: Gathered(inputs(), {}), rules)


def _bench(scope: str, digest: str, people: Callable[[], Gathered], rules: Mapping[str, Any]) -> Bench:
    key = (scope, digest, _structure(rules))

    def make() -> Bench:
        gathered = people()
        return Bench(gathered, gathered.inputs.prepared(rules), digest)

    bench: Bench = BENCHES.get_or_make(key, make)
    return bench


def _structure(rules: Mapping[str, Any]) -> str:
    """A digest of everything in the rules but the weights, which are played, not prepared."""
    criteria = [
        {name: value for name, value in each.items() if name != "weight"} for each in rules["criterion"]
    ]
    text = json.dumps({**rules, "criterion": criteria}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
