import { expect, it, onTestFinished } from "vitest";
import type { ClosingInput } from "../../closing.js";
import { openDatabase } from "../../open-database.js";
import { migrate } from "../../schema/migrate.js";
import { migrations } from "../../schema/migrations.js";
import type { Engine } from "../engine.js";
import { account, collect, complete, handClock, record } from "../inputs.js";
import { openForTest } from "../open-for-test.js";

const hash = "ab".repeat(32);

/** The closing of a month as the first, or as what follows others. */
function closing(month: string, given: Partial<ClosingInput> = {}): ClosingInput {
  return {
    month,
    sequence: 1,
    after: null,
    timezone: "UTC",
    basis: "posted",
    statementSha256: hash,
    version: "1.2.3",
    policy: { mapping: null, rates: ["0.10"] },
    reason: null,
    accounts: [
      {
        ...account,
        run: 1,
        number: 1,
        revision: 1,
        records: 2,
        recordsRoot: hash,
        wallets: [
          { wallet: "w2", currency: "USD", balance: null, detail: null },
          { wallet: "w1", currency: "USD", balance: "-0.000000000000000001", detail: { buckets: ["नमस्ते"] } },
        ],
      },
    ],
    ...given,
  };
}

/** What becomes of months that are closed, reopened and closed again. */
export function describeClosing(engine: Engine) {
  const oneRun = async (time = handClock("2026-11-01T00:00:00Z")) => {
    const location = await engine.newLocation();
    const ledger = await openForTest(location, time);
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a")] });
    await run.finish(complete);
    return { location, ledger, time };
  };

  it("keeps a closing as it was given, and every reopening, for whoever opens the ledger next", async () => {
    const { location, ledger, time } = await oneRun();
    expect(await ledger.closings()).toEqual([]);
    const first = closing("2026-10");
    await ledger.closeMonth(first);
    time.set("2026-11-05T00:00:00Z");
    await ledger.reopenMonth({ month: "2026-10", reason: "a late row; see ticket 'x'" });
    await ledger.closeMonth(closing("2026-10", { sequence: 2, reason: "told why", accounts: revised(first) }));
    await ledger.close();

    const [reopened, closed, ...none] = await (await openForTest(location)).closings();
    const { after: _, ...kept } = first;
    const [given] = first.accounts;
    expect(reopened).toEqual({
      ...kept,
      accounts: [{ ...given, wallets: given?.wallets.toReversed() }],
      closedAt: "2026-11-01T00:00:00.000Z",
      reopenedAt: "2026-11-05T00:00:00.000Z",
      reopenReason: "a late row; see ticket 'x'",
    });
    expect(closed).toMatchObject({ sequence: 2, reason: "told why", reopenedAt: null, reopenReason: null });
    expect(closed?.accounts).toMatchObject([{ number: 1, revision: 2 }]);
    expect(none).toEqual([]);
  });

  const revised = (input: ClosingInput) => input.accounts.map((one) => ({ ...one, revision: one.revision + 1 }));

  it("refuses what another process has overtaken, and stores nothing of it", async () => {
    const { ledger } = await oneRun();
    await ledger.closeMonth(closing("2026-10"));
    const later = closing("2026-11", { sequence: 2, after: "2026-10", accounts: [] });
    for (const overtaken of [
      closing("2026-11", { sequence: 1, after: "2026-10" }),
      closing("2026-11", { sequence: 2, after: null }),
      closing("2026-10", { sequence: 2, after: "2026-10" }),
      closing("2026-09", { sequence: 2, after: "2026-10" }),
    ]) {
      const refusal = ledger.closeMonth(overtaken);
      await expect(refusal).rejects.toMatchObject({ code: "closing_conflict" });
      await expect(refusal).rejects.toThrow("2026-10 is the newest closed month now; run again");
    }
    await expect(ledger.reopenMonth({ month: "2026-09", reason: "why" })).rejects.toMatchObject({
      code: "closing_conflict",
    });
    await expect(ledger.closeMonth(later)).rejects.toMatchObject({ code: "invalid_closing" });
    // Another account's number that is taken: the whole closing is undone.
    await expect(ledger.closeMonth({ ...later, accounts: closing("2026-11").accounts })).rejects.toMatchObject({
      code: "ledger_failed",
    });
    expect((await ledger.closings()).map(({ month }) => month)).toEqual(["2026-10"]);
  });

  it("closes a month once where many try at once", async () => {
    const { location } = await oneRun();
    const ledgers = await Promise.all(Array.from({ length: 4 }, () => openForTest(location)));
    const tried = await Promise.allSettled(ledgers.map((ledger) => ledger.closeMonth(closing("2026-10"))));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tried) if (one.status === "rejected") expect(one.reason.code).toBe("closing_conflict");
  });

  it("refuses words and hashes that cannot be kept", async () => {
    const { ledger } = await oneRun();
    for (const bad of [
      closing("2026-13"),
      closing("2026-10", { reason: " " }),
      closing("2026-10", { reason: "n\0ul" }),
      closing("2026-10", { statementSha256: "AB" }),
    ])
      await expect(ledger.closeMonth(bad)).rejects.toMatchObject({ code: "invalid_closing" });
    await ledger.closeMonth(closing("2026-10"));
    await expect(ledger.reopenMonth({ month: "2026-10", reason: "" })).rejects.toMatchObject({
      code: "invalid_closing",
    });
  });

  it("leaves it to the database to refuse a second closing, and a run that never was", async () => {
    const { location, ledger } = await oneRun();
    await ledger.closeMonth(closing("2026-10"));
    for (const broken of [
      `INSERT INTO spendbook.closing (sequence, month, timezone, basis, statement_sha256, version, policy, closed_at)
       SELECT 2, month, timezone, basis, statement_sha256, version, policy, closed_at FROM spendbook.closing`,
      "UPDATE spendbook.closing SET reopened_at = closed_at",
      "UPDATE spendbook.closing SET reopened_at = closed_at - 1, reopen_reason = 'x'",
      "UPDATE spendbook.closing SET statement_sha256 = 'short'",
      "UPDATE spendbook.closing_account SET run_number = 7",
      "DELETE FROM spendbook.closing",
    ])
      await expect(engine.run(location, broken), broken).rejects.toThrow(/constraint|CHECK/i);
  });

  it("brings a ledger of schema 1 up to date with what is in it", async () => {
    const location = await engine.newLocation();
    const database = await openDatabase(location, 1000);
    onTestFinished(() => database.close());
    await migrate(database, migrations.slice(0, 1));
    for (const statement of [
      "INSERT INTO spendbook.account (provider, name) VALUES ('neevcloud', 'acme')",
      `INSERT INTO spendbook.run (account_id, number, status, started_at, active_at, finished_at, cursor, host, machine, pid)
       SELECT id, 1, 'complete', 0, 0, 0, 'null', 'h', 'm', 1 FROM spendbook.account`,
      "INSERT INTO spendbook.list (account_id, wallet, endpoint) SELECT id, 'wallet_1', 'GET /x' FROM spendbook.account",
      `INSERT INTO spendbook.record (account_id, list_id, source_id, occurred_at)
       SELECT account_id, id, 'old', 86400000 FROM spendbook.list`,
      `INSERT INTO spendbook.revision (record_id, number, run_id, sha256, body, first_seen_at, last_seen_at)
       SELECT record.id, 1, run.id, '${hash}', '{}', 0, 0 FROM spendbook.record AS record, spendbook.run AS run`,
    ])
      await engine.run(location, statement);
    const ledger = await openForTest(location);
    expect(await collect(ledger.records())).toMatchObject([
      { sourceId: "old", occurredAt: "1970-01-02T00:00:00.000Z", revisions: [{ number: 1, run: 1 }] },
    ]);
    await ledger.closeMonth(closing("2026-10"));
    expect(await ledger.closings()).toHaveLength(1);
  });

  it("finds a record by the provider's id, and ids by how they begin", async () => {
    const { ledger } = await oneRun();
    const run = await ledger.beginRun(account);
    await run.storePage({ records: [record("a", 2), record("ab"), record("ä"), record("a", 3, { wallet: "w0" })] });
    const other = await ledger.beginRun({ ...account, account: "other" });
    await other.storePage({ records: [record("a\u{10fffe}"), record("b")] });
    expect(await collect(ledger.recordsOf("a"))).toMatchObject([
      { wallet: "w0", revisions: [{ run: 2, body: { content: 3 } }] },
      { wallet: "wallet_1", revisions: [{ run: 1 }, { run: 2, body: { content: 2 } }] },
    ]);
    expect(await collect(ledger.recordsOf("a", { account: "other" }))).toEqual([]);
    expect(await ledger.sourceIds("a", 10)).toEqual(["a", "ab", "a\u{10fffe}"]);
    expect(await ledger.sourceIds("a", 2)).toEqual(["a", "ab"]);
    expect(await ledger.sourceIds("c", 2)).toEqual([]);
    expect(await ledger.sourceIds("", 2, { account: "other" })).toEqual(["a\u{10fffe}", "b"]);
    // Run 2 is under way still.
    expect(await ledger.lastRun(account, { ended: true })).toMatchObject({ number: 1 });
    await run.finish(complete);
    expect(await ledger.lastRun(account, { ended: true })).toMatchObject({ number: 2 });
    expect(await ledger.lastRun(account, { through: 1 })).toMatchObject({ number: 1 });
    expect(await ledger.lastRun(account, { through: 0 })).toBeNull();
  });
}
