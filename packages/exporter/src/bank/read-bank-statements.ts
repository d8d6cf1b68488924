import { add, isZero, type Money, money, round, type WalletStatement } from "@spendbook/normalizer";
import type { ExportInput } from "../export-format.js";
import { createCarryRounding } from "../journal/carry-rounding.js";
import { currencyPlaces } from "../journal/currency-places.js";
import type { Movement } from "../journal/movement.js";
import { rollUpMovements } from "../journal/roll-up-movements.js";
import { stableId } from "../journal/stable-id.js";
import type { BankEntry, BankStatement } from "./bank-statement.js";

/** A month as bank statements, one for each wallet and currency. */
export interface BankMonth {
  readonly statements: readonly BankStatement[];
  /** How many lines are in none of them, because the direction of their amount is not known. */
  readonly unsigned: number;
}

/**
 * Rolls a month up into bank statements. Amounts are rounded half to even, and what one leaves over goes to the next of
 * the wallet, beginning with the opening balance: so the entries sum to the rounded balances, and what rounds to nothing
 * is in a later entry. The unexplained difference is an entry of its own. Throws `JournalError` `lines_differ`.
 */
export async function readBankStatements(input: ExportInput): Promise<BankMonth> {
  const { movements, unsigned } = await rollUpMovements(input);
  const statements = input.statement.wallets.map((wallet) =>
    bankStatement(
      wallet,
      movements.filter((movement) => keyOf(movement) === keyOf(wallet)),
    ),
  );
  return { statements, unsigned };
}

function bankStatement(wallet: WalletStatement, movements: readonly Movement[]): BankStatement {
  const { provider, account, wallet: id, currency, opening, closing } = wallet;
  const places = currencyPlaces(currency);
  const inMinorUnits = (amount: string | null): Money | null =>
    amount === null ? null : round(money(amount, currency), places, "half-even");
  const carry = createCarryRounding(currency, places, opening ?? "0");
  const entries = mergeAlike(movements).flatMap(({ parts, movement }): BankEntry[] => {
    const amount = carry(movement.amount);
    if (isZero(amount)) return [];
    const { date, kind, corrects, inferred, records, vendor } = movement;
    return [{ id: stableId(date, parts), date, kind, corrects, inferred, records, amount, payee: vendor ?? provider }];
  });
  return {
    provider,
    account,
    wallet: id,
    currency,
    opening: inMinorUnits(opening),
    closing: inMinorUnits(closing),
    entries,
  };
}

/** A bank knows nothing of services and cost centres; what an expense account tells apart stays apart. */
function mergeAlike(movements: readonly Movement[]) {
  const merged = new Map<string, { readonly parts: readonly (string | boolean | null)[]; movement: Movement }>();
  for (const movement of movements) {
    const { provider, account, wallet, currency, date, kind, corrects, inferred, code, vendor } = movement;
    const parts = [
      ...[provider, account, wallet, currency, date, kind],
      ...[corrects?.month ?? null, corrects?.kind ?? null, inferred, code, vendor],
    ];
    const key = JSON.stringify(parts);
    const same = merged.get(key);
    if (same === undefined) merged.set(key, { parts, movement });
    else
      same.movement = {
        ...same.movement,
        amount: add(same.movement.amount, movement.amount),
        records: same.movement.records + movement.records,
        estimated: same.movement.estimated + movement.estimated,
      };
  }
  return [...merged.values()];
}

function keyOf({
  provider,
  account,
  wallet,
  currency,
}: Pick<Movement, "provider" | "account" | "wallet" | "currency">) {
  return JSON.stringify([provider, account, wallet, currency]);
}
