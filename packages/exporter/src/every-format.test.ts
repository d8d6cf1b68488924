import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { decimalText, money, type StatementLine, sum } from "@spendbook/normalizer";
import { afterEach, expect, test } from "vitest";
import { exampleLines } from "./__fixtures__/example-lines.mjs";
import { hostileLines } from "./__fixtures__/hostile-journal.js";
import { inputOf, lineOf, monthOf, walletOf } from "./__fixtures__/journal.js";
import type { ExportInput } from "./export-format.js";
import { type ExportFormatName, exportFormats } from "./export-formats.js";

// What holds for every format, of those to come too.
const formats = Object.keys(exportFormats) as ExportFormatName[];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** The SHA-256 of each file by its name, written into an output that takes its time. */
async function hashesOf(format: ExportFormatName, input: ExportInput): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for await (const { name, write } of exportFormats[format](input)) {
    const hash = createHash("sha256");
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        hash.update(chunk);
        setImmediate(done);
      },
    });
    await write(output);
    hashes[name] = hash.digest("hex");
  }
  return hashes;
}

const hostile = monthOf("2026-10", [...hostileLines, lineOf("top-up", "5", { date: "2026-10-01" })], {
  "org_1 USD": "100",
});

test.each(formats)(
  "%s: the same input gives the same bytes, later and in other time zones, under its names",
  {
    timeout: 120_000,
  },
  async (format) => {
    const run = async (timezone: string, offset: number) => {
      process.env.TZ = timezone;
      expect(new Date("2026-10-15T00:00:00Z").getTimezoneOffset()).toBe(offset);
      return hashesOf(format, hostile);
    };
    const first = await run("Pacific/Kiritimati", -840);
    expect(Object.keys(first)).not.toEqual([]);
    const prefix = ["csv", "xlsx", "html", "json"].includes(format)
      ? "(statement|summary)"
      : format.replace(".", "\\.");
    for (const name of Object.keys(first)) expect(name).toMatch(new RegExp(`^${prefix}-2026-10[-\\w.]*\\.[a-z0-9]+$`));
    // A zip counts time in steps of two seconds.
    if (format === "xlsx") await sleep(2100);
    expect(await run("America/Los_Angeles", 420)).toEqual(first);
  },
);

/** The month that `exampleLines` make. */
function exampleMonth(count: number, onLine: (read: number) => void): ExportInput {
  const usage = sum<string>(
    [...exampleLines(count)].flatMap(({ amount }) => amount ?? []),
    "USD",
  );
  const closing = decimalText(sum<string>([money("1000000", "USD"), usage], "USD"));
  const wallet = walletOf({
    ...{
      opening: "1000000",
      topUps: "0",
      grants: "0",
      refunds: "0",
      usage: decimalText(usage),
      expired: "0",
      fees: "0",
    },
    ...{ adjustments: "0", unclassified: "0", unexplained: "0", closing, lines: count },
  });
  const coding = { code: "6310", costCentre: "lab", taxTreatment: "Tax", vendor: "Neev", rule: 1, functional: null };
  function* lines(): Iterable<StatementLine> {
    let read = 0;
    for (const line of exampleLines(count)) {
      onLine(read);
      read += 1;
      yield { ...line, coding };
    }
  }
  return { ...inputOf([], [wallet]), lines };
}

// What is held after a collection is counted, for resident memory would tell of the machine's leisure, too.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test.each(formats)(
  "%s: memory stays flat: ten times the lines hold no more of it",
  {
    timeout: 120_000,
  },
  async (format) => {
    const count = 50_000;
    const held: number[] = [];
    const input = exampleMonth(count, (read) => {
      if (read % (count / 10) !== count / 10 - 1) return;
      collectGarbage();
      const { heapUsed, external } = process.memoryUsage();
      held.push((heapUsed + external) / 1e6);
    });
    await hashesOf(format, input);
    const [first = 0] = held;
    expect(Math.max(0, ...held) - first).toBeLessThan(20);
  },
);
