"""What ``full_clean`` asks PostgreSQL, asked once."""

from collections.abc import Collection, Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import models, router
from django.db.models import CheckConstraint, Q


Constraints = list[tuple[type[models.Model], Sequence[models.BaseConstraint]]]


class Checked(models.Model):
    """Finds the same errors as Django does, with fewer queries.

    - Check constraints are asked in one query, then one by one when something is refused: each has
      its own message.
    - Whoever sets a row that was read does not have it looked for again; a bare id is.
    - ``public_id`` is drawn at random: its index is enough.
    """

    _asked_together: frozenset[str] = frozenset()

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields({*(exclude or ()), *self._read_already()})

    def validate_unique(self, exclude: Collection[str] | None = None) -> None:
        super().validate_unique({*(exclude or ()), "public_id"})

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        self._asked_together = self._ask_together(frozenset(exclude or ()))
        try:
            super().validate_constraints(exclude)
        finally:
            self._asked_together = frozenset()

    def get_constraints(self) -> Constraints:
        """Those left to look at one by one."""
        found: Constraints = super().get_constraints()
        return [
            (model, [one for one in some if one.name not in self._asked_together])
            for model, some in found
        ]

    def _ask_together(self, exclude: frozenset[str]) -> frozenset[str]:
        """The check constraints that one query found to hold: none when one of them does not.

        Django passes over those that read a field that is left out. Where a value is missing,
        PostgreSQL may not know which function is meant, and that says nothing of the others.
        """
        apart = {*exclude, *self._missing()}
        conditions = {
            one.name: one.condition
            for _, some in self.get_constraints()
            for one in some
            if isinstance(one, CheckConstraint)
            and apart.isdisjoint(Q(one.condition).referenced_base_fields)
        }
        if len(conditions) < 2:
            return frozenset()
        together = CheckConstraint(name="together", condition=Q(*conditions.values()))
        try:
            together.validate(type(self), self, set(exclude), router.db_for_write(type(self)))
        except ValidationError:
            return frozenset()
        return frozenset(conditions)

    def _missing(self) -> Iterator[str]:
        values = vars(self)
        for field in self._meta.concrete_fields:
            # What is deferred, or computed by PostgreSQL, is not there.
            if field.attname in values and values[field.attname] is None:
                yield from (field.name, field.attname)

    def _read_already(self) -> list[str]:
        return [
            field.name
            for field in self._meta.concrete_fields
            if isinstance(field, models.ForeignKey)
            and field.is_cached(self)
            and (row := field.get_cached_value(self)) is not None
            and not row._state.adding  # noqa: SLF001 (documented)
            and row.pk == getattr(self, field.attname)
        ]
