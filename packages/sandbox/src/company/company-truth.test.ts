import { Big } from "big.js";
import { expect, test } from "vitest";
import { company, read, start } from "../__fixtures__/start.js";
import { companyTruth, type WalletTruth } from "./company-truth.js";

const truth = companyTruth(company);

function truthOf(wallet: string, month: string, table: readonly WalletTruth[] = truth): WalletTruth {
  const found = table.find((row) => row.wallet === wallet && row.month === month);
  if (found === undefined) throw new Error(`no truth of ${wallet} in ${month}`);
  return found;
}

test("opening and every kind make the closing, which is the next month's opening", () => {
  for (const row of truth) {
    const kinds = [
      row.topUps,
      row.grants,
      row.refunds,
      row.usage,
      row.expired,
      row.fees,
      row.adjustments,
      row.unclassified,
    ];
    const closing = kinds.reduce((sum, kind) => sum.plus(kind), new Big(row.opening));
    expect(closing.toFixed()).toBe(row.closing);
    const next = truth.find(({ wallet, month }) => wallet === row.wallet && month > row.month);
    if (next !== undefined) expect(next.opening).toBe(row.closing);
    expect(new Big(row.usage).plus(row.refunds).times(-1).toFixed()).toBe(row.spend);
  }
});

test("every wallet has its row in every month", () => {
  expect(new Set(truth.map(({ wallet }) => wallet)).size).toBe(7);
  expect(truth).toHaveLength(7 * 5);
});

test.each([
  "2026-07-31T12:00:00Z",
  "2026-08-31T23:59:59.999Z",
  "2026-10-01T00:00:00Z",
  "2026-10-15T12:34:56.789Z",
  "2026-11-01T00:00:00Z",
  "2026-11-02T12:00:00Z",
])("the balances that the APIs state at %s are the truth's", async (now) => {
  const sandbox = await start({ now });
  const asOf = companyTruth(company, { asOf: sandbox.now() });
  const closingOf = (wallet: string) => asOf.findLast((row) => row.wallet === wallet)?.balance;

  const team = `?teamId=${sandbox.credentials["prime-intellect"].teamId}`;
  const prime = await read(sandbox, "prime-intellect", `/api/v1/billing/wallet${team}`);
  expect(String(prime.balance_usd)).toBe(closingOf("wal_acme_research"));
  const personal = await read(sandbox, "prime-intellect", "/api/v1/billing/wallet");
  expect(String(personal.balance_usd)).toBe(closingOf("wal_personal"));
  const neev = await read(sandbox, "neevcloud", "/api/v1/orgs/org_acme/wallets");
  expect(new Big(String(neev.balance_micro_dollars)).div(1_000_000).toFixed()).toBe(closingOf("org_acme"));
  for (const id of sandbox.credentials.flexprice.walletIds)
    expect((await read(sandbox, "flexprice", `/wallets/${id}`)).balance).toBe(closingOf(id));
  const wave = await read<{ data: { balance: number } }>(sandbox, "wavespeed", "/api/v3/balance");
  expect(String(wave.data.balance)).toBe(closingOf("default"));
});

test("NeevCloud's rows sum to the truth of their month, by posting and by hour of use", async () => {
  const sandbox = await start();
  const sums = { posted: new Big(0), incurred: new Big(0) };
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const path = `/api/v1/orgs/org_acme/wallets/transactions?items_per_page=100&page=${page}`;
    const body = await read<{ transactions: NeevRow[]; pagination: { total_pages: number } }>(
      sandbox,
      "neevcloud",
      path,
    );
    pages = body.pagination.total_pages;
    for (const row of body.transactions) {
      const amount = row.transaction_type === "DEBIT" ? -row.amount_micro_dollars : 0;
      if (row.created_at.startsWith("2026-10")) sums.posted = sums.posted.plus(amount);
      if ((row.hour_start ?? row.created_at).startsWith("2026-10")) sums.incurred = sums.incurred.plus(amount);
    }
  }
  const incurred = companyTruth(company, { basis: "incurred" });
  expect(sums.posted.div(1_000_000).toFixed()).toBe(truthOf("org_acme", "2026-10").usage);
  expect(sums.incurred.div(1_000_000).toFixed()).toBe(truthOf("org_acme", "2026-10", incurred).usage);
  expect(sums.posted.eq(sums.incurred)).toBe(false);
});

interface NeevRow {
  transaction_type: string;
  amount_micro_dollars: number;
  created_at: string;
  hour_start?: string;
}

test("WaveSpeed's two lists sum to the truth, each by itself", async () => {
  const sandbox = await start();
  let net = new Big(0);
  for (let page = 1, total = 1; (page - 1) * 100 < total; page += 1) {
    const body = { page, page_size: 100, start_time: ms("2026-10-01"), end_time: ms("2026-11-01") };
    const { data } = await read<SearchBody>(sandbox, "wavespeed", "/api/v3/billings/search", { body });
    total = data.total;
    for (const row of data.items)
      if (row.created_at < "2026-11") net = row.billing_type === "deduct" ? net.plus(row.price) : net.minus(row.price);
  }
  expect(net.toFixed()).toBe(truthOf("default", "2026-10").spend);

  const sumOf = async (type: string) => {
    let sum = new Big(0);
    for (let page = 1, total = 1; (page - 1) * 100 < total; page += 1) {
      const query = `type=${type}&start_date=2026-10-01&end_date=2026-10-31&page_size=100&page=${page}`;
      const { data } = await read<AccountBody>(sandbox, "wavespeed", `/api/v3/account/billings?${query}`);
      total = data.pagination.total;
      for (const row of data.items) if (row.status === "completed") sum = sum.plus(row.amount);
    }
    return sum.toFixed();
  };
  expect(await sumOf("usage")).toBe(`-${truthOf("default", "2026-10").spend}`);
  expect(await sumOf("topup")).toBe(truthOf("default", "2026-10").topUps);
});

interface SearchBody {
  data: { total: number; items: { billing_type: string; price: number; created_at: string }[] };
}

interface AccountBody {
  data: { items: { amount: number; status: string }[]; pagination: { total: number } };
}

function ms(date: string): string {
  return String(Date.parse(date));
}

test("Prime Intellect's rows sum to all months' charges, and a pod's to its hours", async () => {
  const rows = company["prime-intellect"].team.billings.map((timeline) => timeline.at(-1)?.row);
  const sum = rows.reduce((total, row) => total.plus(row?.amount_usd.digits ?? "NaN"), new Big(0));
  const spend = truth
    .filter(({ wallet }) => wallet === "wal_acme_research")
    .reduce((total, row) => total.plus(row.spend), new Big(0));
  expect(sum.toFixed()).toBe(spend.toFixed());
  // October has 31 × 24 × 60 minutes, at 0.007 dollars.
  expect(rows.find((row) => row?.resource_id === "pod-october")?.amount_usd.digits).toBe("312.48");
});

test("a wallet with two rates states another balance than its amounts sum to", () => {
  const reseller = truthOf("wallet_acme_reseller", "2026-10");
  expect(reseller.balance).toBe(reseller.closingCredits);
  expect(reseller.balance).not.toBe(reseller.closing);
  const production = truthOf("wallet_acme_production", "2026-10");
  expect(production.balance).toBe(production.closing);
});
