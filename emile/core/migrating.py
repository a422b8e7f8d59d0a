"""Migration operations of our own."""

from collections.abc import Iterator
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class InstallTriggers(Operation):
    """Create, in one go, every trigger that the app's models declare in their options.

    One AddTrigger per trigger renders the models of the whole project again each time: a minute for
    the first migration of the case tables, against a second here. Later triggers come one by one.
    """

    reversible = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The triggers are in the options of the models, so the state knows them already."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for trigger in _triggers(app_label, to_state):
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for trigger in _triggers(app_label, from_state):
            schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        return "Install the triggers of the app's models"


def _triggers(app_label: str, state: ProjectState) -> Iterator[Any]:
    for model in state.apps.get_models():
        if model._meta.app_label == app_label:
            yield from getattr(model._meta, "triggers", [])
