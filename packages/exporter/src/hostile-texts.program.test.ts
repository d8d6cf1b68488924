import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decimalText, money, round, sum } from "@spendbook/normalizer";
import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bankPrograms, ties } from "./__fixtures__/bank-programs.js";
import { collect } from "./__fixtures__/collect.js";
import { hostileJournalTexts, hostileLines } from "./__fixtures__/hostile-journal.js";
import { monthOf } from "./__fixtures__/journal.js";
import { inFolder, journalPrograms } from "./__fixtures__/journal-programs.js";
import { readWorkbook } from "./__fixtures__/read-workbook.js";
import { type ExportFormatName, exportFormats } from "./export-formats.js";
import { unguardText } from "./formula-guard.js";
import { openPage, startBrowser } from "./html/__fixtures__/open-page.js";
import { readBlocks } from "./html/__fixtures__/read-blocks.js";
import { textOfCell } from "./journal/accounting/cell-text.js";
import { queryDuckDb } from "./parquet/__fixtures__/query-duckdb.js";

const openings = Object.fromEntries(hostileLines.map(({ wallet, currency }) => [`${wallet} ${currency}`, "1000"]));
const month = monthOf("2026-10", hostileLines, openings);
const { wallets } = month.statement;

/** UTF-8 has no form for half a surrogate pair. */
const inUtf8 = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd");

type Files = ReadonlyMap<string, Buffer>;

const textsOf = (files: Files) => [...files.values()].map((bytes) => bytes.toString());
const rowsOf = (text: string) => parse(text, { bom: true, relax_quotes: false }) as string[][];
const rawCells = (files: Files) => textsOf(files).flatMap(rowsOf).flat();

/** Reads a format's files by a program or parser of its own, throws where one is broken, and gives the texts they hold. */
type Reader = (files: Files) => Promise<readonly string[]> | readonly string[];

// A format that is added does not compile until its reader stands here.
const readers: Readonly<Record<ExportFormatName, Reader>> = {
  csv: (files) => cellsOf(files).map(unguardText),
  xlsx: readXlsx,
  html: readHtml,
  json: (files) => {
    const [text = ""] = textsOf(files);
    const read = JSON.parse(text) as { readonly wallets: readonly { readonly wallet: string }[] };
    expect(read).toEqual(JSON.parse(JSON.stringify(month.statement)));
    return read.wallets.map(({ wallet }) => wallet);
  },
  hledger: readJournal("hledger"),
  ledger: readJournal("ledger"),
  beancount: readJournal("beancount"),
  "quickbooks-journal": readImport,
  "xero-bill": readImport,
  "xero-journal": readImport,
  "quickbooks-bank": readBankCsv(2),
  "xero-bank": readBankCsv(1),
  "sage-bank": readBankCsv(2),
  "freeagent-bank": readBankCsv(1),
  "wave-bank": readBankCsv(2),
  ofx: readBank("ofx"),
  camt053: readBank("camt053"),
  "focus-1.2": rawCells,
  "focus-1.4": rawCells,
  parquet: readParquet,
};

// Banks' files have a place for a payee at most, and some for no text of ours: of them only the amounts are asked.
const withoutTexts: readonly ExportFormatName[] = [
  ...(["quickbooks-bank", "sage-bank", "freeagent-bank", "wave-bank", "ofx", "camt053"] as const),
];

test.each(Object.keys(readers) as ExportFormatName[])(
  "hostile text in %s breaks no file, is no formula, and is all there",
  async (format) => {
    const files = new Map<string, Buffer>();
    for await (const { name, write } of exportFormats[format](month)) {
      expect(name).toMatch(/^[\w.-]{1,200}$/);
      files.set(name, await collect(write));
    }
    const texts = new Set((await readers[format](files)).map(inUtf8));
    if (withoutTexts.includes(format)) return;
    const all = [...texts].join("\n");
    const missing = hostileJournalTexts.map(inUtf8).filter((text) => !texts.has(text) && !all.includes(`, ${text} (`));
    expect(missing.map((text) => text.slice(0, 60))).toEqual([]);
  },
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The cells of a file for people or accounting programs, none of which a spreadsheet may take for a formula. */
function cellsOf(files: Files): string[] {
  const cells = rawCells(files);
  for (const cell of cells)
    if (!/^-\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\s\p{C}\p{M}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u);
  return cells;
}

function readImport(files: Files): readonly string[] {
  const imports = new Map([...files].filter(([name]) => !name.includes("left-out")));
  for (const cell of rawCells(imports)) expect(cell).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  const leftOut = new Map([...files].filter(([name]) => name.includes("left-out")));
  return [...cellsOf(imports).map(textOfCell), ...cellsOf(leftOut).map(unguardText)];
}

/** The amounts of bank lines tie to each wallet's balances, whatever its name and its payees are. */
function readBankCsv(at: number): Reader {
  return (files) => {
    const texts = readImport(files);
    const amounts = [...files]
      .filter(([name]) => !name.includes("left-out"))
      .flatMap(([, bytes]) => rowsOf(bytes.toString()).map((row) => row[at] ?? ""))
      .filter((cell) => /^-?[\d.]+$/.test(cell));
    expect(totalOf(amounts)).toBe(totalOf(wallets.map(changeInCents)));
    return texts;
  };
}

function readBank(format: "ofx" | "camt053"): Reader {
  return async (files) => {
    const programs = bankPrograms.filter((each) => each.format === format);
    expect(programs.length).toBeGreaterThan(0);
    const statements = [...files].filter(([name]) => !name.includes("left-out"));
    expect(statements).toHaveLength(wallets.length);
    for (const [at, { read }] of programs.entries())
      for (const [index, [name, bytes]] of statements.entries()) {
        // One program reads every wallet's file; a second one of the same format reads some.
        if (at > 0 && index % 8 !== 0) continue;
        const { amounts, closing } = await read(bytes.toString());
        expect(closing, name).not.toBeNull();
        expect(ties(amounts, "1000", closing ?? ""), `${name} of ${wallets[index]?.wallet.slice(0, 40)}`).toBe(true);
      }
    return [];
  };
}

async function readXlsx(files: Files): Promise<string[]> {
  const [bytes = Buffer.alloc(0)] = files.values();
  const workbook = await readWorkbook(bytes);
  const cells: string[] = [];
  for (const name of workbook.names)
    workbook.sheet(name).eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === exceljs.ValueType.Formula)
          expect(cell.formula).toMatch(/^(?:-?SUM|SUMIFS|IF\(ABS|'Roll-forward'!|E\d+-I\d+|0$)/);
        else cells.push(cell.text);
      }),
    );
  const long = new Map<unknown, string>();
  if (workbook.names.includes("Long texts"))
    for (const [text, , part] of workbook.rows("Long texts").slice(1)) long.set(text, `${long.get(text) ?? ""}${part}`);
  return [...cells, "", ...long.values()];
}

