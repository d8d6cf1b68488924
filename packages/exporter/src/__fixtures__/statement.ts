import type { Statement, StatementLine } from "@spendbook/normalizer";
import { money } from "@spendbook/normalizer";

/** Texts that break careless writers. */
export const hostileTexts = [
  'comma, "quotes" and\r\na new line',
  '=HYPERLINK("http://example.com","x")',
  "+1-2",
  "-2+3",
  "@SUM(A1)",
  "'=already guarded",
  "\ttab",
  "＝full width",
  "\u200b=1+1",
  "  =1+1",
  "😀 हिन्दी ‮bidi‬",
  "NUL \0, bell \u0007, _x0041_ literal, \ufffe",
  "delete \x7f, next line \x85, mixed _x005F_ _xd83d_",
  "&lt;b&gt; &amp; <b>",
  "a\rb\r\nc\nd",
  "\n",
  "lone \ud800 half",
  " leading and trailing ",
  "007",
  "1e5",
  "TRUE",
  "#REF!",
  "x".repeat(40_000),
];

/** A line whose amount is `micros` millionths of a dollar. */
export function line(index: number, micros: bigint, text = "plain"): StatementLine {
  const amount = money(decimalOf(micros), "USD");
  return {
    id: `neevcloud/acme/${index}`,
    provider: "neevcloud",
    account: "acme",
    wallet: "org_1",
    kind: "usage",
    amount,
    unsignedAmount: null,
    currency: "USD",
    postedAt: "2026-10-31T23:59:59.999Z",
    chargePeriod: index % 2 === 0 ? null : { start: "2026-10-31T22:00:00Z", end: "2026-10-31T23:00:00Z" },
    bucket: null,
    service: null,
    resource: "0012",
    keyName: null,
    description: text,
    quantity: null,
    unit: null,
    listAmount: null,
    estimated: index % 3 === 0,
    corrects: null,
    origin: { endpoint: "GET /x", sourceId: String(index), revision: 1, sha256: "ab".repeat(32) },
    date: "2026-10-31",
    coding: null,
  };
}

/** The exact decimal text of millionths, by whole-number arithmetic alone. */
export function decimalOf(micros: bigint): string {
  const digits = (micros < 0n ? -micros : micros).toString().padStart(7, "0");
  return `${micros < 0n ? "-" : ""}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** The millionths in a decimal text, by whole-number arithmetic alone. */
export function microsOf(text: string): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === "") throw new Error(`${text} is no decimal of at most six places`);
  return BigInt(`${sign}${whole}${fraction.padEnd(6, "0")}`);
}

export const statement: Statement = {
  schemaVersion: 1,
  month: "2026-10",
  timezone: "Asia/Kolkata",
  basis: "posted",
  asOf: "2026-11-02T06:00:00.000Z",
  status: "closed",
  numbers: [{ provider: "neevcloud", account: "acme", number: 7, revision: 2 }],
  notice: "Not a tax invoice.",
  wallets: [
    {
      provider: "neevcloud",
      account: "acme",
      wallet: "=org, 1",
      currency: "USD",
      completeness: "full-ledger",
      verdict: "proved",
      opening: "100",
      topUps: "50.5",
      grants: "0",
      refunds: null,
      usage: "-12.000001",
      expired: null,
      fees: null,
      adjustments: "0",
      unclassified: "0",
      unexplained: "0",
      closing: "138.499999",
      spend: "12.000001",
      previousSpend: "10.25",
      lines: 3,
      openingEvidence: { method: "closed-statement", balance: null, takenAt: null, moved: null, entries: 0 },
      closingEvidence: {
        method: "rolled-back",
        balance: "137.999999",
        takenAt: "2026-11-02T06:00:00.000Z",
        moved: "-0.5",
        entries: 2,
      },
      buckets: [
        {
          bucket: "paid",
          opening: "90",
          moneyIn: "50.5",
          moneyOut: "-12.000001",
          unexplained: "0",
          closing: "128.499999",
        },
        { bucket: "granted", opening: "10", moneyIn: null, moneyOut: null, unexplained: null, closing: "10" },
      ],
      checks: [
        {
          name: "records-and-balance",
          stated: "137.999999",
          found: "137.999999",
          difference: "0",
          unit: "USD",
          outcome: "agrees",
          note: "All 14 records sum to the balance.",
        },
      ],
      notes: ["The first note.", "+The second note."],
    },
  ],
  totals: [
    {
      currency: "USD",
      topUps: "50.5",
      grants: "0",
      refunds: null,
      usage: "-12.000001",
      expired: null,
      fees: null,
      adjustments: "0",
      unclassified: "0",
      spend: "12.000001",
      previousSpend: "10.25",
      lines: 3,
    },
  ],
  byService: [
    {
      provider: "neevcloud",
      account: "acme",
      service: null,
      currency: "USD",
      spend: "12.000001",
      previousSpend: "10.25",
      lines: 2,
    },
  ],
  byResource: [
    {
      provider: "neevcloud",
      account: "acme",
      service: null,
      resource: "0012",
      others: 0,
      currency: "USD",
      spend: "12.000001",
      lines: 2,
    },
  ],
  byDay: [
    { date: "2026-10-31", provider: "neevcloud", account: "acme", currency: "USD", spend: "12.000001", lines: 2 },
  ],
  functional: null,
  byCoding: [
    {
      code: "6310",
      costCentre: "research",
      taxTreatment: "reverse-charge",
      vendor: "Neev, Ltd",
      currency: "USD",
      spend: "12.000001",
      lines: 2,
    },
  ],
  balances: [
    {
      date: "2026-10-31",
      provider: "neevcloud",
      account: "acme",
      wallet: "=org, 1",
      currency: "USD",
      balance: "138.499999",
      moneyIn: "50.5",
    },
  ],
  cutOff: [
    {
      entryId: "neevcloud/acme/1",
      provider: "neevcloud",
      account: "acme",
      wallet: "=org, 1",
      kind: "usage",
      amount: "-0.5",
      currency: "USD",
      postedAt: "2026-10-01T00:10:00Z",
      incurredAt: "2026-09-30T23:00:00Z",
      postedMonth: "2026-10",
      incurredMonth: "2026-09",
    },
  ],
  warnings: [{ code: "cut_off_rows", message: "Two lines.", account: "neevcloud/acme" }],
};
