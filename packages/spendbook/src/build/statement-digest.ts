import { createHash, hash } from "node:crypto";
import { decimalText, type Statement, type StatementLine } from "@spendbook/normalizer";
import { canonicalJson } from "../collect/canonical-json.js";

/** Characters hashed in one call. */
const atOnce = 65_536;

/**
 * The SHA-256 of a statement in lower-case hex: over its canonical JSON (RFC 8785), then the SHA-256
 * of its lines in their order. Amounts in the functional currency are not part of it; the rates that they follow from are.
 */
export function createStatementDigest(): { add(line: StatementLine): void; finish(statement: Statement): string } {
  const lines = createHash("sha256");
  let pending = "";
  return {
    add(line) {
      pending += `${textOf(line)}\n`;
      // Each call into the hash costs more than the line itself.
      if (pending.length < atOnce) return;
      lines.update(pending);
      pending = "";
    },
    finish(statement) {
      const digest = lines.update(pending).digest("hex");
      return hash("sha256", `${canonicalJson(statement)}\n${digest}\n`);
    },
  };
}

/** Every field in a fixed order, each behind its length, so that no text can be taken for two; - where there is none. */
function textOf(line: StatementLine): string {
  let text = "";
  for (const field of fieldsOf(line)) text += field === null || field === undefined ? "-" : `${field.length}:${field}`;
  return text;
}

function fieldsOf(line: StatementLine): readonly (string | null | undefined)[] {
  const { chargePeriod, corrects, origin, coding } = line;
  return [
    line.date,
    line.id,
    line.provider,
    line.account,
    line.wallet,
    line.kind,
    line.amount && decimalText(line.amount),
    line.unsignedAmount && decimalText(line.unsignedAmount),
    line.listAmount && decimalText(line.listAmount),
    line.currency,
    line.postedAt,
    chargePeriod?.start,
    chargePeriod?.end,
    line.bucket,
    line.service,
    line.resource,
    line.keyName,
    line.description,
    line.quantity,
    line.unit,
    String(line.estimated),
    corrects?.month,
    corrects?.entryId,
    corrects?.kind,
    origin.endpoint,
    origin.sourceId,
    String(origin.revision),
    origin.sha256,
    coding?.code,
    coding?.costCentre,
    coding?.taxTreatment,
    coding?.vendor,
    coding === null || coding.rule === null ? null : String(coding.rule),
  ];
}
