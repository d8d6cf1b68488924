import { accountKey } from "../config/account-key.js";
import { ReconciliationError } from "../spendbook-error.js";
import { version } from "../version.js";
import type { BuiltStatement } from "./build-statement.js";
import type { Closing } from "./closed-months.js";

/** Throws `ReconciliationError` where a closed month's statement is not the one that it was closed with. */
export function requireClosedStatement({ sha256, records }: BuiltStatement, closing: Closing): void {
  if (sha256 === closing.statementSha256) return;
  const { month, accounts } = closing;
  const changed = accounts.find((account) => {
    const found = records.find((each) => accountKey(each) === accountKey(account));
    return found?.recordsRoot !== account.recordsRoot;
  });
  if (changed !== undefined)
    throw new ReconciliationError(
      `${month} is closed, but the ledger's records of ${accountKey(changed)} are no longer those that it was closed with: restore the ledger from a copy`,
    );
  throw new ReconciliationError(
    `${month} is closed with the statement ${closing.statementSha256.slice(0, 12)} of spendbook ${closing.version}, and spendbook ${version()} makes another one (${sha256.slice(0, 12)}) of the same records: use that version, or reopen ${month} and close it again`,
  );
}
