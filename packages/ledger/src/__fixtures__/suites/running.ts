import { expect, it } from "vitest";
import type { Engine } from "../engine.js";
import { account, collect, complete, handClock, record, snapshot } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

/** Collection runs: what is put on record, what the next one resumes from, and who holds an account. */
export function describeRunning(engine: Engine) {
  it("puts a run on record and hands its cursor to the next one", async () => {
    const time = handClock("2026-11-01T00:00:00Z");
    const ledger = await openForTest(await engine.newLocation(), time);
    const first = await ledger.beginRun(account);
    expect([first.number, first.startedAt, first.cursor]).toEqual([1, "2026-11-01T00:00:00.000Z", null]);
    expect(await ledger.lastRun(account)).toMatchObject({ status: "running", finishedAt: null, requests: null });
    time.advance(1000);
    await first.storePage({ records: [record("a"), record("b")], cursor: { page: 1, नाम: ["\u0000", 1.5, null] } });
    await first.storePage({ records: [record("a", 2), record("b")] });
    time.advance(1000);
    await first.finish({ status: "partial", reason: "it moves", requests: 7, passes: 4 });
    const second = await ledger.beginRun(account);
    expect([second.number, second.cursor]).toEqual([2, { page: 1, नाम: ["\u0000", 1.5, null] }]);
    await second.storePage({ records: [], cursor: null });
    await second.finish({ ...complete, cursor: "done" });
    expect(await collect(ledger.runs())).toEqual([
      {
        ...account,
        number: 1,
        status: "partial",
        reason: "it moves",
        startedAt: "2026-11-01T00:00:00.000Z",
        activeAt: "2026-11-01T00:00:02.000Z",
        finishedAt: "2026-11-01T00:00:02.000Z",
        requests: 7,
        passes: 4,
        added: 2,
        changed: 1,
        unchanged: 1,
        cursor: { page: 1, नाम: ["\u0000", 1.5, null] },
        host: expect.any(String),
        pid: process.pid,
      },
      expect.objectContaining({
        number: 2,
        status: "complete",
        reason: null,
        requests: 3,
        passes: 2,
        added: 0,
        cursor: "done",
      }),
    ]);
    expect((await ledger.beginRun(account)).cursor).toBe("done");
  });

  it("takes nothing from a run that has finished", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    await run.finish(complete);
    await expect(run.storePage({ records: [record("a")] })).rejects.toMatchObject({ code: "run_finished" });
    await expect(run.storeSnapshot(snapshot("1", "2026-10-31T00:00:00Z"))).rejects.toMatchObject({
      code: "run_finished",
    });
    await expect(run.finish(complete)).rejects.toMatchObject({ code: "run_finished" });
  });

  it("says who holds an account, and waits for it where it is asked to", async () => {
    const location = await engine.newLocation();
    const [one, two] = [await openForTest(location), await openForTest(location)];
    const run = await one.beginRun(account);
    const refusal = two.beginRun(account);
    await expect(refusal).rejects.toMatchObject({ code: "account_locked" });
    await expect(refusal).rejects.toThrow(`neevcloud/acme is being collected into`);
    await expect(refusal).rejects.toThrow(`by process ${process.pid} on `);
    const cancelled = two.beginRun(account, { lockTimeoutMs: 60_000, signal: AbortSignal.timeout(20) });
    await expect(cancelled).rejects.toMatchObject({ name: "TimeoutError" });
    const waiting = two.beginRun(account, { lockTimeoutMs: 60_000 });
    const other = await two.beginRun({ ...account, account: "other" });
    await other.storePage({ records: [record("a")] });
    await run.finish(complete);
    expect((await waiting).number).toBe(2);
  });

  it("gives an account to one of many that ask at once", async () => {
    const location = await engine.newLocation();
    const ledgers = await Promise.all(Array.from({ length: 4 }, () => openForTest(location)));
    const asked = await Promise.allSettled(
      ledgers.flatMap((ledger) => [ledger.beginRun(account), ledger.beginRun(account)]),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("marks a run interrupted where its ledger is closed before it finished, and keeps its pages", async () => {
    const location = await engine.newLocation();
    const ledger = await openForTest(location);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a")], cursor: 5 });
    await ledger.close();
    await expect(run.storePage({ records: [] })).rejects.toMatchObject({ code: "run_finished" });
    const again = await openForTest(location);
    expect(await again.lastRun(account)).toMatchObject({ status: "interrupted", requests: null, cursor: 5 });
    expect((await again.beginRun(account)).cursor).toBe(5);
    expect(await collect(again.records())).toHaveLength(1);
  });

  it("lets no page of a run through whose account was taken over", async () => {
    const location = await engine.newLocation();
    const ledger = await openForTest(location);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a")], cursor: "mine" });
    await engine.run(location, "UPDATE spendbook.run SET status = 'interrupted', finished_at = active_at");
    await expect(run.storePage({ records: [record("b")] })).rejects.toMatchObject({ code: "run_taken_over" });
    await expect(run.finish(complete)).rejects.toMatchObject({ code: "run_taken_over" });
    expect(await ledger.lastRun(account)).toMatchObject({ status: "interrupted", cursor: "mine" });
    expect(await collect(ledger.records())).toHaveLength(1);
  });

  it("keeps its times in order when the clock jumps back", async () => {
    const time = handClock("2026-11-02T00:00:00Z");
    const ledger = await openForTest(await engine.newLocation(), time);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a", 1), record("b", 1)] });
    time.set("2026-11-01T00:00:00Z");
    await run.storePage({ records: [record("a", 1), record("b", 2), record("c")] });
    await run.finish(complete);
    const next = await ledger.beginRun(account);
    expect(next.startedAt).toBe("2026-11-01T00:00:00.000Z");
    time.set("2026-11-03T00:00:00Z");
    await next.storePage({ records: [record("a", 1), record("b", 2)] });
    const seen = (await collect(ledger.records())).flatMap(({ sourceId, revisions }) =>
      revisions.map((one) => [sourceId, one.number, one.firstSeenAt.slice(0, 10), one.lastSeenAt.slice(0, 10)]),
    );
    expect(seen).toEqual([
      ["a", 1, "2026-11-02", "2026-11-03"],
      ["b", 1, "2026-11-02", "2026-11-02"],
      ["b", 2, "2026-11-02", "2026-11-03"],
      ["c", 1, "2026-11-01", "2026-11-01"],
    ]);
    expect((await collect(ledger.runs()))[0]).toMatchObject({ finishedAt: "2026-11-02T00:00:00.000Z" });
  });

  it.each([
    { provider: "", account: "a" },
    { provider: "p", account: "n\0ul" },
  ])("refuses the account %j", async (key) => {
    const ledger = await openForTest(await engine.newLocation());
    await expect(ledger.beginRun(key)).rejects.toMatchObject({ code: "invalid_record" });
  });
}
