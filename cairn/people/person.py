"""A person of an organisation. One name field, any script; what they set themselves outlives every import."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower

from cairn.accounts.account import clean_email
from cairn.accounts.tenancy import TenantQuerySet, TenantRecord
from cairn.kernel import clock

if TYPE_CHECKING:
    from cairn.accounts.account import Account
    from cairn.accounts.organisation import Organisation
    from cairn.people.skill_claim import SkillClaimQuerySet


class PersonQuerySet(TenantQuerySet["Person"]):
    """People, as one person may see them."""

    def visible_to(self, person: "Person") -> Self:
        """Themselves, those they are tied to, everybody for administrators; never across a block.

        What a coordinator or participant sees through a programme is asked in `programmes`, which lies above.
        """
        from cairn.people.block import Block  # noqa: PLC0415 - block and tie point back at person
        from cairn.people.role import WIDE_ROLES, Role  # noqa: PLC0415
        from cairn.people.tie import Tie  # noqa: PLC0415

        tied = Tie.objects.filter(person=person, other=OuterRef("pk"), until__isnull=True)
        wide = Role.objects.filter(person=person, role__in=WIDE_ROLES)
        between = Q(person=person, blocked=OuterRef("pk")) | Q(person=OuterRef("pk"), blocked=person)
        seen = self.filter(organisation=person.organisation_id)
        return seen.filter(Q(pk=person.pk) | Exists(tied) | Exists(wide)).exclude(
            Exists(Block.objects.filter(between)) & ~Exists(wide)
        )

    def with_email(self, email: str) -> Self:
        """Whoever has this address, whatever its case."""
        return self.annotate(_mail=Lower("email")).filter(_mail=clean_email(email))

    def of_account(self, account: "Account") -> Self:
        """The persons one account is, at most one in each organisation."""
        return self.filter(account=account)


class Person(TenantRecord):
    """Somebody here. `zone` is an IANA name; `languages` a list of ISO 639 codes, the preferred one first.

    `manager_hint` keeps the address or name of a manager who has not arrived yet, until they do.
    `name_chosen_at` is set once the person wrote their own name: no import touches the name afterwards.
    """

    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    name = models.CharField(max_length=200)
    name_chosen_at = models.DateTimeField(null=True, blank=True, default=None)
    # None, since many people without an address are not one person with the same address.
    email = models.EmailField(max_length=254, null=True, blank=True, default=None)  # noqa: DJ001
    pronouns = models.CharField(max_length=60, blank=True, default="")
    pronunciation = models.CharField(max_length=200, blank=True, default="")
    headline = models.CharField(max_length=200, blank=True, default="")
    zone = models.CharField(max_length=64, blank=True, default="")
    languages = models.JSONField(default=list, blank=True)
    async_ok = models.BooleanField(default=False)
    manager = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, blank=True, default=None
    )
    manager_hint = models.CharField(max_length=254, blank=True, default="")
    arrived_via = models.CharField(max_length=20, default="sign-up")
    arrived_at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[Any] = PersonQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint("organisation", Lower("email"), name="person_email_is_unique"),
            models.UniqueConstraint(fields=("organisation", "account"), name="person_account_is_unique"),
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
            models.CheckConstraint(condition=~models.Q(email=""), name="person_email_is_null_or_said"),
            models.CheckConstraint(
                condition=~models.Q(manager=models.F("id")), name="person_is_not_own_manager"
            ),
        )
        indexes = (models.Index(fields=("organisation", "name"), name="person_by_name"),)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the address in its one spelling; no address is None, never an empty text."""
        self.email = clean_email(self.email or "") or None
        super().save(*args, **kwargs)

    def skills(self, side: str) -> "SkillClaimQuerySet":
        """What this person offers ("offered") or wants ("wanted")."""
        from cairn.people.skill_claim import SkillClaim  # noqa: PLC0415 - claims point back at person

        claims: SkillClaimQuerySet = SkillClaim.objects.filter(person=self, side=side)
        return claims

    def choose_name(self, name: str) -> None:
        """The person writes their own name; from now on it is theirs."""
        self.name, self.name_chosen_at = name, clock.now()
        self.save(update_fields=("name", "name_chosen_at"))

    def holds(self, role: str) -> bool:
        """Whether this person has a role in the organisation."""
        from cairn.people.role import Role  # noqa: PLC0415 - roles point back at person

        held: bool = Role.objects.filter(person=self, role=role).exists()
        return held


def person_of(account: "Account", organisation: "Organisation") -> Person | None:
    """Who an account is in one organisation."""
    found: Person | None = Person.objects.of(organisation).of_account(account).first()
    return found
