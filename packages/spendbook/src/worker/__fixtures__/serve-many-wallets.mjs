// @ts-check
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";

/**
 * @typedef {object} ManyWallets
 * @property {string} url The base URL of a NeevCloud that has one organization for each account, `org_0` and up.
 * @property {() => number} requests How many requests it has answered.
 * @property {() => number} collisions How many requests came for an organization that another connection was at.
 * @property {() => Promise<void>} close
 */

/**
 * Serves NeevCloud's two operations for many organizations whose transactions follow from their numbers, and waits before
 * each answer as a network would.
 *
 * @param {{ transactions: number, delayMs: number, longIdOf?: string }} options Of each organization; of each answer; and
 *   whose ids are too long for any ledger.
 * @returns {Promise<ManyWallets>}
 */
export async function serveManyWallets({ transactions, delayMs, longIdOf }) {
  let requests = 0;
  let collisions = 0;
  /** @type {Map<string, { caller: string, open: number }>} */
  const callers = new Map();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const [, org = "", list] = /^\/api\/v1\/orgs\/(org_\d+)\/wallets(\/transactions)?$/.exec(url.pathname) ?? [];
    const caller = request.headers.authorization ?? "";
    const visit = callers.get(org) ?? { caller, open: 0 };
    callers.set(org, visit);
    if (visit.open > 0 && visit.caller !== caller) collisions += 1;
    visit.caller = caller;
    visit.open += 1;
    response.once("close", () => {
      visit.open -= 1;
    });
    requests += 1;
    await setTimeout(delayMs);
    const body =
      list === undefined
        ? wallet(org, transactions)
        : page(org, transactions, url.searchParams, org === longIdOf ? "x".repeat(2000) : "");
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    collisions: () => collisions,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const topUp = 1_000_000_000;

/** @param {string} org @param {number} count */
function wallet(org, count) {
  const balance = topUp - Array.from({ length: count - 1 }, (_, index) => charge(index + 1)).reduce((a, b) => a + b, 0);
  const parts = {
    payment_balance_micro_dollars: balance,
    grants_balance_micro_dollars: 0,
    earn_balance_micro_dollars: 0,
  };
  const created = "2026-10-01T00:00:00Z";
  return { org_id: org, balance_micro_dollars: balance, ...parts, created_at: created, updated_at: created };
}

/** @param {string} org @param {number} count @param {URLSearchParams} query @param {string} suffix */
function page(org, count, query, suffix) {
  const number = Number(query.get("page"));
  const size = Number(query.get("items_per_page"));
  const first = (number - 1) * size;
  const rows = Array.from({ length: Math.max(0, Math.min(size, count - first)) }, (_, index) =>
    transaction(org, first + index, suffix),
  );
  const pagination = {
    total_items: count,
    total_pages: Math.ceil(count / size),
    current_page: number,
    items_per_page: size,
  };
  return { transactions: rows, pagination };
}

/** @param {string} org @param {number} index @param {string} suffix */
function transaction(org, index, suffix) {
  const at = new Date(Date.UTC(2026, 9, 1) + index * 3_600_000).toISOString();
  return {
    id: `${org}_${index}${suffix}`,
    org_id: org,
    amount_micro_dollars: index === 0 ? topUp : charge(index),
    transaction_type: index === 0 ? "CREDIT" : "DEBIT",
    transaction_source: "payment",
    transaction_description: index === 0 ? "Card payment" : "T4 on-demand, 1 hour",
    type: index === 0 ? null : "res_1",
    created_at: at,
    ...(index > 0 && { hour_start: at }),
  };
}

/** @param {number} index */
function charge(index) {
  return 350_000 + index;
}
