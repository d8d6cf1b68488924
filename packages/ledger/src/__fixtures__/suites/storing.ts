import { expect, it } from "vitest";
import type { Engine } from "../engine.js";
import { account, collect, complete, endpoint, handClock, record } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

/** What becomes of records that are stored, once and again. */
export function describeStoring(engine: Engine) {
  it("adds records, and finds them unchanged when they come again", async () => {
    const time = handClock("2026-11-01T00:00:00Z");
    const ledger = await openForTest(await engine.newLocation(), time);
    const run = await ledger.beginRun(account);
    const page = { records: [record("a"), record("b"), record("a")] };
    const first = await run.storePage(page);
    expect(first).toEqual({
      added: 2,
      changed: 0,
      unchanged: 1,
      filings: ["added", "added", "unchanged"],
      ids: [first.ids[0], expect.any(Number), first.ids[0]],
    });
    expect(first.ids[0]).not.toBe(first.ids[1]);
    time.advance(60_000);
    expect(await run.storePage(page)).toMatchObject({ added: 0, changed: 0, unchanged: 3, ids: first.ids });
    const records = await collect(ledger.records());
    expect(records.map(({ sourceId, revisions }) => [sourceId, revisions.length])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    expect(records[0]).toEqual({
      ...account,
      wallet: "wallet_1",
      endpoint,
      sourceId: "a",
      occurredAt: "2026-10-01T09:00:00.000Z",
      revisions: [
        {
          number: 1,
          run: 1,
          body: { id: "a", content: {} },
          sha256: record("a").sha256,
          firstSeenAt: "2026-11-01T00:00:00.000Z",
          lastSeenAt: "2026-11-01T00:01:00.000Z",
        },
      ],
    });
  });

  it("keeps three revisions of a record that changes and changes back, each with the run that brought it", async () => {
    const time = handClock("2026-11-01T00:00:00Z");
    const ledger = await openForTest(await engine.newLocation(), time);
    for (const [content, occurredAt] of [
      ["A", "2026-10-01T00:00:00.1239Z"],
      ["B", "2026-10-02T00:00:00Z"],
      ["A", "2026-10-03T00:00:00Z"],
    ] as const) {
      const run = await ledger.beginRun(account);
      await run.storePage({ records: [record("a", content, { occurredAt })] });
      time.advance(1000);
      await run.storePage({ records: [record("a", content, { occurredAt })] });
      await run.finish(complete);
    }
    const [stored] = await collect(ledger.records());
    expect(stored?.occurredAt).toBe("2026-10-01T00:00:00.123Z");
    expect(stored?.revisions).toMatchObject([
      {
        number: 1,
        run: 1,
        body: { content: "A" },
        firstSeenAt: "2026-11-01T00:00:00.000Z",
        lastSeenAt: "2026-11-01T00:00:01.000Z",
      },
      {
        number: 2,
        run: 2,
        body: { content: "B" },
        firstSeenAt: "2026-11-01T00:00:01.000Z",
        lastSeenAt: "2026-11-01T00:00:02.000Z",
      },
      {
        number: 3,
        run: 3,
        body: { content: "A" },
        firstSeenAt: "2026-11-01T00:00:02.000Z",
        lastSeenAt: "2026-11-01T00:00:03.000Z",
      },
    ]);
  });

  it("takes two states of one record from one page, in the page's order", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("old", 1)] });
    const records = [
      record("old", 1),
      record("new", 1),
      record("old", 2),
      record("new", 2),
      record("new", 2),
      record("old", 1),
    ];
    expect((await run.storePage({ records })).filings).toEqual([
      "unchanged",
      "added",
      "changed",
      "changed",
      "unchanged",
      "changed",
    ]);
    const bodies = (await collect(ledger.records())).map((stored) => stored.revisions.map(({ body }) => body));
    expect(bodies).toMatchObject([
      [{ content: 1 }, { content: 2 }],
      [{ content: 1 }, { content: 2 }, { content: 1 }],
    ]);
  });

  it("tells the same id in two wallets, endpoints and accounts apart, in one page and in several", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const other = await ledger.beginRun({ ...account, account: "other" });
    await other.storePage({ records: [record("a")] });
    const elsewhere = { wallet: "wallet_0" };
    const { filings, ids } = await run.storePage({
      records: [record("a"), record("a", 1, elsewhere), record("a", 1, { endpoint: "GET /b" }), record("a")],
    });
    expect(filings).toEqual(["added", "added", "added", "unchanged"]);
    expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
    expect(new Set(ids).size).toBe(3);
    expect(ids[3]).toBe(ids[0]);
    expect((await collect(ledger.records(account))).map((stored) => [stored.wallet, stored.endpoint])).toEqual([
      ["wallet_0", endpoint],
      ["wallet_1", endpoint],
      ["wallet_1", "GET /b"],
    ]);
    expect(await run.countRecords({ endpoint })).toBe(2);
    expect(await run.countRecords({ endpoint, wallet: "wallet_0" })).toBe(1);
    expect(await other.countRecords({ endpoint })).toBe(1);
    expect(await other.countRecords({ endpoint: "GET /b" })).toBe(0);
  });

  it("stores nothing of a page that holds a record it cannot keep, not even the cursor", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a", 1)], cursor: "before" });
    const bad = [
      record("n\0ul"),
      record("\ud800"),
      record(""),
      record("é".repeat(501)),
      record("b", 1, { wallet: "w\0" }),
      record("b", 1, { body: '{"id":' }),
      record("b", 1, { body: '"\0"' }),
      record("b", 1, { sha256: "A".repeat(64) }),
      record("b", 1, { occurredAt: "2026-10-01T09:00:00+05:30" }),
      record("b", 1, { occurredAt: "2026-13-01T09:00:00Z" }),
    ];
    for (const one of bad) {
      const page = { records: [record("a", 2), record("c"), one], cursor: "after" };
      await expect(run.storePage(page)).rejects.toMatchObject({ code: "invalid_record" });
    }
    expect((await collect(ledger.records())).map(({ sourceId, revisions }) => [sourceId, revisions.length])).toEqual([
      ["a", 1],
    ]);
    expect(await ledger.lastRun(account)).toMatchObject({ cursor: "before", added: 1, changed: 0 });
  });

  it("undoes the whole page where the database refuses its last statement", async () => {
    const location = await engine.newLocation();
    const ledger = await openForTest(location);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a", 1)], cursor: 1 });
    // A rule of the database that only the end of the page breaks: nothing more can be counted for the run.
    const rule = "added < 2";
    await engine.run(
      location,
      engine.name === "SQLite"
        ? `CREATE TRIGGER spendbook.refuse BEFORE UPDATE ON run WHEN NOT (NEW.${rule}) BEGIN SELECT RAISE(ABORT, 'no'); END`
        : `ALTER TABLE spendbook.run ADD CHECK (${rule})`,
    );
    const page = { records: [record("a", 2), record("b")], cursor: 2 };
    await expect(run.storePage(page)).rejects.toMatchObject({ code: "ledger_failed" });
    expect((await collect(ledger.records())).map(({ sourceId, revisions }) => [sourceId, revisions.length])).toEqual([
      ["a", 1],
    ]);
    expect(await ledger.lastRun(account)).toMatchObject({ cursor: 1, added: 1 });
  });

  it("stores pages given at once one after the other", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const pages = Array.from({ length: 20 }, (_, page) => [record(`r${page}`), record(`r${page + 1}`), record("same")]);
    const stored = await Promise.all(pages.map((records) => run.storePage({ records })));
    expect(stored.reduce((sum, { added }) => sum + added, 0)).toBe(22);
    expect(await run.countRecords({ endpoint })).toBe(22);
    for (const [page, { ids }] of stored.entries()) {
      expect(ids[0]).toBe(stored[page - 1]?.ids[1] ?? ids[0]);
      expect(ids[2]).toBe(stored[0]?.ids[2]);
    }
  });

  it("stores the pages that wait before the run's end is put on record, with the last one's cursor", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const pages = Array.from({ length: 40 }, (_, page) =>
      run.storePage({ records: [record(`r${page}`)], ...(page < 39 && { cursor: page }) }),
    );
    await run.finish(complete);
    expect((await Promise.all(pages)).every(({ added }) => added === 1)).toBe(true);
    expect(await ledger.lastRun(account)).toMatchObject({ status: "complete", cursor: 38, added: 40 });
  });

  it("stores the others of the pages given at once where one of them cannot be kept", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const names = ["a", "b", "\0", "c"];
    const pages = await Promise.allSettled(names.map((name) => run.storePage({ records: [record(name)] })));
    expect(pages.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect((await collect(ledger.records())).map(({ sourceId }) => sourceId)).toEqual(["a", "b", "c"]);
  });

  it("stores pages larger than one statement takes, and bodies of 40 kB, as they came", async () => {
    const ledger = await openForTest(await engine.newLocation());
    const run = await ledger.beginRun(account);
    const text = `नमस्ते "quoted" \\ \u0000 \u2028 😀 ${"x".repeat(40_000)}`;
    const records = Array.from({ length: 777 }, (_, index) => record(`r${index}`, index < 3 ? text : index));
    expect(await run.storePage({ records })).toMatchObject({ added: 777 });
    const changed = records.map((one, index) => (index % 2 === 0 ? record(one.sourceId, "changed") : one));
    expect(await run.storePage({ records: changed })).toMatchObject({ changed: 389, unchanged: 388 });
    const stored = await collect(ledger.records());
    expect(stored).toHaveLength(777);
    expect(stored.find(({ sourceId }) => sourceId === "r1")?.revisions[0].body).toEqual({ id: "r1", content: text });
  });
}
