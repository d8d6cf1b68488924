import { PassThrough, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { StatementLine } from "@spendbook/normalizer";
import { describe, expect, test } from "vitest";
import { line, statement } from "./__fixtures__/statement.js";
import { writeEntriesCsv } from "./csv/write-entries-csv.js";
import { writeSummaryCsv } from "./csv/write-summary-csv.js";
import { writeReport } from "./html/write-report.js";
import { writeStatementJson } from "./write-statement-json.js";
import { writeWorkbook } from "./xlsx/write-workbook.js";

type Lines = AsyncIterable<StatementLine> | Iterable<StatementLine>;

describe.each([
  { name: "CSV", write: (lines: Lines, output: Writable) => writeEntriesCsv(lines, output), ahead: 1000 },
  {
    name: "XLSX",
    write: (lines: Lines, output: Writable) => writeWorkbook({ statement, lines }, output),
    ahead: 15_000,
  },
  {
    name: "HTML",
    write: (lines: Lines, output: Writable) => writeReport({ statement, lines }, output),
    // A block, the one that is being compressed, and the one that is being read.
    ahead: 6001,
  },
])("streaming $name", ({ write, ahead }) => {
  /** Lines that count how many were asked for, and whether the asking was ended. */
  function countedLines(count: number, failAt = Number.POSITIVE_INFINITY) {
    const state = { made: 0, ended: false };
    async function* make() {
      try {
        for (; state.made < count; state.made += 1) {
          if (state.made === failAt) throw new Error("the ledger is gone");
          yield line(state.made, BigInt(state.made), `${Math.sin(state.made)}`);
        }
      } finally {
        state.ended = true;
      }
    }
    return { state, lines: make() };
  }

  test("a slow reader is waited for: the lines are read no faster than they are taken", async () => {
    const output = new PassThrough({ highWaterMark: 1024 });
    const { state, lines } = countedLines(30_000);
    const writing = write(lines, output);
    await sleep(1000);
    expect(state.made).toBeLessThan(ahead);
    output.resume();
    await writing;
    expect(state.made).toBe(30_000);
  });

  test("it resolves only once the output took everything", async () => {
    let finished = false;
    const output = new Writable({
      write: (_chunk, _encoding, done) => setImmediate(done),
      final: (done) => {
        setTimeout(() => {
          finished = true;
          done();
        }, 50);
      },
    });
    await write(countedLines(3).lines, output);
    expect(finished).toBe(true);
  });

  test("a failing output is reported, and no more lines are read", async () => {
    let writes = 0;
    const output = new Writable({
      write(_chunk, _encoding, done) {
        writes += 1;
        done(writes > 2 ? new Error("no space left") : null);
      },
    });
    const { state, lines } = countedLines(200_000);
    await expect(write(lines, output)).rejects.toThrow("no space left");
    await expect.poll(() => state.ended || state.made === 0, { timeout: 10_000 }).toBe(true);
    expect(state.made).toBeLessThan(200_000);
  });

  test("an output that is closed under way is reported, and no more lines are read", async () => {
    const output = new PassThrough({ highWaterMark: 1024 });
    const { state, lines } = countedLines(200_000);
    const writing = write(lines, output);
    const failed = expect(writing).rejects.toThrow(/premature close/i);
    await sleep(200);
    output.destroy();
    await failed;
    await expect.poll(() => state.ended || state.made === 0, { timeout: 10_000 }).toBe(true);
  });

  test.each([0, 250])(
    "failing lines are reported, and the output is destroyed rather than ended (line %i)",
    async (at) => {
      const output = new PassThrough();
      output.resume();
      await expect(write(countedLines(1000, at).lines, output)).rejects.toThrow("the ledger is gone");
      expect(output.destroyed).toBe(true);
      expect(output.writableFinished).toBe(false);
    },
  );
});

test.each([
  ["summary", (output: Writable) => writeSummaryCsv(statement, output)],
  ["JSON", (output: Writable) => writeStatementJson(statement, output)],
])("a failing output of the %s is reported", async (_name, write) => {
  const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error("no space left")) });
  await expect(write(output)).rejects.toThrow("no space left");
});
