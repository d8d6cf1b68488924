import { expect, it, onTestFinished } from "vitest";
import type { Engine } from "../engine.js";
import { account, collect, complete, record, snapshot } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

/** Texts whose order differs between collations, and between UTF-8 and UTF-16. */
export const awkward = [
  "a",
  "A",
  "b",
  "B",
  "ä",
  "Z",
  "z",
  "é",
  "e\u0301",
  "10",
  "9",
  "_",
  "-",
  " ",
  "'",
  '"',
  "''; DROP TABLE record; --",
  "\\",
  "%",
  "$1",
  "?1",
  "\t",
  "\n",
  "नमस्ते",
  "नमस्त",
  "😀",
  "\uff5e",
  "\ue000",
  "𝔘",
  "ß",
  "ss",
  "İ",
  "ı",
  "\u200b",
  "\u202e",
];

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** What is read back, in which order, and as of when. */
export function describeReading(engine: Engine) {
  it("orders by the bytes of the text, whatever the text", async () => {
    const ledger = await openForTest(await engine.newLocation());
    for (const name of awkward) {
      const run = await ledger.beginRun({ provider: name, account: name });
      const named = { wallet: name, endpoint: name };
      await run.storePage({ records: awkward.map((id) => record(id, 1, named)) });
      await run.storeSnapshot(snapshot("1", "2026-10-31T00:00:00Z", named));
      await run.finish(complete);
    }
    const sorted = [...awkward].sort(byBytes);
    expect((await ledger.accounts()).map(({ provider }) => provider)).toEqual(sorted);
    const records = await collect(ledger.records());
    expect(records.map(({ account, sourceId }) => [account, sourceId])).toEqual(
      sorted.flatMap((name) => sorted.map((id) => [name, id])),
    );
    expect((await collect(ledger.snapshots())).map(({ wallet }) => wallet)).toEqual(sorted);
    expect((await collect(ledger.runs())).map(({ provider }) => provider)).toEqual(sorted);
  });

  it("gives an account's records by posting, then id, then list, across readings of some at a time", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const lists = ["w3", "w1", "w2", "w5", "w4", "w7", "w6"];
    const at = (index: number) => new Date(Date.UTC(2026, 9, 1) + Math.floor(index / 3)).toISOString();
    for (const wallet of lists) {
      const records = Array.from({ length: 120 }, (_, index) =>
        record(`r${index % 2}_${index}`, 1, { wallet, occurredAt: at(index) }),
      );
      await run.storePage({ records: records.toReversed() });
    }
    const records = await collect(ledger.records());
    const read = records.map(({ occurredAt, sourceId, wallet }) => `${occurredAt} ${sourceId} ${wallet}`);
    expect(read).toHaveLength(840);
    expect(read).toEqual([...read].sort(byBytes));
    const lots = await collect(ledger.recordLots());
    expect(lots.length).toBeGreaterThan(1);
    expect(lots.flat()).toEqual(records);
  });

  it("gives a record whole that has more revisions than are read at once", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const states = Array.from({ length: 170 }, (_, state) => state);
    for (const wallet of ["w2", "w1"])
      await run.storePage({ records: states.map((state) => record("changing", state, { wallet })) });
    await run.storePage({ records: [record("before", 1), record("later", 1)] });
    const read = await collect(ledger.records());
    expect(read.map(({ sourceId, wallet }) => [sourceId, wallet]).sort()).toEqual([
      ["before", record("before").wallet],
      ["changing", "w1"],
      ["changing", "w2"],
      ["later", record("later").wallet],
    ]);
    for (const { sourceId, revisions } of read)
      expect(revisions.map(({ number }) => number)).toEqual(
        sourceId === "changing" ? states.map((state) => state + 1) : [1],
      );
  });

  it("gives the snapshots of each wallet in the order of time, the equal ones too", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const times = ["2026-10-31T00:00:00Z", "2026-10-30T00:00:00.5Z", "2026-10-31T00:00:00Z"];
    for (const [index, takenAt] of times.entries())
      for (const wallet of ["w2", "w1"]) await run.storeSnapshot(snapshot(`${index}`, takenAt, { wallet }));
    expect(await collect(ledger.snapshots({ provider: "neevcloud" }))).toMatchObject(
      ["w1", "w2"].flatMap((wallet) => [
        {
          ...account,
          wallet,
          run: 1,
          endpoint: "GET /balance",
          body: { balance: "1" },
          takenAt: "2026-10-30T00:00:00.500Z",
        },
        { wallet, body: { balance: "0" }, takenAt: "2026-10-31T00:00:00.000Z" },
        { wallet, body: { balance: "2" }, takenAt: "2026-10-31T00:00:00.000Z" },
      ]),
    );
    await expect(run.storeSnapshot(snapshot("1", "yesterday"))).rejects.toMatchObject({ code: "invalid_record" });
  });

  it("narrows what is read to a provider and an account", async () => {
    const ledger = await openForTest(await engine.newLocation());
    for (const [provider, name] of [
      ["p1", "a"],
      ["p1", "b"],
      ["p2", "a"],
    ] as const) {
      const run = await ledger.beginRun({ provider, account: name });
      await run.storePage({ records: [record("r")] });
    }
    const read = async (filter?: { provider?: string; account?: string }) =>
      (await collect(ledger.records(filter))).map((one) => `${one.provider}/${one.account}`);
    expect(await read()).toEqual(["p1/a", "p1/b", "p2/a"]);
    expect(await read({ provider: "p1" })).toEqual(["p1/a", "p1/b"]);
    expect(await read({ account: "a" })).toEqual(["p1/a", "p2/a"]);
    expect(await read({ provider: "p2", account: "a" })).toEqual(["p2/a"]);
    expect(await read({ provider: "p3" })).toEqual([]);
    const lots = await collect(ledger.recordLots({ provider: "p1" }));
    expect(lots.filter((lot) => lot.length > 0).map((lot) => lot.map(({ account }) => account))).toEqual([
      ["a"],
      ["b"],
    ]);
    expect(await collect(ledger.runs({ account: "b" }))).toHaveLength(1);
  });

  it("reads as of one instant, while a collector goes on storing", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const page = (index: number) => Array.from({ length: 100 }, (_, row) => record(`p${index}_${row}`));
    for (let index = 0; index < 10; index += 1) await run.storePage({ records: page(index) });
    await run.storeSnapshot(snapshot("1000", "2026-10-31T00:00:00Z"));
    const counts = await ledger.read(async (view) => {
      let records = 0;
      for await (const _ of view.records()) {
        if (records % 100 === 0) await run.storePage({ records: page(10 + records / 100) });
        records += 1;
      }
      await run.storeSnapshot(snapshot("2000", "2026-11-01T00:00:00Z"));
      return { records, snapshots: (await collect(view.snapshots())).length, accounts: (await view.accounts()).length };
    });
    expect(counts).toEqual({ records: 1000, snapshots: 1, accounts: 1 });
    expect(await collect(ledger.records())).toHaveLength(2000);
    expect(await collect(ledger.snapshots())).toHaveLength(2);
  });

  it("lets a reading be given up, and ends those of a view with it", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    await run.storePage({ records: Array.from({ length: 600 }, (_, index) => record(`r${index}`)) });
    for (let time = 0; time < 30; time += 1) for await (const _ of ledger.records()) break;
    const view = await ledger.read(async (reader) => reader);
    await expect(collect(view.records())).rejects.toMatchObject({ code: "ledger_closed" });
    // Nobody comes back for this one; closing does not wait for it.
    await ledger.records()[Symbol.asyncIterator]().next();
    await ledger.close();
    await expect(ledger.accounts()).rejects.toMatchObject({ code: "ledger_closed" });
    await expect(ledger.beginRun(account)).rejects.toMatchObject({ code: "ledger_closed" });
    await expect(ledger.close()).resolves.toBeUndefined();
  });

  it("lets timers and signals take their turn while it reads and stores", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    onTestFinished(() => clearInterval(timer));
    for (let page = 0; page < 20; page += 1)
      await run.storePage({ records: Array.from({ length: 200 }, (_, row) => record(`p${page}_${row}`)) });
    const whileStoring = turns;
    expect(await collect(ledger.records())).toHaveLength(4000);
    expect(whileStoring).toBeGreaterThan(5);
    expect(turns - whileStoring).toBeGreaterThan(3);
  });

  it("reads a ledger in which nothing is", async () => {
    const ledger = await openForTest(await engine.newLocation());
    expect(await ledger.accounts()).toEqual([]);
    expect(await collect(ledger.records())).toEqual([]);
    expect(await ledger.lastRun(account)).toBeNull();
    expect(await collect(ledger.exportLines())).toEqual(['{"ledgerExport":1,"timing":true}']);
  });
}
