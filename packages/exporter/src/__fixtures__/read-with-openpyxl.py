"""Prints what openpyxl reads of a workbook: stored values of every sheet, where its formulas are, its charts."""

import datetime
import json
import sys

import openpyxl


def plain(value):
    return value.isoformat() if isinstance(value, (datetime.datetime, datetime.date)) else value


stored = openpyxl.load_workbook(sys.argv[1], data_only=True)
live = openpyxl.load_workbook(sys.argv[1])
print(
    json.dumps(
        {
            sheet.title: {
                "rows": [[plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)],
                "formulas": [cell.coordinate for row in live[sheet.title].iter_rows() for cell in row if cell.data_type == "f"],
                "charts": [
                    {
                        "kind": type(chart).__name__,
                        "values": [series.val.numRef.f for series in chart.series],
                        "points": [[float(point.v) for point in series.val.numRef.numCache.pt] for series in chart.series],
                    }
                    for chart in live[sheet.title]._charts
                ],
                "frozen": sheet.freeze_panes,
                "filter": sheet.auto_filter.ref,
                "wide": sheet.page_setup.fitToWidth,
                "high": sheet.page_setup.fitToHeight,
                "titles": sheet.print_title_rows,
                "area": sheet.print_area,
            }
            for sheet in stored
        }
    )
)
