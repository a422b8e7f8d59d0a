"""What territories tell of communes, as the rules read it."""

from collections.abc import Collection, Mapping

from matching.verdict.facts import Services
from territories.enums import Service
from territories.models import CommuneServices


def services_in(communes: Collection[int]) -> Mapping[int, Services]:
    """Of those communes of which something is told. One query."""
    told = CommuneServices.objects.filter(commune__in=communes)
    rows = told.values_list("commune", *Service.values)
    return {
        commune: Services(**dict(zip(Service.values, answers, strict=True)))
        for commune, *answers in rows
    }
