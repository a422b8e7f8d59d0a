"""Every insert, update and delete of a case table, recorded by triggers with who made it and for whom."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import pghistory
from django.db import models


ModelT = TypeVar("ModelT", bound=type[models.Model])


def keep_history(*, exclude: Sequence[str] = ()) -> Callable[[ModelT], ModelT]:
    """Give the model a ``<Model>History`` table; generated columns go in ``exclude``."""

    def decorate(model: ModelT) -> ModelT:
        tracked: ModelT = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            model_name=f"{model.__name__}History",
            obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="history"),
            exclude=list(exclude) or None,
        )(model)
        return tracked

    return decorate
