import { expect, test } from "vitest";
import { parseCommandLine } from "./parse-command-line.js";

test("a bare statement takes every default", () => {
  expect(parseCommandLine(["statement"])).toMatchObject({
    command: "statement",
    month: undefined,
    config: undefined,
    ledger: "spendbook.sqlite",
    out: "statements",
    formats: ["csv", "xlsx", "json"],
    timezone: undefined,
    basis: "posted",
    offline: false,
    json: false,
    quiet: false,
  });
});

test("every option is read, wherever it stands", () => {
  const line =
    "--json statement --config c.json 2026-10 --ledger l.sqlite --out o --formats csv,json,csv --timezone Asia/Kolkata --basis incurred --offline --quiet";
  expect(parseCommandLine(line.split(" "))).toMatchObject({
    command: "statement",
    month: "2026-10",
    config: "c.json",
    ledger: "l.sqlite",
    out: "o",
    formats: ["csv", "json"],
    timezone: "Asia/Kolkata",
    basis: "incurred",
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
