"""The queue. Tasks live in each app's ``tasks`` (slow effects) and ``jobs`` (what the clock does)."""

from celery import Celery


app = Celery("emile", task_cls="emile.core.runs:RecordedTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="tasks")
app.autodiscover_tasks(related_name="jobs")
