"""Views of the list of households: named, shared, renamed, retired; and the columns chosen."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from candidates.models import ListLayout, SavedView
from candidates.policies import can_keep_view
from operators.actors import Actor


def check_right(actor: Actor, view: SavedView) -> None:
    if not can_keep_view(actor, view):
        raise PermissionDenied("Cette vue appartient à une autre personne de votre organisation.")


@transaction.atomic
def save_view(*, actor: Actor, name: str, query: str, is_shared: bool) -> SavedView:
    """Raises ValidationError when this person has a view of that name already."""
    view = SavedView(
        owner_id=actor.user_id,
        organisation_id=actor.organisation_id,
        name=name,
        query=query,
        is_shared=is_shared,
    )
    view.full_clean()
    view.save()
    return view


@transaction.atomic
def rename_view(*, actor: Actor, view: SavedView, name: str, is_shared: bool) -> SavedView:
    """Its filters stay: others are another view. Raises ValidationError like ``save_view``."""
    # As it is kept: the form has written on the one it was given.
    view = SavedView.objects.select_for_update().get(pk=view.pk)
    check_right(actor, view)
    view.name, view.is_shared = name, is_shared
    view.full_clean()
    view.save()
    return view


@transaction.atomic
def retire_view(*, actor: Actor, view: SavedView) -> None:
    check_right(actor, view)
    view.delete()


@transaction.atomic
def choose_columns(*, actor: Actor, columns: Sequence[str]) -> ListLayout:
    layout, _created = ListLayout.objects.get_or_create(user_id=actor.user_id)
    layout.columns = list(columns)
    layout.full_clean()
    layout.save()
    return layout
