import { join } from "node:path";
import { openLedger } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import { expect, onTestFinished, test } from "vitest";
import { quietCompany } from "../__fixtures__/quiet-company.js";
import { noBooks } from "../books/books-policy.js";
import { buildStatement } from "./build-statement.js";
import { planStatement } from "./plan-statement.js";

test("an interrupt ends the building of a statement, and the reading of its lines", async () => {
  const world = await quietCompany();
  for (let row = 0; row < 250; row += 1) world.neev(`row ${row}`, -1000, "2026-08-03T10:00:00Z");
  await world.collectAt("2026-09-01T00:05:00Z");
  const ledger = await openLedger<ProviderId>(join(world.directory, "spendbook.sqlite"));
  onTestFinished(() => ledger.close());
  const accounts = await ledger.accounts();
  const { plan } = await planStatement(ledger, {
    ...{ month: "2026-08", timezone: "UTC", basis: "posted", books: noBooks },
    accounts,
  });
  const interrupt = new AbortController();
  const built = await buildStatement(ledger, plan, { signal: interrupt.signal });
  const lots: number[] = [];
  const reading = async () => {
    for await (const lot of built.lines()) {
      if (lot.length === 0) continue;
      lots.push(lot.length);
      interrupt.abort();
    }
  };
  await expect(reading()).rejects.toMatchObject({ name: "AbortError" });
  // A lot was given already; the rest was not read.
  expect(lots).toHaveLength(1);
  expect(lots[0]).toBeLessThan(250);
  let seen = 0;
  const building = buildStatement(ledger, plan, { signal: interrupt.signal, onBooked: () => (seen += 1) });
  await expect(building).rejects.toMatchObject({ name: "AbortError" });
  expect(seen).toBe(0);
});
