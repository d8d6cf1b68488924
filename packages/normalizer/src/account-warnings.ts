import type { AccountEvidence } from "./account-evidence.js";
import { countedResources, createResourceSpending, type ResourceSpending } from "./resource-spending.js";
import type { Warning } from "./statement.js";

/** How many records a warning names before it only counts them. */
const named = 10;

/** What is worth a warning in one account. */
export interface AccountFindings {
  readonly evidence: AccountEvidence;
  /** False where entries came for an account of which no collection is known. */
  readonly isKnown: boolean;
  readonly refusals: string[];
  refused: number;
  readonly unclassified: string[];
  unclassifiedLines: number;
  cutOffLines: number;
  readonly resources: ResourceSpending;
}

export function createFindings(evidence: AccountEvidence, isKnown: boolean): AccountFindings {
  return {
    evidence,
    isKnown,
    refusals: [],
    refused: 0,
    unclassified: [],
    unclassifiedLines: 0,
    cutOffLines: 0,
    resources: createResourceSpending(evidence),
  };
}

export function noteRefusal(findings: AccountFindings, message: string): void {
  findings.refused += 1;
  keepFirst(findings.refusals, message);
}

export function noteUnclassified(findings: AccountFindings, entryId: string): void {
  findings.unclassifiedLines += 1;
  keepFirst(findings.unclassified, entryId);
}

/** Keeps the first ten in order of text, so that the order of the entries changes no warning. */
function keepFirst(texts: string[], text: string): void {
  const last = texts[named - 1];
  if (last !== undefined && text >= last) return;
  texts.push(text);
  texts.sort();
  texts.length = Math.min(texts.length, named);
}

/**
 * The warnings of one account, with the codes `account_unknown`, `account_incomplete`,
 * `record_refused`, `unclassified_record`, `cut_off_rows` and `resources_not_listed`.
 */
export function accountWarnings(findings: AccountFindings): Warning[] {
  const { evidence, refusals, refused, unclassified, unclassifiedLines, cutOffLines } = findings;
  const account = `${evidence.provider}/${evidence.account}`;
  const warnings: Warning[] = [];
  const warn = (code: string, message: string): number => warnings.push({ code, message, account });
  if (!findings.isKnown) {
    warn(
      "account_unknown",
      `${account}: there are records but no collection of it. Add it to the accounts and collect.`,
    );
  } else if (!evidence.complete || evidence.failure !== null) {
    const reason = evidence.failure ?? "the last collection did not read everything";
    warn("account_incomplete", `${account}: ${reason.replace(/\.$/, "")}. The figures may lack records.`);
  }
  for (const message of refusals) warn("record_refused", message);
  if (refused > refusals.length) {
    warn("record_refused", `${account}: further records refused: ${refused - refusals.length}.`);
  }
  if (unclassifiedLines > 0) {
    const more = unclassifiedLines > unclassified.length ? `, and ${unclassifiedLines - unclassified.length} more` : "";
    warn(
      "unclassified_record",
      `${account}: lines of the month whose meaning is not known: ${unclassifiedLines} (${unclassified.join(", ")}${more}). Look at them, and report the new value.`,
    );
  }
  if (cutOffLines > 0) {
    warn("cut_off_rows", `${account}: lines posted in one month and incurred in another: ${cutOffLines}.`);
  }
  if (findings.resources.isOverflown) {
    warn(
      "resources_not_listed",
      `${account}: more than ${countedResources} resources, so spending by resource stands in one line, whose number of others is that of its lines.`,
    );
  }
  return warnings;
}
