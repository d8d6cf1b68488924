import { type ChartOfAccounts, compare, isZero, type Money, money, negate, sum } from "@spendbook/normalizer";
import { counterAccount } from "./counter-account.js";
import type { Movement } from "./movement.js";
import { stableId } from "./stable-id.js";
import type { Posting, Transaction } from "./transaction.js";

/**
 * Books movements as double entry, a transaction for each wallet, local day and kind: the prepaid asset goes up with
 * what came into the wallet and down with what left it, and the account of the kind the other way. Takes movements in
 * the order in which `rollUpMovements` gives them. Every transaction sums to zero, exactly.
 */
export function createTransactions(movements: readonly Movement[], chart: ChartOfAccounts): Transaction[] {
  const groups = new Map<string, Movement[]>();
  for (const movement of movements) {
    const key = JSON.stringify(headOf(movement));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [movement]);
    else group.push(movement);
  }
  return [...groups.values()].flatMap((group) => transactionOf(group, chart));
}

function headOf({ date, provider, account, wallet, currency, kind, corrects, inferred }: Movement) {
  return [provider, account, wallet, currency, date, kind, corrects?.month ?? null, corrects?.kind ?? null, inferred];
}

function transactionOf(movements: readonly Movement[], chart: ChartOfAccounts): Transaction[] {
  const [first] = movements;
  if (first === undefined) return [];
  const { date, provider, account, wallet, currency, kind, corrects, inferred } = first;
  const functional = functionalSum(movements);
  const counters = movements.map((movement): Posting => {
    const value = functional === null ? null : movement.functional;
    return {
      ...counterAccount(movement, chart),
      amount: negate(movement.amount),
      functional: value === null ? null : negate(value),
      movement,
    };
  });
  const moved = sum(
    movements.map(({ amount }) => amount),
    currency,
  );
  return [
    {
      id: stableId(date, headOf(first)),
      ...{ date, provider, account, wallet, currency, kind, corrects, inferred },
      records: movements.reduce((records, movement) => records + movement.records, 0),
      postings: [...counters, { role: "prepaid", account: chart.prepaid, amount: moved, functional, movement: null }],
    },
  ];
}

/** Null where it is not known of every movement, or where no price could carry the one amount into the other. */
function functionalSum(movements: readonly Movement[]): Money | null {
  const known = movements.flatMap(({ amount, functional }) =>
    functional !== null && signOf(functional) === signOf(amount) && !isZero(amount) ? [functional] : [],
  );
  const [first] = known;
  if (first === undefined || known.length < movements.length) return null;
  if (known.some(({ currency }) => currency !== first.currency)) return null;
  const signs = new Set(known.map(signOf));
  return signs.size === 1 ? sum(known, first.currency) : null;
}

function signOf(amount: Money): number {
  return compare(amount, money("0", amount.currency));
}
