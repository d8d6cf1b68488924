import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PostgresServer, startPostgres } from "@spendbook/test-server/postgres";
import { count, ratio, seconds } from "../report/figures.js";
import { table } from "../report/table.js";
import { type MeasuredCrew, measureCrew } from "../workers/measure-crew.js";
import { startWallets } from "../workers/start-wallets.js";
import type { Group } from "./group.js";

/** Two pages of NeevCloud's. */
const transactions = 130;
/** Longer than anything that is done with an answer, so that the network is what is waited for. */
const delayMs = 300;
const kills = 2;

interface CrewRun extends MeasuredCrew {
  readonly crew: number;
}

/** One, two and four workers on the same accounts. The size is the number of accounts. */
export const workers: Group = {
  title: "Workers",
  sizes: [1000],
  async measure(sizes, tell) {
    const tables = [];
    for (const accounts of sizes) tables.push(await measureAccounts(accounts, tell));
    return `\`spendbook collect --worker\` on accounts of ${transactions} records each, in PostgreSQL, from a server on loopback that answers after
${delayMs} ms. Under way, ${kills} workers are killed (SIGKILL) and others started in their place. In the end every ledger's
export is that of one plain \`spendbook collect\`, byte for byte: nothing lost, nothing doubled. CPU time of the workers is
of all of them together, killed ones too.

${tables.join("\n\n")}`;
  },
};

async function measureAccounts(accounts: number, tell: (progress: string) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "spendbook-bench-"));
  const postgres = await startPostgres();
  const wallets = await startWallets(transactions, delayMs);
  try {
    const plain = await measureAlone(folder, accounts, postgres);
    tell(`the plain command, ${accounts} accounts, answers at once: ${plain.wall.toFixed(1)} s`);
    await configure(folder, accounts, wallets.url);
    const runs: CrewRun[] = [];
    for (const crew of [1, 2, 4]) {
      const task = { folder, workers: crew, kills, expectedRequests: plain.requests };
      const run = await measureCrew(task, postgres, wallets);
      if (run.ledger !== plain.ledger)
        throw new Error(`the ledger of ${crew} workers is not that of the plain command`);
      tell(`${crew} workers, ${accounts} accounts: ${run.wall.toFixed(1)} s, ${run.commands.toFixed(1)} s CPU`);
      runs.push({ ...run, crew });
    }
    return crewTable(accounts, runs);
  } finally {
    await wallets.stop();
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
}

/** The truth: one command without the queue, which need not wait for answers. */
async function measureAlone(folder: string, accounts: number, postgres: PostgresServer): Promise<MeasuredCrew> {
  const wallets = await startWallets(transactions, 0);
  try {
    await configure(folder, accounts, wallets.url);
    return await measureCrew({ folder, workers: 0, kills: 0, expectedRequests: 0 }, postgres, wallets);
  } finally {
    await wallets.stop();
  }
}

async function configure(folder: string, accounts: number, baseUrl: string): Promise<void> {
  const config = {
    accounts: Array.from({ length: accounts }, (_, index) => ({
      provider: "neevcloud",
      account: `a${index}`,
      apiKey: "env:MEASURED_API_KEY",
      orgId: `org_${index}`,
      baseUrl,
    })),
  };
  await writeFile(join(folder, "spendbook.config.json"), JSON.stringify(config));
}

function crewTable(accounts: number, runs: readonly CrewRun[]): string {
  const one = runs.find(({ crew }) => crew === 1)?.wall ?? Number.NaN;
  return table(
    [
      "workers",
      "accounts",
      "wall s",
      "to one",
      "killed",
      "requests",
      "workers' CPU s",
      "PostgreSQL's CPU s",
      "server's CPU s",
    ],
    runs.map(({ crew, wall, requests, commands, database, server }) => [
      `${crew}`,
      count(accounts),
      seconds(wall),
      ratio(wall, one),
      `${kills}`,
      count(requests),
      seconds(commands),
      seconds(database),
      seconds(server),
    ]),
  );
}
