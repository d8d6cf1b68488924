"""write_xlsx.py RECORDS FILE: writes the sheet Transactions as write_xlsx.c does, with XlsxWriter in constant memory."""

import sys

import xlsxwriter
from lines import rows

TOP = {"valign": "top"}
RIGHT = {"valign": "top", "align": "right", "indent": 1}
HEADER = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F", "valign": "vcenter", "text_wrap": True}

# Name, width, kind, and where its text stands in a row; exact texts are empty.
COLUMNS = [
    ("date", 12, "date", 0),
    ("posted_at", 26, "text", 1),
    ("period_start", 26, "text", 2),
    ("period_end", 26, "text", 3),
    ("provider", 16, "text", 4),
    ("account", 16, "text", 5),
    ("wallet", 16, "text", 6),
    ("kind", 16, "text", 7),
    ("service", 26, "text", 8),
    ("resource_id", 26, "text", 9),
    ("description", 44, "text", 10),
    ("quantity", 16, "decimal", 11),
    ("unit", 16, "text", 12),
    ("amount", 16, "decimal", 13),
    ("amount_exact", 20, None, None),
    ("currency", 10, "text", 14),
    ("list_amount", 16, "decimal", 15),
    ("list_amount_exact", 20, None, None),
    ("estimated", 11, "boolean", 16),
    ("record_id", 40, "text", 17),
    ("record_sha256", 24, "text", 18),
    ("wallet_no", 11, "number", None),
]

records, file = int(sys.argv[1]), sys.argv[2]
workbook = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_numbers": False})
sheet = workbook.add_worksheet("Transactions")
header = workbook.add_format(HEADER)
formats = {
    "text": workbook.add_format({"num_format": "@", **TOP}),
    "date": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", **TOP}),
    "decimal": workbook.add_format({"num_format": "#,##0.00#############", **RIGHT}),
    "number": workbook.add_format({"num_format": "#,##0", **RIGHT}),
    "boolean": workbook.add_format({"align": "center", **TOP}),
}
sheet.freeze_panes(1, 0)
sheet.autofilter(0, 0, records, len(COLUMNS) - 1)
for column, (name, width, _, _) in enumerate(COLUMNS):
    sheet.set_column(column, column, width)
    sheet.write_string(0, column, name, header)
for number, row in enumerate(rows(records), 1):
    for column, (_, _, kind, place) in enumerate(COLUMNS):
        if kind == "text":
            sheet.write_string(number, column, row[place], formats[kind])
        elif kind == "decimal":
            sheet.write_number(number, column, float(row[place]), formats[kind])
        elif kind == "boolean":
            sheet.write_boolean(number, column, row[place] == "true", formats[kind])
        elif kind == "date":
            sheet.write_number(number, column, 45930 + int(row[place][8:]), formats[kind])
        elif kind == "number":
            sheet.write_number(number, column, 1, formats[kind])
workbook.close()
