"""Writes a workbook as XLSX: each heading of the text begins a sheet. Amounts are numbers that can be summed."""

import re
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from ..markup import smart
from .flow import items, words

AMOUNT = re.compile(r"^(£?)([\d,]+(?:\.\d+)?)$")


def write_xlsx(document):
    """Return the document as the bytes of an XLSX file."""
    book = Workbook()
    about = book.properties
    about.title, about.creator, about.subject = smart(document.title), document.author, smart(document.subject)
    about.language = document.language
    book.remove(book.active)
    for item in items(document.text):
        if item.kind.startswith("heading"):
            sheet = book.create_sheet(words(item.content))
            sheet.column_dimensions["A"].width = 44
            sheet.column_dimensions["B"].width = sheet.column_dimensions["C"].width = 30
        elif item.kind == "table":
            _add_table(sheet, item.content)
        else:
            lines = item.content if item.kind in ("bullets", "numbers") else [item.content]
            for runs in lines:
                sheet.append([words(runs)])
            sheet.append([])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _add_table(sheet, rows):
    for number, row in enumerate(rows):
        sheet.append([_value(words(runs)) for runs in row])
        for cell, runs in zip(sheet[sheet.max_row], row, strict=False):
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=number == 0 or any(is_bold for _text, is_bold in runs))
            if isinstance(cell.value, float) and words(runs).startswith("£"):
                cell.number_format = "£#,##0"
    sheet.append([])


def _value(text):
    amount = AMOUNT.match(text)
    return float(amount[2].replace(",", "")) if amount else text
