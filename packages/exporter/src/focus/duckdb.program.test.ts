import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { decimalText } from "@spendbook/normalizer";
import { beforeAll, describe, expect, test } from "vitest";
import { collect } from "../__fixtures__/collect.js";
import { writeEntriesCsv } from "../csv/write-entries-csv.js";
import { queryDuckDb, type Row } from "../parquet/__fixtures__/query-duckdb.js";
import { everyCharge, monthOfCharges } from "./__fixtures__/month-of-charges.js";
import { sumTexts } from "./__fixtures__/sum-texts.js";
import { writeFocus } from "./write-focus.js";

const { statement, lines } = monthOfCharges(everyCharge);
const amounts = lines.map(({ amount }) => (amount === null ? null : decimalText(amount)));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "duckdb-csv-"));
  return () => rm(folder, { recursive: true });
});

describe.each([
  ["the entries' CSV", "amount", (output) => writeEntriesCsv(lines, output, { dialect: "machine" })],
  ["FOCUS 1.2", "x_WalletAmount", (output) => writeFocus({ statement, lines: () => lines }, output, "1.2")],
  ["FOCUS 1.4", "x_WalletAmount", (output) => writeFocus({ statement, lines: () => lines }, output, "1.4")],
] satisfies [string, string, (output: Writable) => Promise<void>][])("%s", (name, column, write) => {
  test("DuckDB reads the amounts to the last digit, and sees one that is changed", async () => {
    const path = join(folder, `${name}.csv`);
    const csv = (await collect(write)).toString();
    const sum = async (text: string) => {
      await writeFile(path, text);
      const rows = await queryDuckDb(
        `from read_csv('${path.replaceAll("'", "''")}', header = true, all_varchar = true, max_line_size = 10000000)`,
      );
      return sumTexts(rows.map((row) => row[column] as string | null));
    };
    expect(await sum(csv)).toBe(sumTexts(amounts));
    expect(await sum(csv.replace("-0.000000000000000001", "-0.000000000000000002"))).not.toBe(sumTexts(amounts));
  });
});

test("SQL over a FOCUS file gives each wallet's spend and what was paid in, to the last digit", async () => {
  const path = join(folder, "costs.csv");
  await writeFile(path, await collect((output) => writeFocus({ statement, lines: () => lines }, output, "1.4")));
  const costs = await queryDuckDb(
    `select x_Provider, BillingAccountId, SubAccountId, BillingCurrency,
       sum(EffectiveCost::decimal(38,18)) filter (where x_Kind in ('usage', 'refund') and ChargeCategory = 'Usage') as spend,
       sum(BilledCost::decimal(38,18)) filter (where ChargeCategory = 'Purchase' and ChargeClass is null) as paid
     from read_csv('${path}', header = true, all_varchar = true, max_line_size = 10000000)
     group by all order by all`,
  );
  expect(
    costs.map(({ spend, paid, ...key }) => [...Object.values(key), sumTexts([text(spend)]), sumTexts([text(paid)])]),
  ).toEqual(
    statement.wallets.map(({ provider, account, wallet, currency, spend, topUps }) => [
      ...[provider, account, wallet, currency],
      ...[sumTexts([spend]), sumTexts([topUps])],
    ]),
  );
});

function text(cell: Row[string] | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
