import { expect, it } from "vitest";
import type { Ledger } from "../../ledger.js";
import type { Engine } from "../engine.js";
import { account, collect, complete, handClock, record, snapshot } from "../inputs.js";
import { openForTest } from "../open-for-test.js";
import { awkward } from "./reading.js";

/** Fills a ledger by the clock: three runs of an account, one of another, one that never ends. */
async function fill(ledger: Ledger, time: ReturnType<typeof handClock>): Promise<void> {
  for (const [index, state] of [1, 2, 1].entries()) {
    const run = await ledger.beginRun(account);
    const takenAt = `2026-11-0${index + 1}T00:00:00Z`;
    time.advance(1000);
    const records = awkward.map((text, place) =>
      record(text, place % 3 === 0 ? state : text, {
        wallet: `wallet_${place % 2}`,
        occurredAt: `2026-10-0${1 + (place % 9)}T00:00:00Z`,
      }),
    );
    await run.storePage({ records, cursor: { state, awkward } });
    await run.storeSnapshot(snapshot(state === 1 ? "12.50" : "12.5000001", takenAt));
    await run.storeSnapshot(snapshot("0", takenAt, { wallet: "wallet_0" }));
    await run.finish(complete);
  }
  const other = await ledger.beginRun({ provider: "नमस्ते", account: "😀" });
  await other.storePage({ records: [record("a", 1, { body: ' {"spaced" :\n 1.50, "zero": "\\u0000"}' })] });
  await other.finish({ status: "failed", reason: 'said "no"', requests: 1, passes: 0 });
  await ledger.beginRun({ provider: "p", account: "a" });
  await ledger.closeMonth({
    month: "2026-10",
    sequence: 1,
    after: null,
    timezone: "UTC",
    basis: "posted",
    statementSha256: "ab".repeat(32),
    version: "0.0.0",
    policy: { a: "नमस्ते" },
    reason: 'said "so"',
    accounts: [
      {
        ...account,
        run: 2,
        number: 1,
        revision: 1,
        records: 3,
        recordsRoot: "cd".repeat(32),
        wallets: awkward.map((wallet) => ({ wallet, currency: "USD", balance: "0.10", detail: { wallet } })),
      },
      {
        provider: "q",
        account: "never collected",
        run: 0,
        number: 1,
        revision: 1,
        records: 0,
        recordsRoot: "ef".repeat(32),
        wallets: [],
      },
    ],
  });
}

/** The canonical dump. */
export function describeExporting(engines: readonly [Engine, Engine]) {
  it("gives the same bytes from both engines", async () => {
    const dumps = [];
    for (const engine of engines) {
      const time = handClock("2026-11-01T00:00:00Z");
      const ledger = await openForTest(await engine.newLocation(), time);
      await fill(ledger, time);
      dumps.push([await collect(ledger.exportLines()), await collect(ledger.exportLines({ timing: false }))]);
    }
    expect(dumps[0]).toEqual(dumps[1]);
    const [whole = [], content = []] = dumps[0] ?? [];
    expect(whole.slice(0, 3)).toEqual([
      '{"ledgerExport":1,"timing":true}',
      '{"kind":"account","provider":"neevcloud","account":"acme"}',
      JSON.stringify({
        kind: "run",
        number: 1,
        status: "complete",
        reason: null,
        startedAt: "2026-11-01T00:00:00.000Z",
        finishedAt: "2026-11-01T00:00:01.000Z",
        requests: 3,
        passes: 2,
        added: awkward.length,
        changed: 0,
        unchanged: 0,
        cursor: { state: 1, awkward },
      }),
    ]);
    expect(content.join("\n")).not.toMatch(/2026-11|"run"/);
    expect(whole.at(-1)).toMatch(
      /^\{"kind":"closing","sequence":1,"month":"2026-10",.*"account":"never collected","run":0/,
    );
    expect(whole.filter((line) => line.includes('"kind":"snapshot"'))).toHaveLength(6);
    expect(content.filter((line) => line.includes('"kind":"snapshot"'))).toHaveLength(4);
    expect(content.filter((line) => line.includes('"kind":"record"'))).toHaveLength(awkward.length + 1);
    // A body stands in the dump as the text that came.
    expect(content.map((line) => JSON.parse(line).revisions?.[0].body)).toContain(
      ' {"spaced" :\n 1.50, "zero": "\\u0000"}',
    );
  });
}
