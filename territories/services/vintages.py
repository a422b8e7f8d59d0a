from datetime import datetime

from territories.models import ReferenceVintage


def is_loaded(name: str, checksum: str) -> bool:
    return ReferenceVintage.objects.filter(name=name, checksum=checksum).exists()


def record_vintage(
    *, name: str, vintage: str, checksum: str, row_count: int, now: datetime
) -> ReferenceVintage:
    edition, _ = ReferenceVintage.objects.update_or_create(
        name=name,
        defaults={
            "vintage": vintage,
            "checksum": checksum,
            "row_count": row_count,
            "loaded_at": now,
        },
    )
    return edition
