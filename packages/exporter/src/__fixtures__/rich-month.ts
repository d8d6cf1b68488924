import type { Statement, StatementLine } from "@spendbook/normalizer";
import { money } from "@spendbook/normalizer";
import { richWallets, type WalletSpec } from "./rich-wallets.js";
import { decimalOf, microsOf, statement as small } from "./statement.js";
import { sumBy } from "./sum-by.js";

/**
 * October 2026 of a made-up company with wallets at every provider, in three currencies, with every verdict, every outcome
 * of a check, parts, cut-off and cost centres. Lines and statement agree to the last millionth.
 */
export function richMonth(): { readonly statement: Statement; readonly lines: readonly StatementLine[] } {
  const lines = richWallets.flatMap(linesOf).sort((a, b) => (a.postedAt < b.postedAt ? -1 : 1));
  const spending = lines.filter(({ kind }) => kind === "usage" || kind === "refund");
  const wallets = richWallets.map((spec) => ({
    ...spec.statement,
    lines: lines.filter(({ wallet, account }) => wallet === spec.statement.wallet && account === spec.statement.account)
      .length,
  }));
  const currencies = [...new Set(wallets.map(({ currency }) => currency))];
  const of = (currency: string, key: "topUps" | "grants" | "refunds" | "usage" | "spend" | "previousSpend" | "fees") =>
    decimalOf(
      wallets.filter((each) => each.currency === currency).reduce((sum, each) => sum + microsOf(each[key] ?? "0"), 0n),
    );
  return {
    lines,
    statement: {
      ...small,
      status: "draft",
      numbers: [],
      notice: "This statement is not a tax invoice; the providers issue those.",
      wallets,
      totals: currencies.map((currency) => ({
        currency,
        topUps: of(currency, "topUps"),
        grants: of(currency, "grants"),
        refunds: of(currency, "refunds"),
        usage: of(currency, "usage"),
        expired: "0",
        fees: of(currency, "fees"),
        adjustments: "0",
        unclassified: "0",
        spend: of(currency, "spend"),
        // The month before was not collected in euros.
        previousSpend: currency === "EUR" ? null : of(currency, "previousSpend"),
        lines: lines.filter((line) => line.currency === currency).length,
      })),
      byService: sumBy(spending, ({ provider, account, service, currency }) => ({
        provider,
        account,
        service,
        currency,
      }))
        // A third of it was spent the month before.
        .map((total) => ({ ...total, previousSpend: decimalOf(microsOf(total.spend) / 3n) })),
      byResource: sumBy(spending, ({ provider, account, service, resource, currency }) => ({
        provider,
        account,
        service,
        resource,
        others: 0,
        currency,
      })),
      byDay: sumBy(spending, ({ date, provider, account, currency }) => ({ date, provider, account, currency })),
      byCoding: sumBy(spending, ({ coding, currency }) => ({
        code: coding?.code ?? null,
        costCentre: coding?.costCentre ?? null,
        taxTreatment: coding?.taxTreatment ?? null,
        vendor: coding?.vendor ?? null,
        currency,
      })),
      balances: [],
      warnings: [
        { code: "cut_off_rows", message: "Two lines belong to two months.", account: "neevcloud/acme" },
        {
          code: "inferred_top_ups",
          message: "Top-ups are inferred from two balances.",
          account: "prime-intellect/research",
        },
      ],
    },
  };
}

function linesOf({ statement, movements, code }: WalletSpec): StatementLine[] {
  const { provider, account, wallet, currency } = statement;
  return movements.map(({ kind, micros, day, service, resource }, index) => ({
    id: `${provider}/${account}/${wallet}-${index}`,
    provider,
    account,
    wallet,
    kind,
    amount: money(decimalOf(micros), currency),
    unsignedAmount: null,
    currency,
    postedAt: `2026-10-${day}T10:${String(index % 60).padStart(2, "0")}:00Z`,
    chargePeriod: { start: `2026-10-${day}T09:00:00Z`, end: `2026-10-${day}T10:00:00Z` },
    bucket: null,
    service,
    resource,
    keyName: null,
    description: service === null ? `A ${kind} by card` : `${service} for an hour`,
    quantity: service === null ? null : "1",
    unit: service === null ? null : "h",
    listAmount: null,
    estimated: false,
    corrects: null,
    origin: { endpoint: "GET /x", sourceId: `${wallet}-${index}`, revision: 1, sha256: "ab".repeat(32) },
    date: `2026-10-${day}`,
    coding: {
      code,
      costCentre: index % 3 === 0 ? "research" : "product",
      taxTreatment: "reverse-charge",
      vendor: provider,
      rule: 1,
      functional: null,
    },
  }));
}
