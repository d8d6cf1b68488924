import { hostname } from "node:os";
import { expect, it } from "vitest";
import { collectFeed } from "../child/feed.js";
import { startProcess } from "../child/start-process.js";
import type { Engine } from "../engine.js";
import { collect } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

const provider = "feed";

/** Several processes on one ledger, and processes that are killed. `program` is theirs. */
export function describeProcesses(engine: Engine, program: () => string) {
  it("has two processes collect two accounts at once", async () => {
    const location = await engine.newLocation();
    const accounts = ["one", "two"];
    const work = accounts.map((account) =>
      startProcess(program(), { do: "collect", location, account, pages: 150, pause: 0 }),
    );
    for (const { ended } of work) expect(await ended).toEqual({ code: 0, signal: null, complaint: "" });
    const ledger = await openForTest(location);
    for (const account of accounts) {
      expect(await ledger.lastRun({ provider, account })).toMatchObject({ status: "complete", number: 1, cursor: 150 });
      expect(await collect(ledger.records({ account }))).toHaveLength(1510);
    }
  });

  it("names the process that holds an account, and has it when that finishes", async () => {
    const location = await engine.newLocation();
    const holder = startProcess(program(), { do: "hold", location, account: "one" });
    await holder.told();
    const ledger = await openForTest(location);
    await expect(ledger.beginRun({ provider, account: "one" })).rejects.toMatchObject({
      code: "account_locked",
      message: expect.stringContaining(`by process ${holder.pid} on ${hostname()} since 2`),
    });
    const waiting = ledger.beginRun({ provider, account: "one" }, { lockTimeoutMs: 20_000 });
    holder.tell("finish");
    expect((await waiting).number).toBe(2);
    expect(await holder.ended).toMatchObject({ code: 0 });
  });

  it("takes the account of a killed process over at once", async () => {
    const location = await engine.newLocation();
    const holder = startProcess(program(), { do: "hold", location, account: "one" });
    await holder.told();
    const ledger = await openForTest(location);
    holder.kill();
    await holder.ended;
    // The server needs a moment to see the connection's end.
    const run = await ledger.beginRun(
      { provider, account: "one" },
      { lockTimeoutMs: engine.name === "SQLite" ? 0 : 5000 },
    );
    expect([run.number, run.cursor]).toEqual([2, 0]);
    expect((await collect(ledger.runs()))[0]).toMatchObject({ status: "interrupted", pid: holder.pid });
  });

  it("ends as if nothing had happened, byte for byte, where its collector is killed again and again", async () => {
    const pages = 500;
    const whole = await openForTest(await engine.newLocation());
    await collectFeed(await whole.beginRun({ provider, account: "one" }), pages);
    const expected = await collect(whole.exportLines({ timing: false }));
    expect(expected).toHaveLength(2 + 5010 + 1);

    const location = await engine.newLocation();
    const task = { do: "collect", location, account: "one", pages, pause: 2 } as const;
    let killed = 0;
    for (let round = 0; round < 30; round += 1) {
      const collector = startProcess(program(), task);
      // Half of the time from before the ledger is open, half of the time among the pages.
      if (round % 2 === 0) await collector.told();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * (round % 2 === 0 ? 50 : 200)));
      collector.kill();
      if ((await collector.ended).signal === "SIGKILL") killed += 1;
    }
    expect(await startProcess(program(), { ...task, pause: 0 }).ended).toEqual({
      code: 0,
      signal: null,
      complaint: "",
    });
    expect(killed).toBeGreaterThan(20);
    const ledger = await openForTest(location);
    expect(await collect(ledger.exportLines({ timing: false }))).toEqual(expected);
    const runs = await collect(ledger.runs());
    expect(runs.filter(({ status }) => status === "interrupted").length).toBeGreaterThan(5);
    expect(runs.reduce((sum, { added }) => sum + added, 0)).toBe(5010);
  }, 120_000);
}
