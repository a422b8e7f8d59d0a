"""Tests: real database and broker; their addresses, and where papers are kept, are all that is read
from the environment."""

import os


os.environ["SECRET_KEY"] = "tests-only-not-a-secret-tests-only-not-a-secret-tests-only"  # noqa: S105

from emile.settings import env
from emile.settings.base import *


ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SHOWS_COMPONENTS = True
SMS_IN_LETTER_BOX = True
SHOWS_LETTER_BOX = False
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
env.check()