async function readHtml(files: Files): Promise<string[]> {
  const [page = ""] = textsOf(files);
  const file = join(folder, "report.html");
  await writeFile(file, page);
  const browser = await startBrowser();
  try {
    const { page: opened, complaints } = await openPage(browser, file);
    expect(await opened.locator("img, iframe, object, form, base, link").count()).toBe(0);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
  return readBlocks(page).map(({ description }) => description ?? "");
}

async function readParquet(files: Files): Promise<string[]> {
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  // As hexadecimal digits, for the binding takes a byte order mark off a text.
  const table = `read_parquet('${folder}/parquet-*.parquet')`;
  const rows = await queryDuckDb(`select hex(encode(description)) as digits from ${table}`);
  expect(rows).toHaveLength(hostileLines.length);
  return rows.map(({ digits }) => Buffer.from(String(digits), "hex").toString());
}

/** Each wallet has an account of its own at its closing balance, and all accounts sum to nothing. */
function readJournal(format: "hledger" | "ledger" | "beancount"): Reader {
  return async (files) => {
    const program = journalPrograms.find((each) => each.format === format);
    if (program === undefined) throw new Error(`no program reads ${format}`);
    const { extension, including, sums } = program;
    const books = `books.${extension}`;
    const names = [`${format}-2026-10-opening.${extension}`, `${format}-2026-10.${extension}`];
    const texts = [...files].map(([name, bytes]) => [name, bytes.toString()] as const);
    const read = await inFolder([...texts, [books, including(names)]], (path) => sums(path(books)));
    const prepaid = Object.entries(read).filter(([name]) => /^Assets:Prepaid.AI/.test(name));
    const closings = wallets.map(({ closing }) => closing ?? "");
    expect(prepaid.map(([, total]) => total).sort()).toEqual(closings.filter((each) => each !== "0").sort());
    expect(totalOf(Object.values(read))).toBe("0");

    const text = new Map(texts).get(`${format}-2026-10.${extension}`) ?? "";
    const facts = format === "beancount" ? metadataOf(text) : tagsOf(text);
    const comments = tagsOf(text);
    const held = [
      ...["service", "wallet", "account", "cost-centre", "tax", "vendor"].map((name) => facts.get(name) ?? []),
      ...["description", "record"].map((name) => comments.get(name) ?? []),
    ];
    // A text counts where every place holds it.
    return hostileJournalTexts.map(inUtf8).filter((each) => held.every((place) => place.includes(each)));
  };
}

const totalOf = (amounts: readonly string[]) =>
  decimalText(
    sum<string>(
      amounts.map((amount) => money(amount, "USD")),
      "USD",
    ),
  );

function changeInCents({ opening, closing }: (typeof wallets)[number]): string {
  const cents = (amount: string | null) => round(money(amount ?? "0", "USD"), 2, "half-even");
  return decimalText({ ...cents(closing), amount: cents(closing).amount.minus(cents(opening).amount) });
}

/** The values of the tags in comments by name; parts of a long one are joined. */
function tagsOf(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [, name = "", part, value = ""] of text.matchAll(/^ *; ([a-z-]+?)(-\d+)?: (.*)$/gim)) {
    const all = values.get(name) ?? [];
    values.set(name, part === undefined ? [...all, value] : [...all.slice(0, -1), `${all.at(-1)}${value}`]);
  }
  return new Map([...values].map(([name, all]) => [name, all.map(decodeURIComponent)]));
}

function metadataOf(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [, name = "", value = ""] of text.matchAll(/^ +([a-z-]+): "(.*)"$/gm))
    values.set(name, [...(values.get(name) ?? []), decodeURIComponent(value)]);
  return values;
}
