import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  defaultChartOfAccounts as chart,
  decimalText,
  type StatementLine,
  type WalletStatement,
} from "@spendbook/normalizer";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { everyCharge, monthOfCharges } from "../focus/__fixtures__/month-of-charges.js";
import { sumTexts } from "../focus/__fixtures__/sum-texts.js";
import { extremeLines, monthOfLines } from "./__fixtures__/month-of-lines.js";
import { queryDuckDb, type Row } from "./__fixtures__/query-duckdb.js";
import { parquetFormat } from "./write-parquet.js";

const { statement, lines } = monthOfLines();
const totalsSql = await readFile(new URL("../../sql/statement-totals.sql", import.meta.url), "utf8");
/** What DECIMAL(38, 18) holds. */
const fitsText = (text: string | null) => text === null || /^-?\d{1,20}(\.\d{1,18})?$/.test(text);
const fits = ({ amount }: StatementLine) => amount !== null && fitsText(decimalText(amount));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "duckdb-"));
  return () => rm(folder, { recursive: true });
});

async function writeParquetFiles(some: readonly StatementLine[], place: (name: string) => string): Promise<void> {
  for await (const { name, write } of parquetFormat({ statement, lines: () => some, chart })) {
    await mkdir(join(place(name), ".."), { recursive: true });
    await writeFile(place(name), await collect(write));
  }
}

describe("Parquet", () => {
  const view = () => `create view statement_lines as from read_parquet('${folder}/parquet-2026-10-*.parquet')`;
  beforeAll(() => writeParquetFiles(lines, (name) => join(folder, name)));

  test("every line comes back, and every amount to the last digit", async () => {
    const rows = await queryDuckDb(view(), "from statement_lines order by record_id");
    const byId = new Map(lines.map((line) => [line.id, line]));
    expect(rows).toHaveLength(lines.length);
    for (const row of rows) {
      const line = byId.get(String(row.record_id)) ?? expect.fail(`${row.record_id} is no line`);
      const text = line.amount === null ? null : decimalText(line.amount);
      expect(sumTexts([exactOf(row, "amount")])).toBe(text ?? "0");
      expect(row.amount_exact).toBe(line.amount === null || fits(line) ? null : text);
      expect(row.kind).toBe(line.kind);
      expect(row.date).toBe(line.date);
      expect(row.estimated).toBe(line.estimated);
      expect(row.record_sha256).toBe(line.origin.sha256);
      expect(row.corrects_record_id).toBe(line.corrects?.entryId ?? null);
      expect(row.statement_number).toBe(line.provider === "neevcloud" ? 7 : null);
    }
  });

  test("columns have the types that are promised", async () => {
    const columns = await queryDuckDb(view(), "describe statement_lines");
    const typeOf = Object.fromEntries(columns.map(({ column_name, column_type }) => [column_name, column_type]));
    expect(typeOf).toMatchObject({
      amount: "DECIMAL(38,18)",
      amount_exact: "VARCHAR",
      list_amount: "DECIMAL(38,18)",
      quantity: "DECIMAL(38,18)",
      date: "DATE",
      posted_at: "TIMESTAMP WITH TIME ZONE",
      estimated: "BOOLEAN",
      statement_number: "INTEGER",
      description: "VARCHAR",
    });
    expect(Object.values(typeOf).filter((type) => /FLOAT|DOUBLE|REAL/.test(String(type)))).toEqual([]);
  });

  test("what does not fit stands as text beside, instants too", async () => {
    const ids = lines.slice(-extremeLines.length).map(({ id }) => id);
    const rows = await queryDuckDb(view(), "from statement_lines");
    const extreme = ids.map((id) => rows.find(({ record_id }) => record_id === id) ?? expect.fail(id));
    expect(extreme.map(({ amount, amount_exact }) => [amount, amount_exact]).slice(0, 4)).toEqual([
      ["-0.000000000000000001", null],
      ["-99999999999999999999.999999999999999999", null],
      [null, "-0.0000000000000000001"],
      [null, "-100000000000000000000"],
    ]);
    expect(extreme.map(({ posted_at, posted_at_exact }) => [posted_at, posted_at_exact]).slice(4, 6)).toEqual([
      ["2026-10-15 12:00:00.123456+00", null],
      [null, "2026-10-15T12:00:00.123456789Z"],
    ]);
    expect(extreme[6]).toMatchObject({ list_amount: "-1.500000000000000000", quantity: "2.500000000000000000" });
  });

  test("a filter on amounts finds the rows that have them, by the statistics of the file", async () => {
    const [row] = await queryDuckDb(view(), "select count(*)::integer as n from statement_lines where amount < -3");
    const less = lines.filter((line) => fits(line) && line.amount?.amount.lt("-3"));
    expect(row?.n).toBe(less.length);
  });

  test("the SQL rebuilds every total of the statement to the last digit", async () => {
    const own = monthOfCharges([...everyCharge, ...extremeLines.filter(({ amount }) => fitsText(amount))]);
    const expected = own.statement.wallets.map(statedFigures);
    const place = await mkdtemp(join(tmpdir(), "duckdb-totals-"));
    onTestFinished(() => rm(place, { recursive: true }));
    await writeParquetFiles(own.lines, (name) => join(place, name));
    const totals = () =>
      queryDuckDb(`create view statement_lines as from read_parquet('${place}/*.parquet')`, totalsSql);
    expect((await totals()).map(figuresOf)).toEqual(expected);

    const [first, ...rest] = own.lines;
    if (first?.amount == null) expect.fail("the first line has an amount");
    const changed = { ...first, amount: { ...first.amount, amount: first.amount.amount.plus("0.000000000000000001") } };
    await writeParquetFiles([changed, ...rest], (name) => join(place, name));
    expect((await totals()).map(figuresOf)).not.toEqual(expected);
  });

  test("laid out by month and provider it is a partitioned table", async () => {
    await writeParquetFiles(lines, (name) => {
      const provider = name.slice("parquet-2026-10-".length, -".parquet".length);
      return join(folder, "lines", "month=2026-10", `provider=${provider}`, name);
    });
    const table = `read_parquet('${folder}/lines/*/*/*.parquet', hive_partitioning = true)`;
    const rows = await queryDuckDb(
      `select provider, count(*)::integer as n from ${table} where month = '2026-10' group by provider order by provider`,
    );
    const count = (provider: string) => lines.filter((line) => line.provider === provider).length;
    const providers = ["flexprice", "neevcloud", "prime-intellect", "wavespeed"];
    expect(rows).toEqual(providers.map((provider) => ({ provider, n: count(provider) })));
  });
});

function exactOf(row: Row, name: string): string | null {
  return (row[name] ?? row[`${name}_exact`] ?? null) as string | null;
}

function statedFigures(wallet: WalletStatement) {
  const { topUps, grants, refunds, usage, expired, fees, adjustments, unclassified, spend, lines } = wallet;
  const amounts = { top_ups: topUps, grants, refunds, usage, expired, fees, adjustments, unclassified, spend };
  return {
    wallet: [wallet.provider, wallet.account, wallet.wallet, wallet.currency].join(),
    ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, sumTexts([amount])])),
    lines,
  };
}

function figuresOf(row: Row) {
  const { top_ups, grants, refunds, usage, expired, fees, adjustments, unclassified, spend } = row;
  const amounts = { top_ups, grants, refunds, usage, expired, fees, adjustments, unclassified, spend };
  return {
    wallet: [row.provider, row.account, row.wallet, row.currency].join(),
    ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, sumTexts([String(amount)])])),
    lines: Number(row.lines),
  };
}
