// @ts-check
// Copied to where the packed clients are installed, and run there by every runtime: what a client does over the wire, told in
// plain data, which must be the same everywhere.
import { createFlexpriceClient } from "@spendbook/flexprice";
import { createNeevCloudClient, isClientError } from "@spendbook/neevcloud";
import { createPrimeIntellectClient } from "@spendbook/prime-intellect";
import { createRunpodClient } from "@spendbook/runpod";
import { createWaveSpeedClient, encodeTime } from "@spendbook/wavespeed";

/**
 * @param {Record<string, string>} urls Where each provider's document is served.
 * @returns {Promise<Record<string, unknown>>}
 */
export async function runClients(urls) {
  const options = (/** @type {string} */ provider) => ({ apiKey: async () => "key_1", baseUrl: urls[provider] ?? "" });
  const prime = createPrimeIntellectClient(options("prime-intellect"));
  const neevcloud = createNeevCloudClient(options("neevcloud"));
  const flexprice = createFlexpriceClient(options("flexprice"));
  const runpod = createRunpodClient(options("runpod"));
  const wavespeed = createWaveSpeedClient(options("wavespeed"));
  const org = { params: { path: { org_id: "org 1" } } };
  const wallet = "/api/v1/orgs/{org_id}/wallets";

  /** A client of answers that are given here. @param {...(() => Response)} answers */
  const given = (...answers) =>
    createNeevCloudClient({
      ...options("neevcloud"),
      retry: { backoff: 1 },
      fetch: async () => (answers.length > 1 ? answers.shift() : answers[0])?.() ?? Response.error(),
    });
  const inexact = given(() => new Response('{"balance_micro_dollars":9007199254740993}'));
  const flaky = given(
    () => new Response("", { status: 503, headers: { "retry-after": "0" } }),
    () => new Response('{"balance_micro_dollars":'),
    () => Response.json({ balance_micro_dollars: 7 }),
  );
  /** @type {unknown[]} */
  const attempts = [];
  const observed = createNeevCloudClient({
    ...options("neevcloud"),
    headers: { prefer: "code=404" },
    onAttempt: ({ method, path, status, error }) => attempts.push([method, path, status, error]),
  });

  return {
    prime: (await prime.GET("/api/v1/billing/wallet")).data.balance_usd,
    primeRows: (await all(prime.billings({ teamId: "team_1" }))).map((row) => row.resource_type),
    neevcloud: (await neevcloud.GET(wallet, org)).data.org_id,
    neevcloudRows: (await all(neevcloud.transactions({ org_id: "org_1" }))).map((row) => row.amount_micro_dollars),
    flexprice: (await flexprice.GET("/wallets/{id}", { params: { path: { id: "w/1" } } })).data.balance,
    flexpriceRows: (await all(flexprice.transactions({ id: "wallet_1" }))).map((row) => row.amount),
    runpodRows: (await all(runpod.podBilling({ lastN: 1 }))).map(({ podId, totalAmount }) => [podId, totalAmount]),
    wavespeed: (await wavespeed.GET("/api/v3/balance")).data.data.balance,
    wavespeedRows: (await all(wavespeed.billings({ start_time: encodeTime(new Date(0)) }))).map(({ price }) => price),
    accountRows: (await all(wavespeed.accountBillings())).length,
    notFound: await codeOf(observed.GET(wallet, org)),
    attempts,
    inexact: await codeOf(inexact.GET(wallet, org)),
    retried: (await flaky.GET(wallet, org)).data.balance_micro_dollars,
    aborted: await codeOf(neevcloud.GET(wallet, { ...org, signal: AbortSignal.abort() })),
    unreachable: await codeOf(
      createNeevCloudClient({ apiKey: "key_1", baseUrl: "http://127.0.0.1:1", retry: { limit: 0 } }).GET(wallet, org),
    ),
    refused: await codeOf(Promise.resolve().then(() => createNeevCloudClient({ apiKey: "", baseUrl: "ftp://a" }))),
  };
}

/** @template Row @param {AsyncIterable<Row>} rows */
async function all(rows) {
  const read = [];
  for await (const row of rows) read.push(row);
  return read;
}

/** @param {Promise<unknown>} call */
async function codeOf(call) {
  const error = await call.then(
    () => null,
    (/** @type {unknown} */ caught) => caught,
  );
  if (!isClientError(error)) return String(error);
  return error.path === undefined ? error.code : `${error.code} at ${error.path}`;
}
