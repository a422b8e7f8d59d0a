"""A session for a client that has no form to fill in: the measures of the pages."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from operators.enums import OrganisationKind
from operators.http import KIND_KEY, ORGANISATION_KEY
from operators.models import Membership


def open_session(*, membership: Membership, kind: OrganisationKind) -> str:
    """The key of a session signed in as this member, under the hat of that kind."""
    session = SessionStore()
    session[SESSION_KEY] = str(membership.user_id)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = membership.user.get_session_auth_hash()
    session[ORGANISATION_KEY], session[KIND_KEY] = membership.organisation_id, kind.value
    session.create()
    return str(session.session_key)
