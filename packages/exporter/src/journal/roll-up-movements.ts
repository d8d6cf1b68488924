import { add, type Money, money, type StatementLine } from "@spendbook/normalizer";
import type { ExportInput } from "../export-format.js";
import { compareTexts } from "./compare-texts.js";
import { inferredMovements } from "./inferred-movements.js";
import type { Movement } from "./movement.js";

/** A month's movements as the books take them. */
export interface RolledUp {
  /** In order of date, wallet and kind. */
  readonly movements: readonly Movement[];
  /** How many lines are in no movement, because the direction of their amount is not known. */
  readonly unsigned: number;
}

/**
 * Sums the lines that the books treat alike, exactly, and adds what only the statement knows: inferred money in and the
 * unexplained difference, on the last day. Of each wallet the movements so sum to closing − opening. Reads the lines once
 * and keeps the sums alone: memory grows with days, services and codings, not with lines.
 */
export async function rollUpMovements({ statement, lines }: ExportInput): Promise<RolledUp> {
  const sums = new Map<string, Sum>();
  let unsigned = 0;
  const take = (line: StatementLine) => {
    if (line.amount === null) unsigned += 1;
    else addLine(sums, line, line.amount);
  };
  const read = lines();
  if (Symbol.iterator in read) for (const line of read) take(line);
  else for await (const line of read) take(line);

  const recorded = [...sums.values()];
  const movements = [...recorded, ...inferredMovements(statement, recorded)];
  return { movements: movements.sort((a, b) => compareTexts(orderOf(a), orderOf(b))), unsigned };
}

type Sum = { -readonly [Name in keyof Movement]: Movement[Name] };

function addLine(sums: Map<string, Sum>, line: StatementLine, amount: Money): void {
  const { coding, corrects } = line;
  const functional = functionalOf(line);
  const key = keyOf(line);
  const sum = sums.get(key);
  if (sum !== undefined) {
    sum.amount = add(sum.amount, amount);
    // Of two functional currencies there is no sum.
    const isSame = functional?.currency === sum.functional?.currency;
    sum.functional = functional && sum.functional && isSame ? add(sum.functional, functional) : null;
    sum.records += 1;
    sum.estimated += line.estimated ? 1 : 0;
    return;
  }
  sums.set(key, {
    date: line.date,
    provider: line.provider,
    account: line.account,
    wallet: line.wallet,
    currency: line.currency,
    kind: line.kind,
    corrects: corrects === null ? null : { month: corrects.month, kind: corrects.kind },
    inferred: false,
    service: line.service,
    code: coding?.code ?? null,
    costCentre: coding?.costCentre ?? null,
    taxTreatment: coding?.taxTreatment ?? null,
    vendor: coding?.vendor ?? null,
    amount,
    functional,
    records: 1,
    estimated: line.estimated ? 1 : 0,
  });
}

function functionalOf({ coding }: StatementLine): Money | null {
  const functional = coding?.functional ?? null;
  return functional?.amount == null ? null : money(functional.amount, functional.currency);
}

function keyOf({ date, provider, account, wallet, currency, kind, corrects, service, coding }: StatementLine): string {
  return JSON.stringify([
    [date, provider, account, wallet, currency, kind, corrects?.month, corrects?.kind, service],
    [coding?.code, coding?.costCentre, coding?.taxTreatment, coding?.vendor],
  ]);
}

function orderOf(movement: Movement): readonly (string | null)[] {
  const { date, provider, account, wallet, currency, kind, corrects } = movement;
  const { service, code, costCentre, taxTreatment, vendor, inferred } = movement;
  return [
    ...[date, provider, account, wallet, currency, kind, corrects?.month ?? null, corrects?.kind ?? null],
    ...[String(inferred), code, costCentre, taxTreatment, vendor, service],
  ];
}
