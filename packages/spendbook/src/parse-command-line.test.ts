import { expect, test } from "vitest";
import { parseCommandLine } from "./parse-command-line.js";

test("a bare statement takes every default", () => {
  expect(parseCommandLine(["statement"])).toMatchObject({
    command: "statement",
    argument: undefined,
    config: undefined,
    ledger: "spendbook.sqlite",
    out: "statements",
    formats: ["csv", "xlsx", "html", "json"],
    timezone: undefined,
    basis: undefined,
    mapping: undefined,
    rates: undefined,
    dryRun: false,
    reason: undefined,
    offline: false,
    json: false,
    quiet: false,
  });
});

test("every option is read, wherever it stands", () => {
  const line =
    "--json statement --config c.json 2026-10 --ledger l.sqlite --out o --formats csv,json,csv --timezone Asia/Kolkata --basis incurred --offline --quiet --mapping m.json --rates r.csv --dry-run";
  expect(parseCommandLine(line.split(" "))).toMatchObject({
    command: "statement",
    argument: "2026-10",
    config: "c.json",
    ledger: "l.sqlite",
    out: "o",
    formats: ["csv", "json"],
    timezone: "Asia/Kolkata",
    basis: "incurred",
    mapping: "m.json",
    rates: "r.csv",
    dryRun: true,
    offline: true,
    json: true,
    quiet: true,
  });
});

test.each([
  ["", /a command is missing/],
  ["statment", /there is no command statment/],
  ["statement 2026-10 2026-11", /statement does not take 2026-11/],
  ["collect 2026-10", /collect does not take 2026-10/],
  ["close", /close needs a month, such as 2026-10/],
  ["close 2026-10 --out o", /close does not take --out/],
  ["close 2026-10 --reason", /--reason/],
  ["close 2026-10 --reason=", /close --reason: expected words that say why/],
  ["reopen 2026-10", /reopen --reason: expected words that say why/],
  ["diff", /diff needs a month/],
  ["verify", /verify needs DIR/],
  ["verify a b", /verify does not take b/],
  ["trace", /trace needs RECORD_ID/],
  ["collect --basis posted", /collect does not take --basis/],
  ["statement --reason why", /statement does not take --reason/],
  ["constructor", /there is no command constructor/],
  ["statement --fast", /--fast/],
  ["statement --out", /--out/],
  ["statement --basis cash", /--basis cash: expected posted or incurred/],
  ["statement --formats csv,docx", /--formats docx: expected some of csv/],
  ["statement --formats ,", /--formats is empty/],
])("%j is refused in one line that names the remedy", (line, message) => {
  const args = line.split(" ").filter(Boolean);
  expect(() => parseCommandLine(args)).toThrow(expect.objectContaining({ code: "usage", exitCode: 2 }));
  expect(() => parseCommandLine(args)).toThrow(message);
  expect(() => parseCommandLine(args)).toThrow(/^[^\n]+\(see spendbook --help\)$/);
});
