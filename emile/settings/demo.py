"""The laptop of ``manage.py demo``: loopback only, fictitious data, a ribbon on every page."""

from emile.settings import env
from emile.settings.base import *


IS_DEMO = True
SHOWS_COMPONENTS = True
SMS_IN_LETTER_BOX = True
SHOWS_LETTER_BOX = True
WHITENOISE_USE_FINDERS = True
env.check()
