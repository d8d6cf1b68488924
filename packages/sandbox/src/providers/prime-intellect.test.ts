import { expect, test } from "vitest";
import { ask, read, start } from "../__fixtures__/start.js";

interface Wallet {
  wallet_id: string;
  team_id: string | null;
  balance_usd: number;
  total_billings: number;
  recent_billings: { id: string; last_billed_at: string | null; updated_at: string }[];
}

const path = "/api/v1/billing/wallet";
const team = "teamId=team_acme_research";

test("all rows come page by page, each once, the last billed first", async () => {
  const sandbox = await start();
  const rows: Wallet["recent_billings"] = [];
  for (let total = 1; rows.length < total; ) {
    const query = `?${team}&limit=100&offset=${rows.length}`;
    const wallet = await read<Wallet>(sandbox, "prime-intellect", path + query);
    total = wallet.total_billings;
    rows.push(...wallet.recent_billings);
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(403);
  // A row that was never billed stands where its last change puts it.
  const times = rows.map((row) => Date.parse(row.last_billed_at ?? row.updated_at));
  expect(times).toEqual([...times].sort((one, other) => other - one));
  expect(sandbox.requestCounts()["prime-intellect"]).toBe(5);
});

test("twenty rows come where no limit is asked for, and none behind the end", async () => {
  const sandbox = await start();
  expect((await read<Wallet>(sandbox, "prime-intellect", `${path}?${team}`)).recent_billings).toHaveLength(20);
  const behind = await read<Wallet>(sandbox, "prime-intellect", `${path}?${team}&offset=500`);
  expect(behind).toMatchObject({ recent_billings: [], total_billings: 403 });
});

test("without a team it is the personal wallet; another team is refused", async () => {
  const sandbox = await start();
  const personal = await read<Wallet>(sandbox, "prime-intellect", path);
  expect(personal).toMatchObject({ wallet_id: "wal_personal", team_id: null, total_billings: 5 });
  expect(await read<Wallet>(sandbox, "prime-intellect", `${path}?${team}`)).toMatchObject({
    wallet_id: "wal_acme_research",
    team_id: "team_acme_research",
  });
  const other = await ask(sandbox, "prime-intellect", `${path}?teamId=team_other`);
  expect([other.status, await other.json()]).toEqual([403, { detail: "You are not a member of this team" }]);
});

test.each([{}, { authorization: "Bearer wrong" }, { authorization: "made-up" }])(
  "401 has no body: %j",
  async (headers) => {
    const response = await ask(await start(), "prime-intellect", path, { headers });
    expect([response.status, await response.text(), response.headers.get("content-type")]).toEqual([401, "", null]);
  },
);

test.each([
  ["limit=0", ["limit"]],
  ["limit=101", ["limit"]],
  ["limit=ten", ["limit"]],
  ["offset=-1", ["offset"]],
  ["limit=1.5&offset=x", ["limit", "offset"]],
])("422 names the parameters of %s", async (query, params) => {
  const response = await ask(await start(), "prime-intellect", `${path}?${query}`);
  const body = (await response.json()) as { errors: { param: string; details: string }[] };
  expect([response.status, body.errors.map(({ param }) => param)]).toEqual([422, params]);
});

test("a running resource grows as time passes, and the balance falls by as much", async () => {
  const sandbox = await start({ now: "2026-10-20T00:00:00Z" });
  const pod = async () => {
    const wallet = await read<Wallet>(sandbox, "prime-intellect", `${path}?${team}&limit=100`);
    const id = sandbox.store["prime-intellect"].team.billings
      .list()
      .find(({ resource_id }) => resource_id === "pod-still-running")?.id;
    return wallet.recent_billings.find((row) => row.id === id);
  };
  // 16 hours at 0.0215 dollars a minute.
  expect(await pod()).toMatchObject({ amount_usd: 20.64, last_billed_at: "2026-10-20T00:00:00Z" });
  sandbox.advance("2026-10-21T00:00:00Z");
  expect(await pod()).toMatchObject({ amount_usd: 51.6, last_billed_at: "2026-10-21T00:00:00Z" });
});
