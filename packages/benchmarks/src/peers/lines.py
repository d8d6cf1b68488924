"""The lines of line-at.ts, made the same way."""

import re

HEADER = (
    "date,posted_at,period_start,period_end,provider,account,wallet,kind,service,resource_id,description,quantity,"
    "unit,amount,currency,list_amount,estimated,record_id,record_sha256"
).split(",")

SERVICES = [
    "bytedance/seedream-v4.5",
    "wavespeed-ai/flux-dev",
    "wavespeed-ai/wan-2.2/i2v-720p",
    "google/veo3-fast",
    "minimax/hailuo-02/standard",
]

FORMULA = re.compile(
    "'*[\\s\\x00-\\x1f\\x7f-\\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f]*[=+\\-@\\t\\r\\n\\0＝＋－＠]"
).match


def hex_digits(seed, parts):
    digits = []
    for part in range(1, parts + 1):
        mixed = (seed + part * 0x9E3779B9) * 0x85EBCA6B & 0xFFFFFFFF
        mixed = (mixed ^ mixed >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
        digits.append("%08x" % (mixed ^ mixed >> 16))
    return "".join(digits)


def decimal(micros, sign):
    """As short as it can be, with a sign where it is negative."""
    text = "%d.%06d" % divmod(micros, 1_000_000)
    return sign + text.rstrip("0").rstrip(".")


def rows(records):
    """The cells of each line as texts."""
    for index in range(records):
        seconds = index * 2_678_400 // records
        date = "2025-10-%02d" % (seconds // 86_400 + 1)
        hour = "%02d" % (seconds % 86_400 // 3600)
        rest = seconds % 3600
        sign = "" if index % 50 == 49 else "-"
        micros = index * 7919 % 4_000_000 + 1
        identifier = hex_digits(index, 4)
        yield [
            date,
            "%sT%s:%02d:%02d.000Z" % (date, hour, rest // 60, rest % 60),
            "%sT%s:00:00Z" % (date, hour),
            "%sT%s:59:59Z" % (date, hour),
            "wavespeed",
            "measured",
            "default",
            "refund" if index % 50 == 49 else "usage",
            SERVICES[index % 5],
            identifier,
            'A "quoted" text, number %d' % index if index % 10 == 0 else "Prediction %d" % index,
            str(index % 9 + 1),
            "prediction",
            decimal(micros, sign),
            "USD",
            decimal(micros + 250_000, sign),
            "true" if index % 3 == 0 else "false",
            "wavespeed/measured/" + identifier,
            hex_digits(~index, 8),
        ]


# Texts that are guarded against formulas, by their columns.
GUARDED = (4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 18)


def guarded_rows(records):
    for row in rows(records):
        for column in GUARDED:
            if FORMULA(row[column]):
                row[column] = "'" + row[column]
        yield row
