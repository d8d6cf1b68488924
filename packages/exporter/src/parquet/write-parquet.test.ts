import { PassThrough } from "node:stream";
import { defaultChartOfAccounts as chart, type StatementLine } from "@spendbook/normalizer";
import { expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { line } from "../__fixtures__/statement.js";
import { monthOfLines } from "./__fixtures__/month-of-lines.js";
import { parquetFormat, writeParquet } from "./write-parquet.js";

const { statement, lines } = monthOfLines();

test("each provider has a file of its own, named by month and provider", async () => {
  const names: string[] = [];
  for await (const { name, write } of parquetFormat({ statement, lines: () => lines, chart })) {
    names.push(name);
    const bytes = await collect(write);
    // A Parquet file begins and ends with its mark.
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
  }
  expect(names).toEqual(
    ["flexprice", "neevcloud", "prime-intellect", "wavespeed"].map((each) => `parquet-2026-10-${each}.parquet`),
  );
});

test("lines are read no faster than they are taken, and an error of them destroys the output", async () => {
  let made = 0;
  const failing = function* (): Generator<StatementLine> {
    for (; made < 60_000; made += 1) yield line(made, BigInt(made));
    throw new Error("the ledger is gone");
  };
  const output = new PassThrough({ highWaterMark: 1024 });
  const writing = writeParquet({ statement, lines: failing }, output, "neevcloud");
  const failed = expect(writing).rejects.toThrow("the ledger is gone");
  await expect.poll(() => made, { timeout: 10_000 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(made).toBeLessThan(30_000);
  output.resume();
  await failed;
  expect(output.destroyed).toBe(true);
  expect(output.writableFinished).toBe(false);
});
