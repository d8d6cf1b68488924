import { accountKey } from "../config/account-key.js";
import type { TracedInferred } from "./trace-inferred.js";
import type { TracedLine, TracedRecord, TracedRun } from "./trace-record.js";

/** A record's way from the provider to the statements, for a person. */
export function formatTrace({ lines, revisions, refusal, ...record }: TracedRecord): string {
  const states = revisions.map(
    ({ number, firstSeenAt, lastSeenAt, sha256, run, body }) =>
      `  state ${number}\n    seen    ${firstSeenAt} to ${lastSeenAt}\n    sha256  ${sha256}\n${runLine(run)}${bodyLines(body)}`,
  );
  return [
    `${printable(`${accountKey(record)}/${record.sourceId}`)}\n  wallet  ${printable(record.wallet)}\n  list    ${record.endpoint}\n`,
    ...states,
    refusal === null ? "" : `  refused ${printable(refusal)}\n`,
    ...(lines.length === 0 ? ["  no line: it moved no money\n"] : lines.map(lineLines)),
  ].join("");
}

/** The two balances behind an inferred top-up, for a person. */
export function formatInferred({ id, wallet, balances }: TracedInferred): string {
  const states = balances.map(
    ({ takenAt, endpoint, sha256, run, body }) =>
      `  balance\n    taken   ${takenAt}\n    list    ${endpoint}\n    sha256  ${sha256}\n${runLine(run)}${bodyLines(body)}`,
  );
  return `${printable(id)}\n  wallet  ${printable(wallet)}\n  inferred: the provider lists no such top-up; it follows from these balances and the records between them\n${states.join("")}`;
}

function lineLines(line: TracedLine): string {
  const { id, month, kind, amount, currency, postedAt, description, corrects, estimated, revision, statement } = line;
  const given =
    statement === null
      ? `${month}, which is not closed`
      : `${month}, closed ${statement.closedAt} as statement ${statement.number}, revision ${statement.revision} (${statement.sha256})`;
  return [
    `  line    ${printable(id)}`,
    `    booked  ${postedAt}  ${kind}  ${amount ?? "direction unknown"} ${currency}${estimated ? "  estimated" : ""}  (of state ${revision})`,
    `    text    ${printable(description)}`,
    ...(corrects === null
      ? []
      : [`    correct ${printable(corrects.entryId)} of ${corrects.month} (${corrects.kind})`]),
    `    given   ${given}`,
    "",
  ].join("\n");
}

function runLine(run: TracedRun | null): string {
  if (run === null) return "";
  const { number, status, startedAt, finishedAt, host, pid } = run;
  return `    run     ${number}, ${status}, ${startedAt} to ${finishedAt ?? "now"}, by process ${pid} on ${printable(host)}\n`;
}

function bodyLines(body: unknown): string {
  const text = JSON.stringify(body, null, 2).split("\n");
  return text.map((line) => `    ${printable(line)}\n`).join("");
}

/** A provider's text could move the cursor or break the line. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, " ");
}
