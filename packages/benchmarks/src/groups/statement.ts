import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { collect, command, environment, ledgerIn } from "../measure/collect.js";
import type { Contestant, Task } from "../measure/compare.js";
import { compareAtSizes } from "../measure/compare-at-sizes.js";
import { startServer } from "../measure/start-server.js";
import { comparisonTable } from "../report/comparison-table.js";
import { month } from "../workloads/month.js";
import type { Group } from "./group.js";

/** The command with some formats, on the ledger in a folder. */
const statementOf = (folder: string, formats: string): Contestant => ({
  name: `\`statement --offline --formats ${formats}\``,
  command: ({ output }) => [
    ...[process.execPath, command, "statement", month, "--offline", "--quiet"],
    ...["--ledger", ledgerIn(folder), "--formats", formats, "--out", output],
  ],
});

/** The whole command on a ledger that is collected already: all formats, and the workbook alone. */
export const statement: Group = {
  title: "The whole statement",
  sizes: [10_000, 100_000, 1_000_000],
  async measure(sizes, tell) {
    const results = await compareAtSizes(sizes, tell, async (records, folder) => {
      const server = await startServer("wavespeed", records);
      await collect("wavespeed", server.url, folder).finally(() => server.stop());
      tell(`collected ${records} records`);
      const contestants = ["xlsx", "csv,xlsx,json", "csv,xlsx,html,json"].map((each) => statementOf(folder, each));
      return { contestants, check: expectRecords, cwd: folder, environment };
    });
    return `\`spendbook statement --offline\` on a SQLite ledger of a WaveSpeed account: the statement is built, and each format's
files and the manifest written to the disk. Medians of five rounds, of three from a million records; the ratios are to
the workbook alone in the same round. More CPU time than wall time is the second core's.

${comparisonTable("command", results)}`;
  },
};

/** The manifest must name every record. */
async function expectRecords({ output, records }: Task): Promise<void> {
  const manifest = JSON.parse(await readFile(join(output, month, "manifest.json"), "utf8")) as {
    readonly records: { readonly accounts: readonly { readonly records: number }[] };
  };
  const found = manifest.records.accounts[0]?.records;
  if (found !== records) throw new Error(`the statement is of ${found} records, not of ${records}`);
}
