import { afterEach, expect, test } from "vitest";
import { hostileLines } from "../__fixtures__/hostile-journal.js";
import { filesOf, lineOf, monthOf } from "../__fixtures__/journal.js";
import { exportFormats } from "../export-formats.js";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const lines = [...hostileLines.filter(({ kind }) => kind !== "usage"), lineOf("top-up", "5", { date: "2026-10-01" })];
const input = monthOf("2026-10", lines, { "org_1 USD": "100.005" });
const formats = ["hledger", "ledger", "beancount", "quickbooks-journal", "xero-bill", "xero-journal"] as const;

test.each(formats)("%s has the same bytes on two runs and in two time zones of the machine", async (format) => {
  const run = async (timezone: string, offset: number) => {
    process.env.TZ = timezone;
    expect(new Date("2026-10-15T00:00:00Z").getTimezoneOffset()).toBe(offset);
    return filesOf(exportFormats[format], input);
  };
  const first = await run("Pacific/Kiritimati", -840);
  expect(first.size).toBeGreaterThan(0);
  expect(await run("Pacific/Kiritimati", -840)).toEqual(first);
  expect(await run("America/Los_Angeles", 420)).toEqual(first);
});

test("the order of the lines decides nothing of what is posted", async () => {
  const signed = lines.filter(({ amount }) => amount !== null);
  for (const format of formats) {
    const files = await filesOf(exportFormats[format], { ...input, lines: () => signed });
    expect(await filesOf(exportFormats[format], { ...input, lines: () => signed.toReversed() })).toEqual(files);
  }
});
