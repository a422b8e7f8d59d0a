"""What every environment shares. No condition here: demo, test and prod add to it."""

from ipaddress import ip_network
from pathlib import Path

import pghistory
from celery.schedules import crontab
from csp.constants import NONE, SELF

from emile.settings import env


BASE_DIR = Path(__file__).resolve().parent.parent.parent

SECRET_KEY = env.secret("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = env.listing("ALLOWED_HOSTS", "localhost,127.0.0.1")
# The address people use, for the links of messages.
SITE_URL = env.text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "emile.steering",
    "matching",
    "candidates",
    "territories",
    "operators",
    "emile.core",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "crispy_forms",
    "csp",
    "django_celery_beat",
    "django_filters",
    "django_htmx",
    "django_linear_migrations",
    "dsfr",
    # After dsfr: its form templates come first.
    "django.forms",
    "pghistory",
    "pgtrigger",
    "widget_tweaks",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "emile.core.middleware.reference_errors",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "emile.core.middleware.SignInMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "operators.middleware.CurrentActorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "emile.urls"
WSGI_APPLICATION = "emile.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "emile.core.context_processors.site",
            ],
        },
    },
    # Messages are plain text: an apostrophe stays an apostrophe.
    {
        "NAME": "text",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"autoescape": False},
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": env.database(
        env.secret("DATABASE_URL"), statement_timeout_ms=10_000, lock_timeout_ms=5_000
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "operators.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "operators:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = 4 * 3600

# The networks of our own proxies, whose ``X-Forwarded-For`` is believed; nobody's by default.
TRUSTED_PROXIES = [ip_network(network) for network in env.listing("TRUSTED_PROXIES")]

# Throttling lives in PostgreSQL, so that it survives the broker's absence.
REGISTRATIONS_PER_HOUR = 10
AXES_CLIENT_IP_CALLABLE = "emile.core.http.client_address"
AXES_USERNAME_FORM_FIELD = "username"
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "operators.views.session.locked_out"

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "emile.core.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

# Papers that people send: private, never under an address of their own.
DOCUMENTS_ROOT = env.text("DOCUMENTS_ROOT", str(BASE_DIR / ".emile" / "documents"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "documents": env.private_files(env.secret("DOCUMENTS_URL", ""), DOCUMENTS_ROOT),
}
# Who carries text messages: one POST of JSON each. Without it none is written, except where the
# letter box of the demonstration takes them.
SMS_URL = env.text("SMS_URL", "")
SMS_TOKEN = env.secret("SMS_TOKEN", "")
SMS_SENDER = env.text("SMS_SENDER", "EMILE")
# Euros for each segment.
SMS_SEGMENT_COST = env.amount("SMS_SEGMENT_COST", "0.06")
SMS_IN_LETTER_BOX = False
# What relays and providers say to report that a message arrived, or did not; without it, nothing listens.
DELIVERY_REPORTS_TOKEN = env.secret("DELIVERY_REPORTS_TOKEN", "")

# The antivirus that looks at them: tcp://clamd:3310. Without it only the file by which antiviruses
# are tested is found, and pages say so.
CLAMD_URL = env.text("CLAMD_URL", "")

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / ".emile" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]

CRISPY_ALLOWED_TEMPLATE_PACKS = ["emile_dsfr"]
CRISPY_TEMPLATE_PACK = "emile_dsfr"
CRISPY_FAIL_SILENTLY = False
# With manifest storage the hashes of the files change: integrity attributes would block all CSS.
DSFR_USE_INTEGRITY_CHECKSUMS = False
DSFR_MARK_OPTIONAL_FIELDS = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# The API « Offres d’emploi »: without credentials the connector is off, and says so.
FRANCE_TRAVAIL_CLIENT_ID = env.text("FRANCE_TRAVAIL_CLIENT_ID", "")
FRANCE_TRAVAIL_CLIENT_SECRET = env.secret("FRANCE_TRAVAIL_CLIENT_SECRET", "")
FRANCE_TRAVAIL_TOKEN_URL = env.text(
    "FRANCE_TRAVAIL_TOKEN_URL",
    "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=/partenaire",
)
FRANCE_TRAVAIL_API_URL = env.text(
    "FRANCE_TRAVAIL_API_URL", "https://api.francetravail.io/partenaire/offresdemploi/v2"
)

