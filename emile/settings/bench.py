"""The demonstration, with what ``manage.py bench`` needs: one more page, and the cost of each."""

from emile.settings.demo import *


ROOT_URLCONF = "emile.steering.bench.urls"
MIDDLEWARE = ["emile.steering.bench.costs.tell_costs", *MIDDLEWARE]
# Its worker has its own queue, and writes to nobody.
CELERY_TASK_DEFAULT_QUEUE = "emile-bench"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
