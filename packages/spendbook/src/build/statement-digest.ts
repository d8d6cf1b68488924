import { createHash } from "node:crypto";
import { decimalText, type Money, type Statement, type StatementLine } from "@spendbook/normalizer";
import { canonicalJson } from "../collect/canonical-json.js";

/**
 * The SHA-256 of a statement in lower-case hex: over its canonical JSON (RFC 8785), then its lines in their order, a line
 * of text each. Amounts in the functional currency are not part of it; the rates that they follow from are.
 */
export function createStatementDigest(): { add(line: StatementLine): void; finish(statement: Statement): string } {
  const lines = createHash("sha256");
  return {
    add(line) {
      lines.update(`${textOf(line)}\n`);
    },
    finish: (statement) =>
      createHash("sha256")
        .update(`${canonicalJson(statement)}\n${lines.digest("hex")}\n`)
        .digest("hex"),
  };
}

/** Every field in a fixed order, whatever order a line was made in. */
function textOf(line: StatementLine): string {
  const { chargePeriod, corrects, origin, coding } = line;
  return JSON.stringify([
    [line.date, line.id, line.provider, line.account, line.wallet, line.kind],
    [amountOf(line.amount), amountOf(line.unsignedAmount), amountOf(line.listAmount), line.currency],
    [line.postedAt, chargePeriod && [chargePeriod.start, chargePeriod.end]],
    [line.bucket, line.service, line.resource, line.keyName, line.description],
    [line.quantity, line.unit, line.estimated],
    corrects && [corrects.month, corrects.entryId, corrects.kind],
    [origin.endpoint, origin.sourceId, origin.revision, origin.sha256],
    coding && [coding.code, coding.costCentre, coding.taxTreatment, coding.vendor, coding.rule],
  ]);
}

function amountOf(amount: Money | null): string | null {
  return amount === null ? null : `${decimalText(amount)} ${amount.currency}`;
}
