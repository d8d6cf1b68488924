import { JournalError } from "../journal-error.js";
import type { Movement } from "../movement.js";
import type { Posting } from "../transaction.js";

/** The accounts that hold what was bought of a supplier. */
export function isPurchase({ role }: Posting): boolean {
  return role === "usage" || role === "fees";
}

/**
 * Throws `JournalError` `tax_treatment_missing` where a purchase has no tax treatment, naming the first of them: Xero
 * demands a rate for each line, and which one is for the books to say.
 */
export function requireTaxTreatments(format: string, postings: readonly Posting[]): void {
  const missing = postings.flatMap((posting) =>
    isPurchase(posting) && posting.movement !== null && posting.movement.taxTreatment === null
      ? [posting.movement]
      : [],
  );
  if (missing.length === 0) return;
  const names = [...new Set(missing.map(nameOf))];
  const more = names.length > 5 ? ` and ${names.length - 5} more` : "";
  throw new JournalError(
    "tax_treatment_missing",
    `${format} needs a tax rate on every line, and the mapping assigns none to ${names.slice(0, 5).join("; ")}${more}: ` +
      'give them a "taxTreatment", the full name of the rate in Xero',
  );
}

function nameOf({ provider, account, service }: Movement): string {
  return `${provider}/${account}${service === null ? "" : ` ${JSON.stringify(service.slice(0, 60))}`}`;
}
