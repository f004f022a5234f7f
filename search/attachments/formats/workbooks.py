"""Text out of XLSX files, sheet by sheet. Formulas give what they last came to; comments are left out."""

from datetime import date, datetime, time

from openpyxl import load_workbook

from .parts import SHEET, Part


def read(file, limits):
    """Yield the sheets, each row a line."""
    workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    for number, name in enumerate(workbook.sheetnames, start=1):
        sheet = workbook[name]
        if not hasattr(sheet, "iter_rows"):
            continue  # a sheet that is nothing but a chart
        sheet.reset_dimensions()  # the file may say anything about its own size
        lines, size = [], 0
        for row in sheet.iter_rows(values_only=True):
            line = "\t".join(_cell(value) for value in row if value is not None)
            if line:
                lines.append(line)
                size += len(line)
            if size > limits.text:
                break
        yield Part("\n".join(lines), SHEET, number, name)


def _cell(value):
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date | time) else str(value)
