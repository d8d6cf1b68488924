"""write_csv.py RECORDS FILE: writes the lines of line-at.ts as CSV for spreadsheets with Python's own csv."""

import csv
import sys

from lines import HEADER, guarded_rows

records, file = int(sys.argv[1]), sys.argv[2]
with open(file, "w", encoding="utf-8-sig", newline="") as output:
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(guarded_rows(records))
