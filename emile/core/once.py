"""One effect and one answer, however many times the button is pressed."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import connection
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac

from emile.core.models import SubmittedForm


View = Callable[..., HttpResponseBase]
FIELD = "once"
# Whom the form was given to: ``emile.core.parked``.
GIVEN_TO = "given_to"
# Not part of what the person typed.
IGNORED = {FIELD, GIVEN_TO, "csrfmiddlewaretoken"}

RESERVE = """
    INSERT INTO core_submittedform (user_id, key, body_hash, redirect_to, created_at)
    VALUES (%s, %s, %s, '', %s)
    ON CONFLICT (user_id, key) DO NOTHING
    RETURNING id
"""


def once(view: View) -> View:
    """Answer a POST once per key; replay its redirect to the twins, without its message.

    The key's row is inserted first in the request's transaction, so a twin waits on the unique
    index until the first one is committed. A form that is shown again consumes nothing; a refusal
    that leads elsewhere is an answer like a success. The same key with another body or another
    file, after a redirect, is a 409.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        from emile.core.views import already_submitted, incomplete_form

        key = _key_of(request)
        if key is None:
            return incomplete_form(request)
        user_id = request.user.pk or 0
        body_hash = _hash_of(request)
        row_id = _reserve(user_id, key, body_hash)
        if row_id is None:
            first = SubmittedForm.objects.get(user_id=user_id, key=key)
            if first.body_hash != body_hash:
                return already_submitted(request)
            return HttpResponseRedirect(first.redirect_to)
        response = view(request, *args, **kwargs)
        if connection.needs_rollback:
            return response
        if isinstance(response, HttpResponseRedirect):
            SubmittedForm.objects.filter(pk=row_id).update(redirect_to=response.url)
        else:
            SubmittedForm.objects.filter(pk=row_id).delete()
        return response

    return wrapper


def _key_of(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


def _hash_of(request: HttpRequest) -> str:
    """Keyed, for forms hold passwords. The path counts: one key sent to two addresses is two forms."""
    fields = sorted((name, values) for name, values in request.POST.lists() if name not in IGNORED)
    files = sorted(
        (name, file.name, _digest_of(file)) for name, sent in request.FILES.lists() for file in sent
    )
    return salted_hmac(
        "emile.core.once", repr((request.path, fields, files)), algorithm="sha256"
    ).hexdigest()


def _digest_of(file: UploadedFile) -> str:
    """The view reads it again, from its beginning."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _reserve(user_id: int, key: UUID, body_hash: str) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(RESERVE, [user_id, key, body_hash, timezone.now()])
        row = cursor.fetchone()
    return row[0] if row else None