CELERY_BROKER_URL = env.text("BROKER_URL", "redis://127.0.0.1:6379/0")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SOFT_TIME_LIMIT = 90
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 0.5,
    "socket_timeout": 0.5,
    # A page does not wait for a broker that is away: kombu would try for six seconds.
    "max_retries": 0,
}
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
# Written as each job is called: a clock that is killed takes up again at once what was due, where it
# would otherwise count every delay anew.
CELERY_BEAT_SYNC_EVERY = 1
CELERY_BEAT_SCHEDULE = {
    "sweep-outbox": {"task": "emile.core.jobs.sweep_outbox", "schedule": 30.0},
    "sweep-quarantine": {"task": "candidates.jobs.sweep_quarantine", "schedule": 30.0},
    # At night: the day that was told when they were sent has come.
    "erase-papers": {
        "task": "candidates.jobs.erase_papers",
        "schedule": crontab(hour=2, minute=40),
    },
    "sweep-parked": {"task": "emile.core.jobs.sweep_parked", "schedule": 600.0},
    "wake-suspended": {
        "task": "candidates.jobs.wake_suspended",
        "schedule": crontab(hour=5, minute=30),
    },
    "visit-france-travail": {
        "task": "territories.jobs.visit_france_travail",
        "schedule": crontab(hour=4, minute=20),
    },
    "sweep-imports": {"task": "territories.jobs.sweep_imports", "schedule": 30.0},
    "sweep-arbitrations": {"task": "matching.jobs.sweep_arbitrations", "schedule": 30.0},
    "sweep-mailings": {"task": "candidates.jobs.sweep_mailings", "schedule": 30.0},
    "sweep-produced": {"task": "candidates.jobs.sweep_produced", "schedule": 30.0},
    "sweep-reports": {"task": "emile.steering.jobs.sweep_reports", "schedule": 30.0},
    "sweep-research": {"task": "emile.steering.jobs.sweep_research", "schedule": 30.0},
    "erase-research": {
        "task": "emile.steering.jobs.erase_research",
        "schedule": crontab(hour=3, minute=25),
    },
    # Each morning: a first working day that was missed is made up for.
    "ask-monthly-reports": {
        "task": "emile.steering.jobs.ask_monthly_reports",
        "schedule": crontab(hour=7, minute=15),
    },
    "erase-produced": {
        "task": "candidates.jobs.erase_produced",
        "schedule": crontab(hour=3, minute=20),
    },
    # On Monday mornings, when offices open.
    "ask-for-confirmations": {
        "task": "territories.jobs.ask_for_confirmations",
        "schedule": crontab(hour=8, minute=20, day_of_week="mon"),
    },
    # Each morning; whoever comes first finds the place free without it.
    "tell-who-waits": {
        "task": "territories.jobs.tell_who_waits",
        "schedule": crontab(hour=8, minute=5),
    },
    # When nobody looks for a place: the communes of a territory may have changed in the day.
    "rebuild-reach": {
        "task": "matching.jobs.rebuild_reach",
        "schedule": crontab(hour=3, minute=40),
    },
    "rebuild-answers": {
        "task": "matching.jobs.rebuild_answers",
        "schedule": crontab(hour=3, minute=50),
    },
    "follow-journal": {
        "task": "emile.steering.jobs.follow_journal",
        "schedule": 60.0,
    },
    "sweep-exports": {"task": "emile.steering.jobs.sweep_exports", "schedule": 30.0},
    "erase-exports": {
        "task": "emile.steering.jobs.erase_exports",
        "schedule": crontab(hour=3, minute=25),
    },
    # Each night: only from 15 January on is there anything to publish, and once.
    "publish-figures": {
        "task": "emile.steering.jobs.publish_figures",
        "schedule": crontab(hour=3, minute=0),
    },
    "look-at-invariants": {
        "task": "emile.steering.jobs.look_at_invariants",
        "schedule": crontab(hour=2, minute=40),
    },
    "warn-of-stopped-messages": {
        "task": "emile.steering.jobs.warn_of_stopped_messages",
        "schedule": 600.0,
    },
    "measure-durations": {
        "task": "candidates.jobs.measure_durations",
        "schedule": crontab(hour=4, minute=0),
    },
    # Each hour of the day, from the first of the office: whoever had theirs gets no other, and what a
    # stop has made miss waits for an hour at most.
    # By day, Paris time: what is due leaves with the first of them.
    "write-texts": {
        "task": "candidates.jobs.write_texts",
        "schedule": crontab(hour="8-19", minute=5),
    },
    "write-digests": {
        "task": "candidates.jobs.write_digests",
        "schedule": crontab(hour="7-18", minute=30),
    },
    # Every hour, from the first of the day: one that was missed is made up for within the hour.
    "carry-out-hand-overs": {
        "task": "candidates.jobs.carry_out_hand_overs",
        "schedule": crontab(minute=10),
    },
}
DJANGO_CELERY_BEAT_TZ_AWARE = True

# Longer lists are made by a worker, while their page says how far it is.
EXPORT_ROWS_IN_A_PAGE = 5000

_email = env.email(env.text("EMAIL_URL", "smtp://127.0.0.1:1025"))
EMAIL_HOST = _email["EMAIL_HOST"]
EMAIL_PORT = _email["EMAIL_PORT"]
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_SSL = _email["EMAIL_USE_SSL"]
EMAIL_USE_TLS = _email["EMAIL_USE_TLS"]
EMAIL_TIMEOUT = _email["EMAIL_TIMEOUT_SECONDS"]
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "EMILE <ne-pas-repondre@emile.example>")

# NOT NULL: a write that says neither who nor why is refused by the database itself.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField(null=False)
PGHISTORY_APPEND_ONLY = True

# Pages that exist for demonstrations and tests only: components, letter box.
SHOWS_COMPONENTS = False
SHOWS_LETTER_BOX = False
IS_DEMO = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "emile": {"level": env.text("LOG_LEVEL", "INFO")},
        # Its lines hold full addresses, hence tokens of links; ours hold the name of the route.
        "django.request": {"level": "CRITICAL"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
