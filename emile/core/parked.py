"""What was typed before a session ended: kept an hour, shown again, never executed.

Each form names the person it was given to, in a signed field. Sent without a session, it is sealed
in a row of theirs, and the address to come back to once signed in holds the row's identifier.
Protection against forgery is asked of that request as of any other, and before: what is kept is
harmless, but only a page of ours may have it kept.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.core.signing import BadSignature, TimestampSigner
from django.db import OperationalError, transaction
from django.db.models import BinaryField, Func, TextField, Value
from django.http import HttpRequest, QueryDict
from django.utils.crypto import salted_hmac

from emile.core.models import ParkedForm
from emile.core.models.parked import ParkedFormQuerySet
from emile.core.once import GIVEN_TO, IGNORED


# In the address of a page: the form to show there again.
RESUME = "reprise"
SALT = "emile.core.parked"
# A page left open overnight is still worth keeping.
FORM_LIFE = timedelta(days=1)
LARGEST = 64 * 1024
URL_ENCODED = "application/x-www-form-urlencoded"
# Of a form that may carry a file, what was typed is kept; the file itself is to be chosen again.
KEPT = (URL_ENCODED, "multipart/form-data")


def sign_recipient(user_id: int) -> str:
    return TimestampSigner(salt=SALT).sign(str(user_id))


def park(request: HttpRequest, *, now: datetime) -> str | None:
    """Where to come back to; None for what is not kept: too long, nobody's form."""
    user_id = _recipient_of(request)
    body = _typed(request.POST).urlencode()
    if user_id is None or request.content_type not in KEPT or len(body) > LARGEST:
        return None
    public_id = uuid4()
    sealed = Func(
        Value(body),
        Value(_key_of(public_id)),
        Value("cipher-algo=aes256"),
        function="pgp_sym_encrypt",
        output_field=BinaryField(),
    )
    ParkedForm.objects.create(
        public_id=public_id, user_id=user_id, path=request.path, sealed=sealed, created_at=now
    )
    query = request.GET.copy()
    query[RESUME] = str(public_id)
    return f"{request.path}?{query.urlencode()}"


def find_parked(request: HttpRequest, *, now: datetime) -> QueryDict | None:
    """What this person had typed on this page; None for anybody else, anywhere else, or too late."""
    public_id = _named_by(request)
    if public_id is None:
        return None
    body = Func(
        "sealed", Value(_key_of(public_id)), function="pgp_sym_decrypt", output_field=TextField()
    )
    rows = _rows_of(request, public_id).kept(now).filter(path=request.path)
    try:
        with transaction.atomic():
            typed = rows.values_list(body, flat=True).first()
    except OperationalError:
        # Sealed before the site's secret changed. A database that is away will say so to the page.
        return None
    return None if typed is None else QueryDict(typed)


def forget_parked(request: HttpRequest) -> None:
    if public_id := _named_by(request):
        _rows_of(request, public_id).delete()


def _recipient_of(request: HttpRequest) -> int | None:
    signed = request.POST.get(GIVEN_TO, "")
    try:
        return int(TimestampSigner(salt=SALT).unsign(signed, max_age=FORM_LIFE))
    except BadSignature:
        return None


def _typed(post: QueryDict) -> QueryDict:
    """Passwords are for nobody to keep."""
    typed = post.copy()
    for name in post:
        if name in IGNORED or "password" in name:
            del typed[name]
    return typed


def _named_by(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get(RESUME, ""))
    except ValueError:
        return None


def _rows_of(request: HttpRequest, public_id: UUID) -> ParkedFormQuerySet:
    return ParkedForm.objects.filter(public_id=public_id, user_id=request.user.pk or 0)


def _key_of(public_id: UUID) -> str:
    """One key per row: PostgreSQL is told it, and it opens nothing else."""
    return salted_hmac(SALT, str(public_id), algorithm="sha256").hexdigest()
