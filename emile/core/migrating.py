"""Migration operations of our own."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import AddConstraint, AddField, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger
from pgtrigger.migrations import AddTrigger


# What each does to the database depends on nothing that its neighbours of the same kind change.
INDEPENDENT = (CreateModel, AddField, AddConstraint, AddTrigger)


class AtOnce(Operation):
    """``operations`` of one kind among ``INDEPENDENT``, one after the other in the database and all at
    once in the state: Django renders again every model that a new one points to, near or far, which
    made the hundred and sixty tables of the files cost half a minute of nothing else.
    """

    reversible = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        # Without rendered models there is none to render again: they come back, once, when asked for.
        vars(state).pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)


def at_once(operations: Sequence[Operation]) -> list[Operation]:
    """``operations`` of a migration as Django wrote them, in their order: neighbours of one kind
    become one where nothing is lost by it."""
    grouped: list[Operation] = []
    for kind, neighbours in groupby(operations, key=type):
        run = list(neighbours)
        grouped += [AtOnce(run)] if kind in INDEPENDENT and len(run) > 1 else run
    return grouped


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
