"""Migration operations of our own."""

from collections.abc import Mapping, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger


class InstallTriggers(Operation):
    """Create many triggers in one go: ``triggers`` lists those of each model, by its name.

    One AddTrigger per trigger renders the models of the whole project again each time: most of the
    minute that the first migration of the case tables took. Later triggers come one by one.
    """

    reversible = True

    def __init__(self, triggers: Mapping[str, Sequence[Trigger]]) -> None:
        self.triggers = triggers

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        for name, triggers in self.triggers.items():
            state.models[app_label, name].options["triggers"] = list(triggers)
        state.reload_models([(app_label, name) for name in self.triggers], delay=True)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for triggers in self.triggers.values():
            for trigger in triggers:
                # Their SQL is whole: parameters would have its percent signs read as placeholders.
                schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for triggers in self.triggers.values():
            for trigger in triggers:
                schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        return f"Install the triggers of {len(self.triggers)} models"
