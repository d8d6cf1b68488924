import { calendarOf } from "../calendar.js";
import { decimalText } from "../decimal-text.js";
import { exactDecimal } from "../exact-decimal.js";
import type { LedgerEntry } from "../ledger-entry.js";
import type { FunctionalAmount } from "../line-coding.js";
import type { ProviderId } from "../record.js";
import { compareTexts } from "../statement-totals.js";
import { createConverter } from "./create-converter.js";
import { createDailyMovements } from "./daily-movements.js";
import { type DrawnMonth, drawWallet } from "./draw-wallet.js";
import type { FunctionalCurrency, RatePolicy } from "./mapping.js";
import type { Rate, RateTable } from "./rate-table.js";

/** A wallet's month in the functional currency, by posting; exact decimal strings, null where a rate is missing. */
export interface FunctionalTotal {
  readonly provider: ProviderId;
  readonly account: string;
  readonly wallet: string;
  readonly walletCurrency: string;
  readonly currency: string;
  readonly policy: RatePolicy;
  /** What was held, at the rates it was paid at; null under `month-average`, which keeps none. */
  readonly opening: string | null;
  readonly moneyIn: string | null;
  /** Negative. */
  readonly moneyOut: string | null;
  /** closing − opening − money in − money out: what settling an overdrawn wallet at another rate gained (+) or lost (−). */
  readonly exchangeDifference: string | null;
  readonly closing: string | null;
  /** In the wallet's currency: drawn without a known payment before it, so at the rate of its own day. */
  readonly uncovered: string;
}

/** A month's rates, worked out. */
export interface FunctionalMonth {
  readonly totals: readonly FunctionalTotal[];
  /** Pairs and dates for which the rate table has nothing, such as `USD/EUR of 2026-10-03`. */
  readonly missing: readonly string[];
  /** A converter of the month's lines; each reading of them takes a new one. */
  createConverter(): (line: LedgerEntry) => FunctionalAmount | null;
}

export interface FunctionalOptions extends FunctionalCurrency {
  readonly rates: RateTable;
  /** `YYYY-MM`; lines belong to it by their posting. */
  readonly month: string;
  readonly timezone: string;
}

/** Takes every entry ever collected, in any order, and gives the month in the functional currency. */
export interface FunctionalLedger {
  add(entry: LedgerEntry): void;
  finish(): FunctionalMonth;
}

const ownCurrency: Rate = { rate: exactDecimal("1"), source: "the wallet's own currency" };

/**
 * Carries a month into the functional currency by a stated policy (IAS 21, IFRIC 22); no rate is ever made up. Entries
 * are not kept, only what went in and out each day. Throws `PeriodError` `invalid_timezone`.
 */
export function createFunctionalLedger({
  currency,
  policy,
  rates,
  month,
  timezone,
}: FunctionalOptions): FunctionalLedger {
  const calendar = calendarOf(timezone);
  const movements = createDailyMovements(calendar);

  function finish(): FunctionalMonth {
    const missing = new Set<string>();
    const found = (rate: Rate | null, name: string): Rate | null => {
      if (rate === null) missing.add(name);
      return rate;
    };
    const rateOn = (from: string, date: string) =>
      from === currency ? ownCurrency : found(rates.on(`${from}/${currency}`, date), `${from}/${currency} of ${date}`);
    const averageOf = (from: string, of: string) =>
      from === currency
        ? ownCurrency
        : found(rates.averageOf(`${from}/${currency}`, of), `${from}/${currency} of ${of}`);

    const drawn = new Map(
      [...movements.wallets].map(([key, wallet]) => {
        const from = wallet.wallet.currency;
        const walletRates = {
          policy,
          on: (date: string) => rateOn(from, date),
          averageOf: (of: string) => averageOf(from, of),
        };
        return [key, { ...wallet.wallet, month: drawWallet(wallet, month, walletRates) }] as const;
      }),
    );
    const totals = [...drawn.values()]
      .map(({ currency: walletCurrency, month: figures, ...wallet }) => ({
        ...wallet,
        walletCurrency,
        currency,
        policy,
        ...textsOf(figures),
      }))
      .sort((a, b) => compareTexts([a.provider, b.provider], [a.account, b.account], [a.wallet, b.wallet]));
    return {
      totals,
      missing: [...missing].sort(),
      createConverter: () =>
        createConverter({ currency, calendar, rateOn, drawingsOf: (key) => drawn.get(key)?.month.drawings }),
    };
  }

  return { add: movements.add, finish };
}

function textsOf({ opening, moneyIn, moneyOut, closing, uncovered }: DrawnMonth) {
  const isKnown = opening !== null && moneyIn !== null && moneyOut !== null && closing !== null;
  const text = (amount: typeof opening) => (amount === null ? null : decimalText(amount));
  return {
    opening: text(opening),
    moneyIn: text(moneyIn),
    moneyOut: text(moneyOut),
    exchangeDifference: isKnown ? decimalText(closing.minus(opening).minus(moneyIn).minus(moneyOut)) : null,
    closing: text(closing),
    uncovered: decimalText(uncovered),
  };
}
