"""What a request cost the server, told in its response; in the settings of the bench only."""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse


STATEMENTS, CPU = "X-Statements", "X-Process-Cpu"


def tell_costs(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """``CPU`` is that of the whole process since it started: the difference of two is a cost."""

    def middleware(request: HttpRequest) -> HttpResponse:
        count = 0

        def counted(execute: Callable[..., Any], *args: Any) -> Any:
            nonlocal count
            count += 1
            return execute(*args)

        with connection.execute_wrapper(counted):
            response = get_response(request)
        response.headers[STATEMENTS] = str(count)
        response.headers[CPU] = str(time.process_time())
        return response

    return middleware
