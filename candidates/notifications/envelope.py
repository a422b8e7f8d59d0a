"""To which addresses a letter leaves."""

from operators.models import Membership, Organisation


def addresses(organisation: Organisation) -> list[str]:
    """That of the organisation, or of each of its managers when it has none."""
    if organisation.email:
        return [organisation.email]
    managers = Membership.objects.active().managers().filter(organisation=organisation)
    return list(managers.order_by("user__email").values_list("user__email", flat=True))
