"""Is a département one that households may leave from, when that is all one knows?"""

from datetime import date

from territories.models import Commune, Departement, DepartureArea


def is_departure_departement(departement: Departement, on: date) -> bool | None:
    """None when only a part of it is: the commune will tell."""
    areas = DepartureArea.objects.open_in(departement.code, on)
    if not areas.exists():
        return False
    inside = Commune.objects.current().filter(departement=departement)
    return None if inside.exclude(departure_areas__in=areas).exists() else True
