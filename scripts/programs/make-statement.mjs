// @ts-check
import { createStatement, normalize } from "../../packages/normalizer/dist/index.js";

/** @typedef {import("../../packages/normalizer/dist/index.js").StatementLine} StatementLine */

/**
 * October 2026 of a wallet with one charge for each description.
 *
 * @param {readonly string[]} descriptions
 */
export function makeStatement(descriptions) {
  const place = /** @type {const} */ ({ provider: "neevcloud", account: "acme", wallet: "org_1" });
  const seen = { firstSeenAt: "2026-11-01T06:00:00Z", lastSeenAt: "2026-11-01T06:00:00Z" };
  const collected = { collectedAt: "2026-11-01T06:00:00Z", balances: [], moneyIn: true };
  const fold = createStatement({
    month: "2026-10",
    timezone: "UTC",
    basis: "posted",
    accounts: [{ ...place, ...collected, complete: true, failure: null }],
  });
  const records = descriptions.map((description, index) => ({
    ...place,
    endpoint: "GET /api/v1/orgs/{org_id}/wallets/transactions",
    sourceId: `id ${index} ${description}`,
    revisions: /** @type {const} */ ([
      {
        number: 1,
        body: {
          // The largest has more digits than a workbook's number holds.
          amount_micro_dollars: Number.MAX_SAFE_INTEGER - index,
          transaction_type: "DEBIT",
          transaction_source: "payment",
          transaction_description: description,
          type: description,
          created_at: "2026-10-02T11:00:03Z",
          hour_start: "2026-10-02T10:00:00Z",
        },
        sha256: "ab".repeat(32),
        ...seen,
      },
    ]),
  }));
  /** @type {StatementLine[]} */
  const lines = [];
  for (const entry of records.flatMap((record) => normalize(record, { timezone: "UTC" }))) {
    const line = fold.add(entry);
    if (line !== null) lines.push(line);
  }
  return { statement: fold.finish(), lines };
}
