import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { noBooks, readBooksPolicy } from "./books-policy.js";

const mapping = {
  functional: { currency: "EUR", policy: "first-in-first-out" },
  chart: { prepaid: "1400" },
  rules: [{ match: { provider: "neevcloud", service: null }, assign: { code: "6310" } }],
};
const rates = "Date, Pair, Rate, Source\n2026-10-01,USD/EUR,0.9123,European Central Bank\n\n";

let directory: string;
beforeEach(async () => {
  const made = await mkdtemp(join(tmpdir(), "spendbook-books-"));
  onTestFinished(() => rm(made, { recursive: true }));
  directory = made;
  await writeFile(join(directory, "mapping.json"), JSON.stringify(mapping));
  await writeFile(join(directory, "rates.csv"), `\ufeff${rates}`);
});

const read = (files: { mapping?: string; rates?: string }) =>
  readBooksPolicy(directory, { mapping: files.mapping, rates: files.rates });

/** Reads a file with this text, and gives the error. */
async function refusalOf(kind: "mapping" | "rates", text: string): Promise<string> {
  const file = kind === "mapping" ? "mapping.json" : "rates.csv";
  await writeFile(join(directory, file), text);
  const error = await read({ mapping: "mapping.json", rates: "rates.csv" }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "invalid_config", exitCode: 2 });
  return (error as Error).message;
}

test("without files there is no policy", async () => {
  expect(await read({})).toEqual(noBooks);
});

test("both files are read as plain data", async () => {
  const policy = await read({ mapping: "mapping.json", rates: "rates.csv" });
  expect(policy).toEqual({
    mapping,
    rates: [{ date: "2026-10-01", pair: "USD/EUR", rate: "0.9123", source: "European Central Bank" }],
  });
  expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
});

test("rates without a currency to carry into, and a currency without rates, are refused with the remedy", async () => {
  await expect(read({ rates: "rates.csv" })).rejects.toThrow(/^--mapping: rates are of use only where/);
  await expect(read({ mapping: "mapping.json" })).rejects.toThrow(
    /^mapping\.json: functional: amounts in EUR need a rate file; give one with --rates/,
  );
});

test("a file that is not there is named", async () => {
  await expect(read({ mapping: "nowhere.json" })).rejects.toThrow(
    /^nowhere\.json: expected a mapping file that can be read \(ENOENT\)$/,
  );
});

describe("a mapping", () => {
  test.each([
    ["{", /^mapping\.json: expected JSON/],
    [JSON.stringify({}), /^mapping\.json: rules: /],
    [JSON.stringify({ rules: [{ match: { provder: "x" }, assign: {} }] }), /rules\[0\]\.match: .*"provder"/],
    [JSON.stringify({ rules: [{ match: {}, assign: { code: "" } }] }), /rules\[0\]\.assign\.code: /],
    [JSON.stringify({ rules: [{ match: { kind: "purchase" }, assign: {} }] }), /rules\[0\]\.match\.kind: /],
    [JSON.stringify({ chart: { bnak: "1200" }, rules: [] }), /chart: .*"bnak"/],
    [JSON.stringify({ functional: { currency: "euro", policy: "month-average" }, rules: [] }), /ISO 4217/],
  ])("%s is refused with the key", async (text, message) => {
    expect(await refusalOf("mapping", text)).toMatch(message);
  });
});

describe("a rate file", () => {
  test.each([
    ["date,pair,rate\n", "rates.csv: expected the columns date,pair,rate,source; source is missing"],
    [`${rates}2026-10-02,USD/EUR,nought,ECB\n`, "rates.csv line 4: nought is not a positive decimal such as 0.9123"],
    [`${rates}2026-10-01,USD/EUR,0.9124,ECB\n`, "rates.csv line 4: another line has USD/EUR of 2026-10-01"],
    [`${rates}2026-10-02,USD/EUR\n`, /^rates\.csv line 4: too few fields/],
  ])("%j is refused with the line", async (text, message) => {
    expect(await refusalOf("rates", text)).toMatch(message);
  });
});
