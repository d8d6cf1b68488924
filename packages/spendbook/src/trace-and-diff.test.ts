import type { Statement } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { quietCompany } from "./__fixtures__/quiet-company.js";

test("a line leads back to the provider's record in every state, the runs that brought them, and its statement", async () => {
  const world = await quietCompany();
  world.neev("n1", 50_000_000, "2026-08-02T10:00:00Z");
  world.wave("row#1", 0.25, "2026-08-10T00:00:00Z");
  world.wave("row#12", 0.5, "2026-08-11T00:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  expect((await world.spendbook("close", "2026-08", "--reason", "no top-ups")).code).toBe(0);
  world.sandbox.store.wavespeed.billings.change("row#1", { price: 0.75 as never });
  await world.collectAt("2026-10-01T00:05:00Z");

  const ids = [
    "row#1",
    "wavespeed/studio/row#1",
    "wavespeed/studio/row#1#corrected-2026-09",
    "row#1#corrected-2026-09",
  ];
  const [first, ...others] = await Promise.all(ids.map((id) => world.spendbook("trace", id)));
  expect(others.every(({ stdout }) => stdout === first?.stdout)).toBe(true);
  expect(first?.stdout).toMatch(
    /^wavespeed\/studio\/row#1\n {2}wallet {2}default\n {2}list {4}POST \/api\/v3\/billings\/search\n {2}state 1\n/,
  );
  expect(first?.stdout).toMatch(/ {4}run {5}1, complete, 2026-09-01T00:05:00\.000Z to .* by process \d+ on /);
  const { records } = JSON.parse((await world.spendbook("trace", "row#1", "--json")).stdout);
  expect(records).toMatchObject([
    {
      provider: "wavespeed",
      sourceId: "row#1",
      revisions: [
        { number: 1, run: { number: 1, status: "complete" }, body: { price: 0.25 } },
        { number: 2, run: { number: 2 }, firstSeenAt: "2026-10-01T00:05:00.000Z", body: { price: 0.75 } },
      ],
      lines: [
        {
          id: "wavespeed/studio/row#1",
          month: "2026-08",
          kind: "usage",
          amount: "-0.25",
          statement: { number: 1, revision: 1 },
        },
        {
          id: "wavespeed/studio/row#1#corrected-2026-09",
          month: "2026-09",
          kind: "adjustment",
          amount: "-0.5",
          corrects: { month: "2026-08", entryId: "wavespeed/studio/row#1", kind: "usage" },
          statement: null,
        },
      ],
    },
  ]);
});

test("an inferred top-up leads back to its two balances", async () => {
  const world = await quietCompany();
  world.primeTopUp("f0", 10);
  await world.collectAt("2026-08-01T00:05:00Z");
  world.primeTopUp("f1", 100);
  world.prime("p1", 4, "2026-08-10T00:00:00Z", "2026-08-11T00:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  expect((await world.spendbook("statement", "2026-08", "--offline", "--formats", "csv,json")).code).toBe(0);
  const id = "prime-intellect/research/inferred-2026-09-01T00:05:00.000Z";
  const { stdout, code } = await world.spendbook("trace", id);
  expect(code).toBe(0);
  expect(stdout).toMatch(/inferred: the provider lists no such top-up/);
  expect(stdout).toMatch(
    /taken {3}2026-08-01T00:05:00\.000Z[\s\S]*"balance_usd": 10\b[\s\S]*taken {3}2026-09-01T00:05:00\.000Z[\s\S]*"balance_usd": 106\b/,
  );
  const { inferred } = JSON.parse((await world.spendbook("trace", id, "--json")).stdout);
  expect(inferred).toMatchObject([{ balances: [{ run: { number: 1 } }, { run: { number: 2 } }] }]);
});

test("an id that is not there is answered with the nearest that are, and never moves the cursor", async () => {
  const world = await quietCompany();
  world.neev("transaction-77", 1, "2026-08-02T10:00:00Z");
  world.neev("transaction-78\u001b[2J", 1, "2026-08-02T10:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  for (const id of ["transaction-7", "neevcloud/acme/transaction-79", "transaction-7700"]) {
    const { code, stdout, stderr } = await world.spendbook("trace", id);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      new RegExp(`^spendbook: the ledger has no record ${id}; there are transaction-77(, [^\\n]*)?\\n$`),
    );
    expect(stderr).not.toContain("\u001b");
  }
  expect((await world.spendbook("trace", "zzz")).stderr).toBe("spendbook: the ledger has no record zzz\n");
});

test("diff shows what would change in a closed month, in an open one, and where nothing would", async () => {
  const world = await quietCompany();
  world.neev("n1", 50_000_000, "2026-08-02T10:00:00Z");
  for (let index = 0; index < 25; index += 1) world.wave(`w${index + 10}`, 0.01, "2026-08-10T00:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  expect((await world.spendbook("diff", "2026-08")).stderr).toMatch(
    /2026-08 is open, and there is no statement of it in /,
  );
  await world.spendbook("statement", "2026-08", "--offline", "--quiet", "--formats", "csv,json");
  const same = await world.spendbook("diff", "2026-08");
  expect([same.code, same.stdout]).toEqual([
    0,
    expect.stringMatching(/^Nothing would change in 2026-08: it is as in /),
  ]);

  const change = async (at: string) => {
    for (let index = 0; index < 22; index += 1)
      world.sandbox.store.wavespeed.billings.change(`w${index + 10}`, { price: 0.02 as never });
    world.neev("late", -123, "2026-08-31T00:00:00Z");
    await world.collectAt(at);
  };
  await change("2026-10-01T00:05:00Z");
  const open = await world.spendbook("diff", "2026-08");
  expect(open.code).toBe(0);
  expect(open.stdout).toMatch(/wavespeed\/studio +default +spend +0\.25 +0\.47 +USD\n/);
  expect(open.stdout).toMatch(/\n23 records differ:\n[\s\S]*\n {2}…and 3 more\n/);
  expect(open.stdout).toMatch(
    /neevcloud\/acme\/late\n {4}before {2}nothing\n {4}after {3}usage -0\.000123 USD at 2026-08-31T00:00:00Z\n/,
  );

  await world.spendbook("close", "2026-08", "--reason", "test");
  const closed = JSON.parse((await world.spendbook("diff", "2026-08", "--json")).stdout);
  expect(closed).toMatchObject({ wallets: [], records: { count: 0 } });
  world.neev("later", -1, "2026-08-31T00:00:00Z");
  await world.collectAt("2026-11-01T00:05:00Z");
  const { against, wallets, records } = JSON.parse((await world.spendbook("diff", "2026-08", "--json")).stdout);
  expect(against).toMatch(/^its closing at 2026-10-01T00:05:00\.000Z$/);
  expect(wallets[0]).toMatchObject({ provider: "neevcloud" });
  expect(wallets[0].figures).toContainEqual({ figure: "usage", before: "-0.000123", after: "-0.000124" });
  expect(records).toEqual({
    count: 1,
    first: [{ record: "neevcloud/acme/later", before: [], after: ["usage -0.000001 USD at 2026-08-31T00:00:00Z"] }],
  });
  // Comparing changed nothing.
  const still = JSON.parse((await world.spendbook("statement", "2026-08", "--offline", "--json")).stdout) as Statement;
  expect(still.status).toBe("closed");
});
