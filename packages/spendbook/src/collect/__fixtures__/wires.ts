import type { SimulatedRow, Wire } from "./simulated-provider.js";

const iso = (time: number) => new Date(time).toISOString();
const oldestFirst = (rows: readonly SimulatedRow[]) =>
  [...rows].sort((a, b) => a.createdAt - b.createdAt || compare(a.id, b.id));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const credits = (rows: readonly SimulatedRow[]) => rows.reduce((sum, { amount }) => sum + amount, 0);
const everything = Number.NEGATIVE_INFINITY;

const primeIntellect: Wire = {
  isCounted: true,
  account: { provider: "prime-intellect", account: "simulated", apiKey: "env:KEY" },
  rebills: "always",
  order: (rows) => [...rows].sort((a, b) => b.changedAt - a.changedAt || compare(a.id, b.id)),
  window(request) {
    const { searchParams } = new URL(request.url);
    return { offset: Number(searchParams.get("offset")), limit: Number(searchParams.get("limit")), since: everything };
  },
  page: (rows, total) => ({
    wallet_id: "wallet",
    balance_usd: 5,
    currency: "USD",
    total_billings: total,
    recent_billings: rows.map((row) => ({
      id: row.id,
      created_at: iso(row.createdAt),
      updated_at: iso(row.changedAt),
      last_billed_at: iso(row.changedAt),
      amount_usd: row.amount,
      currency: "USD",
      resource_type: "compute",
    })),
  }),
  balance: () => null,
};

const neevcloud: Wire = {
  isCounted: true,
  account: { provider: "neevcloud", account: "simulated", apiKey: "env:KEY", orgId: "org" },
  rebills: "never",
  // The order is undocumented; this one is neither by time nor by arrival.
  order: (rows) => [...rows].sort((a, b) => compare([...a.id].reverse().join(""), [...b.id].reverse().join(""))),
  window(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.endsWith("/transactions")) return null;
    const limit = Number(searchParams.get("items_per_page"));
    return { offset: (Number(searchParams.get("page")) - 1) * limit, limit, since: everything };
  },
  page: (rows, total, { offset, limit }) => ({
    transactions: rows.map((row) => ({
      id: row.id,
      organization_id: "org",
      amount_micro_dollars: row.amount,
      transaction_type: "CREDIT",
      transaction_source: "payment",
      transaction_description: "",
      created_at: iso(row.createdAt),
    })),
    pagination: {
      total_items: total,
      total_pages: Math.ceil(total / limit),
      current_page: offset / limit + 1,
      items_per_page: limit,
    },
  }),
  balance: (rows) => ({ org_id: "org", balance_micro_dollars: credits(rows) }),
};

const flexprice: Wire = {
  isCounted: true,
  account: { provider: "flexprice", account: "simulated", apiKey: "env:KEY", walletIds: ["wallet"] },
  rebills: "until settled",
  order: oldestFirst,
  window(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.endsWith("/transactions")) return null;
    const since = searchParams.get("start_time");
    return {
      offset: Number(searchParams.get("offset")),
      limit: Number(searchParams.get("limit")),
      since: since === null ? everything : Date.parse(since),
    };
  },
  page: (rows, total, { offset, limit }) => ({
    items: rows.map((row) => ({
      id: row.id,
      type: "credit",
      credit_amount: String(row.amount),
      transaction_status: row.settled ? "completed" : "pending",
      created_at: iso(row.createdAt),
      updated_at: iso(row.changedAt),
    })),
    // As the server does: the offset of the next page, in the name of this one's.
    pagination: { total, limit, offset: offset + limit },
  }),
  balance: (rows) => ({ id: "wallet", credit_balance: String(credits(rows)) }),
};

const wavespeed = (hasMore: boolean): Wire => ({
  isCounted: !hasMore,
  account: { provider: "wavespeed", account: "simulated", apiKey: "env:KEY" },
  rebills: "until settled",
  order: oldestFirst,
  window(request, text) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith("/balance")) return null;
    const body = (text === "" ? {} : JSON.parse(text)) as { page?: number; page_size?: number; start_time?: string };
    const limit = body.page_size ?? Number(searchParams.get("page_size"));
    const page = body.page ?? Number(searchParams.get("page"));
    return {
      offset: (page - 1) * limit,
      limit,
      since: body.start_time === undefined ? everything : Number(body.start_time),
    };
  },
  page: (rows, total, { offset, limit }, path) => ({
    code: 200,
    message: "success",
    data: {
      ...(path.endsWith("/account/billings")
        ? { pagination: { page: offset / limit + 1, page_size: limit, total } }
        : { page: offset / limit + 1, ...(hasMore ? { has_more: offset + limit < total } : { total }) }),
      items: rows.map((row) => ({
        uuid: row.id,
        id: row.id,
        billing_type: "deduct",
        price: row.amount,
        created_at: iso(row.createdAt),
        updated_at: iso(row.changedAt),
        order: { state: row.settled ? "done" : "pre" },
        status: row.settled ? "completed" : "pending",
      })),
    },
  }),
  balance: () => ({ code: 200, message: "success", data: { balance: 5 } }),
});

/** The four wire forms, WaveSpeed's in both of its own. */
export const wires: Readonly<Record<string, Wire>> = {
  "prime-intellect": primeIntellect,
  neevcloud,
  flexprice,
  "wavespeed with a total": wavespeed(false),
  "wavespeed with has_more": wavespeed(true),
};
