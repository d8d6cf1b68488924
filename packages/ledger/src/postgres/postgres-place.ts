import { LedgerError } from "../ledger-error.js";

/**
 * A PostgreSQL URL as it may be shown: user, host, port and database, without password and options.
 * Throws `LedgerError` `invalid_location`, which says nothing of the URL: it may hold a password anywhere.
 */
export function postgresPlace(location: string): string {
  const url = URL.canParse(location) ? new URL(location) : null;
  // A password with / or # in it splits the URL at the wrong place.
  if (url === null || /[@:]/.test(url.pathname) || url.hash !== "")
    throw new LedgerError(
      "invalid_location",
      "the PostgreSQL URL cannot be read: write it as postgres://user:password@host:5432/database, " +
        "with special characters of the password percent-encoded",
    );
  const user = url.username === "" ? "" : `${url.username}@`;
  return `${url.protocol}//${user}${url.host}${url.pathname}`;
}
