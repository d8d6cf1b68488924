import {
  type Bucket,
  type Correction,
  createStatement,
  type EntryKind,
  money,
  type ProviderId,
  type Statement,
  type StatementLine,
} from "@spendbook/normalizer";
import { hostileTexts, line } from "../../__fixtures__/statement.js";

export interface Draft {
  readonly provider?: ProviderId;
  readonly kind: EntryKind;
  readonly amount: string | null;
  readonly currency?: string;
  readonly bucket?: Bucket | null;
  readonly corrects?: Correction | null;
  readonly change?: Partial<StatementLine>;
}

/** The lines and the statement of a month that has these movements, in New York's time. */
export function monthOfCharges(drafts: readonly Draft[]): { lines: StatementLine[]; statement: Statement } {
  const providers = [...new Set(drafts.map(({ provider = "neevcloud" }) => provider))];
  const builder = createStatement({
    month: "2026-10",
    timezone: "America/New_York",
    basis: "posted",
    accounts: providers.map((provider) => ({
      provider,
      account: "acme",
      complete: true,
      failure: null,
      collectedAt: "2026-11-02T06:00:00Z",
      balances: [],
      moneyIn: true,
    })),
    numbers: [{ provider: "neevcloud", account: "acme", number: 7, revision: 2 }],
  });
  const lines = drafts.flatMap((draft, index): StatementLine[] => {
    const { provider = "neevcloud", kind, amount, currency = "USD", bucket = null, corrects = null } = draft;
    const { date: _date, coding: _coding, ...plain } = line(index, 0n);
    const added = builder.add({
      ...plain,
      id: `${provider}/acme/${index}`,
      provider,
      kind,
      currency,
      amount: amount === null ? null : money(amount, currency),
      unsignedAmount: amount === null ? money("12.5", currency) : null,
      bucket,
      corrects,
      ...draft.change,
    });
    return added === null ? [] : [added];
  });
  return { lines, statement: builder.finish() };
}

const corrects = (kind: EntryKind): Correction => ({ month: "2026-08", entryId: "neevcloud/acme/late", kind });

/** One of everything: kinds, buckets, corrections, currencies, periods, quantities, codings and texts. */
export const everyCharge: readonly Draft[] = [
  { kind: "top-up", amount: "100.5", bucket: "paid" },
  { kind: "grant", amount: "20", bucket: "granted" },
  { kind: "usage", amount: "-0.000000000000000001", bucket: "paid", change: { listAmount: money("-0.5", "USD") } },
  { kind: "usage", amount: "-3.25", bucket: "granted", change: { quantity: "2.5", unit: "Hours" } },
  { kind: "usage", amount: "-1.75", bucket: "earned" },
  { kind: "refund", amount: "0.25", change: { quantity: "0.5", unit: "Hours" } },
  { kind: "expiry", amount: "-5", provider: "flexprice", change: { quantity: "50", unit: "credits" } },
  { kind: "top-up", amount: "200", provider: "flexprice", change: { quantity: "2000", unit: "credits" } },
  { kind: "usage", amount: "-12345678901234567890.123456789", provider: "flexprice", currency: "EUR" },
  { kind: "usage", amount: "0", provider: "prime-intellect", change: { service: "compute" } },
  { kind: "usage", amount: "-7.125", provider: "wavespeed", change: { service: " ", keyName: "studio" } },
  { kind: "fee", amount: "-0.3" },
  { kind: "adjustment", amount: "1.5" },
  { kind: "adjustment", amount: "-2.5", corrects: corrects("usage"), change: { quantity: "1", unit: "Hours" } },
  { kind: "adjustment", amount: "10", corrects: corrects("top-up") },
  { kind: "adjustment", amount: "4", corrects: corrects("grant") },
  { kind: "adjustment", amount: "-1", corrects: corrects("usage") },
  { kind: "unclassified", amount: "-0.75" },
  { kind: "unclassified", amount: null },
  {
    kind: "usage",
    amount: "-1",
    change: {
      postedAt: "2026-10-31T23:59:59.999999Z",
      chargePeriod: { start: "2026-10-31T22:00:00.5Z", end: "2026-10-31T23:00:00.25Z" },
    },
  },
  ...hostileTexts.map(
    (text): Draft => ({
      kind: "usage",
      amount: "-0.01",
      change: { description: text, service: text, resource: text, keyName: text },
    }),
  ),
];
