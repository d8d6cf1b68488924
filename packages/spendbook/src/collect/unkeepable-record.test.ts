import { serve } from "@spendbook/test-server";
import { expect, test } from "vitest";
import { commandWorld } from "../__fixtures__/command.js";
import { runsOf } from "./__fixtures__/read-ledger.js";

/** A NeevCloud wallet with so many charges, of which the ledger cannot keep the one with a NUL in its id. */
const walletWithNul = (charges: number) =>
  serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const first = (Number(searchParams.get("page") ?? 1) - 1) * 100;
    const transactions = Array.from({ length: Math.min(100, charges - first) }, (_, index) => ({
      id: first + index === charges - 1 ? "n\0ul" : `t${first + index}`,
      created_at: "2026-08-20T00:00:00Z",
      amount_micro_dollars: 1,
    }));
    const answer = pathname.endsWith("/transactions")
      ? { transactions, pagination: { total_items: charges } }
      : { balance_micro_dollars: 0 };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });

test("a record that the ledger cannot keep makes its account partial, and the others are collected", async () => {
  const world = await commandWorld({ now: "2026-09-01T00:05:00Z" });
  const neevcloud = world.config.accounts.find(({ provider }) => provider === "neevcloud");
  Object.assign(neevcloud ?? {}, { baseUrl: await walletWithNul(250) });
  await world.saveConfig();

  const { code, stdout, stderr } = await world.spendbook("collect", "--ledger", "ledger.sqlite");
  expect([code, stderr]).toEqual([3, ""]);
  expect(stdout).toMatch(/^neevcloud\/acme +PARTIAL +record "n\\u0000ul" cannot be stored: sourceId holds a NUL/m);
  expect(stdout.match(/PARTIAL/g)).toHaveLength(1);
  const runs = await runsOf(`${world.directory}/ledger.sqlite`);
  expect(runs.map(({ provider, status }) => [provider, status])).toEqual([
    ["flexprice", "complete"],
    ["neevcloud", "partial"],
    ["prime-intellect", "complete"],
    ["wavespeed", "complete"],
  ]);
  // What came before it is kept.
  expect(runs[1]).toMatchObject({ added: 200 });
});
