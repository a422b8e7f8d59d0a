"""What is told of the communes of a territory, as people read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse

from operators.actors import Actor
from territories.enums import OfferKind
from territories.models import Commune, CommuneServices, Offer, Territory, UsualHome


# How the journal tells an act.
NEARBY_TOLD = {"tell": "a dit ce qu’il y a près de cette commune"}


@dataclass(frozen=True, slots=True)
class NearbyRow:
    """``told`` is None as long as nobody has said anything."""

    commune: Commune
    has_home: bool
    told: CommuneServices | None

    @property
    def there(self) -> str:
        return self._services(answer=True)

    @property
    def farther(self) -> str:
        return self._services(answer=False)

    @property
    def unknown(self) -> str:
        return self._services(answer=None)

    def _services(self, *, answer: bool | None) -> str:
        answers = self.told.answers if self.told else {}
        names = [service.label.lower() for service, said in answers.items() if said is answer]
        return ", ".join(names).capitalize()


def communes_to_tell(territory: Territory, actor: Actor, day: date) -> QuerySet[Commune]:
    """Those where somebody may live soon first, then the largest; ``has_home`` tells them apart."""
    here = {"territory": territory, "commune": OuterRef("pk")}
    homes = Offer.objects.visible_to(actor, day).of_kind(OfferKind.HOME).open_on(day)
    usual_homes = UsualHome.objects.visible_to(actor).open_on(day)
    return (
        territory.communes.select_related("services")
        .annotate(has_home=Exists(homes.filter(**here)) | Exists(usual_homes.filter(**here)))
        .order_by("-has_home", F("population").desc(nulls_last=True), "pk")
    )


def rows_of(communes: Iterable[Commune]) -> list[NearbyRow]:
    """Of ``communes_to_tell``. No query."""
    return [
        NearbyRow(one, one.has_home, told_of(one))  # type: ignore[attr-defined]
        for one in communes
    ]


def told_of(commune: Commune) -> CommuneServices | None:
    """One query, or none when they were selected with it."""
    return getattr(commune, "services", None)


def nearby_url(territory: Territory) -> str:
    return reverse("territories:nearby_list", args=[territory.public_id])
