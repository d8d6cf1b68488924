import { afterEach, expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { richMonth } from "../__fixtures__/rich-month.js";
import { writeWorkbook } from "./write-workbook.js";

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("a month with charts gives the same bytes in every time zone of the machine", async () => {
  const written = async (timezone: string) => {
    process.env.TZ = timezone;
    return collect((output) => writeWorkbook(richMonth(), output));
  };
  const first = await written("UTC");
  expect(first.length).toBeGreaterThan(100_000);
  for (const timezone of ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia"])
    expect((await written(timezone)).equals(first), timezone).toBe(true);
});
