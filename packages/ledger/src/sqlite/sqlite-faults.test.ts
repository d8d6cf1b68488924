import { chmod, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import Libsql from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePackage, startProcess } from "../__fixtures__/child/start-process.js";
import { damageMiddle } from "../__fixtures__/damage-middle.js";
import { account, collect, complete, record } from "../__fixtures__/inputs.js";
import { openForTest } from "../__fixtures__/open-for-test.js";
import { temporaryFolder } from "../__fixtures__/temporary-folder.js";
import { createLedger } from "../create-ledger.js";
import { migrate } from "../schema/migrate.js";
import { openSqlite } from "./open-sqlite.js";

const newFile = async () => join(await temporaryFolder(), "ledger.db");

/** A closed ledger of 2,000 records. */
async function filledFile(): Promise<string> {
  const file = await newFile();
  const ledger = await openForTest(file);
  const run = await ledger.beginRun(account);
  for (let page = 0; page < 20; page += 1)
    await run.storePage({
      records: Array.from({ length: 100 }, (_, row) => record(`${page}_${row}`, "x".repeat(100))),
    });
  await run.finish(complete);
  await ledger.close();
  return file;
}

it("is one file once it is closed, whatever was read and given up", async () => {
  const file = await newFile();
  const [one, two] = [await openForTest(file), await openForTest(file)];
  const run = await one.beginRun(account);
  await run.storePage({ records: Array.from({ length: 600 }, (_, row) => record(`r${row}`)) });
  await two.records()[Symbol.asyncIterator]().next();
  await Promise.all([collect(one.records()), collect(two.records()), collect(two.runs())]);
  expect((await readdir(dirname(file))).sort()).toEqual(["ledger.db", "ledger.db-shm", "ledger.db-wal"]);
  await Promise.all([one.close(), two.close()]);
  expect(await readdir(dirname(file))).toEqual(["ledger.db"]);
});

it.each(["", ":memory:", "a\0b", "libsql://host/db", "https://host/db", "mysql://host/db"])(
  "refuses the location %j",
  async (location) => {
    await expect(openForTest(location)).rejects.toMatchObject({ code: "invalid_location" });
  },
);

it("takes a path with any characters that a path may have", async () => {
  const file = join(await temporaryFolder(), "c'est ?mode=ro&x=#1 %20 😀.db");
  const ledger = await openForTest(file);
  await ledger.beginRun(account);
  expect((await stat(file)).size).toBeGreaterThan(0);
});

it("refuses a folder, and a file in a folder that is not there", async () => {
  const folder = await temporaryFolder();
  await expect(openForTest(folder)).rejects.toMatchObject({
    code: "cannot_open",
    message: `${folder} cannot be opened: it is a folder; name a file in it`,
  });
  await expect(openForTest(join(folder, "none", "ledger.db"))).rejects.toMatchObject({
    code: "cannot_open",
    message: `${join(folder, "none", "ledger.db")} cannot be opened: the folder ${join(folder, "none")} does not exist; create it`,
  });
  await writeFile(join(folder, "file"), "");
  await expect(openForTest(join(folder, "file", "ledger.db"))).rejects.toMatchObject({ code: "cannot_open" });
});

it("refuses a file that is no database, and leaves it as it is", async () => {
  const file = await newFile();
  const text = "date,amount\n2026-10-01,12.00\n".repeat(100);
  await writeFile(file, text);
  await expect(openForTest(file)).rejects.toMatchObject({
    code: "not_a_ledger",
    message: `${file} is not a ledger: give another location`,
  });
  expect(await readFile(file, "utf8")).toBe(text);
});

it("refuses the SQLite database of another program", async () => {
  const file = await newFile();
  const client = new Libsql(file);
  client.exec("CREATE TABLE account (id INTEGER)");
  client.close();
  await expect(openForTest(file)).rejects.toMatchObject({ code: "not_a_ledger" });
});

it("says that a file is damaged in its middle, and that one was cut off", async () => {
  const file = await filledFile();
  await damageMiddle(file);
  const ledger = await openForTest(file);
  const reading = collect(ledger.records());
  await expect(reading).rejects.toMatchObject({ code: "ledger_damaged" });
  await expect(reading).rejects.toThrow(
    `${file} is damaged: restore it from a copy, or move it away and collect again`,
  );

  const short = await filledFile();
  await truncate(short, 4096 * 10);
  const read = async () => collect((await openForTest(short)).records());
  await expect(read()).rejects.toMatchObject({ code: "ledger_damaged" });
});

