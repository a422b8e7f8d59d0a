"""Pages that belong to no app: errors, signed-out pages, components."""

from emile.core.views.errors import (
    already_submitted,
    bad_request,
    conflict,
    csrf_failure,
    incomplete_form,
    method_not_allowed,
    not_found,
    permission_denied,
    render_error,
    server_error,
    too_many_requests,
    unavailable,
)


__all__ = [
    "already_submitted",
    "bad_request",
    "conflict",
    "csrf_failure",
    "incomplete_form",
    "method_not_allowed",
    "not_found",
    "permission_denied",
    "render_error",
    "server_error",
    "too_many_requests",
    "unavailable",
]
