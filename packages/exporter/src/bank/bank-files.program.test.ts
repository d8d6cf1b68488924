import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { decimalText, money, sum } from "@spendbook/normalizer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesOf, lineOf, monthOf } from "../__fixtures__/journal.js";
import { hostileTexts } from "../__fixtures__/statement.js";
import { exportFormats } from "../export-formats.js";
import { readBankStatements } from "./read-bank-statements.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spendbook-bank-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a program read from a file: transactions with their ids, and the balances that the file states. */
interface Reading {
  readonly amounts: Readonly<Record<string, string>>;
  readonly opening: string | null;
  readonly closing: string | null;
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, HOME: folder, TZ: "UTC" };
  return (await promisify(execFile)(program, [...args], { env, cwd: folder, maxBuffer: 2 ** 26 })).stdout;
}

async function byOfxdump(text: string): Promise<Reading> {
  await writeFile(join(folder, "file.ofx"), text);
  const dump = await run("ofxdump", ["file.ofx"]);
  const found = (block: string, name: string) => new RegExp(`${name}: (.*)`).exec(block)?.[1]?.trim() ?? "";
  const transactions = dump.split("ofx_proc_transaction():").slice(1);
  return {
    amounts: Object.fromEntries(
      transactions.map((block) => [
        found(block, "Financial institution's ID for this transaction"),
        found(block, "Total money amount"),
      ]),
    ),
    opening: null,
    closing: found(dump, "Ledger balance"),
  };
}

async function byAqbanking(importer: "ofx" | "xml", profile: string, text: string): Promise<Reading> {
  await writeFile(join(folder, "file"), text);
  await rm(join(folder, "context"), { force: true });
  const options = [`--importer=${importer}`, `--profile=${profile}`, "-f", "file", "-c", "context"];
  await run("aqbanking-cli", ["-D", join(folder, "settings"), "import", ...options]);
  const context = decodeURIComponent(await readFile(join(folder, "context"), "utf8"));
  const [balances = "", transactions = ""] = context.split("transactionList {");
  const values = [...balances.matchAll(/value="([^"]+)"\s+char type="(\w+)"/g)];
  const ofType = (type: string) => {
    const [value] = values.filter(([, , found]) => found === type).map(([, fraction = ""]) => decimalOf(fraction));
    return value ?? null;
  };
  const blocks = transactions.split("} #transaction\n").filter((block) => block.includes("value="));
  const id = /char (?:fiId|endToEndReference)="([^"]+)"/;
  return {
    amounts: Object.fromEntries(
      blocks.map((block) => [id.exec(block)?.[1], decimalOf(/char value="([^"]+)"/.exec(block)?.[1] ?? "")]),
    ),
    opening: ofType("unknown"),
    closing: ofType("booked"),
  };
}

/** `-12345/100:USD` as a decimal; denominators are powers of ten. */
function decimalOf(fraction: string): string {
  const [, sign = "", digits = "", power = "1"] = /^(-?)(\d+)\/(10*):/.exec(fraction) ?? [];
  if (digits === "") throw new Error(`${fraction} is no decimal fraction`);
  return decimalText(money(`${sign}${digits}`, "USD").amount.times(`1e-${power.length - 1}`));
}

const same = (one: string, other: string) => money(one, "USD").amount.eq(other);

const readers = {
  "ofxdump reads OFX": { format: "ofx", read: byOfxdump },
  "aqbanking reads OFX": { format: "ofx", read: (text: string) => byAqbanking("ofx", "default", text) },
  "aqbanking reads CAMT.053": {
    format: "camt053",
    read: (text: string) => byAqbanking("xml", "camt_053_001_04", text),
  },
} as const;

const october = monthOf(
  "2026-10",
  [
    lineOf("top-up", "500", { date: "2026-10-02" }),
    ...Array.from({ length: 300 }, (_, index) =>
      lineOf("usage", `-0.${String(1000 + index * 29).padStart(4, "0")}`, {
        date: `2026-10-${String(1 + (index % 31)).padStart(2, "0")}`,
        wallet: index % 3 === 0 ? "second" : "org_1",
      }),
    ),
    lineOf("fee", "-1.5", { date: "2026-10-09" }),
    lineOf("refund", "2.0001", { date: "2026-10-31" }),
  ],
  { "org_1 USD": "-3.3333", "second USD": "40" },
  "-0.07",
);

describe.each(Object.entries(readers))("%s", (_, { format, read }) => {
  test("back to every entry, which sum to the statement's balances", async () => {
    const { statements } = await readBankStatements(october);
    const files = [...(await filesOf(exportFormats[format], october)).values()];
    expect(files).toHaveLength(2);
    for (const [index, text] of files.entries()) {
      const statement = statements[index];
      if (statement === undefined) throw new Error("a file has no statement");
      const { amounts, opening, closing } = await read(text);
      const expected = statement.entries.map(({ id, amount }) => [id, decimalText(amount)]);
      expect(Object.keys(amounts).sort()).toEqual(expected.map(([id]) => id).sort());
      for (const [id = "", amount = ""] of expected) expect(same(amounts[id] ?? "", amount)).toBe(true);
      expect(same(closing ?? "", decimalText(statement.closing ?? money("0", "USD")))).toBe(true);
      if (opening !== null) expect(same(opening, decimalText(statement.opening ?? money("0", "USD")))).toBe(true);
      // These programs check no balance themselves, so what they read is summed here.
      expect(ties(amounts, decimalText(statement.opening ?? money("0", "USD")), closing ?? "")).toBe(true);
    }
  });

  test("and a wrong last digit in it shows", async () => {
    const [text = ""] = (await filesOf(exportFormats[format], october)).values();
    const amount = /(<TRNAMT>|<Ntry>[\s\S]*?<Amt Ccy="USD">)(-?\d+\.\d)(\d)/;
    const wrong = text.replace(amount, (_all, before, digits, last) => `${before}${digits}${(Number(last) + 1) % 10}`);
    expect(wrong).not.toBe(text);
    const { amounts, closing } = await read(wrong);
    expect(ties(amounts, "-3.33", closing ?? "")).toBe(false);
  });

  test("whatever texts it holds", async () => {
    const lines = hostileTexts.map((vendor, index) =>
      lineOf("usage", "-1", {
        date: `2026-10-${String(1 + index).padStart(2, "0")}`,
        coding: { code: `${index}`, costCentre: null, taxTreatment: null, vendor, rule: 1, functional: null },
      }),
    );
    const [text = ""] = (
      await filesOf(exportFormats[format], monthOf("2026-10", lines, { "org_1 USD": "100" }))
    ).values();
    const { amounts, closing } = await read(text);
    expect(Object.keys(amounts)).toHaveLength(hostileTexts.length);
    expect(ties(amounts, "100", closing ?? "")).toBe(true);
  });
});

function ties(amounts: Readonly<Record<string, string>>, opening: string, closing: string): boolean {
  const all = [opening, ...Object.values(amounts)].map((amount) => money(amount, "USD"));
  return same(decimalText(sum(all, "USD")), closing);
}