it.each([
  ["", Number.POSITIVE_INFINITY],
  [" on a thread", 0],
])("says that the disk is full%s, keeps what was stored, and goes on once there is space", async (_, writeAfter) => {
  const file = await newFile();
  const database = await openSqlite(file, 1000, { readFrom: 0, readersAtMost: 0, writeAfter });
  await migrate(database);
  const ledger = createLedger(database, () => new Date(), 0);
  const run = await ledger.beginRun(account);
  const page = (number: number) => Array.from({ length: 100 }, (_, row) => record(`${number}_${row}`, "x".repeat(500)));
  await run.storePage({ records: page(0), cursor: 0 });
  // SQLite meets the end of its pages as it meets the end of the disk.
  await database.transact((query) => query("PRAGMA spendbook.max_page_count = 60"));
  const storing = async () => {
    for (let number = 1; number < 20; number += 1) await run.storePage({ records: page(number), cursor: number });
  };
  await expect(storing()).rejects.toMatchObject({
    code: "disk_full",
    message: `no space is left for ${file}: free some and run again; everything stored before is kept`,
  });
  const stored = (await collect(ledger.records())).length;
  const { cursor } = (await ledger.lastRun(account)) ?? {};
  expect(stored).toBe((Number(cursor) + 1) * 100);
  await database.transact((query) => query("PRAGMA spendbook.max_page_count = 100000"));
  await run.storePage({ records: page(99) });
  await run.finish(complete);
  expect(await collect(ledger.records())).toHaveLength(stored + 100);
  await ledger.close();
});

it("waits for another program's lock, then says that the file is locked", async () => {
  const file = await filledFile();
  const other = new Libsql(file);
  other.exec("BEGIN IMMEDIATE");
  const ledger = await openForTest(file, { databaseTimeoutMs: 100 });
  await expect(ledger.beginRun(account)).rejects.toMatchObject({
    code: "ledger_locked",
    message: `${file} is locked by another program: close what has it open, then run again`,
  });
  expect(await collect(ledger.runs())).toHaveLength(1);
  const patient = await openForTest(file, { databaseTimeoutMs: 20_000 });
  const run = patient.beginRun(account);
  setTimeout(() => other.exec("COMMIT"), 150);
  expect((await run).number).toBe(2);
  other.close();
});

// Windows has other permissions than these.
describe.runIf(process.platform !== "win32")("permissions", () => {
  let compiled: Awaited<ReturnType<typeof compilePackage>>;
  beforeAll(async () => {
    compiled = await compilePackage();
  });
  afterAll(() => compiled.remove());

  /** What an ordinary user's process says of opening, reading and beginning a run. */
  const tryIn = (location: string) => startProcess(compiled.program, { do: "try", location }).told<string[]>();

  it("says that the folder cannot be written", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o555);
    const file = join(folder, "ledger.db");
    expect(await tryIn(file)).toEqual([
      `ledger_read_only: ${file} cannot be created: allow reading and writing in ${folder}`,
    ]);
    await chmod(folder, 0o755);
    await (await openForTest(file)).close();
    await chmod(folder, 0o555);
    const message = "allow writing to the file and its folder, or copy it to where that is allowed";
    expect(await tryIn(file)).toEqual([`ledger_read_only: ${file} cannot be written: ${message}`]);
    await chmod(folder, 0o755);
  });

  it("reads a file that cannot be written, but adds nothing to it", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "ledger.db");
    await (await openForTest(file)).close();
    await chmod(folder, 0o777);
    await chmod(file, 0o444);
    const message = "allow writing to the file and its folder, or copy it to where that is allowed";
    expect(await tryIn(file)).toEqual(["done", "done", `ledger_read_only: ${file} cannot be written: ${message}`]);
    await chmod(file, 0o000);
    expect(await tryIn(file)).toEqual([
      `ledger_read_only: ${file} cannot be opened: allow reading and writing in ${folder}`,
    ]);
  });
});
