import { checkAccount } from "./check-input.js";
import type { ClosingInput } from "./closing.js";
import { LedgerError } from "./ledger-error.js";

const monthForm = /^\d{4}-(0[1-9]|1[0-2])$/;
const sha256Form = /^[0-9a-f]{64}$/;

/** Longest reason in bytes of UTF-8. */
const longestReason = 10_000;

/** PostgreSQL keeps no NUL, and neither engine a half of a surrogate pair. */
const unkeepable = /[\0\p{Surrogate}]/u;

/** Throws `LedgerError` `invalid_closing` where a closing could not be kept as it is. */
export function checkClosing(input: ClosingInput): void {
  checkMonth(input.month);
  if (input.reason !== null) checkReason(input.reason);
  for (const hash of [input.statementSha256, ...input.accounts.map(({ recordsRoot }) => recordsRoot)])
    if (!sha256Form.test(hash)) throw refuse(`${hash} is not 64 lower-case hex digits`);
  if (input.accounts.length === 0) throw refuse("it has no account");
  for (const account of input.accounts) checkAccount(account);
}

export function checkMonth(month: string): void {
  if (!monthForm.test(month)) throw refuse(`${JSON.stringify(month)} is not a month like 2026-10`);
}

export function checkReason(reason: string): void {
  if (reason.trim() === "" || Buffer.byteLength(reason) > longestReason)
    throw refuse(`the reason is not 1 to ${longestReason} bytes long`);
  if (unkeepable.test(reason)) throw refuse("the reason holds a NUL or half of a surrogate pair");
}

function refuse(why: string): LedgerError {
  return new LedgerError("invalid_closing", `the closing cannot be kept: ${why}`);
}
