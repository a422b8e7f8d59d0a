from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "emile.core"
    label = "core"

    def ready(self) -> None:
        # ``emile/__init__.py`` stays empty: the launcher runs with nothing installed.
        from emile import celery  # noqa: F401
