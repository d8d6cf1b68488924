import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import Libsql from "libsql";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { compilePackage, startProcess } from "../__fixtures__/child/start-process.js";
import { damageMiddle } from "../__fixtures__/damage-middle.js";
import { account, collect, complete, record, snapshot } from "../__fixtures__/inputs.js";
import { openForTest } from "../__fixtures__/open-for-test.js";
import { temporaryFolder } from "../__fixtures__/temporary-folder.js";
import type { Ledger } from "../ledger.js";
import { openLedgerOn } from "../open-ledger.js";
import { openSession } from "./session.js";
import { startSessionThread } from "./start-session-thread.js";

const awkward = ['"', "\\", "a'b", "\u2028", "😀", "], [1", "\u0001", "é"];

/** A closed ledger of 1,700 records, of which some changed. */
async function filledFile(): Promise<string> {
  const file = join(await temporaryFolder(), "ledger.db");
  const ledger = await openForTest(file);
  const run = await ledger.beginRun(account);
  for (const state of [1, 2])
    for (const wallet of ["w2", "w1"])
      await run.storePage({
        records: [...awkward, ...Array.from({ length: 850 }, (_, row) => `r${row * state}`)].map((id) =>
          record(id, { state, id }, { wallet }),
        ),
      });
  await run.storeSnapshot(snapshot("1.50", "2026-10-31T00:00:00Z"));
  await run.finish(complete);
  await ledger.close();
  return file;
}

async function openOnThread(file: string): Promise<Ledger> {
  const ledger = await openLedgerOn(file, {}, { readFrom: 0, readersAtMost: 2, writeAfter: 0 });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** What a person or program learns of a failure. */
async function failureOf(work: Promise<unknown>) {
  const error = await work.catch((error: unknown) => error);
  const { code, message, cause } = error as Error & { code: string; cause: Error & { code: string; rawCode: number } };
  return { code, message, sqlite: [cause.message, cause.code, cause.rawCode] };
}

it("reads on a thread what it reads without one", async () => {
  const file = await filledFile();
  const [without, onThread] = [await openForTest(file), await openOnThread(file)];
  expect(await collect(onThread.records())).toEqual(await collect(without.records()));
  expect(await collect(onThread.exportLines())).toEqual(await collect(without.exportLines()));
  const readAll = (ledger: Ledger) =>
    ledger.read(async (view) => [
      await view.accounts(),
      // More readings at once than there are threads, and two on one.
      ...(await Promise.all([view, view, ledger, ledger].map((reader) => collect(reader.records())))),
      await collect(view.snapshots()),
      await collect(view.recordsOf("r0")),
    ]);
  expect(await readAll(onThread)).toEqual(await readAll(without));
});

it("says of a damaged file what is said without a thread", async () => {
  const file = await filledFile();
  await damageMiddle(file);
  const onThread = await failureOf(collect((await openOnThread(file)).records()));
  expect(onThread).toEqual(await failureOf(collect((await openForTest(file)).records())));
  expect(onThread.code).toBe("ledger_damaged");
});

it("says of a locked file what is said without a thread, and reads it once it is free", async () => {
  const file = join(await temporaryFolder(), "ledger.db");
  const other = new Libsql(file);
  other.exec("CREATE TABLE account (id INTEGER); BEGIN EXCLUSIVE");
  const reader = startSessionThread(file, 50, "reader");
  const onThread = await failureOf(reader.begin());
  expect(onThread).toEqual(await failureOf(openSession(file, 50, "reader").then((session) => session.begin())));
  expect(onThread.code).toBe("ledger_locked");
  other.exec("COMMIT");
  await reader.begin();
  expect(await reader.query("SELECT count(*) AS count FROM spendbook.account")).toEqual([{ count: 0 }]);
  await reader.close();
  other.close();
});

it("leaves one file when it is closed, whatever was read and given up", async () => {
  const file = await filledFile();
  for (let time = 0; time < 20; time += 1) {
    const ledger = await openOnThread(file);
    for await (const _ of ledger.records()) break;
    const left = ledger.records()[Symbol.asyncIterator]();
    await left.next();
    if (time % 2 === 0) await collect(ledger.records());
    expect(await readdir(dirname(file))).toContain("ledger.db-wal");
    await ledger.close();
    expect(await readdir(dirname(file))).toEqual(["ledger.db"]);
    await left.return?.();
    await expect(collect(ledger.records())).rejects.toMatchObject({ code: "ledger_closed" });
  }
});

it("ends a reading that waits for its thread when the ledger is closed", async () => {
  const ledger = await openOnThread(await filledFile());
  const readings = [collect(ledger.records()), collect(ledger.records())];
  for (const reading of readings) reading.catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  await ledger.close();
  for (const reading of readings) await expect(reading).rejects.toMatchObject({ code: "ledger_closed" });
});

let compiled: Awaited<ReturnType<typeof compilePackage>>;
beforeAll(async () => {
  compiled = await compilePackage();
});
afterAll(() => compiled.remove());

it("lets a process end that left a reading half way and the ledger open", async () => {
  const leaving = startProcess(compiled.program, { do: "leave", location: await filledFile() });
  expect(await leaving.told()).toBe(false);
  expect(await leaving.ended).toEqual({ code: 0, signal: null, complaint: "" });
});
