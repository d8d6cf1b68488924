import {
  add,
  decimalText,
  isZero,
  type Money,
  money,
  type Statement,
  subtract,
  type WalletStatement,
} from "@spendbook/normalizer";
import { JournalError } from "./journal-error.js";
import { lastDay } from "./month-dates.js";
import type { Movement, MovementKind, WalletKey } from "./movement.js";

/** The figures of a statement that are sums of lines, and whether more than the lines may stand there. */
const figures = {
  "top-up": { field: "topUps", mayBeInferred: true },
  grant: { field: "grants", mayBeInferred: true },
  refund: { field: "refunds", mayBeInferred: false },
  usage: { field: "usage", mayBeInferred: false },
  expiry: { field: "expired", mayBeInferred: false },
  fee: { field: "fees", mayBeInferred: false },
  adjustment: { field: "adjustments", mayBeInferred: false },
  unclassified: { field: "unclassified", mayBeInferred: false },
  unexplained: { field: "unexplained", mayBeInferred: true },
} as const satisfies Record<MovementKind, { field: keyof WalletStatement; mayBeInferred: boolean }>;

/**
 * What a statement has beyond its lines: money in that two balances show and no record lists, and the unexplained
 * difference. It is dated on the last day, for nobody knows when it came. Throws `JournalError` `lines_differ` where the
 * lines do not sum to the statement otherwise.
 */
export function inferredMovements(statement: Statement, recorded: readonly Movement[]): Movement[] {
  const sums = new Map<string, Money>();
  for (const movement of recorded) {
    const key = keyOf(movement, movement.kind);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? movement.amount : add(sum, movement.amount));
  }
  const date = lastDay(statement.month);
  return statement.wallets.flatMap((wallet) => {
    const { provider, account, wallet: id, currency } = wallet;
    const zero = money("0", currency);
    let rest =
      wallet.opening === null || wallet.closing === null ? null : difference(wallet.closing, wallet.opening, currency);
    const inferred = Object.entries(figures).flatMap(([name, { field, mayBeInferred }]): Movement[] => {
      const kind = name as MovementKind;
      const sum = sums.get(keyOf(wallet, kind)) ?? zero;
      rest = rest === null ? null : subtract(rest, sum);
      // What two known balances leave is unexplained, whether the statement says so or is silent.
      const stated = wallet[field] ?? (kind === "unexplained" && rest !== null ? decimalText(rest) : null);
      if (stated === null) return [];
      const amount = difference(stated, decimalText(sum), currency);
      if (isZero(amount)) return [];
      if (!mayBeInferred) throw linesDiffer(wallet, `the ${kind} lines sum to ${decimalText(sum)}`, stated);
      rest = rest === null ? null : subtract(rest, amount);
      return [{ date, provider, account, wallet: id, currency, kind, amount, ...unknown }];
    });
    if (rest !== null && !isZero(rest)) throw linesDiffer(wallet, `the lines leave ${decimalText(rest)}`, "none");
    return inferred;
  });
}

function difference(left: string, right: string, currency: string): Money {
  return subtract(money(left, currency), money(right, currency));
}

const unknown = {
  corrects: null,
  inferred: true,
  service: null,
  code: null,
  costCentre: null,
  taxTreatment: null,
  vendor: null,
  functional: null,
  records: 0,
  estimated: 0,
} as const;

function keyOf({ provider, account, wallet, currency }: WalletKey, kind: MovementKind): string {
  return JSON.stringify([provider, account, wallet, currency, kind]);
}

function linesDiffer({ provider, account, wallet, currency }: WalletKey, found: string, stated: string): JournalError {
  return new JournalError(
    "lines_differ",
    `${provider}/${account}, wallet ${wallet}: ${found} ${currency} and the statement says ${stated}; ` +
      "give the lines that the statement was made of",
  );
}
