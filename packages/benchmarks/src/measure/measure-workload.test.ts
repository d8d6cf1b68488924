import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "@spendbook/ledger";
import type { ProviderId } from "@spendbook/normalizer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { foldLedger } from "../fold-ledger.js";
import { programPath } from "../programs/program-path.js";
import { orgId } from "../workloads/neevcloud-workload.js";
import type { WorkloadName } from "../workloads/workloads.js";
import { collect, ledgerIn, ledgerSize } from "./collect.js";
import { measureProcess } from "./measure-process.js";
import { startServer, type WorkloadServer } from "./start-server.js";

const records = 1000;

/** Micro-dollars of the number tokens that a form finds in a page's text, which goes through no double. */
function sumOf(text: string, form: RegExp): bigint {
  return [...text.matchAll(form)].reduce((sum, [, whole = "", fraction = ""]) => {
    return sum + BigInt(whole + fraction.padEnd(6, "0"));
  }, 0n);
}

const wallets: Record<WorkloadName, { page(url: string, page: number): Request; sum(page: string): bigint }> = {
  wavespeed: {
    page: (url, page) =>
      new Request(`${url}/api/v3/billings/search`, { method: "POST", body: JSON.stringify({ page, page_size: 100 }) }),
    sum: (page) => sumOf(page, /"refund","price":(\d+)\.?(\d*)/g) - sumOf(page, /"deduct","price":(\d+)\.?(\d*)/g),
  },
  neevcloud: {
    page: (url, page) =>
      new Request(`${url}/api/v1/orgs/${orgId}/wallets/transactions?page=${page}&items_per_page=100`),
    sum: (page) =>
      [...page.matchAll(/"amount_micro_dollars":(\d+),"transaction_type":"(\w+)"/g)].reduce(
        (sum, [, amount = "", type]) => (type === "CREDIT" ? sum + BigInt(amount) : sum - BigInt(amount)),
        0n,
      ),
  },
};

/** What WaveSpeed's other list adds. */
const topUps: Record<WorkloadName, bigint> = { wavespeed: 100_000_000_000n, neevcloud: 0n };

describe.each(["wavespeed", "neevcloud"] as const)("of the workload %s", { timeout: 120_000 }, (name) => {
  let folder: string;
  let server: WorkloadServer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "spendbook-bench-test-"));
    server = await startServer(name, records);
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  test("every measured part does the whole work, and the statement is the sum of what the server printed", async () => {
    const { page, sum } = wallets[name];
    const texts = [];
    for (let number = 1; number <= 10; number += 1) texts.push(await (await fetch(page(server.url, number))).text());
    const expected = texts.reduce((total, text) => total + sum(text), topUps[name]);

    const collected = await collect(name, server.url, folder);
    expect(collected.read).toBe(2 * records);
    // Every page twice, the balances, and WaveSpeed's other list.
    expect(collected.requests).toBe(name === "wavespeed" ? 24 : 22);
    expect(await ledgerSize(folder)).toBeGreaterThan(records * 400);

    const ledger = await openLedger<ProviderId>(ledgerIn(folder));
    const { statement, records: folded } = await foldLedger(ledger).finally(() => ledger.close());
    expect(folded).toBe(records);
    // NeevCloud's first charge is for the last hour of the month before.
    expect(statement.warnings.map(({ code }) => code)).toEqual(name === "neevcloud" ? ["cut_off_rows"] : []);
    const [wallet] = statement.wallets;
    expect(wallet).toMatchObject({ verdict: "proved", completeness: "full-ledger", lines: records });
    const [whole = "", fraction = ""] = (wallet?.closing ?? "").split(".");
    expect(BigInt(whole + fraction.padEnd(6, "0"))).toBe(expected);

    const file = ledgerIn(folder);
    const rows = name === "wavespeed" ? 2 * (records - 1) : 2 * records;
    const fetched = await measureProcess(programPath("fetch-pages"), [name, server.url, `${records}`, "2"]);
    expect(fetched.answer).toEqual({ rows });
    expect((await measureProcess(programPath("read-plainly"), [file])).answer).toEqual({ records });
    expect((await measureProcess(programPath("read-back"), [file, "records"])).answer).toEqual({ records });
    const again = (await measureProcess(programPath("read-back"), [file, "statement"])).answer;
    expect(again).toEqual({ records, statement });
  });

  test("collecting again reads a handful of pages and adds nothing", async () => {
    await collect(name, server.url, folder);
    const again = await collect(name, server.url, folder);
    expect(again.requests).toBeLessThanOrEqual(8);
    const ledger = await openLedger<ProviderId>(ledgerIn(folder));
    try {
      const run = await ledger.lastRun({ provider: name, account: "measured" });
      expect(run).toMatchObject({ number: 2, status: "complete", added: 0, changed: 0 });
    } finally {
      await ledger.close();
    }
  });
});
