import {
  add,
  type BalanceDay,
  decimalText,
  money,
  negate,
  type Statement,
  type StatementLine,
  sum,
} from "@spendbook/normalizer";
import { datesOf } from "../instant-text.js";
import { companyWallets } from "./company-lines.js";

const isMoneyIn = ({ kind }: StatementLine) => kind === "top-up" || kind === "grant";

function total(lines: readonly StatementLine[], currency: string): string {
  return decimalText(
    sum(
      lines.flatMap(({ amount }) => (amount === null ? [] : [amount])),
      currency,
    ),
  );
}

function spend(lines: readonly StatementLine[], currency: string): string {
  return decimalText(
    negate(
      money(
        total(
          lines.filter((each) => !isMoneyIn(each)),
          currency,
        ),
        currency,
      ),
    ),
  );
}

/** The statement that the made-up company's lines add up to, with one wallet of each verdict. */
export function companyStatement(lines: readonly StatementLine[]): Statement {
  const verdicts = ["proved", "explained", "proved", "unproved", "broken"] as const;
  const wallets = companyWallets.map((names, index): Statement["wallets"][number] => {
    const own = lines.filter(({ wallet }) => wallet === names.wallet);
    const { currency, provider, account, wallet } = names;
    const of = (kind: string) =>
      total(
        own.filter((line) => line.kind === kind),
        currency,
      );
    const verdict = verdicts[index] ?? "proved";
    const isKnown = verdict !== "unproved";
    const closing = decimalText(add(money("1250.5", currency), money(total(own, currency), currency)));
    return {
      provider,
      account,
      wallet,
      currency,
      completeness: isKnown ? "full-ledger" : "usage-only",
      verdict,
      opening: isKnown ? "1250.5" : null,
      topUps: isKnown ? of("top-up") : null,
      grants: isKnown ? of("grant") : null,
      refunds: of("refund"),
      usage: of("usage"),
      expired: null,
      fees: null,
      adjustments: "0",
      unclassified: "0",
      unexplained: isKnown ? "0" : null,
      closing: isKnown ? closing : null,
      spend: spend(own, currency),
      previousSpend: index === 1 ? null : "812.25",
      lines: own.length,
      openingEvidence: isKnown
        ? { method: "closed-statement", balance: null, takenAt: null, moved: null, entries: 0 }
        : null,
      closingEvidence: isKnown
        ? { method: "rolled-back", balance: closing, takenAt: "2026-11-01T00:05:00.000Z", moved: "-0.25", entries: 2 }
        : null,
      buckets:
        index === 0
          ? [
              {
                bucket: "paid",
                opening: "1000.5",
                moneyIn: "500",
                moneyOut: "-120.25",
                unexplained: "0",
                closing: "1380.25",
              },
              { bucket: "granted", opening: "250", moneyIn: "0", moneyOut: null, unexplained: null, closing: null },
            ]
          : [],
      checks: [
        {
          name: "records-and-balance",
          stated: isKnown ? closing : null,
          found: closing,
          difference: verdict === "broken" ? "0.000001" : isKnown ? "0" : null,
          unit: currency,
          outcome: ({ proved: "agrees", explained: "explained", unproved: "missing", broken: "differs" } as const)[
            verdict
          ],
          note: isKnown
            ? `All ${own.length} records were compared with the provider's balance at 2026-11-01T00:05:00.000Z.`
            : "A balance at each end of the month is missing: collect once after the month ends.",
        },
      ],
      notes: index === 1 ? ["Credits are bought at 0.8 and spent at 1; the difference comes from the rates."] : [],
    };
  });
  const currencies = ["EUR", "USD"];
  const dates = datesOf("2026-10");
  const groups = <Key>(keyOf: (line: StatementLine) => Key) => {
    const found = new Map<string, { key: Key; lines: StatementLine[] }>();
    for (const line of lines) {
      const key = keyOf(line);
      const group = found.get(JSON.stringify(key)) ?? { key, lines: [] };
      found.set(JSON.stringify(key), group);
      if (!isMoneyIn(line)) group.lines.push(line);
    }
    return [...found.values()].filter((group) => group.lines.length > 0);
  };
  return {
    schemaVersion: 1,
    month: "2026-10",
    timezone: "Europe/Berlin",
    basis: "posted",
    asOf: "2026-11-01T00:05:00.000Z",
    status: "closed",
    numbers: [
      { provider: "flexprice", account: "acme", number: 7, revision: 1 },
      { provider: "neevcloud", account: "acme", number: 7, revision: 2 },
      { provider: "prime-intellect", account: "research", number: 3, revision: 1 },
      { provider: "wavespeed", account: "studio", number: 12, revision: 1 },
    ],
    notice: "Not a tax invoice: a statement made from the provider's billing records.",
    wallets,
    totals: currencies.map((currency) => {
      const own = lines.filter((line) => line.currency === currency);
      const of = (kind: string) =>
        total(
          own.filter((line) => line.kind === kind),
          currency,
        );
      return {
        currency,
        topUps: of("top-up"),
        grants: of("grant"),
        refunds: of("refund"),
        usage: of("usage"),
        expired: null,
        fees: null,
        adjustments: "0",
        unclassified: "0",
        spend: spend(own, currency),
        previousSpend: currency === "EUR" ? null : "3200.125",
        lines: own.length,
      };
    }),
    byService: groups(({ provider, account, service, currency }) => ({ provider, account, service, currency })).map(
      ({ key, lines: own }) => ({ ...key, spend: spend(own, key.currency), previousSpend: "120.5", lines: own.length }),
    ),
    byResource: groups(({ provider, account, service, resource, currency }) => ({
      provider,
      account,
      service,
      resource,
      currency,
    })).map(({ key, lines: own }) => ({ ...key, others: 0, spend: spend(own, key.currency), lines: own.length })),
    byDay: groups(({ date, provider, account, currency }) => ({ date, provider, account, currency })).map(
      ({ key, lines: own }) => ({ ...key, spend: spend(own, key.currency), lines: own.length }),
    ),
    functional: null,
    byCoding: [
      {
        code: "6310",
        costCentre: "research",
        taxTreatment: "reverse-charge",
        vendor: "Prime Intellect, Inc.",
        currency: "USD",
        spend: "912.5",
        lines: 12,
      },
      { code: null, costCentre: null, taxTreatment: null, vendor: null, currency: "USD", spend: "12.000001", lines: 2 },
    ],
    balances: wallets
      .filter(({ opening }) => opening !== null)
      .flatMap(({ provider, account, wallet, currency }) =>
        dates.map((date): BalanceDay => {
          const own = lines.filter((line) => line.wallet === wallet);
          const moved = total(
            own.filter((line) => line.date <= date),
            currency,
          );
          const moneyIn = total(
            own.filter((line) => line.date === date && isMoneyIn(line)),
            currency,
          );
          const balance = decimalText(add(money("1250.5", currency), money(moved, currency)));
          return { date, provider, account, wallet, currency, balance, moneyIn };
        }),
      ),
    cutOff: [
      {
        entryId: "prime-intellect/research/rec_7",
        provider: "prime-intellect",
        account: "research",
        wallet: "wal_research",
        kind: "usage",
        amount: "-4.500001",
        currency: "USD",
        postedAt: "2026-10-01T00:10:00Z",
        incurredAt: "2026-09-30T23:00:00Z",
        postedMonth: "2026-10",
        incurredMonth: "2026-09",
      },
    ],
    warnings: [
      {
        code: "estimated_lines",
        message: "9 lines are estimated: the provider does not say how much of them falls into the month.",
        account: "prime-intellect/research",
      },
      { code: "cut_off_rows", message: "1 line belongs to two months.", account: null },
    ],
  };
}
