import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { sqlite } from "../__fixtures__/engine.js";
import { account, complete, handClock, record } from "../__fixtures__/inputs.js";
import { openForTest } from "../__fixtures__/open-for-test.js";
import { temporaryFolder } from "../__fixtures__/temporary-folder.js";

/** A ledger with a run under way, as if begun on another machine that shares the file. */
async function heldElsewhere() {
  const file = join(await temporaryFolder(), "ledger.db");
  const time = handClock("2026-11-01T00:00:00Z");
  const ledger = await openForTest(file, time);
  const run = await ledger.beginRun(account);
  await run.storePage({ records: [record("a")], cursor: 1 });
  await sqlite.run(file, "UPDATE spendbook.run SET machine = 'elsewhere', host = 'far', pid = 4242");
  return { ledger, run, time, other: await openForTest(file, time) };
}

it("leaves an account to another machine's process that gave a sign of life within a minute", async () => {
  const { other, time } = await heldElsewhere();
  time.advance(59_000);
  await expect(other.beginRun(account)).rejects.toThrow(
    "by process 4242 on far since 2026-11-01T00:00:00.000Z, last active 2026-11-01T00:00:00.000Z: wait until it has ended",
  );
});

it("takes the account over when the signs stop, and what the other stores later is refused", async () => {
  const { other, run, time } = await heldElsewhere();
  time.advance(61_000);
  const next = await other.beginRun(account);
  expect([next.number, next.cursor]).toEqual([2, 1]);
  await expect(run.storePage({ records: [record("b")], cursor: 2 })).rejects.toMatchObject({ code: "run_taken_over" });
  expect(await next.storePage({ records: [record("a"), record("b")] })).toMatchObject({ added: 1, unchanged: 1 });
  await next.finish(complete);
});

it("gives a sign of life every ten seconds, until it has finished", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const time = handClock("2026-11-01T00:00:00Z");
  const ledger = await openForTest(join(await temporaryFolder(), "ledger.db"), time);
  const run = await ledger.beginRun(account);
  const activeAt = async () => (await ledger.lastRun(account))?.activeAt;
  time.advance(30_000);
  vi.advanceTimersByTime(9_999);
  expect(await activeAt()).toBe("2026-11-01T00:00:00.000Z");
  vi.advanceTimersByTime(1);
  await expect.poll(activeAt).toBe("2026-11-01T00:00:30.000Z");
  await run.finish(complete);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
