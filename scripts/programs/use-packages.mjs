// @ts-check
// Copied to where the packed packages are installed, and run there: the way of the data through the public functions of
// each package, as somebody else's program would go it. Prints what came out as JSON.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";

/**
 * @typedef {{
 *   "@spendbook/client-core": typeof import("../../packages/client-core/dist/index.js"),
 *   "@spendbook/exporter": typeof import("../../packages/exporter/dist/index.js"),
 *   "@spendbook/flexprice": typeof import("../../packages/flexprice/dist/index.js"),
 *   "@spendbook/ledger": typeof import("../../packages/ledger/dist/index.js"),
 *   "@spendbook/neevcloud": typeof import("../../packages/neevcloud/dist/index.js"),
 *   "@spendbook/normalizer": typeof import("../../packages/normalizer/dist/index.js"),
 *   "@spendbook/prime-intellect": typeof import("../../packages/prime-intellect/dist/index.js"),
 *   "@spendbook/wavespeed": typeof import("../../packages/wavespeed/dist/index.js"),
 * }} Packages
 */
/** @template {keyof Packages} Name @param {Name} name @returns {Promise<Packages[Name]>} */
const load = (name) => import(name);

const [origin = ""] = process.argv.slice(2);
const options = (/** @type {string} */ provider) => ({ apiKey: "key_1", baseUrl: `${origin}/${provider}` });

const { parseExactJson } = await load("@spendbook/client-core");
const { createPrimeIntellectClient } = await load("@spendbook/prime-intellect");
const { createFlexpriceClient } = await load("@spendbook/flexprice");
const { createWaveSpeedClient } = await load("@spendbook/wavespeed");
const { createNeevCloudClient } = await load("@spendbook/neevcloud");

const prime = await createPrimeIntellectClient(options("prime-intellect")).GET("/api/v1/billing/wallet");
const flexprice = await createFlexpriceClient(options("flexprice")).GET("/wallets/{id}", {
  params: { path: { id: "wallet_1" } },
});
const wavespeed = await createWaveSpeedClient(options("wavespeed")).GET("/api/v3/balance");
const neevcloud = createNeevCloudClient(options("neevcloud"));
const wallet = await neevcloud.GET("/api/v1/orgs/{org_id}/wallets", { params: { path: { org_id: "org_1" } } });

const { openLedger } = await load("@spendbook/ledger");
/** @type {import("../../packages/ledger/dist/index.js").Ledger<"neevcloud">} */
const ledger = await openLedger("ledger.sqlite");
const run = await ledger.beginRun({ provider: "neevcloud", account: "acme" });
const sha256 = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");
for await (const page of neevcloud.transactions({ org_id: "org_1" }).pages()) {
  const records = page.transactions.map((row) => {
    const body = JSON.stringify(row);
    const endpoint = "GET /api/v1/orgs/{org_id}/wallets/transactions";
    return { wallet: "org_1", endpoint, sourceId: row.id, occurredAt: row.created_at, body, sha256: sha256(body) };
  });
  await run.storePage({ records });
}
const body = JSON.stringify(wallet.data);
const takenAt = "2026-11-01T06:00:00.000Z";
const endpoint = "GET /api/v1/orgs/{org_id}/wallets";
await run.storeSnapshot({ wallet: "org_1", endpoint, body, sha256: sha256(body), takenAt });
await run.finish({ status: "complete", reason: null, requests: 2, passes: 1 });

const { createStatement, normalize, readBalance } = await load("@spendbook/normalizer");
const balances = [];
for await (const snapshot of ledger.snapshots()) balances.push(readBalance(snapshot));
const account = { provider: /** @type {const} */ ("neevcloud"), account: "acme", collectedAt: takenAt, balances };
const fold = createStatement({
  month: "2026-10",
  timezone: "UTC",
  basis: "posted",
  accounts: [{ ...account, complete: true, failure: null, moneyIn: true }],
});
/** @type {import("../../packages/normalizer/dist/index.js").StatementLine[]} */
const lines = [];
for await (const record of ledger.records()) {
  for (const entry of normalize(record, { timezone: "UTC" })) {
    const line = fold.add(entry);
    if (line !== null) lines.push(line);
  }
}
await ledger.close();
const statement = fold.finish();

const { writeEntriesCsv, writeWorkbook } = await load("@spendbook/exporter");
await writeWorkbook({ statement, lines }, createWriteStream("statement.xlsx"));
await writeEntriesCsv(lines, createWriteStream("statement.csv"));

console.log(
  JSON.stringify({
    exact: parseExactJson("[0.1]"),
    prime: prime.data.balance_usd,
    flexprice: flexprice.data.balance,
    wavespeed: wavespeed.data.data.balance,
    wallets: statement.wallets,
  }),
);
