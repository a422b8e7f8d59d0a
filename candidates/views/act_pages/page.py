"""What the page of one act is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.shortcuts import get_object_or_404

from candidates.forms.act import ActForm
from candidates.models import Parcours
from operators.actors import Actor


@dataclass(frozen=True, slots=True)
class ActPage:
    """``service`` is called with ``actor``, ``parcours``, ``now`` and the form's cleaned data.

    ``about`` names the argument under which the service gets the object that the address points
    at, and ``find_in`` gives the objects of a file among which it is looked for, in the actor's
    scope.
    """

    form: type[ActForm]
    service: Callable[..., Any]
    about: str | None = None
    # Beside the stages: shown apart from what moves the file on.
    is_aside: bool = False
    find_in: Callable[[Actor, Parcours], models.QuerySet[Any]] | None = None
    template: str = "candidates/act.html"
    # A long page: what is typed is kept until it is sent.
    keeps_draft: bool = False
    # For acts about one thing among several: what the file's header says, and the heading under
    # which the section shows their buttons.
    invitation: str = ""
    section: str = "file_project"
    heading: str = ""
    # When the file waits for this act about one thing that has a page of its own, which shows what
    # else there is to do: what the header says, and that page.
    thing_label: str = ""
    thing_page: str = ""
    # The same page opened on another usual answer: what leads there, and its address query.
    shortcut: str = ""
    shortcut_query: str = ""

    def find(self, actor: Actor, parcours: Parcours, about_id: UUID | None) -> Any:
        """Raises Http404 when the file has no such thing, or none for this actor."""
        if self.find_in is None:
            return None
        return get_object_or_404(self.find_in(actor, parcours), public_id=about_id)
