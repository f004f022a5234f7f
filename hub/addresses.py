"""Parts of addresses. Import this module in a `urls.py` to use `<number:pk>`."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class NumberConverter(IntConverter):
    """The number of a row. One that no database can hold leads nowhere (404), where `<int:pk>` would lead to a 500."""

    regex = "[0-9]{1,18}"


register_converter(NumberConverter, "number")
