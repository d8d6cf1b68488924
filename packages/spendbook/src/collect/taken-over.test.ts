import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "@spendbook/test-server";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { commandWorld } from "../__fixtures__/command.js";
import { runsOf } from "./__fixtures__/read-ledger.js";

/** Takes NeevCloud's account over, as a collector of another machine would that found no sign of life. */
async function takeOver(file: string): Promise<void> {
  const client = new Libsql(file, { timeout: 0 });
  const update = `UPDATE run SET status = 'interrupted', finished_at = active_at
    WHERE account_id = (SELECT id FROM account WHERE provider = 'neevcloud') AND status = 'running'`;
  for (;;)
    try {
      expect(client.prepare(update).run().changes).toBe(1);
      break;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== "SQLITE_BUSY") throw error;
      await sleep(2);
    }
  client.close();
}

test("an account that another collector took over is partial, and the others are collected", async () => {
  const world = await commandWorld({ now: "2026-09-01T00:05:00Z" });
  const file = `${world.directory}/ledger.sqlite`;
  const baseUrl = await serve(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const first = (Number(searchParams.get("page") ?? 1) - 1) * 100;
    const transactions = Array.from({ length: 100 }, (_, index) => ({
      id: `t${first + index}`,
      created_at: "2026-08-20T00:00:00Z",
      amount_micro_dollars: 1,
    }));
    if (first === 100) await takeOver(file);
    const isList = pathname.endsWith("/transactions");
    const answer = isList ? { transactions, pagination: { total_items: 300 } } : { balance_micro_dollars: 0 };
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  Object.assign(world.config.accounts.find(({ provider }) => provider === "neevcloud") ?? {}, { baseUrl });
  await world.saveConfig();

  const { code, stdout, stderr } = await world.spendbook("collect", "--ledger", "ledger.sqlite");
  expect([code, stderr]).toEqual([3, ""]);
  expect(stdout).toMatch(/^neevcloud\/acme +PARTIAL +another collector took the account over, because/m);
  expect(stdout.match(/PARTIAL/g)).toHaveLength(1);
  const runs = await runsOf(file);
  expect(runs.map(({ provider, status }) => [provider, status])).toEqual([
    ["flexprice", "complete"],
    ["neevcloud", "interrupted"],
    ["prime-intellect", "complete"],
    ["wavespeed", "complete"],
  ]);
});
