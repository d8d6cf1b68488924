import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";

export interface ManyWallets {
  /** The base URL of a NeevCloud that has one organization for each account, `org_0` and up. */
  readonly url: string;
  /** How many requests it has answered. */
  requests(): number;
  /** How many requests came for an organization that another key was at. */
  collisions(): number;
  close(): Promise<void>;
}

export interface ManyWalletsOptions {
  /** Of each organization. */
  readonly transactions: number;
  /** Before each answer, as a network would. */
  readonly delayMs: number;
  /** The organization whose transactions have ids that are too long for any ledger. */
  readonly longIdOf?: string;
}

/** Serves NeevCloud's two operations for many organizations, whose transactions follow from their numbers. */
export async function serveManyWallets({ transactions, delayMs, longIdOf }: ManyWalletsOptions): Promise<ManyWallets> {
  let requests = 0;
  let collisions = 0;
  const callers = new Map<string, { caller: string; open: number }>();

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
    const suffix = org === longIdOf ? "x".repeat(2000) : "";
    const body = list === undefined ? wallet(org, transactions) : page(org, transactions, url.searchParams, suffix);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    collisions: () => collisions,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** In micro-dollars, as all amounts here. */
const topUp = 1_000_000_000;

function wallet(org: string, count: number) {
  let balance = topUp;
  for (let index = 1; index < count; index += 1) balance -= charge(index);
  const created = "2026-10-01T00:00:00Z";
  return {
    org_id: org,
    balance_micro_dollars: balance,
    payment_balance_micro_dollars: balance,
    grants_balance_micro_dollars: 0,
    earn_balance_micro_dollars: 0,
    created_at: created,
    updated_at: created,
  };
}

function page(org: string, count: number, query: URLSearchParams, suffix: string) {
  const number = Number(query.get("page"));
  const size = Number(query.get("items_per_page"));
  const first = (number - 1) * size;
  const length = Math.max(0, Math.min(size, count - first));
  return {
    transactions: Array.from({ length }, (_, index) => transaction(org, first + index, suffix)),
    pagination: {
      total_items: count,
      total_pages: Math.ceil(count / size),
      current_page: number,
      items_per_page: size,
    },
  };
}

/** The first is a payment; the others are charges, one an hour from October 2026. */
function transaction(org: string, index: number, suffix: string) {
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

function charge(index: number): number {
  return 350_000 + index;
}
