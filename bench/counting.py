"""Settings of the hub with one middleware more, which says in a header how many queries the answer took."""

import contextlib

from django.db import connection

from hub.settings import *  # noqa: F403

MIDDLEWARE = ["bench.counting.CountQueriesMiddleware", *MIDDLEWARE]  # noqa: F405


class CountQueriesMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        count = 0

        def counted(execute, *arguments):
            nonlocal count
            count += 1
            return execute(*arguments)

        with contextlib.ExitStack() as stack:
            stack.enter_context(connection.execute_wrapper(counted))
            response = self.get_response(request)
        response.headers["X-Queries"] = str(count)
        return response
